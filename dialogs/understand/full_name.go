package understand

import "terminbote/booking"

// longName is the length in words from which the full name of a concern means
// that concern and no other, even if it names others: "Personalausweis,
// Reisepass oder eID-Karte abholen".
const longName = 4

// fullNames finds concerns by their names in full, by the first word.
type fullNames map[string][]fullName

type fullName struct {
	words []word
	id    booking.ConcernID
}

func newFullNames(d Directory) fullNames {
	all := fullNames{}
	for _, c := range d.Concerns {
		for _, name := range c.Names {
			words, _ := wordsIn(oneCleanLine(name))
			if len(words) >= longName {
				all[words[0].text] = append(all[words[0].text], fullName{words, c.ID})
			}
		}
	}
	return all
}

// in finds the first name that stands in words which nothing else explains.
func (n fullNames) in(words []word, free []bool) (candidate, bool) {
	for i, w := range words {
		for _, name := range n[w.text] {
			if name.standsAt(words, free, i) {
				return candidate{from: i, to: i + len(name.words), sure: 1, bonus: concernBonus, value: ConcernValue{ID: name.id}}, true
			}
		}
	}
	return candidate{}, false
}

func (n fullName) standsAt(words []word, free []bool, at int) bool {
	if at+len(n.words) > len(words) {
		return false
	}
	for i, w := range n.words {
		if words[at+i].text != w.text || !free[at+i] {
			return false
		}
	}
	return true
}
