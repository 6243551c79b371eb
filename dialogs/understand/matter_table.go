package understand

import (
	"embed"
	"path"
	"strings"
	"sync"
)

//go:embed matters/*.txt
var matterFiles embed.FS

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

// matterNames is the names of all matters. The sentences are learnt only where
// a message needs it.
var matterNames = sync.OnceValue(func() []string { return readMatters().names })

// noMatter is the name of what has nothing to do with any.
const noMatter = "-"

// readMatters reads the files of the table. A matter that stands in several is
// one.
func readMatters() matterTable {
	var t matterTable
	files, err := matterFiles.ReadDir("matters")
	if err != nil {
		panic(err) // they are part of the program
	}
	known := map[string]int{}
	for _, f := range files {
		text, err := matterFiles.ReadFile(path.Join("matters", f.Name()))
		if err != nil {
			panic(err)
		}
		t.read(string(text), known)
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
