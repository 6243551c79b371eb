package command

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"terminbote/booking"
)

// withoutName is how --town names the town without a name.
const withoutName = "-"

// officeFlag lets a command be told the office files. Each command goes by those of
// serve where it is told nothing: they may share a database.
func officeFlag(set *flag.FlagSet) *string {
	return set.String("office", os.Getenv("OFFICE"), "office `FILE|FOLDER` (default $OFFICE, else the sample office, Werne's)")
}

// whichTown is the flags that tell a command for which town it works.
type whichTown struct {
	set          *flag.FlagSet
	office, town *string
	towns        string // the folder TOWNS; empty: the installation is one town's
}

// townFlags lets a command be told for which town it works: by its office files, and
// by its name where TOWNS names a folder with several.
func townFlags(set *flag.FlagSet) *whichTown {
	w := townFlag(set)
	w.office = officeFlag(set)
	return w
}

// townFlag is townFlags for a command that names office files otherwise.
func townFlag(set *flag.FlagSet) *whichTown {
	return &whichTown{
		set: set, towns: os.Getenv("TOWNS"),
		town: set.String("town", "", "the town's `NAME`, where $TOWNS is set; - for the town without a name"),
	}
}

// load is the town, with its offices. Where there are several and none is named it
// works for none: rows would be looked for, or entered, in the wrong one.
func (w *whichTown) load() (booking.Town, error) {
	id, err := w.id()
	if err != nil {
		return booking.Town{}, err
	}
	path := *w.office
	if id != "" && !w.given("office") {
		path = filepath.Join(w.towns, string(id))
	}
	town, err := loadTown(path)
	town.ID = id
	return town, err
}

// id is the name of the town.
func (w *whichTown) id() (booking.TownID, error) {
	name := *w.town
	switch {
	case w.towns == "" && name == "", w.towns != "" && name == withoutName:
		return "", nil
	case w.towns == "":
		return "", wrongCall{"--town: TOWNS, the folder with the towns, was expected in the environment"}
	}
	all, err := townsIn(w.towns)
	if err != nil {
		return "", wrongCall{err.Error()}
	}
	if name == "" {
		return "", wrongCall{fmt.Sprintf("--town NAME was expected, since TOWNS is set: one of %s, or %s for the town without a name", namesOf(all), withoutName)}
	}
	if !slices.Contains(all, booking.TownID(name)) {
		return "", wrongCall{fmt.Sprintf("--town: one of %s was expected, or %s for the town without a name, not %q", namesOf(all), withoutName, name)}
	}
	return booking.TownID(name), nil
}

// namesOf is the names of towns, the first of many.
func namesOf(all []booking.TownID) string {
	const most = 20
	var names []string
	for _, id := range all[:min(most, len(all))] {
		names = append(names, string(id))
	}
	if len(all) > most {
		names = append(names, fmt.Sprintf("%d more in the folder TOWNS", len(all)-most))
	}
	return strings.Join(names, ", ")
}

// given tells whether a flag stands in the call.
func (w *whichTown) given(name string) (is bool) {
	w.set.Visit(func(f *flag.Flag) { is = is || f.Name == name })
	return is
}

// values is the variables that the town goes by: those of the environment, or of its
// folder.
func (w *whichTown) values() (map[string]string, error) {
	id, err := w.id()
	if err != nil {
		return nil, err
	}
	values, wrong := environment(), faults(nil)
	if id != "" {
		own, mistaken := readTownFile(filepath.Join(w.towns, string(id), settingsFile))
		values, wrong = w.shared(values), mistaken
		for name, value := range own {
			values[name] = value
		}
	}
	values, unread := withFiles(values)
	return values, append(wrong, unread...).join()
}

// shared is the variables of the environment that a town goes by too.
func (w *whichTown) shared(values map[string]string) map[string]string {
	all := map[string]string{}
	for _, v := range variables() {
		if v.whose == ofBoth && values[v.name] != "" {
			all[v.name] = values[v.name]
		}
	}
	return all
}

// examine is the settings that serve has the town go by, and what is wrong with them.
func (w *whichTown) examine() (settings, faults, error) {
	id, err := w.id()
	if err != nil {
		return settings{}, nil, err
	}
	program, wrong := examineValues(environment())
	if id == "" {
		return program, wrong, nil
	}
	set, mistaken := program.ofTownAs(filepath.Join(w.towns, string(id)))
	return set, append(wrong, mistaken...), nil
}
