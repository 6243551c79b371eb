package booking_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"terminbote/booking"
)

// Whatever is closed and wherever people sit: nobody shares a desk afterwards,
// nobody loses a desk that could serve them, who was called stays, and those
// left are exactly those who had nothing free.
func TestWhoIsHitByAClosureSitsElsewhereWhereThatIsPossible(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawScene(t)
		closure := booking.Closure{Day: s.date, Hours: booking.AllDay(), Desk: rapid.SampledFrom(s.office.Desks).Draw(t, "closed").ID}
		s.office = s.office.With(booking.Overrides{Closures: []booking.Closure{closure}}, s.date)
		before := s.oracle()
		hit := before.affected()
		swaps, left := s.day().Reseat()
		was := slices.Clone(s.booked)
		for _, swap := range swaps {
			i := slices.IndexFunc(s.booked, func(b booking.Busy) bool { return b.ID == swap.Appointment })
			if was[i].Fixed || was[i].Desk == swap.Desk {
				t.Fatalf("%+v moves %+v", swap, was[i])
			}
			s.booked = slices.Clone(s.booked)
			s.booked[i].Desk = swap.Desk
		}
		after := s.oracle()
		if err := crowded(s.booked); err != nil {
			t.Fatal(err)
		}
		for _, id := range after.affected() {
			if !slices.Contains(hit, id) {
				t.Fatalf("%d could be served before", id)
			}
		}
		want := slices.DeleteFunc(after.affected(), func(id booking.AppointmentID) bool { return bookedAs(s.booked, id).Fixed })
		if !slices.Equal(want, left) {
			t.Fatalf("left behind: %v, want %v", left, want)
		}
		for _, id := range left {
			b := bookedAs(s.booked, id)
			r := booking.Request{Length: b.Span.Length(), Skills: b.Skills, Audience: b.Audience, Claim: b.Claim}
			if after.direct(r, b.Span.Start) {
				t.Fatalf("%+v was left behind, though a desk is free", b)
			}
		}
	})
}

func bookedAs(all []booking.Busy, id booking.AppointmentID) booking.Busy {
	return all[slices.IndexFunc(all, func(b booking.Busy) bool { return b.ID == id })]
}

func TestOthersMakeRoomForWhoIsHit(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o.Desks = append(o.Desks, booking.Desk{ID: "3", Skills: []booking.Skill{"papers"}}, booking.Desk{ID: "4", Skills: []booking.Skill{"cars"}})
	o = o.With(booking.Overrides{Closures: []booking.Closure{{Day: tuesday, Hours: hours("9:00", "10:00"), Desk: "4"}}}, tuesday)
	nine := span(tuesday, "9:00", "9:30")
	cars, papers := []booking.Skill{"cars"}, []booking.Skill{"papers"}
	swaps, left := o.Day(tuesday, []booking.Busy{
		{ID: 1, Claim: 1, Desk: "4", Span: nine, Skills: cars, Audience: booking.Public},
		{ID: 2, Claim: 2, Desk: "1", Span: nine, Skills: papers, Audience: booking.Public},
		{ID: 3, Claim: 3, Desk: "2", Span: nine, Skills: papers, Audience: booking.Public},
	}).Reseat()
	want := []booking.Swap{{Appointment: 1, Desk: "1"}, {Appointment: 2, Desk: "2"}, {Appointment: 3, Desk: "3"}}
	if diff := cmp.Diff(want, swaps); diff != "" || len(left) > 0 {
		t.Errorf("left %v, (-want +got):\n%s", left, diff)
	}
}

// Who is hit by a closure may have a time that rests: the public does not see it, and it
// is nobody's yet.
func TestWhoIsHitMaySitInATimeThatRests(t *testing.T) {
	t.Parallel()
	o := sampleOffice()
	o = o.With(booking.Overrides{Closures: []booking.Closure{{Day: tuesday, Hours: hours("9:00", "10:00"), Desk: "1"}}}, tuesday)
	papers := []booking.Skill{"papers"}
	hit := booking.Busy{ID: 1, Claim: 1, Desk: "1", Span: span(tuesday, "9:00", "9:30"), Skills: papers, Audience: booking.Public}
	rests := booking.Busy{ID: 2, Desk: "2", Span: span(tuesday, "9:00", "9:30"), Cooldown: true}
	swaps, left := o.Day(tuesday, []booking.Busy{hit, rests}).Reseat()
	if diff := cmp.Diff([]booking.Swap{{Appointment: 1, Desk: "2"}}, swaps); diff != "" || len(left) > 0 {
		t.Errorf("at a free desk: left %v, (-want +got):\n%s", left, diff)
	}
	// Another one sits there already, who can change to a third desk where a time rests.
	o = sampleOffice()
	o.Desks = []booking.Desk{{ID: "1", Skills: []booking.Skill{"cars"}}, {ID: "2", Skills: []booking.Skill{"papers", "cars"}}, {ID: "3", Skills: papers}}
	o = o.With(booking.Overrides{Closures: []booking.Closure{{Day: tuesday, Hours: hours("9:00", "10:00"), Desk: "1"}}}, tuesday)
	hit.Skills = []booking.Skill{"cars"}
	other := booking.Busy{ID: 3, Claim: 3, Desk: "2", Span: span(tuesday, "9:00", "9:30"), Skills: papers, Audience: booking.Public}
	rests.Desk = "3"
	swaps, left = o.Day(tuesday, []booking.Busy{hit, rests, other}).Reseat()
	if diff := cmp.Diff([]booking.Swap{{Appointment: 1, Desk: "2"}, {Appointment: 3, Desk: "3"}}, swaps); diff != "" || len(left) > 0 {
		t.Errorf("by an exchange: left %v, (-want +got):\n%s", left, diff)
	}
}
