package booking_test

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// What is kept of a day answers as the day does, no matter who asked before: for other
// visits, of other audiences, at another time, of another version of the office.
func TestWhatWasFoundIsWhatTheDaySays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, found := drawScene(t), new(booking.Found)
		for range rapid.IntRange(1, 6).Draw(t, "questions") {
			if rapid.IntRange(0, 3).Draw(t, "new files") == 3 {
				o := *s.office
				o.Desks = o.Desks[:max(1, len(o.Desks)-1)]
				s.office = &o
			}
			r := drawRequest(t, s)
			now := s.now.Add(time.Duration(rapid.IntRange(0, 60).Draw(t, "minutes later")) * time.Minute)
			want := s.day().Starts(r, now)
			got := found.Starts(s.office, s.date, s.booked, r, now)
			if diff := cmp.Diff(clocks(want), clocks(got)); diff != "" {
				t.Fatalf("%+v: free (-day +found):\n%s", r, diff)
			}
			from := rapid.IntRange(0, len(want)).Draw(t, "from")
			some := want[from:rapid.IntRange(from, len(want)).Draw(t, "to")]
			best := some
			if d := s.day(); d.Booked() >= booking.FillsUp {
				best = d.Roomiest(r, some)
			}
			if diff := cmp.Diff(clocks(best), clocks(found.Roomiest(s.office, s.date, s.booked, r, some))); diff != "" {
				t.Fatalf("%+v of %v: roomiest (-day +found):\n%s", r, clocks(some), diff)
			}
		}
	})
}

func TestNothingKeptIsNothingLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		var none *booking.Found
		starts := none.Starts(s.office, s.date, s.booked, r, s.now)
		if diff := cmp.Diff(clocks(s.day().Starts(r, s.now)), clocks(starts)); diff != "" {
			t.Fatal(diff)
		}
		if best := none.Roomiest(s.office, s.date, s.booked, r, starts); len(best) > len(starts) || len(starts) > 0 && len(best) == 0 {
			t.Fatalf("%v of %v", clocks(best), clocks(starts))
		}
	})
}

// Turns run side by side.
func TestSeveralAskAtOnce(t *testing.T) {
	t.Parallel()
	o, days := fullDays(4, 1)
	found, now := new(booking.Found), at(tuesday, "7:00")
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			r := booking.Request{Length: time.Duration(1+n%3) * 15 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
			want := o.Day(tuesday, days[0]).Starts(r, now)
			got := found.Starts(o, tuesday, days[0], r, now)
			if diff := cmp.Diff(clocks(want), clocks(got)); diff != "" {
				t.Error(diff)
			}
			found.Roomiest(o, tuesday, days[0], r, got)
		})
	}
	all.Wait()
}
