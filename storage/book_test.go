package storage_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

func TestWhatIsBookedIsFoundAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	held := w.must("ada", hold(at(9, 0)))
	if want := morning.Add(15 * time.Minute); !held.HeldUntil.Equal(want) {
		t.Errorf("held until %v, want %v", held.HeldUntil, want)
	}
	done := w.must("ada", book(held, "ada"))
	want := booking.Appointment{
		ID: held.ID, Claim: held.ID, Number: done.Number, Office: "hall", Desk: held.Desk,
		Span: booking.Span{Start: at(9, 0), End: at(9, 15)}, State: booking.Confirmed,
		Items:   []booking.Item{{Concern: "pass", Name: booking.Text{"de": "Reisepass"}, Quantity: 1, Minutes: 15}},
		Persons: 1, Skills: []booking.Skill{"papers"}, Audience: booking.Public, Holder: held.Holder,
		Contact: booking.Contact{Name: "ada", Mail: "ada@example.org"}, Lang: "de", Updated: morning,
	}
	if diff := cmp.Diff(want, done); diff != "" {
		t.Errorf("booked:\n%s", diff)
	}
	if diff := cmp.Diff([]booking.Appointment{want}, w.ahead("ada")); diff != "" {
		t.Errorf("read:\n%s", diff)
	}
	if _, ok := booking.ParseNumber(string(done.Number)); !ok {
		t.Errorf("%q is no number", done.Number)
	}
	if len(w.ahead("bob")) != 0 {
		t.Error("bob sees what is ada's")
	}
	if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND what = 'booked'`, held.ID); n != 1 {
		t.Errorf("%d entries in the history", n)
	}
}
