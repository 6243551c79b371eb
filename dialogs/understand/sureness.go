package understand

import (
	"math"
	"slices"
)

// What speaks for it that a concern which is to be taken is meant, and what
// against it: the weights of a logistic regression over sentences that the
// model had not learnt (BenchmarkFolds prints how it fares). They say how much
// each changes the logarithm of the odds.
const (
	oddsAtFirst  = -0.7
	oddsAhead    = 0.38  // per unit that it is likelier than anything else, as a logarithm
	oddsLikely   = 1.14  // that the whole is about it for certain
	oddsFit      = 0.65  // that a part of the message is what it is called
	oddsUnheard  = -0.7  // that nobody knows any word of what is said
	oddsStrange  = -0.5  // that a thing or an act is named besides that it has nothing to do with
	oddsPerWord  = 0.12  // per word that says something
	oddsWonders  = -1.23 // that it is asked about
	oddsOfOthers = 0.84  // that others do it: what they do is seldom named in vain

	mostCounted = 10
	takenAt     = 0.5 // chance that it is meant, from which on it is taken
)

// sureness is what a message says for and against one matter that is to be
// taken from it.
type sureness struct {
	likely, next float64 // that the whole is about it, and about anything else
	fit          float64 // how well a part of the message is what it is called
	words        int     // that say something
	unheard      int     // of these, that stand in no table
	strange      bool    // a thing or an act is named that it has nothing to do with
	wonders      bool
	elsewhere    bool
}

// chance is how likely it is that the matter is meant.
func (s sureness) chance() float64 {
	odds := oddsAtFirst + oddsLikely*s.likely + oddsFit*s.fit + oddsPerWord*float64(min(s.words, mostCounted))
	odds += oddsAhead * math.Log((s.likely+ofDoubt)/(s.next+ofDoubt))
	odds += oddsUnheard * float64(s.unheard) / float64(max(1, s.words))
	if s.strange {
		odds += oddsStrange
	}
	if s.wonders {
		odds += oddsWonders
	}
	if s.elsewhere {
		odds += oddsOfOthers
	}
	return 1 / (1 + math.Exp(-odds))
}

// unopposed tells whether nothing speaks against the matter.
func (s sureness) unopposed() bool {
	return s.next <= s.likely && s.unheard == 0 && !s.strange && !s.wonders
}

// doubted asks about what would be taken and is likely not to be meant, beside
// what could be meant as well.
func (m *message) doubted(f *finder, its []item, frames []frame, chosen, found, parts []candidate) []candidate {
	at := slices.IndexFunc(found, isTaken)
	if at < 0 || f.isFamilies(found[at:at+1]) || slices.ContainsFunc(found[at+1:], isTaken) || slices.ContainsFunc(found, isNegated) || !m.mayGuess(chosen) || f.foreign {
		return found
	}
	entry := f.entryOf(found[at].value)
	if !m.reader.matters.knows(entry) {
		return found
	}
	open := f.evidenceFor(m.mayTell(f, chosen), frames)
	if !slices.Contains(open[found[at].from:found[at].to], true) {
		return found // what says it tells nothing by itself: "keine Werbung"
	}
	guesses, none := m.reader.guesses(m.words, open, its)
	s := f.sureOf(entry, its, guesses, parts)
	if s.fit < wholly {
		s.next = max(s.next, none) // what is named in full is about something
	}
	if f.wantsIt(parts) {
		none = 0
	}
	s.words, s.unheard = m.heardIn(open, its)
	s.wonders = m.wonders()
	if s.unheard == 0 && !s.strange && f.isPlain(parts) {
		return found
	}
	if s.fit >= wholly && (s.elsewhere && none < allButCertain || s.unopposed()) {
		return found // it is named, and nothing speaks against it
	}
	if s.chance()*f.plainness(frames) >= takenAt && !slices.ContainsFunc(frames, f.handsIn) {
		return found
	}
	all := slices.Clone(found)
	all[at] = f.asked(found[at], entry, guesses)
	return all
}

// handsIn tells whether somebody found what another has lost: nobody says that
// it is theirs, and they come to hand it in rather than to collect it.
func (f *finder) handsIn(p frame) bool {
	if !f.speaksOf(p, find) || !f.speaksOf(p, belonging) && !f.speaksOf(p, wallet) && !f.speaksOf(p, lostFound) {
		return false
	}
	return !slices.ContainsFunc(f.words, func(w word) bool { return mine[w.text] })
}

// plainness is 1 where somebody wants something, does something, or says little;
// less where a thing only stands in a sentence: "die Katze sitzt auf dem Ausweis".
func (f *finder) plainness(frames []frame) float64 {
	wants := slices.ContainsFunc(f.words, func(w word) bool { return wanting[w.text] || needing[w.text] })
	acts := slices.ContainsFunc(frames, func(p frame) bool { return f.has(p, anAct) || f.has(p, aUsualAct) || len(p.lent) > 0 })
	if wants || acts || f.told() <= plainly && !f.states() {
		return 1
	}
	return ofMereThing
}

// states tells whether a short message is a sentence with a verb that only says
// how something is: "mein Auto ist rot".
func (f *finder) states() bool {
	return f.told() >= fewestStated && slices.ContainsFunc(f.words, func(w word) bool { return beens[w.text] })
}

const fewestStated = 4 // words of a sentence that states something

const ofMereThing = 0.8

// isTaken tells whether a candidate would be taken without a question.
func isTaken(c candidate) bool {
	v, is := c.value.(ConcernValue)
	return c.sure >= 0.5 && (!is || !v.Negated && len(v.Rivals) == 0)
}

// sureOf is what the parts of a message and the whole of it say for a matter.
func (f *finder) sureOf(entry int32, its []item, guesses []guess, parts []candidate) sureness {
	s := sureness{elsewhere: f.rank.entries[entry].elsewhere}
	for _, g := range guesses {
		switch {
		case g.entry == entry || f.sameButCases(g.entry, entry):
			s.likely = max(s.likely, g.likely)
		default:
			s.next = max(s.next, g.likely)
		}
	}
	for _, c := range parts {
		if slices.Contains(f.entriesOf(c.value), entry) {
			s.fit = max(s.fit, c.sure)
		}
	}
	for _, it := range its {
		if !it.unknown && (f.itemHas(it, aThing) || f.itemHas(it, anAct)) && !f.concerns(entry, it) {
			s.strange = true
		}
	}
	return s
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

// asked is a candidate that is asked about, with what it could be as well.
func (f *finder) asked(c candidate, entry int32, guesses []guess) candidate {
	c.sure = unsure
	v, is := c.value.(ConcernValue)
	if !is {
		return c
	}
	for _, g := range guesses {
		e := f.rank.entries[g.entry]
		if g.entry != entry && g.likely >= rivalFrom && !e.elsewhere && !f.sameButCases(g.entry, entry) && len(v.Rivals) < mostAsked-1 {
			v.Rivals = append(v.Rivals, e.concernID())
		}
	}
	if len(v.Rivals) > 0 {
		c.sure = clearFit
	}
	c.value = v
	return c
}
