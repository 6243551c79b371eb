package understand

import "slices"

// denied tells whether a frame says what somebody does not want: "nicht
// Reisepass", "statt Reisepass", "den Reisepass doch nicht".
func (f *finder) denied(p frame) bool {
	known := slices.DeleteFunc(slices.Clone(p.items), func(it item) bool { return it.unknown })
	if len(known) == 0 {
		return false
	}
	first, last := known[0], known[len(known)-1]
	return f.deniedBefore(first.from) || f.deniedAfter(last.to)
}

// deniedBefore looks for "nicht", "kein" or "statt" before a thing.
func (f *finder) deniedBefore(at int) bool {
	for i := at - 1; i >= max(0, at-4); i-- {
		if i+1 < len(f.words) && f.words[i+1].startsClause() {
			return false
		}
		w := f.words[i].text
		if denying[w] || instead[w] || w == "instead" && i+1 < at && f.words[i+1].text == "of" {
			return true
		}
		if rathers[w] || joining[w] || !isSmall(w) && !f.usual(w) {
			return false
		}
	}
	return false
}

// deniedAfter looks for "nicht" behind a thing, in the same thought and before
// another thing.
func (f *finder) deniedAfter(at int) bool {
	for i := at; i < min(len(f.words), at+6); i++ {
		w := f.words[i]
		if w.startsClause() || rathers[w.text] || joining[w.text] {
			return false
		}
		if denying[w.text] {
			return !f.wordSays(w.text)
		}
		if !isSmall(w.text) && !f.usual(w.text) {
			return false
		}
	}
	return false
}

func (f *finder) wordSays(text string) bool { return len(f.rank.words.exact[text]) > 0 }
