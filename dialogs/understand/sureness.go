package understand

import (
	"math"
	"slices"
)

// What speaks for it that a concern which is to be taken is meant, and what
// against it: the weights of a logistic regression over what is taken from
// sentences of the tables that the models had not learnt, and from the
// development part of the corpus. They say how much each changes the logarithm
// of the odds.
const (
	oddsFirst     = -1.5  // to begin with
	oddsAhead     = 0.11  // per unit that it is likelier than anything else, as a logarithm
	oddsThere     = 0.27  // the same of its clause
	oddsRest      = 2.27  // that the rest of the message is about it too
	oddsWanted    = 0.28  // per unit of the odds that it is wanted whatever else is, as a logarithm
	oddsRival     = 0.29  // per unit that it is wanted rather than anything else
	oddsSaid      = 0.44  // that it was said surely
	oddsUnheard   = -1.34 // that nobody knows any word of what is said
	oddsLeft      = -0.49 // that no word has to do with it, nor with what is taken beside it
	oddsAsking    = -0.15 // per unit of the odds that the message only asks
	oddsTalk      = -0.33 // and that it only talks
	oddsTold      = -0.11 // that something is said to have been
	oddsElsewhere = 0.63  // that others do it: what they do is seldom named in vain
	oddsAll       = 1.03  // that it is called by its name, and this is all that is said
	oddsLate      = -1.1  // that it was left out before, as something else was clearer
	oddsListed    = 0.68  // that it stands in a list with something else that is taken
)

// sureness is what a message says for and against one matter that is to be
// taken from it.
type sureness struct {
	likely, next  float64 // that the whole is about it, and about anything else that is not taken
	heard, louder float64 // that the clause in which it stands is, heard by itself, and about anything else
	rest          float64 // that the message without that clause is about it
	wanted, rival float64 // that it is wanted whatever else is, and what else is likeliest
	said          float64 // how surely it was said
	fit           float64 // how well a part of the message is what it is called
	unheard       float64 // share of the words that stand in no table
	left          float64 // share of the words that have to do with nothing that is taken
	asking, talk  float64 // how likely the message only asks, or talks
	told          bool    // something is said to have been
	elsewhere     bool
	listed        bool // it stands in a list with something else that is taken
	late          bool // something else was clearer, so that it was left out before
}

// chance is how likely it is that the matter is meant.
func (s sureness) chance() float64 {
	odds := oddsFirst + oddsAhead*ahead(s.likely, s.next) + oddsThere*ahead(s.heard, s.louder) + oddsRest*s.rest
	odds += oddsWanted*oddsOf(s.wanted, 0.005) + oddsRival*ahead(s.wanted, s.rival)
	odds += oddsSaid*s.said + oddsUnheard*s.unheard + oddsLeft*s.left
	odds += oddsAsking*oddsOf(s.asking, 0.01) + oddsTalk*oddsOf(s.talk, 0.01)
	for _, o := range []struct {
		is   bool
		odds float64
	}{{s.isAll(), oddsAll}, {s.late, oddsLate}, {s.listed, oddsListed}, {s.elsewhere, oddsElsewhere}, {s.told, oddsTold}} {
		if o.is {
			odds += o.odds
		}
	}
	return 1 / (1 + math.Exp(-odds))
}

// ahead is how much likelier one thing is than another, as a logarithm.
func ahead(one, other float64) float64 { return math.Log((one + ofDoubt) / (other + ofDoubt)) }

// oddsOf is the logarithm of the odds of a chance, which is nearer to neither side than least.
func oddsOf(chance, least float64) float64 {
	chance = min(max(chance, least), 1-least)
	return math.Log(chance / (1 - chance))
}

// isAll tells whether the matter is called by its name, and nothing else is said
// but what is taken with it.
func (s sureness) isAll() bool { return s.fit >= wholly && s.left == 0 && s.unheard == 0 }

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

// sureOf is what the parts of a message and the whole of it say for what is to
// be taken.
func (j *judge) sureOf(c candidate, found []candidate) sureness {
	f, entry := j.f, j.f.entryOf(c.value)
	taken := f.entriesIn(found)
	s := sureness{elsewhere: f.rank.entries[entry].elsewhere, left: f.left(taken, j.its), unheard: j.unheard, told: j.told, said: c.sure}
	for _, g := range j.guesses {
		switch {
		case g.entry == entry || f.sameButCases(g.entry, entry):
			s.likely = max(s.likely, g.likely)
		case !slices.Contains(taken, g.entry):
			s.next = max(s.next, g.likely)
		}
	}
	for _, p := range j.parts {
		if slices.Contains(f.entriesOf(p.value), entry) {
			s.fit = max(s.fit, p.sure)
		}
	}
	if s.elsewhere && !s.isAll() {
		s.next = max(s.next, j.none) // what others do is often only mentioned
	}
	for _, g := range j.wants {
		if g.entry == entry || f.sameButCases(g.entry, entry) {
			s.wanted = max(s.wanted, g.likely)
		} else {
			s.rival = max(s.rival, g.likely)
		}
	}
	s.listed = f.isListed(c, found)
	s.asking, s.talk = float64(j.sounds(kindQuestion)), float64(j.sounds(kindTalk))
	j.hear(c, entry, &s)
	return s
}

// hear is what the clause says in which something stands, and what the rest does.
func (j *judge) hear(c candidate, entry int32, s *sureness) {
	from, to := j.f.clauseOf(c)
	alone, without := j.heardAlone(candidate{from: from, to: to}), slices.Clone(j.open)
	clear(without[from:to])
	s.heard, s.louder = likelihood(alone.guesses, entry), max(alone.none, likeliestBut(alone.guesses, entry))
	rest, _ := j.reader.guesses(j.words, without, j.its)
	s.rest = likelihood(rest, entry)
}

// likeliestBut is how likely anything is but one entry.
func likeliestBut(all []guess, entry int32) float64 {
	for _, g := range all {
		if g.entry != entry {
			return g.likely
		}
	}
	return 0
}
