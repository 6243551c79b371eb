package booking_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// Who rests or is sent on goes on where they were: what they were served
// before counts, also when they are called once more, and a note is of the desk
// that wrote it last.
func TestAVisitIsOneVisitAtHoweverManyDesks(t *testing.T) {
	t.Parallel()
	o, a := walkInOffice(), waiting(1, "8:00", "7:55")
	o.Policy.Calls = booking.Calls{Times: 3, Walk: 2 * time.Minute}
	type step = func(booking.Appointment, time.Time) (booking.Appointment, error)
	on := func(desk booking.DeskID, note string) step {
		return func(a booking.Appointment, now time.Time) (booking.Appointment, error) {
			return o.SendOn(a, desk, note, now)
		}
	}
	call := func(desk booking.DeskID) step {
		return func(a booking.Appointment, now time.Time) (booking.Appointment, error) { return a.Call(desk, now) }
	}
	rests := booking.Attended{Parked: at(tuesday, "8:10"), Served: 10 * time.Minute}
	for _, test := range []struct {
		clock string
		do    step
		desk  booking.DeskID
		since string // since when they have been served, if at once
		want  booking.Attended
	}{
		{"8:00", call("1"), "1", "8:00", booking.Attended{Calls: 1}},
		{"8:10", booking.Appointment.Park, "", "", rests},
		{"8:40", func(a booking.Appointment, now time.Time) (booking.Appointment, error) { return a.TakeUp("2", now) }, "2", "8:30", booking.Attended{Calls: 1, Served: 10 * time.Minute}},
		{"8:42", booking.Appointment.CallAgain, "2", "8:32", booking.Attended{Calls: 2, Served: 10 * time.Minute}},
		{"8:45", on("1", "Foto fehlt"), "", "", booking.Attended{Served: 13 * time.Minute, For: "1", Note: "Foto fehlt"}},
		{"8:50", call("1"), "1", "8:37", booking.Attended{Calls: 1, Served: 13 * time.Minute, For: "1", Note: "Foto fehlt"}},
		{"8:51", booking.Appointment.Uncall, "1", "", booking.Attended{Served: 13 * time.Minute, For: "1", Note: "Foto fehlt"}},
		{"8:55", call("1"), "1", "8:42", booking.Attended{Calls: 1, Served: 13 * time.Minute, For: "1", Note: "Foto fehlt"}},
		{"9:00", on("2", ""), "", "", booking.Attended{Served: 18 * time.Minute, For: "2"}},
	} {
		now, since := at(tuesday, test.clock), time.Time{}
		if test.since != "" {
			since = at(tuesday, test.since)
		}
		var err error
		a, err = test.do(a, now)
		if diff := cmp.Diff(test.want, a.Visit); diff != "" || err != nil || !a.CalledAt.Equal(since) || a.Desk != test.desk {
			t.Errorf("at %s: at desk %q, served since %v, %v, -want +got:\n%s", test.clock, a.Desk, a.CalledAt, err, diff)
		}
		if early := o.Policy.MissedCall(a, now); (early != nil) != (test.clock == "8:00") {
			t.Errorf("at %s they can be missed: %v", test.clock, early)
		}
	}
}
