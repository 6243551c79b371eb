package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// mostFound is how many concerns a search shows.
const mostFound = 8

// Directory is a town's concerns by everything people call them, in any
// language. It is made once, as the office files are read once; what staff lay
// down later renames nothing.
type Directory struct {
	index  *understand.Index
	reader *understand.Reader
}

// NewDirectory makes the directory of a town.
func NewDirectory(town booking.Town) *Directory {
	var entries []understand.Entry
	for _, category := range town.Categories() {
		for _, c := range town.ConcernsIn(category.ID) {
			entries = append(entries, entry(c))
		}
	}
	return &Directory{understand.NewIndex(entries), understand.NewReader(Entries(town))}
}

// Entries is what a town does and can be asked, in the words of its office
// files.
func Entries(town booking.Town) understand.Directory {
	var d understand.Directory
	for _, category := range town.Categories() {
		for _, c := range town.ConcernsIn(category.ID) {
			d.Concerns = append(d.Concerns, understand.ConcernEntry{
				ID: c.ID, Names: inEvery(c.Name), Synonyms: wordsOf(c.Synonyms), Words: inEvery(c.Explanation),
			})
		}
	}
	for _, e := range town.Elsewhere() {
		d.Elsewhere = append(d.Elsewhere, understand.ElsewhereEntry{ID: e.ID, Names: inEvery(e.Name), Synonyms: wordsOf(e.Synonyms)})
	}
	for _, a := range town.Answers() {
		d.Answers = append(d.Answers, understand.AnswerEntry{ID: a.ID, Synonyms: wordsOf(a.Asked)})
	}
	for _, o := range town.Offices {
		if !slices.Contains(d.Places, o.Address.Town) {
			d.Places = append(d.Places, o.Address.Town)
		}
	}
	return d
}

// inEvery is a text in each language, in a fixed order, so that the directory
// is the same each time.
func inEvery(text booking.Text) []string {
	var all []string
	for _, lang := range locales.Languages() {
		if words := text[lang]; words != "" {
			all = append(all, words)
		}
	}
	return all
}

func wordsOf(byLanguage map[string][]string) []string {
	var all []string
	for _, lang := range locales.Languages() {
		all = append(all, byLanguage[lang]...)
	}
	return all
}

// reader reads what is typed to the offices of the town.
func (f Facts) reader() *understand.Reader {
	if f.Directory == nil {
		return NewDirectory(f.Town).reader
	}
	return f.Directory.reader
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

func (f Facts) hits(query string) []understand.Hit {
	directory := f.Directory
	if directory == nil {
		directory = NewDirectory(f.Town)
	}
	return directory.index.Search(query, mostFound)
}

// found is the concerns that text may mean, the likeliest first.
func (f Facts) found(query string) []booking.Concern {
	var all []booking.Concern
	for _, hit := range f.hits(query) {
		if c, known := f.Town.Concern(booking.ConcernID(hit.ID)); known {
			all = append(all, c)
		}
	}
	return all
}

// isCalled tells whether a concern is called just that.
func isCalled(c booking.Concern, query string) bool {
	e, folded := entry(c), understand.Fold(query)
	return slices.ContainsFunc(slices.Concat(e.Names, e.Synonyms), func(name string) bool {
		return understand.Fold(name) == folded
	})
}
