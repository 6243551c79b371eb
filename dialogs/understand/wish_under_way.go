package understand

import "slices"

// refusesChosen tells whether somebody who has booked nothing yet says only that they cannot come then: "stopp,
// Mittwoch kann ich doch nicht", "da kann ich doch nicht".
func (g *grammar) refusesChosen(places []int) bool {
	from, to := g.m.clauseOf(places[0], places[len(places)-1]+1)
	clause := g.m.words[from:to]
	if !g.m.books() || !slices.ContainsFunc(clause, func(w word) bool { return denying[w.text] }) ||
		slices.ContainsFunc(clause, func(w word) bool { return cancelling[w.text] || appointing[w.text] }) {
		return false
	}
	return len(g.m.whenIn(from, to)) > 0 || len(thatTime.in(g.m.words, from, to)) > 0
}

// refusesThen tells whether a message says no more than that the time chosen does not do, without its name:
// "stopp, da kann ich doch nicht", "I can't make it then".
func (g *grammar) refusesThen() bool {
	last := len(g.m.words)
	if last == 0 || !g.m.books() || g.m.mark(last) {
		return false
	}
	from, _ := g.m.clauseOf(last-1, last)
	if len(thatTime.in(g.m.words, from, last)) == 0 || len(g.m.whenIn(from, last)) > 0 {
		return false
	}
	denied, able := false, false
	for at := range last {
		w := g.word(at)
		goes := abling[w.text] || coming[w.text] || g.x.goes[w.text] || g.says(at, sCannot) > 0
		denied, able = denied || denying[w.text], able || goes
		if at >= from && !goes && !denying[w.text] && !g.m.isFiller(at) {
			return false
		}
	}
	return denied && able && g.m.onlyHaltsBefore(from)
}

// onlyHaltsBefore tells whether nothing but words that interrupt stand before a place: hang on, stopp.
func (m *message) onlyHaltsBefore(to int) bool {
	for i := 0; i < to; {
		s, found := largest(haltWords.in(m.words, i, to))
		if !found || s.from != i {
			return false
		}
		i = s.to
	}
	return true
}

// thatTime are words for the time that was named or chosen before.
var thatTime = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.thatTime), true) })

// books tells whether a booking is under way, and nothing is booked yet that could be called off.
func (m *message) books() bool {
	under := m.in.Comes || slices.Contains([]Expect{ExpectName, ExpectMail, ExpectPhone, ExpectReview}, m.in.Expect)
	return under && m.in.Seen == SeenNothing && !m.in.Changes && !m.in.Booked && !m.in.Brief
}

// asksOfBooking is the question in which a word at i stands, where a booking is under way: it asks how
// what is not booked yet can be called off later.
func (m *message) asksOfBooking(i int) (thought, bool) {
	all := m.thoughts()
	at := slices.IndexFunc(all, func(t thought) bool { return t.from <= i && i < t.to })
	if !m.books() || at < 0 || !all[at].asked {
		return thought{}, false
	}
	return all[at], true
}
