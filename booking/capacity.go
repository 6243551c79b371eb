package booking

import "time"

// Minutes is how many minutes the desks of a day serve the public, and how many
// of them nothing is booked.
func (d Day) Minutes() (open, free int) {
	step := int(d.ruler.step / time.Minute)
	for i := range d.desks {
		open += step * d.desks[i].public.count()
		free += step * d.desks[i].public.without(d.desks[i].busy).count()
	}
	return open, free
}

// OnDuty tells whether a desk serves at a moment, the public or staff's callers.
func (d Day) OnDuty(desk DeskID, at time.Time) bool {
	slot, i := d.ruler.covering(Span{at, at.Add(1)}), d.office.deskIndex(desk)
	return i >= 0 && !slot.and(d.desks[i].staff).empty()
}

// FirstFree is, for each concern that the public can book, how many days from
// now the first free time for one case of it is; nil where there is none. booked
// is what keeps desks busy on the days that can be booked.
func (o *Office) FirstFree(booked map[Date][]Busy, now time.Time) map[ConcernID]*int {
	today := o.Today(now)
	open := map[ConcernID]Request{}
	first := map[ConcernID]*int{}
	for _, c := range o.Concerns {
		if visit, err := o.Visit([]Wish{{Concern: c.ID, Quantity: 1}}, 1); err == nil {
			open[c.ID], first[c.ID] = visit.Request(Public), nil
		}
	}
	for ahead := 0; ahead <= o.Policy.Horizon && len(open) > 0; ahead++ {
		date := today.Add(ahead)
		day := o.Day(date, booked[date])
		for id, r := range open {
			r, done := o.oneOn(date, id, r)
			if done && len(day.Starts(r, now)) > 0 {
				first[id] = &ahead
				delete(open, id)
			}
		}
	}
	return first
}

// oneOn is the request for one case of a concern on a day, on which it may take
// another time or not be done at all. On most days it is r.
func (o *Office) oneOn(day Date, id ConcernID, r Request) (Request, bool) {
	if c, known := o.Ever(id); known && !c.dated() {
		return r, true
	}
	visit, err := o.VisitOn(day, Public, []Wish{{Concern: id, Quantity: 1}}, 1)
	return visit.Request(Public), err == nil
}
