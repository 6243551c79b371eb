package understand

import (
	"math"
	"slices"

	"terminbote/booking"
)

// What speaks for it that a concern which is to be taken is meant, and what
// against it: the weights of a logistic regression over what is taken from the
// development part of the corpus and from testdata/reader, which the model has
// not learnt. They say how much each changes the logarithm of the odds.
const (
	oddsLikely    = 1.11  // that the whole is about it for certain
	oddsAhead     = 0.69  // per unit that it is likelier than anything else, as a logarithm
	oddsFit       = 1.15  // that a part of the message is what it is called
	oddsAll       = 1.89  // that this is all that is said
	oddsOfOthers  = 0.6   // that others do it: what they do is seldom named in vain
	oddsOfSeveral = 0.43  // that it is one of several: of the corpus, as each sentence of the table has one
	oddsUnheard   = -0.27 // that nobody knows any word of what is said
	oddsLeft      = -0.04 // that no word has to do with it, nor with what is taken beside it
	oddsWonders   = -0.31 // that it is asked about
	oddsTold      = -0.55 // that something is said to have been

	mostly  = 0.85 // of what something is called; so much is said of what is named
	takenAt = 0.65 // chance that it is meant, from which on it is taken
)

// sureness is what a message says for and against one matter that is to be
// taken from it.
type sureness struct {
	likely, next float64 // that the whole is about it, and about anything else that is not taken
	fit          float64 // how well a part of the message is what it is called
	unheard      float64 // share of the words that stand in no table
	left         float64 // share of the words that have to do with nothing that is taken
	told         bool    // something is said to have been
	wonders      bool
	elsewhere    bool
	several      bool // others are named with it, or refused
}

// chance is how likely it is that the matter is meant.
func (s sureness) chance() float64 {
	odds := oddsLikely*s.likely + oddsFit*s.fit + oddsUnheard*s.unheard + oddsLeft*s.left
	odds += oddsAhead * math.Log((s.likely+ofDoubt)/(s.next+ofDoubt))
	for _, o := range []struct {
		is   bool
		odds float64
	}{{s.isAll(), oddsAll}, {s.elsewhere, oddsOfOthers}, {s.several, oddsOfSeveral}, {s.wonders, oddsWonders}, {s.told, oddsTold}} {
		if o.is {
			odds += o.odds
		}
	}
	return 1 / (1 + math.Exp(-odds))
}

// isAll tells whether the matter is called by its name, and nothing else is said
// but what is taken with it.
func (s sureness) isAll() bool { return s.fit >= wholly && s.left == 0 && s.unheard == 0 }

// doubted asks about what would be taken and is likely not to be meant, beside
// what could be meant as well. Each of several is judged by itself; what a few
// words call by its name, and no more, is not doubted.
func (m *message) doubted(f *finder, its []item, frames []frame, chosen, found, parts []candidate) []candidate {
	if f.foreign || !f.wishes || m.takesBack() || !m.mayGuess(chosen) || !slices.ContainsFunc(found, isTaken) {
		return found
	}
	open := f.evidenceFor(m.mayTell(f, chosen), frames)
	guesses, none := m.reader.guesses(m.words, open, its)
	unheard, handsIn := m.unheardIn(open, its), slices.ContainsFunc(frames, f.handsIn)
	idle := f.told() > fewWords && f.told() < aStory && slices.ContainsFunc(its, isUnknown) && !m.isOfOffice(f, its)
	mayAsk := m.mayOnlyAsk()
	all := slices.Clone(found)
	for at, c := range found {
		if !isTaken(c) || !m.mayDoubt(f, c, open) {
			continue
		}
		s := m.sureOf(f, c, found, its, guesses, parts)
		s.unheard = unheard
		if s.elsewhere && !s.isAll() {
			s.next = max(s.next, none) // what others do is often only mentioned
		}
		ours := mayAsk || idle && s.likely < certain
		slight := s.chance() < takenAt && (!s.isAll() || f.told() > plainly) && !(s.fit >= mostly && isSetAgainst(found))
		if slight || ours && !s.elsewhere || handsIn && s.likely < certain {
			all[at] = f.asked(c, found, guesses)
		}
	}
	return all
}

// isSetAgainst tells whether something is expressly not wanted, or several things are
// wanted: who sets one thing against another, or beside it, means what they name.
func isSetAgainst(found []candidate) bool {
	wanted := 0
	for _, c := range found {
		if isNegated(c) {
			return true
		}
		if isTaken(c) {
			wanted++
		}
	}
	return wanted > 1
}

// mayDoubt tells whether the whole of a message can say how likely it is that
// something is meant: the table knows it, it is not counted who comes for it,
// and the words that say it tell something by themselves, unlike "keine Werbung".
func (m *message) mayDoubt(f *finder, c candidate, open []bool) bool {
	return m.reader.matters.knows(f.entryOf(c.value)) && !f.isFamilies([]candidate{c}) && slices.Contains(open[c.from:c.to], true)
}

// handsIn tells whether somebody found what another has lost: nobody says that
// it is theirs, and they come to hand it in rather than to collect it.
func (f *finder) handsIn(p frame) bool {
	if !f.speaksOf(p, find) || !f.speaksOf(p, belonging) && !f.speaksOf(p, wallet) && !f.speaksOf(p, lostFound) {
		return false
	}
	return !slices.ContainsFunc(f.words, func(w word) bool { return mine[w.text] })
}

// isTaken tells whether a candidate would be taken without a question.
func isTaken(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return c.sure >= 0.5 && (!is || !v.Negated && len(v.Rivals) == 0)
}

// sureOf is what the parts of a message and the whole of it say for what is to
// be taken.
func (m *message) sureOf(f *finder, c candidate, found []candidate, its []item, guesses []guess, parts []candidate) sureness {
	entry := f.entryOf(c.value)
	taken := f.entriesIn(found)
	s := sureness{elsewhere: f.rank.entries[entry].elsewhere, left: f.left(taken, its), wonders: m.wondersWithin(c.from, c.to), several: len(taken) > 1 || f.lists()}
	for _, g := range guesses {
		switch {
		case g.entry == entry || f.sameButCases(g.entry, entry):
			s.likely = max(s.likely, g.likely)
		case !slices.Contains(taken, g.entry):
			s.next = max(s.next, g.likely)
		}
	}
	for _, p := range parts {
		if slices.Contains(f.entriesOf(p.value), entry) {
			s.fit = max(s.fit, p.sure)
		}
	}
	s.told = slices.ContainsFunc(m.words, func(w word) bool { return beens[w.text] || done[w.text] })
	return s
}

// lists tells whether a few words name one thing and another, of which nobody may
// know one: "Personalausweis und Dingsbums".
func (f *finder) lists() bool {
	return f.told() <= plainly && slices.ContainsFunc(f.words, func(w word) bool { return joining[w.text] })
}

// entriesIn is the entries that are taken, or expressly not wanted.
func (f *finder) entriesIn(found []candidate) []int32 {
	var all []int32
	for _, c := range found {
		if entry := f.entryOf(c.value); entry >= 0 && (isTaken(c) || isNegated(c)) {
			all = append(all, entry)
		}
	}
	return all
}

// left is the share of the free words that some entries have nothing to do with.
func (f *finder) left(entries []int32, its []item) float64 {
	explained := make([]bool, len(f.words))
	for _, it := range its {
		if it.unknown || !slices.ContainsFunc(entries, func(e int32) bool { return f.concerns(e, it) }) {
			continue
		}
		for i := it.from; i < it.to; i++ {
			explained[i] = true
		}
		for _, i := range it.also {
			explained[i] = true
		}
	}
	said, left := 0, 0
	for i, w := range f.words {
		if !f.free[i] || w.kind != letters || isSmall(w.text) {
			continue
		}
		said++
		if !explained[i] {
			left++
		}
	}
	return float64(left) / float64(max(1, said))
}

// concerns tells whether an entry has to do with what an item says.
func (f *finder) concerns(entry int32, it item) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.rank.speaksOf(entry, id) })
}

// sameButCases tells whether two entries differ only in the number of cases.
func (f *finder) sameButCases(a, b int32) bool {
	x, y := f.rank.entries[a], f.rank.entries[b]
	return x.base != "" && x.base == y.base
}

// heardIn counts the words that say something, and those of them that stand in
// no table.
func (m *message) heardIn(open []bool, its []item) (words, unheard int) {
	for i, w := range m.words {
		if open[i] && w.kind == letters && !isSmall(w.text) {
			words++
		}
	}
	for _, it := range its {
		if it.unknown && !m.reader.model.hasWord(m.words[it.from].text) {
			unheard++
		}
	}
	return words, unheard
}

// unheardIn is the share of the words that stand in no table.
func (m *message) unheardIn(open []bool, its []item) float64 {
	words, unheard := m.heardIn(open, its)
	return float64(unheard) / float64(max(1, words))
}

// asked is a candidate that is asked about, with what it could be as well and
// is not found beside it.
func (f *finder) asked(c candidate, found []candidate, guesses []guess) candidate {
	entry := f.entryOf(c.value)
	c.sure = unsure
	v, is := c.value.(ConcernValue)
	if !is {
		return c
	}
	for _, g := range guesses {
		e := f.rank.entries[g.entry]
		if g.entry != entry && g.likely >= rivalFrom && !e.elsewhere && !f.sameButCases(g.entry, entry) && !isFound(found, e.concernID()) && len(v.Rivals) < mostAsked-1 {
			v.Rivals = append(v.Rivals, e.concernID())
		}
	}
	if len(v.Rivals) > 0 {
		c.sure = clearFit
	}
	c.value = v
	return c
}

// isFound tells whether a concern was found already, wanted or not.
func isFound(all []candidate, id booking.ConcernID) bool {
	return slices.ContainsFunc(all, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		return is && v.ID == id
	})
}
