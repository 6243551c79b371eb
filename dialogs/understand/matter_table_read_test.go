package understand

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// heard is a sentence that somebody could say, and which matter it is about.
type heard struct {
	matter int
	text   string
}

// matterTable is matters by name, and how people speak of each.
type matterTable struct {
	names []string
	heard []heard
}

// readMatters reads the files of the table. A matter that stands in several is
// one.
func readMatters() matterTable { return readTable("matters") }

// readTable reads the files of a folder.
func readTable(folder string) matterTable {
	var t matterTable
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		panic(fmt.Sprint(files, err))
	}
	known := map[string]int{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		t.read(string(text), known)
	}
	return t
}

// readTalks reads the table of talk. What people come for is none.
func readTalks() matterTable {
	t := readTable("talks")
	none := slices.Index(t.names, noMatter)
	for _, h := range readMatters().heard {
		t.heard = append(t.heard, heard{none, h.text})
	}
	return t
}

func (t *matterTable) read(text string, known map[string]int) {
	at := -1
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, isName := strings.CutPrefix(line, "= ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case isName:
			i, ok := known[name]
			if !ok {
				i = len(t.names)
				known[name] = i
				t.names = append(t.names, name)
			}
			at = i
		default:
			t.heard = append(t.heard, heard{at, line})
		}
	}
}
