package simulation

import (
	"slices"
	"time"

	"terminbote/booking"
)

// How people answer an offer: assumptions, as nobody has published any.
const (
	offersEvery  = 20 * time.Second // as the chore of the program
	usualAnswer  = 4 * time.Minute  // on average, of those who answer in time
	answersShare = 0.75             // look at their phone while the offer stands
	acceptsShare = 0.7              // of those who answer
)

// offer offers freed times to those who wait, in the hours of the office: each time
// to the first on the list that it suits, at its beginning.
func (r *run) offer() {
	if !r.office.OffersAt(r.now) {
		r.at(r.nextOfferHours(), r.offer)
		return
	}
	r.waiting = slices.DeleteFunc(r.waiting, func(v *visit) bool { return !r.stillWaits(v) })
	for _, f := range r.freed {
		if !f.offered(r.now) || f.open {
			continue
		}
		for _, v := range r.waiting {
			if r.mayTake(v, f.span) && r.hold(v, f) {
				break
			}
		}
	}
}

// stillWaits tells whether an earlier time would be of use to somebody, or a first
// one.
func (r *run) stillWaits(v *visit) bool {
	if v.id == 0 {
		return v.waits && !r.today.After(v.of.Last)
	}
	return v.waits && !v.over && v.start.After(r.now)
}

// nextOfferHours is when offers may be sent again.
func (r *run) nextOfferHours() time.Time {
	from := r.office.Policy.Offer.Hours.From
	next := r.today.At(from, r.office.Calendar.Zone)
	if !next.After(r.now) {
		next = r.today.Add(1).At(from, r.office.Calendar.Zone)
	}
	return next
}

// mayTake tells whether a freed time suits somebody who waits: earlier than what
// they have, on a day and at hours at which they come, not offered before, and far
// enough ahead to answer and to set out.
func (r *run) mayTake(v *visit, f booking.Span) bool {
	policy := r.office.Policy
	return !v.offered && r.improves(v, f) && f.Length() >= v.request.Length &&
		!f.Start.Before(r.now.Add(policy.Window(booking.ByChat)+policy.LeadTime)) &&
		v.of.suits(f.Start, r.office.Calendar.Zone) && !slices.ContainsFunc(v.told, f.Overlaps)
}

// improves tells whether somebody who waits would rather have that time.
func (r *run) improves(v *visit, f booking.Span) bool {
	if v.id != 0 {
		return f.Start.Before(v.start)
	}
	day := r.office.Today(f.Start)
	return !day.Before(v.of.First) && !day.After(v.of.Last)
}

// hold sets a freed time aside for somebody until they have answered; false where
// it is free no more.
func (r *run) hold(v *visit, f *freedTime) bool {
	p := r.plan(r.office.Today(f.span.Start))
	wanted := v.request
	wanted.Waits = true
	r.last++
	id := r.last
	if p.seat(id, wanted, f.span.Start, r.now) != nil {
		return false
	}
	v.offered, f.open = true, true
	v.told = append(v.told, f.span)
	until := r.now.Add(r.office.Policy.Window(booking.ByChat))
	answers := r.random.Float64() < answersShare
	accepts := answers && r.random.Float64() < acceptsShare
	when := until
	if answers {
		when = r.now.Add(time.Duration(r.random.ExpFloat64() * float64(usualAnswer)))
	}
	if when.After(until) {
		when, accepts = until, false
	}
	r.at(when, func() { r.answered(v, f, id, accepts) })
	return true
}

// answered moves somebody to the time offered, or passes it on.
func (r *run) answered(v *visit, f *freedTime, id booking.AppointmentID, accepts bool) {
	p := r.plan(r.office.Today(f.span.Start))
	v.offered, f.open = false, false
	if !accepts || !r.stillWaits(v) {
		p.free(id)
		r.at(r.now.Add(offersEvery), r.offer)
		return
	}
	before := *v
	delete(r.visits, v.id)
	i := p.index(id)
	v.id, v.start, v.waits = id, p.busy[i].Span.Start, false
	r.visits[id] = v
	r.refill(p.busy[i])
	if before.id != 0 {
		r.release(&before)
		return
	}
	if v.counted {
		r.outcome.Refused--
	}
	r.accepted(v)
}
