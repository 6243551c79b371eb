package office

import (
	"bytes"
	_ "embed"
	"fmt"
	"regexp"
	"sync"

	"github.com/goccy/go-yaml"
)

// message is a sentence, or a part of one, about an office file. Its format is
// English; the table of another language says the same with the same gaps.
type message struct {
	format string
	args   []any
}

func say(format string, args ...any) message { return message{format, args} }

// in is the message in a language, English where there is no table for it.
func (m message) in(lang string) string {
	format := m.format
	if lang == german {
		if translated, ok := inGerman()[m.format]; ok {
			format = translated
		}
	}
	args := make([]any, len(m.args))
	for i, a := range m.args {
		if part, ok := a.(message); ok {
			a = part.in(lang)
		}
		args[i] = a
	}
	if len(args) == 0 {
		return format // what an editor shows may hold a %
	}
	return fmt.Sprintf(format, args...)
}

// German offices write their files, and read what is wrong with them, in German.
const german = "de"

//go:embed german.yaml
var germanTable []byte

// inGerman is the German format for each English one.
var inGerman = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	if err := yaml.Unmarshal(germanTable, &table); err != nil {
		// The table is part of the program; a test reads it.
		panic(err)
	}
	return table
})

// firstLanguage finds the file's first language also where the rest of it
// cannot be read.
var firstLanguage = regexp.MustCompile(`(?m)^languages:[\s\[\-]*["']?([a-zA-Z]+)`)

// languageOf is the language in which to speak about a file.
func languageOf(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		data = bytes.ReplaceAll(data, []byte{0}, nil) // UTF-16: good enough for the language
	}
	if found := firstLanguage.FindSubmatch(data); found != nil {
		return string(found[1])
	}
	return ""
}
