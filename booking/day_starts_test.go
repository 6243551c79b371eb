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

// Only a desk that can do all of what is asked counts, in whichever order it is asked,
// and however much else it can do.
func TestADeskCountsThatCanDoAllOfIt(t *testing.T) {
	t.Parallel()
	o := sampleOffice() // desk 1 does papers and cars, desk 2 papers
	now := tuesday.At(0, berlin())
	first, second := []booking.Busy{{Desk: "1", Span: span(tuesday, "8:00", "12:00"), Fixed: true}}, []booking.Busy{{Desk: "2", Span: span(tuesday, "8:00", "12:00"), Fixed: true}}
	both := slices.Concat(first[:1], second)
	for name, tt := range map[string]struct {
		skills []booking.Skill
		booked []booking.Busy
		idle   bool
		takes  bool
	}{
		"anything":                        {nil, nil, true, true},
		"papers":                          {[]booking.Skill{"papers"}, nil, true, true},
		"papers, at the second":           {[]booking.Skill{"papers"}, first, true, true},
		"papers, at the first":            {[]booking.Skill{"papers"}, second, true, true},
		"papers, at none":                 {[]booking.Skill{"papers"}, both, false, true},
		"cars, the first is taken":        {[]booking.Skill{"cars"}, first, false, true},
		"both, the first is taken":        {[]booking.Skill{"papers", "cars"}, first, false, true},
		"both, the other way round":       {[]booking.Skill{"cars", "papers"}, first, false, true},
		"both, the second is taken":       {[]booking.Skill{"papers", "cars"}, second, true, true},
		"one that there is not, and one":  {[]booking.Skill{"seals", "papers"}, nil, false, false},
		"one that there is, and one not":  {[]booking.Skill{"papers", "seals"}, nil, false, false},
		"all that one can do, and no one": {[]booking.Skill{"papers", "cars", "seals"}, nil, false, false},
	} {
		r := booking.Request{Length: 20 * time.Minute, Skills: tt.skills, Audience: booking.Public}
		day := o.Day(tuesday, tt.booked)
		if idle, starts, takes := len(day.Idle(r, now)) > 0, len(day.Starts(r, now)) > 0, day.Takes(r); idle != tt.idle || starts != tt.idle || takes != tt.takes {
			t.Errorf("%s: idle %v, starts %v, takes %v", name, idle, starts, takes)
		}
	}
}
