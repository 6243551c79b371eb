package office

import (
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"terminbote/booking"
)

//go:embed werne.yaml
var werne []byte

// Sample is a town with the sample office, Werne's. Each call makes a new one,
// which shares only pictures with the others.
func Sample() booking.Town {
	return booking.Town{Offices: []*booking.Office{sampled().office()}}
}

// sampled is the sample's file, which is read once.
var sampled = sync.OnceValue(func() inspected {
	i := inspect("werne.yaml", werne, beside("werne.yaml"))
	if err := i.faults.err(); err != nil {
		// The file is part of the program; a test holds that it has no fault.
		panic(err)
	}
	return i
})

// Parse reads and checks one office file, which faults call name. The error is
// Faults where the file is not as it should be.
func Parse(name string, data []byte) (*booking.Office, error) {
	i := inspect(name, data, beside(name))
	if err := i.faults.err(); err != nil {
		return nil, err
	}
	return i.office(), nil
}

// Load reads a town: one office file, or a folder with one file per office. In
// a folder only what ends in .yaml or .yml counts. The error is Faults, with
// everything wrong in all of the files, where they are not as they should be.
func Load(path string) (booking.Town, error) {
	all, err := inspectAll(path)
	if err != nil {
		return booking.Town{}, err
	}
	if err := faultsOf(all).err(); err != nil {
		return booking.Town{}, err
	}
	var town booking.Town
	for _, i := range all {
		town.Offices = append(town.Offices, i.office())
	}
	return town, nil
}

// inspected is a file with everything that was found in it.
type inspected struct {
	*file
	*report
}

// inspect reads and checks a file. Files that it names are looked for in
// beside.
func inspect(name string, data []byte, beside fs.FS) inspected {
	f, r := read(name, data)
	check(f, &r.report, beside)
	return inspected{f, &r.report}
}

// inspectAll reads and checks the files at path.
func inspectAll(path string) ([]inspected, error) {
	paths, err := officeFiles(path)
	if err != nil {
		return nil, fmt.Errorf("find office files: %w", err)
	}
	var all []inspected
	owner := map[string]string{} // office → file
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("read office file: %w", err)
		}
		i := inspect(p, data, beside(p))
		if other, twice := owner[i.ID.v]; twice && i.ID.set {
			i.add(i.ID.position, "there is an office %q in %s already; expected a name of its own", i.ID.v, filepath.Base(other))
		}
		owner[i.ID.v] = p
		all = append(all, i)
	}
	return all, nil
}

func faultsOf(all []inspected) Faults {
	var faults Faults
	for _, i := range all {
		faults = append(faults, i.faults...)
	}
	return faults
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
