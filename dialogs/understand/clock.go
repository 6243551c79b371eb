package understand

import "terminbote/booking"

// The hours within which an office can be open: what was said without morning
// or afternoon is looked for here first.
const (
	officeOpens  booking.Clock = 7 * 60
	officeCloses booking.Clock = 19 * 60
	halfADay     booking.Clock = 12 * 60
)

// Time reads a time of day: "9", "9.30 Uhr", "0930", "halb zehn", "viertel vor
// zehn", "2 pm", "half past nine". A time that may mean morning or afternoon
// is one reading where it lies in office hours as it was said (halb zehn is
// 9:30), and both where not, the likelier first (halb drei is 14:30 or 2:30).
func Time(text, lang string) ([]booking.Clock, bool) {
	found, ok := understand(text, lang, booking.Date{}, kinds{clock: true})
	if !ok || !found.has.clock {
		return nil, false
	}
	return found.clocks(), true
}

// spokenTime is a time as it was said.
type spokenTime struct {
	clock booking.Clock
	exact bool // morning or afternoon is clear from how it was said
}

// clocks are the times that may be meant.
func (r reading) clocks() []booking.Clock {
	if !r.has.clock {
		return nil
	}
	said := r.time.clock
	if r.time.exact {
		return []booking.Clock{said}
	}
	early, late := said%halfADay, said%halfADay+halfADay
	switch {
	case r.part == Morning:
		return []booking.Clock{early}
	case r.part == Afternoon:
		return []booking.Clock{late}
	case inOffice(said):
		return []booking.Clock{said}
	}
	return []booking.Clock{late, early} // what lies outside in the morning lies within twelve hours later
}

func inOffice(c booking.Clock) bool { return officeOpens <= c && c < officeCloses }

// times are the ways to read the first tokens as a time, the longest first.
func (r reader) times(ts []token) []reading {
	var all []reading
	for _, rule := range []func([]token) (spokenTime, int){
		r.beforeOrAfter, r.halfOrQuarter, namedTime, hourAndMinutes, fourDigits, fullHour,
	} {
		said, used := rule(ts)
		if used == 0 {
			continue
		}
		for _, ending := range []func(spokenTime, []token) (spokenTime, int){ante, clockWord} {
			var n int
			said, n = ending(said, ts[used:])
			used += n
		}
		all = append(all, reading{used: used, has: kinds{clock: true}, time: said})
	}
	return all
}

// ante reads am and pm.
func ante(said spokenTime, ts []token) (spokenTime, int) {
	if len(ts) == 0 || said.clock > halfADay+59 {
		return said, 0
	}
	switch {
	case ts[0].is(isAM):
		return spokenTime{said.clock % halfADay, true}, 1
	case ts[0].is(isPM):
		return spokenTime{said.clock%halfADay + halfADay, true}, 1
	}
	return said, 0
}

// clockWord skips a closing "Uhr".
func clockWord(said spokenTime, ts []token) (spokenTime, int) {
	if len(ts) > 0 && ts[0].is(isOClock) {
		return said, 1
	}
	return said, 0
}

// hourAndMinutes reads 9:30, 9.30, 9h30, 9 Uhr 30, neun Uhr dreißig, nine thirty.
func hourAndMinutes(ts []token) (spokenTime, int) {
	said, used := hour(ts)
	if used == 0 {
		return spokenTime{}, 0
	}
	rest := ts[used:]
	if len(rest) > 1 && isColon(rest[0]) {
		if !rest[1].glued || len(rest[1].text) != 2 {
			return spokenTime{}, 0
		}
		rest = rest[1:]
	} else if len(rest) > 1 && rest[0].is(isOClock) {
		rest = rest[1:]
	}
	minutes, n := cardinal(rest)
	if n == 0 || minutes > 59 || n == 1 && rest[0].digits && len(rest[0].text) != 2 {
		return spokenTime{}, 0
	}
	if said.clock += booking.Clock(minutes); said.clock > booking.Midnight {
		return spokenTime{}, 0
	}
	return said, len(ts) - len(rest) + n + minuteWord(rest[n:])
}

func isColon(t token) bool { return t.glued && (t.text == ":" || t.text == "." || t.text == ",") }

func minuteWord(ts []token) int {
	if len(ts) > 0 && ts[0].is(isMinutes) {
		return 1
	}
	return 0
}

// fourDigits reads 0930 and 930.
func fourDigits(ts []token) (spokenTime, int) {
	t := ts[0]
	if !t.digits || len(t.text) < 3 || len(t.text) > 4 || t.number/100 > 23 || t.number%100 > 59 {
		return spokenTime{}, 0
	}
	clock := booking.Clock(t.number/100*60 + t.number%100)
	return spokenTime{clock, t.text[0] == '0' || clock >= 13*60}, 1
}

// fullHour reads 9, 9 Uhr, neun. A mere 24 is no hour.
func fullHour(ts []token) (spokenTime, int) {
	said, used := hour(ts)
	if said.clock == booking.Midnight && (used == len(ts) || !ts[used].is(isOClock)) {
		return spokenTime{}, 0
	}
	return said, used
}

// hour reads the hour of a time. From 13 on, and with a leading zero, it is
// clear which half of the day is meant.
func hour(ts []token) (spokenTime, int) {
	h, used := cardinal(ts)
	if used == 0 || h > 24 {
		return spokenTime{}, 0
	}
	if used == 1 && len(ts[0].text) > 2 && ts[0].digits {
		return spokenTime{}, 0
	}
	exact := h == 0 || h > 12 || ts[0].digits && ts[0].text[0] == '0'
	return spokenTime{booking.Clock(h * 60), exact}, used
}

// namedTime reads noon and midnight.
func namedTime(ts []token) (spokenTime, int) {
	if c, ok := ts[0].as(aClock); ok {
		return spokenTime{booking.Clock(c), true}, 1
	}
	return spokenTime{}, 0
}

// halfOrQuarter reads halb zehn, dreiviertel zehn, half nine.
func (r reader) halfOrQuarter(ts []token) (spokenTime, int) {
	minutes, ok := fraction(ts[0])
	if !ok {
		return spokenTime{}, 0
	}
	said, used := hour(ts[1:])
	if used == 0 {
		return spokenTime{}, 0
	}
	if r.x.halfOfHour {
		minutes -= 60
	}
	return said.plus(minutes), used + 1
}

func fraction(t token) (booking.Clock, bool) {
	switch {
	case t.is(isHalf):
		return 30, true
	case t.is(isQuarter):
		return 15, true
	case t.is(isThreeQuarters):
		return 45, true
	}
	return 0, false
}

// beforeOrAfter reads zehn vor neun, viertel nach neun, fünf nach halb neun,
// half past nine, quarter to ten.
func (r reader) beforeOrAfter(ts []token) (spokenTime, int) {
	minutes, used := amount(ts)
	if used == 0 || used >= len(ts) {
		return spokenTime{}, 0
	}
	switch {
	case ts[used].is(isBefore):
		minutes = -minutes
	case !ts[used].is(isAfter):
		return spokenTime{}, 0
	}
	rest := ts[used+1:]
	said, n := r.hourOrHalf(rest)
	if n == 0 {
		return spokenTime{}, 0
	}
	return said.plus(minutes), used + 1 + n
}

func amount(ts []token) (booking.Clock, int) {
	if m, ok := fraction(ts[0]); ok {
		return m, 1
	}
	n, used := cardinal(ts)
	if used == 0 || n > 59 {
		return 0, 0
	}
	return booking.Clock(n), used + minuteWord(ts[used:])
}

func (r reader) hourOrHalf(ts []token) (spokenTime, int) {
	if len(ts) == 0 {
		return spokenTime{}, 0
	}
	if said, used := namedTime(ts); used > 0 {
		return said, used
	}
	if said, used := hour(ts); used > 0 {
		return said, used
	}
	if ts[0].is(isHalf) {
		return r.halfOrQuarter(ts)
	}
	return spokenTime{}, 0
}

// plus moves a time and stays within the day.
func (s spokenTime) plus(minutes booking.Clock) spokenTime {
	s.clock = (s.clock + minutes + booking.Midnight) % booking.Midnight
	return s
}
