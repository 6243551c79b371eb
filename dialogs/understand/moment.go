package understand

import (
	"errors"

	"terminbote/booking"
)

// What can be wrong with a day that somebody typed.
var (
	ErrNotADay      = errors.New("the text does not say a day")
	ErrNoSuchDay    = errors.New("the calendar has no such day")
	ErrPast         = errors.New("that day is past")
	ErrWrongWeekday = errors.New("that day is another weekday")
)

// Part is a part of the day.
type Part int

// The parts of the day. Evening counts as afternoon.
const (
	AnyPart Part = iota
	Morning
	Afternoon
)

// PartOfDay reads "vormittags", "am Nachmittag", "in the morning".
func PartOfDay(text, lang string) (Part, bool) {
	found, ok := understand(text, lang, booking.Date{}, kinds{part: true})
	return found.part, ok
}

// kinds are what a reading says, or may say.
type kinds struct{ day, clock, part bool }

// reading is what some tokens say, and how many they are.
type reading struct {
	used int
	has  kinds
	date booking.Date
	err  error // why date cannot be meant
	time spokenTime
	part Part
}

// understand reads a text that says nothing but what is wanted. The person's
// own language is tried first, and a day that can be meant beats one that
// cannot.
func understand(text, lang string, today booking.Date, wanted kinds) (reading, bool) {
	folded := Fold(text)
	var doubtful *reading
	for _, x := range inOrder(lang) {
		ts, ok := x.tokens(folded)
		if !ok {
			return reading{}, false
		}
		r := reader{x: x, today: today, wanted: wanted}
		found, ok := r.read(x.withoutFiller(ts), reading{})
		if ok && found.err == nil {
			return found, true
		}
		if ok && doubtful == nil {
			doubtful = &found
		}
	}
	if doubtful == nil {
		return reading{}, false
	}
	return *doubtful, true
}

// reader reads in one language.
type reader struct {
	x      *lexicon
	today  booking.Date
	wanted kinds
}

// read adds what the tokens say to what was read before. All of them must be
// understood. Where they can be read in several ways, the first counts whose
// day can be meant.
func (r reader) read(ts []token, before reading) (reading, bool) {
	if len(ts) == 0 {
		return before, before.has != kinds{}
	}
	var doubtful *reading
	for _, next := range r.readings(ts) {
		both, ok := before.and(next)
		if !ok {
			continue
		}
		whole, ok := r.read(ts[next.used:], both)
		if ok && whole.err == nil {
			return whole, true
		}
		if ok && doubtful == nil {
			doubtful = &whole
		}
	}
	if doubtful == nil {
		return reading{}, false
	}
	return *doubtful, true
}

// readings are the ways to read the first tokens, the likeliest first.
func (r reader) readings(ts []token) []reading {
	var all []reading
	if r.wanted.day {
		all = append(all, r.days(ts)...)
	}
	if r.wanted.clock {
		all = append(all, r.times(ts)...)
	}
	if r.wanted.part || r.wanted.clock {
		all = append(all, parts(ts)...)
	}
	return all
}

// and joins two readings that say different things.
func (r reading) and(o reading) (reading, bool) {
	switch {
	case o.has.day && !r.has.day:
		r.has.day, r.date, r.err = true, o.date, o.err
	case o.has.clock && !r.has.clock:
		r.has.clock, r.time = true, o.time
	case o.has.part && !r.has.part:
		r.has.part, r.part = true, o.part
	default:
		return reading{}, false
	}
	return r, true
}

func parts(ts []token) []reading {
	if ts[0].is(isMorning) {
		return []reading{{used: 1, has: kinds{part: true}, part: Morning}}
	}
	if ts[0].is(isAfternoon) {
		return []reading{{used: 1, has: kinds{part: true}, part: Afternoon}}
	}
	return nil
}
