package office

import (
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"terminbote/booking"
)

//go:embed werne.yaml
var werne []byte

// Sample is a town with the sample office, Werne's. Each call makes it anew.
func Sample() booking.Town {
	o, err := Parse("werne.yaml", werne)
	if err != nil {
		// The file is part of the program; a test holds that it has no fault.
		panic(err)
	}
	return booking.Town{Offices: []*booking.Office{o}}
}

// Parse reads and checks one office file, which faults call name. The error is
// Faults where the file is not as it should be.
func Parse(name string, data []byte) (*booking.Office, error) {
	f, faults := inspect(name, data, beside(name))
	if err := faults.err(); err != nil {
		return nil, err
	}
	return f.office(), nil
}

// Load reads a town: one office file, or a folder with one file per office. In
// a folder only what ends in .yaml or .yml counts. The error is Faults, with
// everything wrong in all of the files, where they are not as they should be.
func Load(path string) (booking.Town, error) {
	paths, err := officeFiles(path)
	if err != nil {
		return booking.Town{}, fmt.Errorf("find office files: %w", err)
	}
	var all Faults
	var files []*file
	owner := map[string]string{} // office → file
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return booking.Town{}, fmt.Errorf("read office file: %w", err)
		}
		f, faults := inspect(p, data, beside(p))
		if other, twice := owner[f.ID.v]; twice && f.ID.set {
			faults = append(faults, Fault{p, f.ID.line, f.ID.column, fmt.Sprintf(
				"there is an office %q in %s already; expected a name of its own", f.ID.v, filepath.Base(other))})
		}
		owner[f.ID.v] = p
		all, files = append(all, faults...), append(files, f)
	}
	if err := all.err(); err != nil {
		return booking.Town{}, err
	}
	var town booking.Town
	for _, f := range files {
		town.Offices = append(town.Offices, f.office())
	}
	return town, nil
}

// inspect reads and checks a file and says everything that is wrong with it.
// Files that it names are looked for in beside.
func inspect(name string, data []byte, beside fs.FS) (*file, Faults) {
	f, r := read(name, data)
	check(f, &r.report, beside)
	return f, r.faults
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
