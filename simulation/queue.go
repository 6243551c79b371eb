package simulation

import (
	"cmp"
	"slices"
	"time"

	"terminbote/booking"
)

// comes is how long before their time people check in.
const comes = 5 * time.Minute

// finish lets those who have an appointment in the period come.
func (r *run) finish() {
	for day := r.period.From; !day.After(r.period.To); day = day.Add(1) {
		p := r.plan(day)
		open, _ := p.day.Minutes()
		r.outcome.Open += open
		var here []booking.Appointment
		for _, b := range p.busy {
			v := r.visits[b.ID]
			switch {
			case v == nil:
			case v.of.Misses:
				r.outcome.Missed++
			default:
				r.outcome.Finished++
				here = append(here, booking.Appointment{
					ID: b.ID, Office: r.office.ID, State: booking.CheckedIn, Desk: b.Desk, Span: b.Span, Skills: b.Skills,
					Arrived: b.Span.Start.Add(-comes),
				})
			}
		}
		r.serve(p, here)
	}
}

// serve calls those who have come, each desk the next as soon as it is ready, as
// staff do.
func (r *run) serve(p *plan, coming []booking.Appointment) {
	slices.SortFunc(coming, func(a, b booking.Appointment) int {
		return cmp.Or(a.Arrived.Compare(b.Arrived), cmp.Compare(a.ID, b.ID))
	})
	ready := map[booking.DeskID]time.Time{}
	var waiting []booking.Appointment
	for len(coming) > 0 || len(waiting) > 0 {
		now := r.nextMoment(ready, coming, waiting)
		for len(coming) > 0 && !coming[0].Arrived.After(now) {
			waiting, coming = append(waiting, coming[0]), coming[1:]
		}
		for _, desk := range r.office.Desks {
			if ready[desk.ID].After(now) || !p.day.OnDuty(desk.ID, now) && len(coming) > 0 {
				continue
			}
			next, err := r.office.Next(desk.ID, waiting, now)
			if err != nil {
				continue
			}
			waiting = slices.DeleteFunc(waiting, func(a booking.Appointment) bool { return a.ID == next.ID })
			took := r.took(next)
			ready[desk.ID] = now.Add(took)
			r.outcome.Used += int(took / time.Minute)
			r.outcome.Waited.Add(int(now.Sub(next.Arrived)/time.Minute), 1)
		}
		ready[""] = now.Add(time.Minute) // looked at again a minute later, whatever happens
	}
}

// nextMoment is when something may change: somebody comes or a desk is ready.
func (*run) nextMoment(ready map[booking.DeskID]time.Time, coming, waiting []booking.Appointment) time.Time {
	var next time.Time
	if len(waiting) > 0 {
		next = ready[""]
	}
	if len(coming) > 0 && (next.IsZero() || coming[0].Arrived.Before(next)) {
		next = coming[0].Arrived
	}
	return next
}

func (r *run) took(a booking.Appointment) time.Duration {
	if took := r.visits[a.ID].of.Took; took > 0 {
		return took
	}
	return a.Span.Length()
}
