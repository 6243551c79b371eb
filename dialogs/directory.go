package dialogs

import (
	"crypto/sha256"
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"weak"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// Directory is what a town does, by everything people call it, made ready for
// reading what they type. It belongs to one reading of the office files, and
// holds the concerns of all days; what staff change later renames nothing.
type Directory struct{ ready func() *ready }

// ready is words made ready for reading.
type ready struct {
	once   sync.Once
	reader *understand.Reader
}

func (r *ready) filled(words understand.Directory) *ready {
	r.once.Do(func() { r.reader = understand.NewReader(words) })
	return r
}

// Directories is the directories of all towns of an installation. What towns say
// alike is made ready and kept once: a hundred towns that took their office file from
// one catalogue are as large as one. It is safe for concurrent use.
type Directories struct {
	mu   sync.Mutex
	made map[[sha256.Size]byte]weak.Pointer[ready] // by the words; those of no directory go
}

// Of is the directory of a town. It is made ready with the first message that is read:
// programs that read none start without it.
func (d *Directories) Of(town booking.Town) *Directory {
	return &Directory{sync.OnceValue(func() *ready {
		words := Entries(town)
		return d.of(words).filled(words)
	})}
}

// of is what is made of some words, or is to be.
func (d *Directories) of(words understand.Directory) *ready {
	hash := sha256.New()
	_ = json.NewEncoder(hash).Encode(words) // plain data, and a hash always takes it
	key := [sha256.Size]byte(hash.Sum(nil))
	d.mu.Lock()
	defer d.mu.Unlock()
	if r := d.made[key].Value(); r != nil {
		return r
	}
	maps.DeleteFunc(d.made, func(_ [sha256.Size]byte, w weak.Pointer[ready]) bool { return w.Value() == nil })
	if d.made == nil {
		d.made = map[[sha256.Size]byte]weak.Pointer[ready]{}
	}
	r := new(ready)
	d.made[key] = weak.Make(r)
	return r
}

// RememberingDirectory is a directory that reads the same words once: for tests,
// which type the same in thousands of states of a talk.
func RememberingDirectory(town booking.Town) *Directory {
	return &Directory{sync.OnceValue(func() *ready { return &ready{reader: understand.NewReader(Entries(town)).Remembering()} })}
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
	for _, a := range town.Authorities() {
		d.Authorities = append(d.Authorities, understand.AuthorityEntry{ID: a.ID, Names: inEvery(a.Name)})
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
func (f Facts) reader() *understand.Reader { return f.Directory.ready().reader }

// found is the concerns that some words may mean, the likeliest first.
func (f Facts) found(words, lang string) []booking.Concern {
	var all []booking.Concern
	for _, found := range f.reader().Read(words, understand.Context{Lang: lang}).Found {
		v, ok := found.Value.(understand.ConcernValue)
		if !ok {
			continue
		}
		for _, id := range append([]booking.ConcernID{v.ID}, v.Rivals...) {
			if c, known := f.Town.Concern(id); known {
				all = append(all, c)
			}
		}
	}
	return all
}

// allNamed is the concerns that some words name, as far as they are clear, and
// whether all of them are: none is meant beside another, or left out.
func (f Facts) allNamed(words, lang string) (all []understand.ConcernValue, clear bool) {
	in := understand.Context{Lang: lang}
	if f.reader().IsChoice(words, in) {
		return nil, false
	}
	for _, found := range f.reader().Read(words, in).Found {
		v, ok := found.Value.(understand.ConcernValue)
		if !ok {
			continue
		}
		if v.Negated || len(v.Rivals) > 0 || found.Sure < understand.Doubt {
			return all, false
		}
		all = append(all, v)
	}
	return all, true
}
