package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Directory is a town's concerns by everything people call them, in any
// language. It is made once, as the office files are read once; what staff lay
// down later renames nothing.
type Directory struct{ index *understand.Index }

// NewDirectory makes the directory of a town.
func NewDirectory(town booking.Town) *Directory {
	var entries []understand.Entry
	for _, category := range town.Categories() {
		for _, c := range town.ConcernsIn(category.ID) {
			entries = append(entries, entry(c))
		}
	}
	return &Directory{understand.NewIndex(entries)}
}

func entry(c booking.Concern) understand.Entry {
	e := understand.Entry{ID: string(c.ID)}
	for _, name := range c.Name {
		e.Names = append(e.Names, name)
	}
	for _, synonyms := range c.Synonyms {
		e.Synonyms = append(e.Synonyms, synonyms...)
	}
	for _, words := range c.Explanation {
		e.Words = append(e.Words, words)
	}
	return e
}
