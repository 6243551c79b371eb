package understand

import (
	"slices"
	"strings"
)

// aboutOffices are topics that may be asked of another authority as well: "Wo
// ist das Standesamt?"
var aboutOffices = map[Topic]bool{AboutPlace: true, AboutHours: true, AboutContact: true}

// belongsTo are words before the place that an authority belongs to.
var belongsTo = tellingWords(func(q questionWords) string { return q.whose })

// newAuthorities makes the lookout for the short names of other authorities.
func newAuthorities(d Directory) *lookout[string] {
	o := newLookout[string]()
	for _, a := range d.Authorities {
		for _, name := range a.Names {
			for _, place := range d.Places {
				name = strings.Join(strings.Fields(strings.ReplaceAll(name, place, "")), " ")
			}
			for _, short := range shortNames(name) {
				o.enter(idiomsIn(short), a.ID)
			}
		}
	}
	return o
}

// shortNames is what people call an authority: its name without whose it is, and
// what stands first in brackets behind it, as its name in the other language.
func shortNames(name string) []string {
	name, aside, _ := strings.Cut(strings.TrimSuffix(name, ")"), "(")
	words := strings.Fields(name)
	if at := slices.IndexFunc(words, func(w string) bool { return belongsTo[w] }); at > 0 {
		name = strings.Join(words[:at], " ")
	}
	other, _, _ := strings.Cut(aside, ",")
	if len(strings.Fields(other)) != 1 {
		return []string{name}
	}
	return []string{name, other}
}

// authorityIn is the other authority that is named in some words; empty: none.
func (m *message) authorityIn(from, to int) string {
	named, _ := largest(m.reader.authorities.in(m.words, from, to))
	return named.value
}
