package office

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"terminbote/booking"
)

// alike keeps once what several office files say alike, as those of a city do: texts
// are most of the memory that an office takes.
type alike struct {
	mu      sync.Mutex
	strings map[string]string
	texts   map[string]booking.Text
	words   map[string]map[string][]string
}

func newAlike() *alike {
	return &alike{strings: map[string]string{}, texts: map[string]booking.Text{}, words: map[string]map[string][]string{}}
}

// string is a string of its own: a part of a file would keep the whole file.
func (a *alike) string(s string) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	if same, ok := a.strings[s]; ok {
		return same
	}
	s = strings.Clone(s)
	a.strings[s] = s
	return s
}

// text is a text, or the same one that was read before. Nobody changes either.
func (a *alike) text(t booking.Text) booking.Text {
	var key strings.Builder
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		key.WriteString(lang + "\x00" + t[lang] + "\x00")
	}
	return once(a, a.texts, key.String(), t)
}

// synonyms is the same for words.
func (a *alike) synonyms(w map[string][]string) map[string][]string {
	var key strings.Builder
	for _, lang := range slices.Sorted(maps.Keys(w)) {
		key.WriteString(lang + "\x00" + strings.Join(w[lang], "\x01") + "\x00")
	}
	return once(a, a.words, key.String(), w)
}

func once[T any](a *alike, known map[string]T, key string, v T) T {
	a.mu.Lock()
	defer a.mu.Unlock()
	if same, ok := known[key]; ok {
		return same
	}
	known[key] = v
	return v
}
