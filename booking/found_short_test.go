package booking_test

import (
	"testing"
	"time"

	"terminbote/booking"
)

// Times that leave room are preferred from the moment on at which half of a day is
// booked, to the minute, whether the day is remembered or not.
func TestRoomIsShortFromHalfOfADayOn(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 3600)
	o := &booking.Office{
		Desks:    []booking.Desk{{ID: "desk", Skills: []booking.Skill{"all"}}},
		Concerns: []booking.Concern{{ID: "short", First: 20 * time.Minute, MaxQuantity: 1, Skill: "all"}},
		Calendar: booking.Calendar{Zone: zone}, Policy: booking.Policy{Horizon: 9, Grid: 5 * time.Minute},
	}
	o.Calendar.Week[time.Monday] = []booking.Shift{{From: 8 * 60, To: 18 * 60}}
	o = booking.NewTown(o).Offices[0]
	date := booking.Date{Year: 2026, Month: time.November, Day: 23}
	r := booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"all"}, Audience: booking.Public}
	for booked, short := range map[time.Duration]bool{290 * time.Minute: false, 295 * time.Minute: false, 300 * time.Minute: true, 305 * time.Minute: true} {
		busy := []booking.Busy{{
			ID: 1, Claim: 1, Desk: "desk", Skills: []booking.Skill{"all"}, Audience: booking.Public,
			Span: booking.Span{Start: date.At(8*60, zone), End: date.At(8*60, zone).Add(booked)},
		}}
		starts := o.Day(date, busy).Starts(r, date.At(0, zone))
		for name, found := range map[string]*booking.Found{"remembered": new(booking.Found), "looked up": nil} {
			got := found.Roomiest(o, date, busy, r, starts)
			if (len(got) < len(starts)) != short || len(got) == 0 {
				t.Errorf("%s, %v of ten hours booked: %v of %v", name, booked, clocks(got), clocks(starts))
			}
		}
	}
}
