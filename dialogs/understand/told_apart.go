package understand

import "slices"

// isToldApart tells whether a day or a time stands in a clause of its own that tells what happens then, beside
// another clause that says when somebody can come, or asks something: "so schnell wie möglich, mein Flug geht
// Mittwoch abend", "Mittwoch vormittag, um eins kommt der Handwerker". There it need not be all but certain
// that it is told.
func (m *message) isToldApart(c candidate, chosen []candidate) bool {
	t := m.tellingClause(c)
	if said, days := c.value.(daysSaid); days && said.bounded || m.asksAt(t.from) || !m.tellsOnly(t, chosen) {
		return false
	}
	likely := m.likelyMeant(c)
	for _, other := range chosen {
		if other.from < t.to && t.from < other.to {
			continue
		}
		as, _ := particularOf(other.value)
		if ofTimes[as] && excludes(other, c) && !m.isOfDay(c, chosen) && !m.tellsOnly(m.tellingClause(other), chosen) {
			return true
		}
		if ofTimes[as] && m.likelyMeant(other) >= clearlyMeant && likely < clearlyMeant {
			return true
		}
		if _, asks := other.value.(QuestionValue); asks && (likely < seldomMeant || m.happensIn(t)) {
			return true
		}
	}
	return t.from == 0 && t.to == len(m.words) && likely < hardlyMeant && m.happensIn(t)
}

// How unlikely a time must be meant that is told beside a question, and one of something that happens to the
// writer, where that is all they say: "wir fliegen am Freitag".
const (
	seldomMeant = 0.25
	hardlyMeant = 0.8
)

// happensIn tells whether some words tell that something happens to the writer: "wir fliegen".
func (m *message) happensIn(t thought) bool {
	event, self := false, false
	for i := t.from; i < t.to; i++ {
		event = event || m.says(i, sEvent)
		self = self || m.says(i, sSelf) || mine[m.words[i].text]
	}
	return event && self
}

// tellingClause is the clause in which a candidate stands. Behind another time it begins with who tells it,
// as people dictate: "nur vormittags ich hol um eins die Enkel".
func (m *message) tellingClause(c candidate) thought {
	first, last := m.clauseOf(c.from, c.to)
	from, to := c.from, c.to
	for from > first && !breaking[m.words[from].text] && !(from < c.from && m.says(from, sSelf) && m.saysWhen(from-1)) {
		from--
	}
	for to < last && !breaking[m.words[to].text] {
		to++
	}
	return thought{from: from, to: to}
}

// tellsOnly tells whether some words tell something beside what they say about times, and neither want nor
// refuse it.
func (m *message) tellsOnly(t thought, times []candidate) bool {
	if len(othersWords.in(m.words, t.from, t.to)) > 0 {
		return false // montags vor 10, an den anderen Tagen ab 15 Uhr
	}
	tells, happens := false, false
	for i := t.from; i < t.to; i++ {
		w := m.words[i].text
		happens = happens || having[w] || mine[w] || m.says(i, sPick) || m.says(i, sSelf) || m.says(i, sKin) || m.says(i, sEvent) || m.goesBy(i)
		if abling[w] || needing[w] || denying[w] || reversing[w] || instead[w] || appointing[w] || m.says(i, sOnly) || m.says(i, sWanting) && !m.goesBy(i) {
			return false
		}
		said := false
		for _, c := range times {
			kind, _ := particularOf(c.value)
			said = said || ofTimes[kind] && c.from <= i && i < c.to
		}
		tells = tells || !said && m.isMeaningful(i)
	}
	return tells && happens
}

// goesBy tells whether the word at i is a verb of coming or going, which says that a time suits or that
// somebody else comes then.
func (m *message) goesBy(i int) bool {
	return coming[m.words[i].text] || slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.x.goes[m.words[i].text] })
}

// isOfDay tells whether a day stands right before a time of day.
func (m *message) isOfDay(c candidate, chosen []candidate) bool {
	return slices.ContainsFunc(chosen, func(other candidate) bool {
		_, is := other.value.(daysSaid)
		return is && other.to == c.from
	})
}

// excludes tells whether a time of day lies outside of hours that are said.
func excludes(said, c candidate) bool {
	hours, are := said.value.(hoursSaid)
	told, is := c.value.(hoursSaid)
	return are && is && len(hours.Spans) > 0 && !hours.meets(told)
}

// tellsThen tells whether a comma before the word at i begins what only tells of a time that ends before end:
// "vormittags, um eins kommt der Handwerker".
func (g *grammar) tellsThen(i, end int) bool {
	if !g.word(i).startsClause() || g.says(i-1, sOr, sAnd) > 0 {
		return false
	}
	_, to := g.m.clauseOf(i, end)
	return g.m.tellsOnly(thought{from: i, to: to}, []candidate{{from: i, to: end, value: hoursSaid{}}})
}
