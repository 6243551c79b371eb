package understand

import "slices"

// putOff has somebody who cannot come, and names another time for it, move the
// appointment and not give it up: "Donnerstag kann ich doch nicht, lieber Freitag". The
// time that they cannot come at is none that they want.
func (m *message) putOff(chosen []candidate) {
	for i, c := range chosen {
		v, is := c.value.(IntentValue)
		if !is || v.Intent != CallOff || !slices.ContainsFunc(chosen, func(d candidate) bool { return m.isInstead(c, d) }) {
			continue
		}
		chosen[i].value = IntentValue{Move}
		for k, d := range chosen {
			if isWhen(d) && m.inOneClause(c, d) {
				chosen[k].value = led{}
			}
		}
	}
}

// isInstead tells whether d is a time that is wanted, or asked for, in a clause behind
// that of c.
func (m *message) isInstead(c, d candidate) bool {
	if !isWhen(d) || d.from < c.to || m.inOneClause(c, d) {
		return false
	}
	from, to := m.clauseOf(d.from, d.to)
	return len(insteadWords.in(m.words, from, to)) > 0 || m.asksAt(d.from)
}

// leaveOutRefused leaves a day out of which one time was refused, where another day is wanted
// behind it: "Dienstag um 9 geht nicht, lieber Mittwoch um 11".
func (m *message) leaveOutRefused(chosen []candidate) {
	for i := 1; i < len(chosen); i++ {
		day, isDay := chosen[i-1].value.(daysSaid)
		hours, isHours := chosen[i].value.(hoursSaid)
		if !isDay || !isHours || !day.saysSome() || chosen[i-1].to != chosen[i].from || !hours.leavesOutOneTime() || m.says(chosen[i].from, sNot) {
			continue
		}
		if slices.ContainsFunc(chosen[i+1:], func(c candidate) bool { d, is := c.value.(daysSaid); return is && d.saysSome() }) {
			chosen[i-1].value, chosen[i].value = led{}, led{}
		}
	}
}

// leavesOutOneTime tells whether hours are all of the day but one time.
func (h hoursSaid) leavesOutOneTime() bool {
	return len(h.clocks) == 0 && isAllBut(h.Spans) && h.Spans[1].From == h.Spans[0].To+justAfter
}

// isWhen tells whether a candidate says a day or a time.
func isWhen(c candidate) bool {
	switch c.value.(type) {
	case daysSaid, hoursSaid:
		return true
	}
	return false
}

// clauseOf is where the clause around some words begins and ends.
func (m *message) clauseOf(from, to int) (first, last int) {
	for first = from; first > 0 && !m.words[first].startsClause(); {
		first--
	}
	for last = to; last < len(m.words) && !m.words[last].startsClause(); {
		last++
	}
	return first, last
}

// changesTime has who says no more than that something is to change to a time move
// their appointment: "kann ich auf Freitag wechseln". No concern is meant by that verb,
// and in the middle of booking no other appointment.
func (m *message) changesTime(chosen []candidate) []candidate {
	verb := slices.IndexFunc(m.words, func(w word) bool { return swapping[w.text] })
	timed := slices.DeleteFunc(slices.Clone(chosen), func(c candidate) bool { return !isWhen(c) })
	if verb < 0 || len(timed) == 0 {
		return chosen
	}
	for i, free := range m.free(timed) {
		if free && i != verb && !m.isFiller(i) {
			return chosen
		}
	}
	if m.in.Expect != ExpectWish {
		return timed // it is the booking that goes on that changes
	}
	timed = append(timed, candidate{from: verb, to: verb + 1, sure: 0.85, value: IntentValue{Move}})
	slices.SortFunc(timed, func(a, b candidate) int { return a.from - b.from })
	return timed
}

// swapping are verbs that change an appointment where a time is named, and may change
// something else where none is.
var swapping = talkingWords(func(t talkWords) string { return t.swaps })
