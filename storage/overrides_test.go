package storage_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// close has a clerk close the office, or a desk of it, on monday.
func (w *world) close(hours booking.Hours, desk booking.DeskID, reason string) booking.OverrideID {
	w.Helper()
	closing := dialogs.Closing{Day: monday, Hours: hours, Desk: desk}
	return w.orders("clerk", dialogs.Close{Office: "hall", Closing: closing, Reason: reason}).Override
}

// newOverridesWorld is a world with a clerk.
func newOverridesWorld(t *testing.T, desks int) *world {
	t.Helper()
	w := newWorld(t, sample(desks))
	w.employ("clerk", booking.Clerk)
	return w
}

func TestAClosureBeatsEverythingAndForgetsNobody(t *testing.T) {
	t.Parallel()
	w := newOverridesWorld(t, 2)
	w.booked("ada", at(9, 0))
	w.booked("bob", at(11, 0))
	held := w.must("carl", hold(at(9, 30)))
	moved := w.booked("dora", monday.Add(1).At(9*60, berlin))
	heldToMove := w.must("dora", holdMove(moved, at(9, 45)))

	hours := booking.Hours{From: 8 * 60, To: 10 * 60}
	id := w.close(hours, "", "Rohrbruch")
	if got := w.sees("clerk", dialogs.StaffNeed{Closed: id}).Hit; names(got) != "ada " {
		t.Errorf("it hits %s", names(got))
	}
	if got := w.ahead("ada"); len(got) != 1 || got[0].State != booking.Confirmed {
		t.Errorf("ada has %v", got)
	}
	w.refuse("carl", book(held, "carl"), booking.ErrClosed)
	w.refuse("dora", move(moved, heldToMove), booking.ErrClosed)
	w.refuse("eve", hold(at(9, 0)), booking.ErrClosed)
	w.must("eve", hold(at(10, 0)))
	got := w.facts("eve", dialogs.Need{}).Town.Offices[0].Calendar.ClosuresOn(monday)[0]
	want := booking.Closure{ID: id, Day: monday, Hours: hours, Reason: booking.Text{"de": "Rohrbruch"}, By: "clerk", At: w.now}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("closure as read:\n%s", diff)
	}
}

func TestWhoHeldATimeAtAClosedDeskGetsAnother(t *testing.T) {
	t.Parallel()
	w := newOverridesWorld(t, 2)
	held := w.must("ada", hold(at(9, 0)))
	w.booked("bob", at(9, 0)) // so that she cannot be seated elsewhere at once
	w.close(booking.AllDay(), held.Desk, "")
	w.exec(`DELETE FROM appointment WHERE name = 'bob'`)
	if got := w.must("ada", book(held, "ada")); got.Desk == held.Desk {
		t.Error("booked at a closed desk")
	}
	w.refuse("carl", hold(at(9, 0)), booking.ErrTaken)
}

func TestAnOverrideOfAnotherReplicaHoldsAtOnce(t *testing.T) {
	t.Parallel()
	w := newOverridesWorld(t, 2)
	other := *w
	other.Store = w.reopen(sample(2))
	w.must("ada", hold(at(9, 0))) // so that both know what there is
	if _, err := other.Facts(t.Context(), 1, w.now, dialogs.Need{}); err != nil {
		t.Fatal(err)
	}
	other.close(booking.AllDay(), "", "")
	w.refuse("bob", hold(at(9, 0)), booking.ErrClosed)
	w.exec(`DELETE FROM closure WHERE day = $1`, monday.At(0, time.UTC))
	w.must("bob", hold(at(9, 0)))
}

func TestExtraHoursCanBeBooked(t *testing.T) {
	t.Parallel()
	w := newOverridesWorld(t, 2)
	w.refuse("ada", hold(at(14, 0)), booking.ErrClosed)
	id := w.orders("clerk", dialogs.Open{Office: "hall", Extra: dialogs.Extra{
		Day: monday, Hours: booking.Hours{From: 14 * 60, To: 15 * 60}, Desk: "desk 2",
	}}).Override
	if got := w.must("ada", hold(at(14, 0))); got.Desk != "desk 2" {
		t.Errorf("held at %s", got.Desk)
	}
	want := booking.ExtraHours{
		ID: id, Day: monday, Shift: booking.Shift{From: 14 * 60, To: 15 * 60, Desks: []booking.DeskID{"desk 2"}}, By: "clerk", At: w.now,
	}
	if diff := cmp.Diff([]booking.ExtraHours{want}, w.facts("ada", dialogs.Need{}).Town.Offices[0].Calendar.Extra); diff != "" {
		t.Errorf("as read:\n%s", diff)
	}
}

func TestMinutesChangeForWhatIsBookedFromThenOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	w.employ("lea", booking.Lead)
	before := w.booked("ada", at(9, 0))
	change := dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: 25, From: monday}
	later := change
	later.From, later.Minutes = monday.Add(1), 60
	w.orders("lea", later)
	done := w.orders("lea", change)
	if got := w.must("bob", hold(at(9, 0))).Span.Length(); got != 25*time.Minute {
		t.Errorf("it takes %v", got)
	}
	two := hold(at(10, 0))
	two.Order.Wishes[0].Quantity = 2
	if got := w.must("dora", two).Span.Length(); got != 35*time.Minute {
		t.Errorf("a second case has it take %v, want ten minutes more as before", got)
	}
	if diff := cmp.Diff([]booking.Appointment{before}, w.ahead("ada")); diff != "" {
		t.Errorf("what was booked before:\n%s", diff)
	}
	w.orders("lea", dialogs.RestoreMinutes{Change: done.Override})
	if got := w.must("carl", hold(at(10, 0))).Span.Length(); got != 15*time.Minute {
		t.Errorf("it takes %v once the change is taken back", got)
	}
	audit := w.sees("lea", dialogs.StaffNeed{Audit: true}).Audit
	if len(audit) < 3 || audit[0].What != dialogs.MinutesBack || audit[1].What != dialogs.MinutesChanged || audit[0].By != "lea" {
		t.Errorf("the audit log says %+v", audit)
	}
}

// What the log says of a change, and of taking it back, is what held just before and
// what holds since on the day from which it does: of several for one day the last one.
func TestTheLogSaysWhatMinutesHeldBefore(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	tuesday := monday.Add(1)
	made := map[int]booking.OverrideID{}
	change := func(minutes int, from booking.Date) {
		w.now = w.now.Add(time.Minute)
		made[minutes] = w.orders("lea", dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: minutes, From: from}).Override
	}
	restore := func(minutes int) {
		w.now = w.now.Add(time.Minute)
		w.orders("lea", dialogs.RestoreMinutes{Change: made[minutes]})
	}
	change(60, tuesday.Add(1)) // which is later, and none of the others' business
	change(20, tuesday)
	change(25, tuesday)
	change(40, monday)
	change(30, tuesday)
	restore(30)
	restore(20)
	restore(25)
	restore(40)
	var got []string
	audit := w.sees("lea", dialogs.StaffNeed{Audit: true}).Audit
	for _, e := range slices.Backward(audit) {
		if e.What == dialogs.MinutesChanged || e.What == dialogs.MinutesBack {
			got = append(got, fmt.Sprintf("%s from %v: %v for %v", e.What, e.Detail["day"], e.Detail["minutes"], e.Detail["before"]))
		}
	}
	said := func(what string, from booking.Date, minutes, before int) string {
		return fmt.Sprintf("%s from %v: %d for %d", what, from, minutes, before)
	}
	want := []string{
		said(dialogs.MinutesChanged, tuesday.Add(1), 60, 15), said(dialogs.MinutesChanged, tuesday, 20, 15),
		said(dialogs.MinutesChanged, tuesday, 25, 20), said(dialogs.MinutesChanged, monday, 40, 15),
		said(dialogs.MinutesChanged, tuesday, 30, 25), said(dialogs.MinutesBack, tuesday, 25, 30),
		said(dialogs.MinutesBack, tuesday, 25, 20), said(dialogs.MinutesBack, tuesday, 40, 25), said(dialogs.MinutesBack, monday, 15, 40),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log:\n%s", diff)
	}
}

func TestMinutesThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	w.employ("carl", booking.Clerk)
	good := dialogs.ChangeMinutes{Office: "hall", Concern: "pass", Minutes: 20, From: monday}
	for _, test := range []struct {
		change func(*dialogs.ChangeMinutes)
		want   error
	}{
		{func(c *dialogs.ChangeMinutes) { c.Minutes = 0 }, booking.ErrUnknown},
		{func(c *dialogs.ChangeMinutes) { c.Minutes = -5 }, booking.ErrUnknown},
		{func(c *dialogs.ChangeMinutes) { c.Minutes = 121 }, booking.ErrTooLong},
		{func(c *dialogs.ChangeMinutes) { c.Minutes = 999 }, booking.ErrTooLong},
		{func(c *dialogs.ChangeMinutes) { c.From = monday.Add(-1) }, booking.ErrTooSoon},
		{func(c *dialogs.ChangeMinutes) { c.Concern = "dance" }, booking.ErrUnknown},
		{func(c *dialogs.ChangeMinutes) { c.Office = "nowhere" }, booking.ErrUnknown},
	} {
		c := good
		test.change(&c)
		if done := w.served("lea", c); !errors.Is(done.Refused, test.want) {
			t.Errorf("%+v: %v, want %v", c, done.Refused, test.want)
		}
	}
	if done := w.served("carl", good); !errors.Is(done.Refused, booking.ErrNotAllowed) {
		t.Errorf("a clerk changes minutes: %v", done.Refused)
	}
	if done := w.served("lea", dialogs.RestoreMinutes{Change: 99}); !errors.Is(done.Refused, booking.ErrUnknown) {
		t.Errorf("a change that there is not: %v", done.Refused)
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
			got = append(got, len(b.Busy))
		}
		if diff := cmp.Diff([]int{0, test.hours, 0}, got); diff != "" {
			t.Errorf("around %s:\n%s", test.day, diff)
		}
	}
}

// What staff change at one office leaves the others as their files say they are today.
func TestAnOfficeWithoutChangesIsAsItsFileSaysToday(t *testing.T) {
	t.Parallel()
	town := sample(1)
	other := *town.Offices[0]
	other.ID, other.Concerns = "yard", slices.Clone(other.Concerns)
	other.Concerns[1].Done = booking.Period{Until: monday}
	town.Offices = append(town.Offices, &other)
	w := newWorld(t, town)
	w.employ("clerk", booking.Clerk)
	concerns := func() (all []booking.ConcernID) {
		office, _ := w.facts("eve", dialogs.Need{}).Town.Office("yard")
		for _, c := range office.Concerns {
			all = append(all, c.ID)
		}
		return all
	}
	for _, tt := range []struct {
		day    booking.Date
		closed bool
		want   []booking.ConcernID
	}{
		{monday, false, []booking.ConcernID{"pass", "move"}},
		{monday.Add(1), false, []booking.ConcernID{"pass"}},
		{monday, true, []booking.ConcernID{"pass", "move"}},
		{monday.Add(1), true, []booking.ConcernID{"pass"}},
	} {
		w.now = tt.day.At(7*60, berlin)
		if tt.closed && w.count(`SELECT count(*) FROM closure WHERE office = 'hall' AND day = $1`, monday.Add(2).At(0, time.UTC)) == 0 {
			w.orders("clerk", dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday.Add(2), Hours: booking.AllDay()}})
		}
		if diff := cmp.Diff(tt.want, concerns()); diff != "" {
			t.Errorf("on %v, with something closed elsewhere %v:\n%s", tt.day, tt.closed, diff)
		}
	}
}

// What staff changed is known for a year, to the day: closures and extra hours of days
// before that are not looked at any more.
func TestChangesAreKnownForAYear(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.now = monday.At(0, time.UTC)
	last := booking.DateOf(w.now.Add(-366*24*time.Hour), time.UTC)
	for _, day := range []booking.Date{last.Add(-1), last, last.Add(1), monday.Add(-40), monday, monday.Add(40)} {
		for _, order := range []string{
			`INSERT INTO closure (office, day, from_minute, to_minute, reason, by, at) VALUES ('hall', $1, 540, 600, '{}', 'x', $2)`,
			`INSERT INTO extra_hours (office, day, from_minute, to_minute, internal, by, at) VALUES ('hall', $1, 840, 900, false, 'x', $2)`,
		} {
			w.exec(order, day.At(0, time.UTC), w.now)
		}
	}
	want := []booking.Date{last, last.Add(1), monday.Add(-40), monday, monday.Add(40)}
	var closed, open []booking.Date
	office := w.facts("ada", dialogs.Need{}).Town.Offices[0]
	for _, day := range append([]booking.Date{last.Add(-1)}, want...) {
		if len(office.Calendar.ClosuresOn(day)) > 0 {
			closed = append(closed, day)
		}
	}
	for _, extra := range office.Calendar.Extra {
		if extra.By == "x" {
			open = append(open, extra.Day)
		}
	}
	slices.SortFunc(open, func(a, b booking.Date) int { return b.DaysUntil(a) })
	if !slices.Equal(closed, want) || !slices.Equal(open, want) {
		t.Errorf("closed on %v, open on %v, want %v", closed, open, want)
	}
}
