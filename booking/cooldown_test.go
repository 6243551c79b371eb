package booking_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// For the public a resting time is as good as one that somebody sits in who
// cannot be asked to move; for staff and the waiting list it is not there.
func TestARestingTimeIsHiddenFromThePublicOnly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		r := drawRequest(t, s)
		r.Claim = 0
		resting := drawCooldown(t, s)
		taken := s
		for i, o := range resting {
			o.Cooldown, o.Fixed, o.ID = false, true, booking.AppointmentID(10_000+i)
			o.Claim = o.ID
			taken.booked = append(taken.booked[:len(taken.booked):len(taken.booked)], o)
		}
		rests := s
		rests.booked = append(rests.booked[:len(rests.booked):len(rests.booked)], resting...)

		want := s.day().Starts(r, s.now)
		if r.Audience == booking.Public {
			want = taken.day().Starts(r, s.now)
		}
		if diff := cmp.Diff(want, rests.day().Starts(r, s.now)); diff != "" {
			t.Fatalf("%s sees (-want +got):\n%s", r.Audience, diff)
		}
		waits := r
		waits.Waits = true
		if diff := cmp.Diff(s.day().Starts(r, s.now), rests.day().Starts(waits, s.now)); diff != "" {
			t.Fatalf("the waiting list sees (-want +got):\n%s", diff)
		}
	})
}

// Those who are seated elsewhere for the public's sake do not land in a cooling
// time either.
func TestNobodyIsSeatedWhereATimeRests(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawCrowd(t)
		resting := drawCooldown(t, s)
		booked := s.booked
		s.booked = slices.Concat(booked, resting)
		r := drawRequest(t, s)
		r.Claim, r.Audience = 0, booking.Public
		for _, start := range s.day().Starts(r, s.now) {
			p, err := s.day().Place(r, start, s.now)
			if err != nil {
				t.Fatal(err)
			}
			seats := []booking.Busy{{Desk: p.Desk, Span: booking.Span{Start: start, End: start.Add(r.Length)}}}
			for _, swap := range p.Swaps {
				for _, o := range booked {
					if o.ID == swap.Appointment {
						seats = append(seats, booking.Busy{Desk: swap.Desk, Span: o.Span})
					}
				}
			}
			for _, seat := range seats {
				for _, o := range resting {
					if o.Desk == seat.Desk && o.Span.Overlaps(seat.Span) {
						t.Fatalf("%v is seated at %v, which rests", seat, o)
					}
				}
			}
		}
	})
}

// drawCooldown frees times on the grid, some of them where somebody sits who
// staff have put there since.
func drawCooldown(t *rapid.T, s scene) []booking.Busy {
	or := newOracle(s)
	var all []booking.Busy
	for range rapid.IntRange(1, 4).Draw(t, "freed") {
		step := rapid.IntRange(0, or.steps()-1).Draw(t, "freed step")
		span := booking.Span{Start: or.at(step), End: or.at(min(or.steps(), step+rapid.IntRange(1, 6).Draw(t, "freed length")))}
		desk := rapid.SampledFrom(s.office.Desks).Draw(t, "freed desk").ID
		all = append(all, booking.Busy{Desk: desk, Span: span, Audience: booking.Public, Cooldown: true})
	}
	return all
}

func TestAFreedTimeRestsWithinTheBounds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var p booking.Policy
		p.Release.Least = time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, "least"))
		p.Release.Most = p.Release.Least + time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, "spread"))
		now := at(tuesday, "9:00")
		until := p.ReleaseAt(now, rapid.Uint64().Draw(t, "random"))
		if until.Before(now.Add(p.Release.Least)) || until.After(now.Add(p.Release.Most)) {
			t.Fatalf("it rests for %v", until.Sub(now))
		}
	})
}

func TestWhatAMoveFreesIsWhatItLeaves(t *testing.T) {
	t.Parallel()
	old := booking.Appointment{
		Office: "werne", Desk: "1", Span: span(tuesday, "9:00", "9:30"), Audience: booking.Public, State: booking.Confirmed,
	}
	moved := func(change func(*booking.Appointment)) booking.Appointment {
		a := old
		change(&a)
		return a
	}
	to := func(from, until string) func(*booking.Appointment) {
		return func(a *booking.Appointment) { a.Span = span(tuesday, from, until) }
	}
	tests := map[string]struct {
		old, next booking.Appointment
		want      []booking.Span
	}{
		"cancelled":       {old, moved(func(a *booking.Appointment) { a.State = booking.Cancelled }), []booking.Span{old.Span}},
		"far away":        {old, moved(to("11:00", "11:30")), []booking.Span{old.Span}},
		"a little later":  {old, moved(to("9:10", "9:40")), []booking.Span{span(tuesday, "9:00", "9:10")}},
		"a little sooner": {old, moved(to("8:50", "9:20")), []booking.Span{span(tuesday, "9:20", "9:30")}},
		"shorter":         {old, moved(to("9:10", "9:20")), []booking.Span{span(tuesday, "9:00", "9:10"), span(tuesday, "9:20", "9:30")}},
		"longer":          {old, moved(to("8:50", "9:40")), nil},
		"another desk":    {old, moved(func(a *booking.Appointment) { a.Desk = "2" }), []booking.Span{old.Span}},
	}
	staffs := old
	staffs.Audience = booking.Staff
	if got := staffs.Freed(tests["cancelled"].next); got != nil {
		t.Errorf("staff's own time rests: %v", got)
	}
	for name, test := range tests {
		if diff := cmp.Diff(test.want, test.old.Freed(test.next)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Nobody changes to a desk whose time rests, so that somebody of the public can
// have theirs; for staff and the waiting list they do.
func TestNobodyMovesToARestingTimeForThePublic(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	sits := booking.Busy{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "9:00", "9:30"), Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	rests := booking.Busy{Desk: "2", Span: span(tuesday, "9:00", "9:30"), Cooldown: true}
	now := at(tuesday.Add(-1), "9:00")
	for name, tt := range map[string]struct {
		audience booking.Audience
		waits    bool
		want     bool
	}{"the public": {booking.Public, false, false}, "the waiting list": {booking.Public, true, true}, "staff": {booking.Staff, false, true}} {
		r := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"cars"}, Audience: tt.audience, Waits: tt.waits} // desk 1 alone can
		starts := o.Day(tuesday, []booking.Busy{sits, rests}).Starts(r, now)
		if got := slices.ContainsFunc(starts, at(tuesday, "9:00").Equal); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
