package understand

import (
	"slices"

	"terminbote/booking"
)

const (
	mostOfSubject = 7 // words for what is chosen, before who it is for
	mostToWho     = 3 // filler words between "ist" and "für"
	mostOfWho     = 3 // words of a name, or of what something is for
)

// subject is what some words say of what is chosen: the second passport, one of them, the other one.
type subject struct {
	of      []booking.Wish // which of it; empty: that is not said
	named   bool           // it is called what it is
	count   int            // how many of it
	ordinal int            // or which
	other   bool           // or the other one
	partly  bool           // some of it
	the     bool           // it is spoken of as the only one: der Pass
	only    bool           // nobody else is to have it: nur für meine Frau
	people  int            // how many it is for, as far as they are counted
}

// subjectIn reads what the words from one place to another say of what is chosen, and nothing else.
func (m *message) subjectIn(from, to int) (s subject, ok bool) {
	var things []int
	for i := from; i < to; {
		w := m.words[i]
		if w.startsClause() && i > from || speakers[w.text] || needing[w.text] || wanting[w.text] || furthers[w.text] || likewise[w.text] && i+1 < to || m.says(i, sMine) && m.says(i+1, sKin) {
			return subject{}, false
		}
		n := 1
		switch {
		case idiomAt(othersWord, m.words, i) > 0:
			n, s.other = idiomAt(othersWord, m.words, i), true
		case idiomAt(partlyWords, m.words, i) > 0:
			n, s.partly = idiomAt(partlyWords, m.words, i), true
		case m.ordinalAt(i) > 0:
			s.ordinal = m.ordinalAt(i)
		case s.count == 0 && m.amountAt(i) > 0:
			s.count = m.amountAt(i)
		case thes[w.text]:
			s.the = true
		case !articles[w.text] && !likewise[w.text] && !onlies[w.text] && !nays[w.text] && !(m.isFiller(i) && !m.isOfThing(i)):
			things = append(things, i)
		}
		i += n
	}
	if len(things) == 0 {
		if len(m.in.Chosen) == 1 {
			s.of = m.in.Chosen
		}
		return s, s.partly || s.other || s.ordinal > 0 || s.count > 0
	}
	s.of, s.named = m.chosenOf(things[0], things[len(things)-1]+1)
	return s, s.named && len(s.of) == 1
}

// isOfThing tells whether a word belongs to what something is called, though it says little elsewhere.
func (m *message) isOfThing(i int) bool {
	return i < len(m.words) && slices.ContainsFunc(m.reader.catalogue.words.exact[m.words[i].text], func(id conceptID) bool {
		return m.reader.catalogue.words.notions[id].kind == aThing
	})
}

func (m *message) ordinalAt(i int) int {
	for _, g := range m.grammars {
		if value, n := g.at(i, sOrdinal); n == 1 && value > 0 {
			return value
		}
	}
	return 0
}

// amountAt is the number that one word says: zwei, one, 2.
func (m *message) amountAt(i int) int {
	if i < 0 || i >= len(m.words) {
		return 0
	}
	for _, g := range m.grammars {
		if value, n := g.amount(i); n == 1 && value > 0 && value < 100 {
			return value
		}
	}
	return 0
}

// isForWhoAt reads who some of what is chosen is for: "one passport is for baby", "der zweite ist für
// meinen Mann", "eins davon für meine Tochter". That changes nothing, unless more is told of than is chosen.
func (m *message) isForWhoAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || furthers[m.words[i].text] || m.in.Expect == ExpectCode {
		return chosenPart{}, false
	}
	for at := i + 1; at < min(len(m.words), i+mostOfSubject+mostToWho); at++ {
		if m.words[at].startsClause() {
			return chosenPart{}, false
		}
		if !purposes[m.words[at].text] {
			continue
		}
		end := m.whoBehind(at + 1)
		to, linked := m.linkBefore(i, at)
		if !linked && end > 0 && end < len(m.words) && isFors[m.words[end].text] && !m.words[end].startsClause() {
			to, linked, end = at, true, end+1 // "…, dass der zweite für meinen Mann ist"
		}
		s, ok := m.subjectIn(i, to)
		if !ok || end == 0 || m.mayBeAsked(s, at+1) || !linked && !s.partly && !(s.other || s.ordinal > 0) && !m.goesOnTelling(i) {
			return chosenPart{}, false
		}
		s.only, s.the = onlies[m.words[at-1].text], s.the && m.isOfOne(i, end)
		s.people, _, _ = m.groupFor(at + 1)
		p := m.withFiller(chosenPart{from: i, to: end, found: []Value{isForWho{s}}})
		if m.asksWith(p.to) {
			p.found = []Value{QuestionValue{About: AboutUnknown, Words: m.text[m.words[i].from:m.words[p.to-1].to]}}
		}
		return p, true
	}
	return chosenPart{}, false
}

// mayBeAsked tells whether the name behind "für" at a place may be the one that is asked for, as it is said of
// all that is chosen.
func (m *message) mayBeAsked(s subject, at int) bool {
	return m.in.Expect == ExpectName && s.count == 0 && s.ordinal == 0 && !s.partly && !s.other && m.isNameOnly(at)
}

// goesOnTelling tells whether a part stands behind another one that told who something is for, so that its verb
// is not said again: "der Perso ist für mich, der Pass für meine Frau".
func (m *message) goesOnTelling(i int) bool {
	for at := i - 1; at > 0; at-- {
		if purposes[m.words[at].text] {
			return slices.ContainsFunc(m.words[:at], func(w word) bool { return isFors[w.text] })
		}
		if m.words[at].startsClause() {
			return false
		}
	}
	return false
}

// isOfOne tells whether the verb between two places speaks of one thing and not of several.
func (m *message) isOfOne(from, to int) bool {
	return !slices.ContainsFunc(m.words[from:to], func(w word) bool { return plurals[w.text] })
}

// asksWith tells whether a part that ends before a place asks, as its message ends there with a question mark.
func (m *message) asksWith(end int) bool {
	gap := m.tail
	if end < len(m.words) {
		gap = m.words[end].gap
	}
	return slices.Contains([]rune(gap), '?')
}

// linkBefore is where the words for what is chosen end before the "für" at a place, and whether a verb
// says that they are for somebody.
func (m *message) linkBefore(from, at int) (to int, linked bool) {
	for k := at - 1; k > from && k >= at-1-mostToWho; k-- {
		if isFors[m.words[k].text] {
			return k, true
		}
		if !m.isFiller(k) {
			break
		}
	}
	return at, false
}

// whoBehind is where somebody ends who is named from a place on, 0: nobody is. A single name counts where
// no name is asked for.
func (m *message) whoBehind(at int) int {
	if at >= len(m.words) || m.words[at].startsClause() || m.saysWhen(at) {
		return 0
	}
	end := 0
	for _, g := range m.grammars {
		for from := at; from <= at+1 && end == 0; from++ {
			one := g.oneOfGroup(from)
			if people := g.says(from, sPeople); one.n == 0 && people > 0 && from > at {
				one.n = people // für die Kinder
			}
			if one.n > 0 && (from == at || thes[m.words[at].text] || articles[m.words[at].text]) {
				g.joinRow(&one, from)
				end = from + one.n
			}
		}
	}
	if end == 0 && theirs[m.words[at].text] {
		end = at + 1
	}
	if from := max(at, end); from < len(m.words) && (end == 0 || !m.words[from].startsClause()) && m.isNameOnly(from) {
		_, end = m.clauseOf(from, from+1)
	}
	return end
}

// isNameOnly tells whether the rest of a clause from a place on is no more than words that nobody knows.
func (m *message) isNameOnly(at int) bool {
	_, end := m.clauseOf(at, at+1)
	if end-at > mostOfWho {
		return false
	}
	for i := at; i < end; i++ {
		if w := m.words[i]; w.kind != letters || m.saysWhen(i) || m.isFiller(i) || m.isOfThing(i) || purposes[w.text] {
			return false
		}
	}
	return true
}

// isForWho says who something that is chosen is for, until it is known whether that is more than is chosen.
type isForWho struct{ subject }

func (isForWho) value() {}

// casesTold is how many cases of each concern the parts tell of: "the second one …, the other …" are two.
func (m *message) casesTold(parts []chosenPart) map[booking.ConcernID]int {
	told, last := map[booking.ConcernID]int{}, map[booking.ConcernID]int{}
	for _, p := range parts {
		for _, v := range p.found {
			t, is := v.(isForWho)
			if !is || len(t.of) != 1 {
				continue
			}
			id := t.of[0].Concern
			told[id] += max(1, t.count)
			last[id] = max(last[id], t.ordinal)
			if t.other && len(m.in.Chosen) == 1 {
				last[id] = max(last[id], 2)
			}
		}
	}
	for id, n := range last {
		told[id] = max(told[id], n)
	}
	return told
}

// toldTogether settles what parts tell of those who something is for. Who tells of more cases than
// are chosen wants more.
func (m *message) toldTogether(parts []chosenPart) []chosenPart {
	told := m.casesTold(parts)
	for i, p := range parts {
		for k, v := range p.found {
			t, is := v.(isForWho)
			switch {
			case !is:
			case len(t.of) != 1:
				parts[i].found[k] = StaysValue{}
			case t.isOfAll() && t.of[0].Quantity > 1 && m.countable(t.of[0]):
				parts[i].found[k] = ConcernValue{ID: t.of[0].Concern, Quantity: max(1, t.people)}
			case told[t.of[0].Concern] > max(1, t.of[0].Quantity) && m.countable(t.of[0]):
				parts[i].found[k] = ConcernValue{ID: t.of[0].Concern, Quantity: told[t.of[0].Concern]}
			default:
				parts[i].found[k] = StaysValue{ID: t.of[0].Concern}
			}
		}
	}
	return parts
}

// isOfAll tells whether what is told is of all cases of something, so that there are no more of it than
// people that it is for: "der Pass ist für Mia", "der Pass ist nur für meine Frau".
func (s subject) isOfAll() bool {
	return s.named && s.count == 0 && s.ordinal == 0 && !s.other && !s.partly && (s.only || s.the && s.people < 2)
}
