package booking_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// limit is a rule by which something is possible so often, and no more.
type limit struct {
	most int
	want error
	may  func(times int) error
}

// limits is every one that the office has for what people do.
func limits() map[string]limit {
	p := booking.Policy{HoldsPerHour: 4, PerPerson: 2, PerMail: 3}
	return map[string]limit{
		"codes of a chat an hour":      {5, booking.ErrLimit, func(n int) error { return booking.Asked{OfChat: n}.MayAskCode() }},
		"codes for a number an hour":   {3, booking.ErrLimit, func(n int) error { return booking.Asked{OfNumber: n}.MayAskCode() }},
		"codes for a number a day":     {6, booking.ErrLimit, func(n int) error { return booking.Asked{OfNumberToday: n}.MayAskCode() }},
		"wrong codes a day":            {15, booking.ErrDayLimit, func(n int) error { return booking.Guesses{Many: n}.MayGuess(at(tuesday, "9:00")) }},
		"mail addresses an hour":       {3, booking.ErrAddresses, func(n int) error { return booking.Named{LastHour: n}.MayName() }},
		"mail addresses a day":         {5, booking.ErrAddresses, func(n int) error { return booking.Named{Today: n}.MayName() }},
		"others who prove an address":  {3, booking.ErrLimit, booking.MayProve},
		"holds that led to no booking": {4, booking.ErrTooOften, p.MayHold},
		"appointments of a person":     {2, booking.ErrLimit, func(n int) error { return p.Admits(n, 0) }},
		"appointments under a mail":    {3, booking.ErrMailLimit, func(n int) error { return p.Admits(0, n) }},
		"bookings a day":               {10, booking.ErrDayLimit, func(n int) error { return booking.MayDo(booking.BookedTime, n) }},
		"moves a day":                  {10, booking.ErrDayLimit, func(n int) error { return booking.MayDo(booking.MovedTime, n) }},
		"cancellations a day":          {10, booking.ErrDayLimit, func(n int) error { return booking.MayDo(booking.CancelledTime, n) }},
		"places on the list a day":     {10, booking.ErrDayLimit, func(n int) error { return booking.MayDo(booking.JoinedList, n) }},
		"talks with staff a day":       {10, booking.ErrDayLimit, func(n int) error { return booking.MayDo(booking.AskedStaff, n) }},
	}
}

func TestEveryLimitIsMetAtItsNumberAndNotBefore(t *testing.T) {
	t.Parallel()
	for name, l := range limits() {
		for times := range l.most + 3 {
			var want error
			if times >= l.most {
				want = l.want
			}
			if got := l.may(times); !errors.Is(got, want) {
				t.Errorf("%s, after %d of %d: %v, want %v", name, times, l.most, got, want)
			}
		}
	}
}

// What is known already, or has no limit, is never refused.
func TestWhatHasNoLimitIsNotRefused(t *testing.T) {
	t.Parallel()
	for name, err := range map[string]error{
		"an address that was theirs before": booking.Named{LastHour: 99, Today: 99, Known: true}.MayName(),
		"holds of an office without limit":  booking.Policy{}.MayHold(99),
		"guesses, which others limit":       booking.MayDo(booking.GuessedCode, 99),
		"the first guess":                   booking.Guesses{}.MayGuess(at(tuesday, "9:00")),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// After five wrong codes each further one waits twice as long as the one before,
// an hour at most.
func TestEachWrongCodeWaitsLonger(t *testing.T) {
	t.Parallel()
	last := at(tuesday, "9:00")
	for many, pause := range map[int]time.Duration{
		1: 0, 4: 0, 5: time.Minute, 6: 2 * time.Minute, 7: 4 * time.Minute, 10: 32 * time.Minute, 11: time.Hour, 14: time.Hour,
	} {
		g := booking.Guesses{Many: many, Last: last}
		if err := g.MayGuess(last.Add(pause)); err != nil {
			t.Errorf("after %d wrong ones and %v: %v", many, pause, err)
		}
		if err := g.MayGuess(last.Add(pause - time.Second)); pause > 0 && (!errors.Is(err, booking.ErrTooOften) || errors.Is(err, booking.ErrDayLimit)) {
			t.Errorf("after %d wrong ones and a second less than %v: %v", many, pause, err)
		}
	}
}

// The brake is on above twice what is usual, within the office's bounds.
func TestTheBrakeIsOnAboveWhatIsUsual(t *testing.T) {
	t.Parallel()
	n := booking.Newcomers{Least: 20, Most: 100}
	for _, tt := range []struct {
		n           booking.Newcomers
		came, usual int
		want        bool
	}{
		{n, 20, 0, false},
		{n, 21, 0, true},
		{n, 60, 30, false},
		{n, 61, 30, true},
		{n, 100, 80, false},
		{n, 101, 80, true},
		{booking.Newcomers{Least: 20}, 21, 80, true},
		{booking.Newcomers{Most: 100}, 999, 0, false},
	} {
		if got := tt.n.Brakes(tt.came, tt.usual); got != tt.want {
			t.Errorf("%+v, %d came and %d are usual: %v, want %v", tt.n, tt.came, tt.usual, got, tt.want)
		}
		if counted := min(tt.came, tt.n.Enough()); tt.n.Brakes(counted, tt.usual) != tt.want {
			t.Errorf("%+v, %d are usual: of %d who came, %d were not enough to count", tt.n, tt.usual, tt.came, counted)
		}
	}
}

func TestANewcomersHoldIsNeverLongerThanUsual(t *testing.T) {
	t.Parallel()
	const usual = 10 * time.Minute
	for _, tt := range []struct {
		hold   time.Duration
		brakes bool
		want   time.Duration
	}{{3 * time.Minute, true, 3 * time.Minute}, {3 * time.Minute, false, usual}, {20 * time.Minute, true, usual}, {0, true, usual}} {
		if got := (booking.Newcomers{Hold: tt.hold}).Lasts(usual, tt.brakes); got != tt.want {
			t.Errorf("a hold of %v, brakes %v: %v, want %v", tt.hold, tt.brakes, got, tt.want)
		}
	}
}

// Three of their holds fit on any day; from then on their share counts, to the
// minute.
func TestNewcomersKeepAShareOfADay(t *testing.T) {
	t.Parallel()
	n := booking.Newcomers{Share: 20}
	for _, tt := range []struct {
		n     booking.Newcomers
		taken booking.Taken
		want  bool
	}{
		{n, booking.Taken{Holds: 2, Length: 9 * time.Hour}, true},
		{n, booking.Taken{Holds: 3, Length: 100 * time.Minute}, true},
		{n, booking.Taken{Holds: 3, Length: 101 * time.Minute}, false},
		{booking.Newcomers{}, booking.Taken{Holds: 99, Length: 9 * time.Hour}, true},
	} {
		if got := tt.n.Room(tt.taken, 20*time.Minute, 10*time.Hour); got != tt.want {
			t.Errorf("a share of %d, taken %+v: %v, want %v", tt.n.Share, tt.taken, got, tt.want)
		}
	}
}
