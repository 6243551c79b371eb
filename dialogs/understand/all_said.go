package understand

import (
	"slices"

	"terminbote/booking"
)

// allOfThose says that all that is asked about is meant.
type allOfThose struct{}

func (allOfThose) value() {}

// ofAll is how much more it counts that all that is listed is meant than that it is enough.
const ofAll = 3

// allListed reads "beides" where it is asked which of a few concerns is meant, and "beides
// nicht". At the review it says that two of something are wanted, and is no yes.
func (g *grammar) allListed() []candidate {
	if len(g.m.words) == 0 {
		return nil
	}
	_, end := g.m.clauseOf(0, 1)
	whole, both := end == len(g.m.words), boths[g.word(0).text]
	switch {
	case len(g.m.in.Between) > 1 && g.namesAll(end) && both && slices.ContainsFunc(g.m.words[:end], func(w word) bool { return denying[w.text] }):
		return []candidate{{from: 0, to: end, sure: 1, bonus: ofAll, value: IntentValue{No}}}
	case len(g.m.in.Between) > 1 && g.namesAll(end) && (whole || both):
		return []candidate{{from: 0, to: end, sure: 1, bonus: ofAll, value: allOfThose{}}}
	case g.expects(ExpectReview) && both && len(g.m.words) == 1:
		return []candidate{{from: 0, to: end, sure: 1, bonus: ofAll, value: led{}}}
	}
	return nil
}

// namesAll tells whether the words before end say nothing else than that all of what is
// listed is meant: "ich brauche beides".
func (g *grammar) namesAll(end int) bool {
	names := false
	for i, w := range g.m.words[:end] {
		_, counted := g.countAt(i)
		all := alls[w.text] || boths[w.text]
		if severals[w.text] || !all && counted == 0 && !isSmall(w.text) {
			return false
		}
		names = names || all
	}
	return names
}

// Words for all of what is listed, and for two of it.
var (
	alls  = tellingWords(func(q questionWords) string { return q.alls })
	boths = tellingWords(func(q questionWords) string { return q.boths })
)

// allAsked is the concerns that are meant where all are: of a single person's and a
// family's, the family's.
func (m *message) allAsked() []booking.ConcernID {
	single := func(id booking.ConcernID) bool { return !m.reader.IsForSeveral(id) }
	if families := slices.DeleteFunc(slices.Clone(m.in.Between), single); len(families) > 0 {
		return families
	}
	return m.in.Between
}
