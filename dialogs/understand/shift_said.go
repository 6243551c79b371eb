package understand

import "slices"

// shiftAt reads eine Stunde später, lieber früher, am Tag danach.
func (g *grammar) shiftAt(i int) (ShiftValue, int) {
	if n := g.says(i, sDayOn); n > 0 {
		return ShiftValue{Later: true, Days: 1}, n
	}
	if n := g.says(i, sWeekOn); n > 0 && g.says(i+n, sNext) == 0 {
		return ShiftValue{Later: true, Days: daysOfWeek}, n
	}
	if n := g.says(i, sDayBack); n > 0 && (g.asksWhen() || !g.m.asksAt(i)) {
		return ShiftValue{Days: 1}, n
	}
	if n := g.says(i, sTooEarly); n > 0 {
		return ShiftValue{Later: true}, n
	}
	if n := g.says(i, sTooLate); n > 0 {
		return ShiftValue{}, n
	}
	start := i
	for range 3 {
		n := g.says(start, sABit)
		if n == 0 || g.lengthStarts(start) {
			break
		}
		start += n
	}
	if shift, n := g.pushedAt(i); n > 0 {
		return shift, n
	}
	minutes, days, n := g.lengthAt(start)
	n += g.says(start+n, sABit)
	way := start + n
	later, earlier := g.wayAt(way, minutes+days > 0)
	if later == 0 && earlier == 0 || later == 0 && earlier > 0 && g.word(way).startsClause() && way > i {
		return ShiftValue{}, 0
	}
	end := way + max(later, earlier)
	if _, named := g.hourTermAt(end); named > 0 && minutes+days == 0 && !g.word(end).startsClause() {
		return ShiftValue{}, 0 // eher gegen elf
	}
	if g.says(end, sPart, sSpan) > 0 || g.x.compares[g.word(end).text] && minutes+days == 0 || g.says(way, sLatePart, sEarlyPart) > max(later, earlier) {
		return ShiftValue{}, 0
	}
	return ShiftValue{Later: later > 0, Minutes: minutes, Days: days}, end - i
}

// wayAt is how many words at i say that it is later, and how many that it is earlier. Where nobody says by
// how much, some of them say something else.
func (g *grammar) wayAt(i int, measured bool) (later, earlier int) {
	later, earlier = g.says(i, sLater), g.says(i, sEarlier)
	switch {
	case measured:
	case later > 0 && len(onPaper.in(g.m.words, i, i+1)) > 0:
		later = 0 // "da muss die neue Adresse drauf"
	case later == 0 && earlier > 0 && (g.refusesEarlier(i) || i > 0 && awaiting[g.word(i-1).text]):
		earlier = 0 // "looking forward to it"
	}
	return later, earlier
}

// refusesEarlier tells whether somebody says of an earlier time at i that it does not do: "vorher
// geht nicht". Who asks whether it does not wants one.
func (g *grammar) refusesEarlier(i int) bool {
	from, to := g.m.clauseOf(i, i+1)
	if _, duty := largest(duties.in(g.m.words, from, i)); duty {
		return true // "muss ich vorher zur Polizei?"
	}
	if g.m.mark(to) || g.m.verbOpensAt(from) {
		return false
	}
	return slices.ContainsFunc(g.m.words[from:to], func(w word) bool { return denying[w.text] })
}

// pushedAt reads by how much an appointment is moved, where no word says to which side:
// it is later. "Um eine Woche verschieben", "push it back a week".
func (g *grammar) pushedAt(i int) (ShiftValue, int) {
	by := 0
	for movedBy[g.word(i+by).text] {
		by++
	}
	minutes, days, n := g.lengthAt(i + by)
	next := i + by + n
	if n == 0 || by == 0 && !(i > 0 && movedBy[g.word(i-1).text]) || !g.m.moves() || g.says(next, sLater, sEarlier) > 0 {
		return ShiftValue{}, 0
	}
	earlier := slices.ContainsFunc(g.m.words, func(w word) bool { return advancing[w.text] })
	return ShiftValue{Later: !earlier, Minutes: minutes, Days: days}, by + n
}

// Words before by how much something is moved, and those that move it forward.
var (
	movedBy   = talkingWords(func(t talkWords) string { return t.movedBy })
	advancing = talkingWords(func(t talkWords) string { return t.advances })
)

// awaiting are words before "forward" of somebody who is glad: looking forward to it.
var awaiting = talkingWords(func(t talkWords) string { return t.awaits })

const daysOfWeek = 7

// lengthStarts tells whether a length begins at i, which "eine" alone is not.
func (g *grammar) lengthStarts(i int) bool {
	_, _, n := g.lengthAt(i)
	return n > 0
}

// lengthAt reads a length: 30 Minuten, eine halbe Stunde, zwei Tage, 1h.
func (g *grammar) lengthAt(i int) (minutes, days, n int) {
	article := 0
	if _, n := g.at(i, sCount); n > 0 {
		article = n
	}
	if hour := g.says(i, sHours); hour > 0 && g.says(i+hour, sLater, sEarlier) > 0 {
		return 60, 0, hour // "stunde später"
	}
	if value, used := g.at(i+article, sLength); used > 0 {
		return value, 0, article + used
	}
	count, used := g.amount(i)
	if used == 0 || count < 1 || count > 500 {
		return 0, 0, 0
	}
	if more := g.says(i+used, sMinutes); more > 0 {
		return count, 0, used + more
	}
	if more := g.says(i+used, sHours); more > 0 {
		return count * 60, 0, used + more
	}
	if length, more := g.at(i+used, sSpan); more > 0 {
		if length == month {
			length = 30
		}
		return 0, count * length, used + more
	}
	return 0, 0, 0
}
