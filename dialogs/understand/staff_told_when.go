package understand

import (
	"slices"
	"strings"
	"time"

	"terminbote/booking"
)

// toldWhenAt is a day or a time where it was told.
type toldWhenAt struct {
	from, to int
	days     daysSaid
	hours    hoursSaid
	shift    bool // by how much later or earlier: that is a new time
}

// findWhens marks the days and times.
func (r *toldReader) findWhens() {
	for i := 0; i < len(r.as); {
		at, n := r.whenAt(i)
		if n == 0 {
			i++
			continue
		}
		at.from, at.to = i, min(i+n, len(r.as))
		for ; i < at.to; i++ {
			r.as[i] = toldWhen
		}
		r.whens = append(r.whens, at)
	}
}

// whenAt reads a day, or a time. What is told of it denies it not: "der um 9 kommt nicht".
func (r *toldReader) whenAt(i int) (at toldWhenAt, n int) {
	if r.words.beside[r.word(i).text] {
		return at, 0 // Schmidt von 9 Uhr
	}
	if at.days, n = r.daysAt(i); n > 0 && (at.days.Refuses() || len(at.days.Spans) == 0 && at.days.coming == 0) {
		at.days, n = r.dayAt(i)
	}
	if n > 0 && !at.days.loose {
		return at, n
	}
	if shift, used := r.shiftAt(i); used > 0 && (shift.Minutes > 0 || shift.Days > 0) {
		return toldWhenAt{shift: true}, used
	}
	at.days = daysSaid{}
	clock, used := r.clockTold(i)
	if used > 0 && r.words.into[r.word(i+used).text] {
		return toldWhenAt{hours: clock}, used // the 10 o'clock to 3
	}
	if at.hours, n = r.hoursAt(i); n > 0 && !at.hours.plain && (len(at.hours.clocks) > 0 || at.hours.near != nil || used == 0) {
		return at, n
	}
	return toldWhenAt{hours: clock}, used
}

// clockTold reads one time. A mere number is one behind a day, and where a new time is announced.
func (r *toldReader) clockTold(i int) (hoursSaid, int) {
	at := r.says(i, sAt)
	clock, n := r.clockAt(i + at)
	before := i > 0 && (r.as[i-1] == toldWhen || r.words.into[r.word(i-1).text] || r.words.beside[r.word(i-1).text] && r.isDigits(i, 2))
	if n == 0 || clock.plain && at == 0 && !before {
		return hoursSaid{}, 0
	}
	return hoursSaid{clocks: []clockSaid{clock}}, at + n
}

const mostBeforeNew = 5 // words before a new time: to the next free slot on Thursday

// whenWithin tells whether a day or a time is said within some words from i on, before anything ends.
func (r *toldReader) whenWithin(i, most int) bool {
	for at := i; at < min(len(r.as), i+most+1) && (at == i || !r.word(at).startsClause()); at++ {
		if r.as[at] == toldWhen {
			return true
		}
	}
	return false
}

// shiftSoon tells whether by how much later or earlier is the next that is said from i on.
func (r *toldReader) shiftSoon(i int) bool {
	for _, w := range r.whens {
		if w.from >= i {
			return w.shift && w.from <= i+1
		}
	}
	return false
}

// whenBefore tells whether a day or a time stands in the clause of the word at i, before it, and
// where that clause begins: "…, ob sie auch Freitag kommen kann". The first clause says which
// appointment is meant.
func (r *toldReader) whenBefore(i int) (begins int, ok bool) {
	for at := i; at > 0; at-- {
		ok = ok || r.as[at] == toldWhen
		if r.word(at).startsClause() {
			return at, ok
		}
	}
	return 0, false
}

// whenSoon tells whether a day or a time is the next that is said from i on, a name aside.
func (r *toldReader) whenSoon(i int) bool {
	named := 0
	for ; i < len(r.as) && r.as[i] != toldWhen; i++ {
		if r.as[i] == toldElse && !r.words.wishes[r.word(i).text] {
			named++
		}
	}
	return i < len(r.as) && named <= wholeName
}

// place tells apart the days and times at which the appointment is from those to which it shall
// move. It is false where the former are no single day and time.
func (r *toldReader) place(told *Told, name int) bool {
	var to []string
	for _, w := range r.whens {
		if told.Do == ToMove && (w.shift || r.isNew(w, name)) {
			to = append(to, r.m.text[r.word(w.from).from:r.word(w.to-1).to])
			continue
		}
		if !r.takeWhen(told, w) {
			return false
		}
	}
	told.Words = strings.Join(to, " ")
	return true
}

// saysNew tells whether a message without a verb says when somebody shall come instead: "Kowalski eine
// Stunde später", "Braun auf Donnerstag".
func (r *toldReader) saysNew(name int) bool {
	shifts := slices.ContainsFunc(r.whens, func(w toldWhenAt) bool { return w.shift })
	return name >= 0 && (shifts || r.into > name)
}

// isNew tells whether a day or a time is that to which an appointment shall move: behind what
// announces it, or else behind what says whose it is or that it moves.
func (r *toldReader) isNew(w toldWhenAt, name int) bool {
	if r.into >= 0 {
		return w.from > r.into
	}
	if r.wants >= 0 {
		return w.from > r.wants
	}
	if w.from < r.to {
		return false
	}
	known := name >= 0
	for _, before := range r.whens {
		known = known || before.to <= r.from
	}
	return known
}

// takeWhen takes one day, or one time.
func (r *toldReader) takeWhen(told *Told, w toldWhenAt) bool {
	day, isDay := r.dayOf(w.days)
	switch {
	case isDay && told.Day.IsZero():
		told.Day = day
	case len(told.Times) > 0 || told.Near != 0 || isDay:
		return false
	case len(w.hours.clocks) == 1:
		told.Times = w.hours.clocks[0].likely(AnyPart)
	case w.hours.near != nil:
		told.Near = w.hours.near.likely(AnyPart)[0]
	default:
		return false
	}
	return true
}

// dayOf is the one day that is said.
func (r *toldReader) dayOf(said daysSaid) (booking.Date, bool) {
	for w := time.Sunday; w <= time.Saturday; w++ {
		if said.coming == 1<<w && len(said.Spans) == 0 {
			return following(r.today(), w), true
		}
	}
	if len(said.Spans) == 1 && said.Spans[0].From == said.Spans[0].To {
		return said.Spans[0].From, true
	}
	return booking.Date{}, false
}

// behindNew is where the words end that say to when an appointment shall move.
func (r *toldReader) behindNew() int {
	if r.from > r.into {
		return r.word(r.from).from
	}
	return len(r.m.text) - len(r.m.tail)
}
