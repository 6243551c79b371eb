package booking

import (
	"math"
	"math/bits"
	"slices"
	"sync"
	"time"
	"weak"
)

// Found keeps what was found on a day, for as long as the same is booked on it:
// most turns ask for days on which nothing has changed since somebody asked the
// same, and on a full day looking costs more than all the rest of a turn. It may be
// asked by several at once. It keeps no office alive. Who keeps it drops it when
// the day changes.
type Found struct {
	mu     sync.Mutex
	office weak.Pointer[Office] // as it was asked of: another version may answer otherwise
	share  float64              // how much of the day is booked; less than 0: not counted yet
	wanted map[visitKind]*openings
}

// visitKind is what decides which times of a day suit a visit.
type visitKind struct {
	length   time.Duration
	skills   string
	audience Audience
	waits    bool
}

// openings is when a visit can start, and what is left for others then: one number
// for each of the starts, in order; NaN if nobody has asked.
type openings struct {
	starts slots
	worth  []float64
}

// mostWanted is how many kinds of visits are kept for a day.
const mostWanted = 20

// Starts is [Day.Starts] of the day.
func (f *Found) Starts(o *Office, date Date, booked []Busy, r Request, now time.Time) []time.Time {
	if f == nil || r.Claim != 0 {
		return o.Day(date, booked).Starts(r, now)
	}
	if o.mayStart(date, now) != nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	open := f.openings(o, date, booked, r).starts
	measure, earliest := newRuler(date, o.Calendar.Zone, o.Policy.Grid), o.earliest(r.Audience, now)
	starts := make([]time.Time, 0, open.count())
	for slot := range open.all() {
		if start := measure.at(slot); !start.Before(earliest) {
			starts = append(starts, start)
		}
	}
	return starts
}

// Roomiest is [Day.Roomiest] of the day if it fills up; on any other day all times
// leave room enough.
func (f *Found) Roomiest(o *Office, date Date, booked []Busy, r Request, starts []time.Time) []time.Time {
	if f == nil || r.Claim != 0 {
		d := o.Day(date, booked)
		if d.Booked() < FillsUp {
			return starts
		}
		return d.Roomiest(r, starts)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.shareOf(o, date, booked) < FillsUp || len(starts) < 2 {
		return starts
	}
	return worthiest(starts, f.worthOf(o, date, booked, r, starts))
}

// shareOf is how much of the day is booked.
func (f *Found) shareOf(o *Office, date Date, booked []Busy) float64 {
	f.of(o)
	if f.share < 0 {
		f.share = o.Day(date, booked).Booked()
	}
	return f.share
}

// worthOf is what each of some starts leaves for others.
func (f *Found) worthOf(o *Office, date Date, booked []Busy, r Request, starts []time.Time) []float64 {
	open := f.openings(o, date, booked, r)
	if open.worth == nil {
		open.worth = slices.Repeat([]float64{math.NaN()}, open.starts.count())
	}
	measure, worth := newRuler(date, o.Calendar.Zone, o.Policy.Grid), make([]float64, len(starts))
	var left *room
	for i, start := range starts {
		slot, ok := measure.slot(start)
		if !ok || !open.starts.has(slot) {
			worth[i] = math.Inf(-1)
			continue
		}
		known := &open.worth[open.starts.before(slot)]
		if math.IsNaN(*known) {
			if left == nil {
				d := o.Day(date, booked).seenBy(r)
				left = newRoom(&d)
			}
			*known = left.after(r, start)
		}
		worth[i] = *known
	}
	return worth
}

// openings is when a visit can start, whatever the time is now.
func (f *Found) openings(o *Office, date Date, booked []Busy, r Request) *openings {
	f.of(o)
	kind := visitKind{r.Length, joined(r.Skills), r.Audience, r.Waits}
	if known, ok := f.wanted[kind]; ok {
		return known
	}
	if f.wanted == nil || len(f.wanted) >= mostWanted {
		f.wanted = map[visitKind]*openings{}
	}
	found := &openings{starts: o.Day(date, booked).seenBy(r).openSlots(r)}
	f.wanted[kind] = found
	return found
}

// of forgets what was found where the office is another version.
func (f *Found) of(o *Office) {
	if version := weak.Make(o); f.office != version {
		f.office, f.share, f.wanted = version, -1, nil
	}
}

// openSlots is every slot at which r can start, whatever the time is now.
func (d Day) openSlots(r Request) slots {
	open, swapped := d.candidates(r)
	for slot := range swapped.without(open).all() {
		if d.hasRoom(r, slot) {
			open.set(slot, slot+1)
		}
	}
	return open
}

// before is how many slots are set before one.
func (s *slots) before(slot int) (n int) {
	for w := range slot / slotsPerWord {
		n += bits.OnesCount64(s[w])
	}
	return n + bits.OnesCount64(s[slot/slotsPerWord]&(1<<(slot%slotsPerWord)-1))
}
