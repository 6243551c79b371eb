package simulation

import (
	"testing"
	"time"

	"terminbote/booking"
)

// A time counts as given back early up to two hours before it, and is offered as
// long as the program would.
func TestAFreedTimeIsEarlyAndOfferedToTheMoment(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	for ahead, want := range map[time.Duration]bool{early: true, early - time.Nanosecond: false, early + time.Hour: true, 0: false} {
		f := freedTime{span: booking.Span{Start: start, End: start.Add(time.Hour)}, at: start.Add(-ahead)}
		if f.isEarly() != want {
			t.Errorf("%v ahead is early: %v", ahead, f.isEarly())
		}
	}
	seen := start.Add(-3 * offeredFor)
	f := freedTime{span: booking.Span{Start: start}, until: seen}
	for now, want := range map[time.Time]bool{
		seen: true, seen.Add(offeredFor - time.Nanosecond): true, seen.Add(offeredFor): false,
	} {
		if f.offered(now) != want {
			t.Errorf("%v after it is seen: offered %v", now.Sub(seen), f.offered(now))
		}
	}
	f.until = start.Add(-time.Hour)
	if !f.offered(start.Add(-time.Nanosecond)) || f.offered(start) {
		t.Error("a time is offered until it begins")
	}
	if f.filled = true; f.offered(seen) {
		t.Error("a time that is taken is offered")
	}
}
