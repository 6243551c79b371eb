package booking_test

import (
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"terminbote/booking"
	"terminbote/booking/clocktest"
)

// reminding is an office that reminds at five in the afternoon.
func reminding() *booking.Office {
	o := sampleOffice()
	o.Policy.Reminder = 17 * 60
	return o
}

// reminder is the one planned for a, if any.
func reminder(o *booking.Office, kind booking.NoticeKind, a booking.Appointment, now time.Time) (booking.Notice, bool) {
	for _, n := range o.Notices(kind, a, now) {
		if n.Kind == booking.ReminderNotice {
			return n, true
		}
	}
	return booking.Notice{}, false
}

func TestPeopleAreRemindedByTheWallClockAlsoWhenItChanges(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		title string
		day   booking.Date
		hour  booking.Clock
		want  string // in UTC
	}{
		{"an ordinary day", tuesday, 17 * 60, "2026-11-23T16:00:00Z"},
		{"the day after the change to summer time", spring.Add(1), 17 * 60, "2026-03-29T15:00:00Z"},
		{"the day of the change to summer time", spring, 17 * 60, "2026-03-28T16:00:00Z"},
		{"an hour that the change to summer time skips", spring.Add(1), 2*60 + 30, "2026-03-29T01:00:00Z"},
		{"the day after the change to winter time", autumn.Add(1), 17 * 60, "2026-10-25T16:00:00Z"},
		{"the day of the change to winter time", autumn, 17 * 60, "2026-10-24T15:00:00Z"},
		{"an hour that the change to winter time repeats", autumn.Add(1), 2*60 + 30, "2026-10-25T00:30:00Z"},
	} {
		t.Run(tt.title, func(t *testing.T) {
			t.Parallel()
			o := reminding()
			o.Policy.Reminder = tt.hour
			a := sampleAppointment()
			a.Span = span(tt.day, "09:00", "09:30")
			n, ok := reminder(o, booking.BookedNotice, a, tt.day.Add(-10).At(0, berlin()))
			if got := n.Due.UTC().Format(time.RFC3339); !ok || got != tt.want {
				t.Errorf("reminded at %s, want %s", got, tt.want)
			}
		})
	}
}

// On both days on which the clocks change somebody sleeps until the reminder
// is due, and looks at the office's clock then.
func TestWhoSleepsUntilTheReminderWakesAtItsHour(t *testing.T) {
	t.Parallel()
	for _, change := range []booking.Date{spring, autumn} {
		synctest.Test(t, func(t *testing.T) {
			evening := change.Add(-1).At(20*60, berlin())
			time.Sleep(clocktest.Until(evening))
			a := sampleAppointment()
			a.Span = span(change.Add(1), "09:00", "09:30")
			n, ok := reminder(reminding(), booking.BookedNotice, a, clocktest.Now())
			if !ok {
				t.Fatal("no reminder was planned")
			}
			time.Sleep(clocktest.Until(n.Due))
			if got := clocktest.Now().In(berlin()).Format("2006-01-02 15:04"); got != change.String()+" 17:00" {
				t.Errorf("woke at %s", got)
			}
			if !n.True(a, clocktest.Now()) {
				t.Error("the reminder is not true when it is due")
			}
		})
	}
}

func TestWhoBooksAfterTheHourOfTheReminderGetsNone(t *testing.T) {
	t.Parallel()
	o, a := reminding(), sampleAppointment()
	hour := tuesday.Add(-1).At(17*60, berlin())
	for _, tt := range []struct {
		now  time.Time
		want bool
	}{{hour.Add(-5 * time.Minute), true}, {hour, false}, {hour.Add(5 * time.Minute), false}, {a.Span.Start.Add(-time.Hour), false}} {
		for _, kind := range []booking.NoticeKind{booking.BookedNotice, booking.MovedNotice} {
			if _, got := reminder(o, kind, a, tt.now); got != tt.want {
				t.Errorf("%s at %v: reminded %v, want %v", kind, tt.now, got, tt.want)
			}
		}
	}
}

// Whatever happens to an appointment after something was planned to be told of
// it, nothing is told that does not hold any more.
func TestWhatIsToldHolds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o, a := reminding(), sampleAppointment()
		now := tuesday.Add(-rapid.IntRange(0, 20).Draw(t, "days")).At(booking.Clock(rapid.IntRange(0, 24*60-1).Draw(t, "clock")), berlin())
		kind := rapid.SampledFrom([]booking.NoticeKind{booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice, booking.ClosedNotice, booking.LateNotice}).Draw(t, "kind")
		planned := o.Notices(kind, a, now)
		moved := rapid.Bool().Draw(t, "moved")
		if moved {
			a.Sequence++
		}
		a.State = rapid.SampledFrom([]booking.State{booking.Confirmed, booking.Cancelled, booking.CheckedIn, booking.Missed}).Draw(t, "state")
		for _, n := range planned {
			at := n.Due.Add(time.Duration(rapid.IntRange(0, 30*24*60).Draw(t, "minutes")) * time.Minute)
			told := n.True(a, at)
			if told && (moved || a.State != booking.Confirmed || !at.Before(a.Span.Start)) {
				t.Errorf("%s is told at %v of %+v", n.Kind, at, a)
			}
			if !told && !moved && a.State == booking.Confirmed && at.Before(a.Span.Start) {
				t.Errorf("%s is not told at %v of %+v", n.Kind, at, a)
			}
		}
	})
}

func TestACallHoldsUntilItIsTakenBack(t *testing.T) {
	t.Parallel()
	n := booking.Notice{Kind: booking.CalledNotice}
	a := sampleAppointment()
	for _, state := range states {
		a.State = state
		if got, want := n.True(a, at(tuesday, "9:10")), state == booking.Called; got != want {
			t.Errorf("%s: told %v, want %v", state, got, want)
		}
	}
}

func TestWhoBooksAfterTheRemindersHourWasNotReminded(t *testing.T) {
	t.Parallel()
	o := reminding()
	a := sampleAppointment()
	due := tuesday.Add(-1).At(o.Policy.Reminder, berlin())
	for _, tt := range []struct {
		booked, now time.Time
		want        bool
	}{
		{due.Add(-time.Hour), due.Add(-time.Second), false},
		{due.Add(-time.Hour), due, true},
		{due, due.Add(time.Hour), false},
		{due.Add(time.Minute), due.Add(time.Hour), false},
	} {
		a.Updated = tt.booked
		if got := o.Reminded(a, tt.now); got != tt.want {
			t.Errorf("booked at %v, at %v: reminded %v", tt.booked, tt.now, got)
		}
	}
}

func TestNobodyIsRemindedAtNight(t *testing.T) {
	t.Parallel()
	o := reminding()
	for _, tt := range []struct {
		day   booking.Date
		clock booking.Clock
		want  time.Duration
	}{
		{tuesday, 5*60 + 59, time.Minute},
		{tuesday, 6 * 60, 0},
		{tuesday, 21*60 + 59, 0},
		{tuesday, 22 * 60, 8 * time.Hour},
		{spring.Add(-1), 22 * 60, 7 * time.Hour}, // an hour is skipped
	} {
		now := tt.day.At(tt.clock, berlin())
		for n, want := range map[booking.Notice]time.Duration{
			{Kind: booking.ReminderNotice, Due: now.Add(-2 * time.Hour)}:  tt.want,
			{Kind: booking.ReminderNotice, Due: now}:                      0, // the office wants it so
			{Kind: booking.CancelledNotice, Due: now.Add(-2 * time.Hour)}: 0,
		} {
			if got := o.UntilMorning(n, now); got != want {
				t.Errorf("%+v at %v: waits %v, want %v", n, now, got, want)
			}
		}
	}
}
