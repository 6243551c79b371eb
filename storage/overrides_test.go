package storage_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

func (w *world) close(c booking.Closure) []booking.Appointment {
	w.Helper()
	c.By = "lead"
	affected, err := w.AddClosure(w.Context(), w.now, "hall", c)
	if err != nil {
		w.Fatal(err)
	}
	return affected
}

func TestAClosureBeatsEverythingAndForgetsNobody(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	adas := w.booked("ada", at(9, 0))
	w.booked("bob", at(11, 0))
	held := w.must("carl", hold(at(9, 30)))
	moved := w.booked("dora", monday.Add(1).At(9*60, berlin))
	heldToMove := w.must("dora", holdMove(moved, at(9, 45)))

	affected := w.close(booking.Closure{Day: monday, Hours: booking.Hours{From: 8 * 60, To: 10 * 60}, Reason: booking.Text{"de": "Rohrbruch"}})
	if diff := cmp.Diff([]booking.Appointment{adas}, affected); diff != "" {
		t.Errorf("affected:\n%s", diff)
	}
	again, err := w.Affected(t.Context(), w.now, "hall", monday.Add(-1), monday.Add(3))
	if diff := cmp.Diff(affected, again); diff != "" || err != nil {
		t.Errorf("affected, later: %v\n%s", err, diff)
	}
	if got := w.ahead("ada"); len(got) != 1 || got[0].State != booking.Confirmed {
		t.Errorf("ada has %v", got)
	}
	w.refuse("carl", book(held, "carl"), booking.ErrClosed)
	w.refuse("dora", move(moved, heldToMove), booking.ErrClosed)
	w.refuse("eve", hold(at(9, 0)), booking.ErrClosed)
	w.must("eve", hold(at(10, 0)))
	reason := w.facts("eve", dialogs.Need{}).Town.Offices[0].Calendar.ClosuresOn(monday)[0]
	want := booking.Closure{ID: reason.ID, Day: monday, Hours: booking.Hours{From: 8 * 60, To: 10 * 60}, Reason: booking.Text{"de": "Rohrbruch"}, By: "lead", At: w.now}
	if diff := cmp.Diff(want, reason); diff != "" {
		t.Errorf("closure as read:\n%s", diff)
	}
}

func TestWhoHeldATimeAtAClosedDeskGetsAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	held := w.must("ada", hold(at(9, 0)))
	w.close(booking.Closure{Day: monday, Hours: booking.AllDay(), Desk: held.Desk})
	if got := w.must("ada", book(held, "ada")); got.Desk == held.Desk {
		t.Error("booked at a closed desk")
	}
	w.refuse("bob", hold(at(9, 0)), booking.ErrTaken)
}

func TestWhatIsLaidDownElsewhereHoldsAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	other := w.reopen(sample(2))
	w.must("ada", hold(at(9, 0))) // so that both know what there is
	if _, err := other.Facts(t.Context(), 1, w.now, dialogs.Need{}); err != nil {
		t.Fatal(err)
	}
	closure := booking.Closure{Day: monday, Hours: booking.AllDay(), By: "lead"}
	if _, err := other.AddClosure(t.Context(), w.now, "hall", closure); err != nil {
		t.Fatal(err)
	}
	w.refuse("bob", hold(at(9, 0)), booking.ErrClosed)
	if _, err := w.pool.Exec(t.Context(), `DELETE FROM closure WHERE day = $1`, monday.At(0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	w.must("bob", hold(at(9, 0)))
}

func TestExtraHoursCanBeBooked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	extra := booking.ExtraHours{Day: monday, Shift: booking.Shift{From: 14 * 60, To: 15 * 60, Desks: []booking.DeskID{"desk 2"}}, By: "lead"}
	w.refuse("ada", hold(at(14, 0)), booking.ErrClosed)
	if err := w.AddExtraHours(t.Context(), w.now, "hall", extra); err != nil {
		t.Fatal(err)
	}
	if got := w.must("ada", hold(at(14, 0))); got.Desk != "desk 2" {
		t.Errorf("held at %s", got.Desk)
	}
	extra.ID, extra.At = 1, w.now
	if diff := cmp.Diff([]booking.ExtraHours{extra}, w.facts("ada", dialogs.Need{}).Town.Offices[0].Calendar.Extra); diff != "" {
		t.Errorf("as read:\n%s", diff)
	}
}

func TestMinutesChangeForWhatIsBookedFromThenOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	before := w.booked("ada", at(9, 0))
	change := booking.MinutesChange{Concern: "pass", From: monday, First: 25 * time.Minute, Further: 5 * time.Minute, By: "lead"}
	later := change
	later.From, later.First = monday.Add(1), time.Hour
	for _, c := range []booking.MinutesChange{later, change} {
		if err := w.ChangeMinutes(t.Context(), w.now, "hall", c); err != nil {
			t.Fatal(err)
		}
	}
	if got := w.must("bob", hold(at(9, 0))).Span.Length(); got != 25*time.Minute {
		t.Errorf("it takes %v", got)
	}
	if diff := cmp.Diff([]booking.Appointment{before}, w.ahead("ada")); diff != "" {
		t.Errorf("what was booked before:\n%s", diff)
	}
}

func TestWhatIsLaidDownIsAttributed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	if _, err := w.AddClosure(t.Context(), w.now, "hall", booking.Closure{Day: monday, Hours: booking.AllDay()}); err == nil {
		t.Error("nobody laid it down")
	}
	if _, err := w.AddClosure(t.Context(), w.now, "nowhere", booking.Closure{}); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("got %v for an office that is not there", err)
	}
	if _, err := w.Affected(t.Context(), w.now, "nowhere", monday, monday); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("got %v for an office that is not there", err)
	}
}

// Both nights on which the clocks change, in an office that is open then.
func TestTheClockChangesAreDaysLikeOthers(t *testing.T) {
	t.Parallel()
	town := sample(1)
	town.Offices[0].Policy.Horizon = 400
	town.Offices[0].Calendar.Week[time.Sunday] = []booking.Shift{{From: 0, To: 24 * 60}}
	for _, test := range []struct {
		day   booking.Date
		hours int
	}{
		{booking.Date{Year: 2027, Month: time.March, Day: 28}, 23},
		{booking.Date{Year: 2027, Month: time.October, Day: 31}, 25},
	} {
		w := newWorld(t, town)
		w.now = test.day.Add(-3).At(0, berlin)
		midnight, end := test.day.At(0, berlin), test.day.At(booking.Midnight, berlin)
		booked := 0
		for start := midnight; start.Before(end); start = start.Add(time.Hour) {
			w.must(start.Format(time.RFC3339), hold(start))
			booked++
		}
		if booked != test.hours {
			t.Errorf("%s has %d hours, want %d", test.day, booked, test.hours)
		}
		need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: test.day.Add(-1), To: test.day.Add(1)}
		var got []int
		for _, b := range w.facts("looker", need).Booked {
			got = append(got, len(b.Occupations))
		}
		if diff := cmp.Diff([]int{0, test.hours, 0}, got); diff != "" {
			t.Errorf("around %s:\n%s", test.day, diff)
		}
	}
}
