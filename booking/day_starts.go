package booking

import "time"

// Starts lists every time at which r can start, in order, as of now. Each can
// be booked: a desk is free, or becomes free by moving other appointments to
// other desks.
func (d Day) Starts(r Request, now time.Time) []time.Time {
	return d.StartsWhere(r, now, func(time.Time) bool { return true })
}

// StartsWhere is those of [Day.Starts] that suit.
func (d Day) StartsWhere(r Request, now time.Time, suits func(time.Time) bool) []time.Time {
	if d.office.mayStart(d.Date, now) != nil {
		return nil
	}
	d = d.without(r.Claim).seenBy(r)
	direct, swapped := d.candidates(r)
	earliest := d.office.earliest(r.Audience, now)
	all := direct.or(swapped)
	starts := make([]time.Time, 0, all.count())
	for slot := range all.all() {
		start := d.ruler.at(slot)
		if start.Before(earliest) || !suits(start) {
			continue
		}
		if !direct.has(slot) && !d.hasRoom(r, slot) {
			continue
		}
		starts = append(starts, start)
	}
	return starts
}

// Takes tells whether some desk that can do what r wants serves for as long as it
// takes, whatever is booked.
func (d Day) Takes(r Request) bool {
	for i := range d.desks {
		if d.office.Desks[i].Can(r.Skills) && d.serves(i, r.Audience).runs(d.steps(r.Length)).count() > 0 {
			return true
		}
	}
	return false
}

// Idle lists every time at which r can start, in order, at a desk that is free as
// things stand: a part of what Starts lists, found faster.
func (d Day) Idle(r Request, now time.Time) []time.Time {
	if d.office.mayStart(d.Date, now) != nil {
		return nil
	}
	d = d.without(r.Claim).seenBy(r)
	var direct slots
	for i := range d.desks {
		if d.office.Desks[i].Can(r.Skills) {
			direct = direct.or(d.serves(i, r.Audience).without(d.desks[i].busy).runs(d.steps(r.Length)))
		}
	}
	earliest := d.office.earliest(r.Audience, now)
	starts := make([]time.Time, 0, direct.count())
	for slot := range direct.all() {
		if start := d.ruler.at(slot); !start.Before(earliest) {
			starts = append(starts, start)
		}
	}
	return starts
}
