package understand

import "terminbote/booking"

// clockSaid is a time of day as it was said.
type clockSaid struct {
	spokenTime
	plain bool // nothing but a number says that it is a time
}

// clockAt reads a time: 9, 9:30, 9.30 Uhr, halb zehn, viertel vor zehn, 2 pm.
// It takes the most words that it can.
func (g *grammar) clockAt(i int) (clockSaid, int) {
	var best clockSaid
	longest := 0
	if i > 0 && g.countsList(i-1) > 0 {
		return best, 0 // alle drei
	}
	if g.m.in.Listed > 0 && g.m.isAgeOfKin(i) {
		return best, 0
	}
	for _, rule := range []func(int) (clockSaid, int){
		g.toOrPastAt, g.halfAt, g.namedClockAt, g.hourAndMinutesAt, g.fourDigitsAt, g.fullHourAt,
	} {
		said, n := rule(i)
		if n == 0 {
			continue
		}
		said, n = g.halfOfDay(said, i, n)
		if n > longest {
			best, longest = said, n
		}
	}
	return best, longest
}

const endOfNight = 6 * 60 // minutes after midnight

// halfOfDay reads Uhr, am, pm and nachts behind a time.
func (g *grammar) halfOfDay(said clockSaid, i, n int) (clockSaid, int) {
	if more := g.says(i+n, sOClock); more > 0 && !(g.word(i).kind == letters && len(g.word(i+n).text) == 1) { // "ein h" is a letter
		said.plain = false
		n += more
	}
	if said.clock > halfADay+59 {
		return said, n
	}
	if more := g.says(i+n, sAM); more > 0 {
		said.spokenTime, said.plain = spokenTime{said.clock % halfADay, true}, false
		return said, n + more
	}
	if more := g.says(i+n, sNight); more > 0 {
		half := halfADay
		if said.clock%halfADay < endOfNight {
			half = 0
		}
		said.spokenTime, said.plain = spokenTime{said.clock%halfADay + half, true}, false
		return said, n + more
	}
	if more := g.says(i+n, sPM); more > 0 {
		said.spokenTime, said.plain = spokenTime{said.clock%halfADay + halfADay, true}, false
		return said, n + more
	}
	return said, n
}

// hourAt reads the hour of a time. From 13 on, and with a leading zero, it is
// clear which half of the day is meant.
func (g *grammar) hourAt(i int) (clockSaid, int) {
	h, n := g.cardinal(i)
	if n == 0 {
		h, n = g.wordHour(i)
	}
	if n == 0 || h > 24 || g.word(i).kind == digits && len(g.word(i).text) > 2 {
		return clockSaid{}, 0
	}
	exact := h == 0 || h > 12 || g.word(i).kind == digits && g.word(i).text[0] == '0'
	return clockSaid{spokenTime{booking.Clock(h * 60), exact}, true}, n
}

// wordHour is one o'clock where the word for one is an article elsewhere: ein Uhr.
func (g *grammar) wordHour(i int) (hour, n int) {
	hour, n = g.at(i, sCount)
	if n > 0 && g.says(i+n, sOClock) > 0 && len(g.word(i+n).text) > 1 {
		return hour, n
	}
	return 0, 0
}

// hourAndMinutesAt reads 9:30, 9.30, 9h30, 9 Uhr 30, nine thirty.
func (g *grammar) hourAndMinutesAt(i int) (clockSaid, int) {
	said, n := g.hourAt(i)
	if n == 0 {
		return clockSaid{}, 0
	}
	next := g.word(i + n)
	marked := next.kind == digits && len(next.text) == 2 && (next.gap == ":" || next.gap == "." || next.gap == ",")
	if marked && next.gap == "." && g.isDateAt(i, n, next.number) {
		return clockSaid{}, 0
	}
	oClock := 0
	if !marked {
		if oClock = g.says(i+n, sOClock); oClock == 0 && (g.word(i).kind == digits || next.kind == digits) && !g.spacedMinutes(i, n) {
			return clockSaid{}, 0
		}
	}
	minutes, used := g.cardinal(i + n + oClock)
	if used == 0 || minutes > 59 || minutes < 5 && g.word(i+n+oClock).kind == letters || g.word(i+n+oClock).startsClause() || g.isDigits(i+n+oClock, 1) || oClock == 0 && !marked && minutes < 10 {
		return clockSaid{}, 0
	}
	if behind := g.word(i + n + oClock + used); oClock > 0 && g.says(i+n+oClock+used, sOClock) > 0 || marked && next.gap == "." && startsWith(behind.gap, ".") && behind.kind == digits {
		return clockSaid{}, 0
	}
	said.plain = !marked && oClock == 0
	said.clock += booking.Clock(minutes)
	used += g.says(i+n+oClock+used, sMinutes)
	return said, n + oClock + used
}

// isDateAt tells whether two numbers with a dot between are a date by what
// stands around them: am 15.12 or 1.12., but not um 10.10.
func (g *grammar) isDateAt(i, n, second int) bool {
	if g.word(i).number > 31 || second > 12 || second == 0 || g.says(i+n+1, sOClock) > 0 {
		return false
	}
	if g.says(i-1, sAt, sAbout) > 0 {
		return false
	}
	return startsWith(g.behind(i+n), ".") || g.says(i-1, sOn) > 0 || second%5 != 0
}

// spacedMinutes tells whether minutes stand a space behind an hour in digits: 10 30.
func (g *grammar) spacedMinutes(i, n int) bool {
	return n == 1 && g.isDigits(i, 2) && g.isDigits(i+1, 2) && len(g.word(i+1).text) == 2 && g.word(i+1).gap == " " &&
		g.word(i+1).number%5 == 0 && g.word(i+2).kind != digits && g.behind(i+1) != "."
}

// fourDigitsAt reads 0930 and 930.
func (g *grammar) fourDigitsAt(i int) (clockSaid, int) {
	w := g.word(i)
	if w.kind != digits || len(w.text) < 3 || len(w.text) > 4 || w.number/100 > 23 || w.number%100 > 59 || w.number%5 != 0 {
		return clockSaid{}, 0
	}
	clock := booking.Clock(w.number/100*60 + w.number%100)
	return clockSaid{spokenTime{clock, w.text[0] == '0' || clock >= 13*60}, true}, 1
}

func (g *grammar) fullHourAt(i int) (clockSaid, int) {
	said, n := g.hourAt(i)
	if n == 0 || said.clock == booking.Midnight && g.says(i+n, sOClock) == 0 {
		return clockSaid{}, 0
	}
	if g.says(i+n, sOClock) == 0 && (startsWith(g.word(i+n).gap, ".") && g.word(i+n).kind == digits || !g.word(i+n).startsClause() && g.says(i+n, sMinutes, sHours, sSpan) > 0) {
		return clockSaid{}, 0
	}
	return said, n
}

// namedClockAt reads noon and midnight.
func (g *grammar) namedClockAt(i int) (clockSaid, int) {
	if value, n := g.at(i, sClock); n > 0 {
		return clockSaid{spokenTime: spokenTime{booking.Clock(value), true}}, n
	}
	return clockSaid{}, 0
}

// halfAt reads halb zehn, viertel zehn, dreiviertel zehn, half nine.
func (g *grammar) halfAt(i int) (clockSaid, int) {
	minutes, n := g.fractionAt(i)
	if n == 0 {
		return clockSaid{}, 0
	}
	said, used := g.hourAt(i + n)
	if used == 0 {
		return clockSaid{}, 0
	}
	if g.x.halfOfHour {
		minutes -= 60
	}
	return clockSaid{spokenTime: said.spokenTime.plus(minutes)}, n + used
}

func (g *grammar) fractionAt(i int) (booking.Clock, int) {
	for _, f := range []struct {
		sense   sense
		minutes booking.Clock
	}{{sThreeQuarters, 45}, {sHalf, 30}, {sQuarter, 15}} {
		if n := g.says(i, f.sense); n > 0 {
			return f.minutes, n
		}
	}
	return 0, 0
}

// toOrPastAt reads zehn vor neun, viertel nach neun, fünf nach halb neun.
func (g *grammar) toOrPastAt(i int) (clockSaid, int) {
	minutes, n := g.fractionAt(i)
	if n == 0 {
		value, used := g.cardinal(i)
		if used == 0 || value > 59 {
			return clockSaid{}, 0
		}
		minutes, n = booking.Clock(value), used+g.says(i+used, sMinutes)
	}
	to, past := g.says(i+n, sTo), g.says(i+n, sPast)
	if to == 0 && past == 0 || g.word(i).kind == digits && g.says(i+n, sThrough) > 0 && g.says(i+1, sMinutes) == 0 {
		return clockSaid{}, 0
	}
	if to > 0 {
		minutes = -minutes
	}
	next := i + n + max(to, past)
	for _, rule := range []func(int) (clockSaid, int){g.namedClockAt, g.halfAt, g.hourAt} {
		if said, used := rule(next); used > 0 {
			return clockSaid{spokenTime: said.spokenTime.plus(minutes)}, next + used - i
		}
	}
	return clockSaid{}, 0
}

// likely are the times that may be meant, the likelier first, in a part of
// the day where one was said.
func (c clockSaid) likely(part Part) []booking.Clock {
	return reading{has: kinds{clock: true}, time: c.spokenTime, part: part}.clocks()
}
