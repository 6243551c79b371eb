package simulation

import (
	"slices"
	"time"

	"terminbote/booking"
)

// freedTime is a time that was given back.
type freedTime struct {
	span   booking.Span
	desk   booking.DeskID
	at     time.Time
	filled bool
	open   bool                  // an offer of it stands
	cool   booking.AppointmentID // its place in the plan while the public does not see it
	until  time.Time             // when the public sees it
}

// offeredFor is how long a freed time is offered after the public sees it, as the
// program does.
const offeredFor = 24 * time.Hour

// offered tells whether the time is offered to those who wait.
func (f *freedTime) offered(now time.Time) bool {
	return !f.filled && f.span.Start.After(now) && now.Before(f.until.Add(offeredFor))
}

// early is how long before its start a time has to be given back for others to be
// able to come.
const early = 2 * time.Hour

// isEarly tells whether others are able to come.
func (f *freedTime) isEarly() bool { return f.span.Start.Sub(f.at) >= early }

// release gives the time of a visit back: those who wait are offered it, and the
// public sees it a while later, as the office's rules have it.
func (r *run) release(v *visit) {
	p := r.plan(r.office.Today(v.start))
	gone := p.free(v.id)
	f := &freedTime{span: gone.Span, desk: gone.Desk, at: r.now}
	if r.counts(p.date) {
		r.outcome.Freed.Times++
		if f.isEarly() {
			r.outcome.Freed.EarlyTimes++
		}
	}
	r.freed = slices.DeleteFunc(r.freed, func(f *freedTime) bool { return f.filled || !f.span.Start.After(r.now) })
	r.freed = append(r.freed, f)
	r.last++
	f.cool = r.last
	p.enter(booking.Busy{ID: f.cool, Desk: f.desk, Span: f.span, Cooldown: true})
	f.until = r.office.Policy.ReleaseAt(r.now, r.random.Uint64())
	r.at(f.until, func() {
		if p.index(f.cool) >= 0 {
			p.free(f.cool)
		}
	})
	r.at(r.now.Add(offersEvery), r.offer)
}

// refill notes that a freed time is booked again at its desk.
func (r *run) refill(b *booking.Busy) {
	for _, f := range r.freed {
		if f.filled || f.desk != b.Desk || !f.span.Overlaps(b.Span) {
			continue
		}
		f.filled = true
		if !r.counts(r.office.Today(f.span.Start)) {
			continue
		}
		minutes := int(r.now.Sub(f.at).Round(time.Minute) / time.Minute)
		r.outcome.Freed.Refilled.Add(minutes, 1)
		if f.isEarly() {
			r.outcome.Freed.EarlyRefilled.Add(minutes, 1)
		}
	}
}
