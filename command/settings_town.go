package command

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
)

// whose is to what a variable belongs, as its tag town says.
type whose string

const (
	ofProgram whose = ""       // to the program: towns share it and cannot set it
	ofOneTown whose = "own"    // to a town, which has none where it sets none
	ofBoth    whose = "shared" // to all towns, and a town may have another one
)

// ofTown is the settings of a town, as the file in its folder says. The error names
// every variable that is wrong. What stands in files is named by _FILE, as in the
// environment.
func (s settings) ofTown(folder string) (settings, error) {
	set, all := s.ofTownAs(folder)
	return set, all.join()
}

// ofTownAs is as much of them as can be read, and what is wrong with the rest.
func (s settings) ofTownAs(folder string) (settings, faults) {
	own, all := readTownFile(filepath.Join(folder, settingsFile))
	values := s.forTowns()
	maps.Copy(values, own)
	set, wrong := examineValues(values)
	set.Office = folder
	return set, append(all, wrong...)
}

// readTownFile reads NAME=value lines; # begins a comment, and quotes around a
// value are left out.
func readTownFile(path string) (map[string]string, faults) {
	var all faults
	content, err := os.ReadFile(path)
	if err != nil {
		all.add(settingsFile, "%w", err)
	}
	values := map[string]string{}
	for n, line := range strings.Split(string(content), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		name = strings.TrimSpace(name)
		owner, known := ownerOf(strings.TrimSuffix(name, "_FILE"))
		switch {
		case !ok || !known:
			all.add(name, "%s, line %d: a variable of a town such as TELEGRAM_TOKEN=… was expected", path, n+1)
		case owner == ofProgram:
			all.add(name, "%s, line %d: %s is set for the whole program, in its environment", path, n+1, name)
		default:
			values[name] = unquoted(strings.TrimSpace(value))
		}
	}
	return values, all
}

func unquoted(value string) string {
	for _, quote := range []string{`"`, `'`} {
		if len(value) > 1 && strings.HasPrefix(value, quote) && strings.HasSuffix(value, quote) {
			return value[1 : len(value)-1]
		}
	}
	return value
}

// ownerOf tells to what a variable belongs, and whether there is such a one.
func ownerOf(name string) (whose, bool) {
	for _, v := range variables() {
		if v.name == name {
			return v.whose, true
		}
	}
	return ofProgram, false
}

// isUnset tells whether nothing was said: a false or a 0 says something.
func isUnset(v reflect.Value) bool {
	return v.IsZero() && v.Kind() != reflect.Bool && v.Kind() != reflect.Float64
}

// forTowns is the program's variables that a town goes by too.
func (s settings) forTowns() map[string]string {
	values := map[string]string{}
	of := reflect.ValueOf(s)
	for i, v := range variables() {
		if v.whose == ofOneTown || isUnset(of.Field(i)) {
			continue
		}
		values[v.name] = fmt.Sprint(of.Field(i).Interface())
	}
	delete(values, "TOWNS")
	delete(values, "OFFICE")
	delete(values, "TRUSTED_PROXIES") // the program has read it
	return values
}
