package simulation

import (
	"time"

	"terminbote/booking"
	"terminbote/statistics"
)

// patience is how many days later than recorded somebody would come as well, if
// the changed office has nothing that day.
const patience = 7

// Recorded is the demand that an office had: each visit asks again when it was
// booked, for the half of the day that it had then, that day or some days later.
func Recorded(o *booking.Office, visits []statistics.Visit) []Request {
	zone := o.Calendar.Zone
	all := make([]Request, 0, len(visits))
	for _, v := range visits {
		start := v.Start.In(zone)
		day := booking.DateOf(start, zone)
		r := Request{
			Asked: v.Asked, Wishes: v.Key.Wishes(), Persons: max(1, v.Persons), Staff: v.Staff,
			First: day, Last: day.Add(patience), Hours: booking.Mornings(), Wanted: booking.ClockOf(start, zone),
			Misses: v.State == booking.Missed, Took: time.Duration(v.Took) * time.Minute,
		}
		if r.Wanted >= r.Hours.To {
			r.Hours = booking.Afternoons()
		}
		if v.State == booking.Cancelled {
			r.Ahead = max(time.Minute, time.Duration(v.Ahead)*time.Minute)
		}
		all = append(all, r)
	}
	return all
}
