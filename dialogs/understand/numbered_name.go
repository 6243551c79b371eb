package understand

import (
	"slices"

	"terminbote/booking"
)

// numberedNames finds concerns that are called by a number, as "Vordruck 124" or
// "Klasse B96", by the first word. There a number is no quantity.
type numberedNames map[string][]fullName

func newNumberedNames(d Directory) numberedNames {
	all := numberedNames{}
	for _, c := range d.Concerns {
		for _, name := range slices.Concat(c.Names, c.Synonyms) {
			if words := withoutSigns(name); isNumbered(words) {
				all.enter(fullName{words, c.ID})
			}
		}
	}
	return all
}

// enter adds a name. What several are called stands for none.
func (n numberedNames) enter(name fullName) {
	first := name.words[0].text
	for i, other := range n[first] {
		if slices.EqualFunc(other.words, name.words, func(a, b word) bool { return a.text == b.text }) {
			if other.id != name.id {
				n[first][i].id = ""
			}
			return
		}
	}
	n[first] = append(n[first], name)
}

// withoutSigns is the words of a text without its signs.
func withoutSigns(text string) []word {
	words, _ := wordsIn(oneCleanLine(text))
	return slices.DeleteFunc(words, func(w word) bool { return w.kind == sign })
}

// isNumbered tells whether a name begins with a word and has a number in it.
func isNumbered(words []word) bool {
	isNumber := func(w word) bool { return w.kind == digits }
	return len(words) > 1 && !isNumber(words[0]) && slices.ContainsFunc(words, isNumber)
}

// numbered finds the concerns that the message calls by a number.
func (m *message) numbered() []candidate {
	var all []candidate
	for i, w := range m.words {
		for _, name := range m.reader.numberedNames[w.text] {
			to, stands := name.numberedAt(m.words, i)
			if !stands || name.id == "" {
				continue
			}
			c := candidate{from: i, to: to, sure: 1, bonus: concernBonus, value: ConcernValue{ID: name.id}}
			if m.onlyAskedAbout(c) {
				c.sure = unsure
			}
			all = append(all, c)
		}
	}
	return all
}

// numberedIn is the first concern that these words call by a number; empty where
// they call none so.
func (m *message) numberedIn(from, to int) booking.ConcernID {
	for i := from; i < to; i++ {
		for _, name := range m.reader.numberedNames[m.words[i].text] {
			if end, stands := name.numberedAt(m.words, i); stands && end <= to && name.id != "" {
				return name.id
			}
		}
	}
	return ""
}

// numberedAt is where a name ends that begins at a word, whatever signs stand
// between its words.
func (n fullName) numberedAt(words []word, at int) (to int, stands bool) {
	for _, w := range n.words {
		for at < len(words) && words[at].kind == sign {
			at++
		}
		if at == len(words) || words[at].text != w.text {
			return 0, false
		}
		at++
	}
	return at, true
}
