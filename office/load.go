package office

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"terminbote/booking"
)

// Parse reads and checks one office file, which faults call name. The error is
// Faults where the file is not as it should be.
func Parse(name string, data []byte) (*booking.Office, error) {
	i := inspect(name, data, beside(name), newAlike())
	if err := i.faults.err(); err != nil {
		return nil, err
	}
	return i.office(), nil
}

// Load reads a town: one office file, or a folder with one file per office. In
// a folder only what ends in .yaml or .yml counts. The error is Faults, with
// everything wrong in all of the files, where they are not as they should be.
func Load(path string) (booking.Town, error) {
	offices, faults, err := inspectAll(path, func(i inspected) *booking.Office {
		if len(i.faults) > 0 {
			return nil
		}
		return i.office()
	})
	if err == nil {
		err = faults.err()
	}
	if err != nil {
		return booking.Town{}, err
	}
	return booking.Town{Offices: offices}, nil
}

// inspected is a file with everything that was found in it.
type inspected struct {
	*file
	*report
}

// inspect reads and checks a file. Files that it names are looked for in
// beside. A file with a fault is read by the library, whatever the quick reader made of
// it, so that faults are told from one reading.
func inspect(name string, data []byte, beside fs.FS, others *alike) inspected {
	r := newReader(name, data, others)
	if root, sure := quickRoot(data); sure {
		if i := r.inspect(root, beside); len(i.faults) == 0 {
			return i
		}
		r = newReader(name, data, others)
	}
	root, ok := r.root(data)
	if !ok {
		return inspected{new(file), &r.report}
	}
	return r.inspect(root, beside)
}

// inspectAll reads and checks the files at path, as many at once as there are
// processors. Of each it keeps what of makes of it: a file with its positions
// takes many times the memory of an office.
func inspectAll[T any](path string, of func(inspected) T) (all []T, faults Faults, err error) {
	paths, err := officeFiles(path)
	if err != nil {
		return nil, nil, fmt.Errorf("find office files: %w", err)
	}
	all = make([]T, len(paths))
	others := newAlike()
	ids, reports, unread := make([]name, len(paths)), make([]*report, len(paths)), make([]error, len(paths))
	atOnce(len(paths), func(n int) {
		data, err := os.ReadFile(paths[n])
		if err != nil {
			unread[n] = fmt.Errorf("read office file: %w", err)
			return
		}
		i := inspect(paths[n], data, beside(paths[n]), others)
		only := *i.report // and nothing else of what was read
		all[n], ids[n], reports[n] = of(i), i.ID, &only
	})
	if err := errors.Join(unread...); err != nil {
		return nil, nil, err
	}
	reportTwins(ids, reports)
	for _, r := range reports {
		faults = append(faults, r.faults...)
	}
	return all, faults, nil
}

// atOnce does something for each number below n, on all processors.
func atOnce(n int, do func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}

// reportTwins reports files whose office another file has already.
func reportTwins(ids []name, reports []*report) {
	owner := map[string]string{} // office → file
	for n, id := range ids {
		if other, twice := owner[id.v]; twice && id.set {
			reports[n].add(id.position, "there is an office %q in %s already; expected a name of its own", id.v, filepath.Base(other))
		}
		owner[id.v] = reports[n].file
	}
}

// officeFiles is the files to read: path itself, or those in the folder.
// Hidden ones are what editors and file systems leave lying around.
func officeFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var all []string
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml") {
			all = append(all, filepath.Join(path, e.Name()))
		}
	}
	if len(all) == 0 {
		return nil, Faults{{File: path, Text: "the folder holds no office file; expected at least one that ends in .yaml"}}
	}
	return all, nil
}
