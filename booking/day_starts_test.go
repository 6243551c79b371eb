package booking_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// A time can be booked up to the lead time before it, to the moment, wherever it
// is looked for; by staff until it begins.
func TestATimeIsThereUntilItsLeadTime(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	start := tuesday.At(9*60, berlin())
	for audience, lead := range map[booking.Audience]time.Duration{booking.Public: o.Policy.LeadTime, booking.Staff: 0} {
		r := booking.Request{Length: 20 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: audience}
		for late, want := range map[time.Duration]bool{-time.Minute: true, 0: true, time.Nanosecond: false} {
			now := start.Add(late - lead)
			day := o.Day(tuesday, nil)
			for name, all := range map[string][]time.Time{"all": day.Starts(r, now), "idle": day.Idle(r, now)} {
				if got := slices.ContainsFunc(all, start.Equal); got != want {
					t.Errorf("%s for %s, %v after the lead time: %v, want %v", name, audience, late, got, want)
				}
			}
			_, err := day.Place(r, start, now)
			if (err == nil) != want {
				t.Errorf("placing for %s, %v after the lead time: %v", audience, late, err)
			}
		}
	}
}
