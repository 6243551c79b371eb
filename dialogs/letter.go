package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
)

// Open tells whether the time that the mail offers can still be had.
func (l Letter) Open(now time.Time) bool {
	return l.Offer && l.Appointment.State == booking.Held && !l.Appointment.HoldExpired(now)
}

// Shown is the times to show: all of them, or where they are too many those at
// the quarters of the hour.
func (d FreeDay) Shown() []time.Time { return quarters(d.Starts) }

// MoveNeed is what has to be looked up to move an appointment.
func (l Letter) MoveNeed(now time.Time) Need {
	return Need{Offices: []booking.OfficeID{l.Office.ID}, From: l.Office.Today(now), To: l.Office.LastDay(now)}
}

// FreeDays is the days to which the appointment can be moved, with the times.
// Where it is already, it need not be moved to.
func (l Letter) FreeDays(f Facts) []FreeDay {
	office, ok := f.Town.Office(l.Office.ID)
	if !ok {
		return nil
	}
	a := l.Appointment
	request := booking.Request{Length: a.Span.Length(), Skills: a.Skills, Audience: booking.Public, Claim: a.Claim}
	var days []FreeDay
	for _, b := range f.Booked {
		starts := slices.DeleteFunc(office.Day(b.Day, b.Busy).Starts(request, f.Now), a.Span.Start.Equal)
		if len(starts) > 0 {
			days = append(days, FreeDay{b.Day, starts})
		}
	}
	return days
}
