package understand

import "slices"

// aStory is how many words tell a story, in which not everything that is named
// is what somebody comes for.
const aStory = 15

// toldByTheWay tells whether a frame of a story neither does something nor
// stands beside a word that wants something.
func (f *finder) toldByTheWay(p frame) bool {
	if f.told() < aStory || f.has(p, anAct) || len(p.lent) > 0 {
		return false
	}
	from, to := p.items[0].from, p.items[len(p.items)-1].to
	for from > 0 && !f.endsThought(from) {
		from--
	}
	for to < len(f.words) && !f.endsThought(to) {
		to++
	}
	return !slices.ContainsFunc(f.words[from:to], func(w word) bool { return wanting[w.text] })
}

// told is how many words a message has that nothing else explains.
func (f *finder) told() int {
	n := 0
	for _, free := range f.free {
		if free {
			n++
		}
	}
	return n
}

func (f *finder) endsThought(at int) bool {
	return f.words[at].startsClause() || breaking[f.words[at].text]
}

// fewWords may be nothing but a trait: "Ehrenamt".
const fewWords = 3

// onlyTraits tells whether a frame says neither what it is about nor what is
// to be done.
func (f *finder) onlyTraits(p frame) bool {
	return !f.has(p, aThing) && !f.has(p, anAct) && len(p.lent) == 0
}
