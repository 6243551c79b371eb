package command

import (
	"flag"
	"fmt"
	"time"

	"terminbote/booking"
)

// ahead moves the program's clock: tests set it when they link a program. No
// environment can move the clock of an office.
var ahead string

// machineClock is the clock of the program. Nothing else in the program reads
// the machine's.
func machineClock() (func() time.Time, error) {
	moved, err := moved()
	if err != nil || moved == 0 {
		return time.Now, err
	}
	return func() time.Time { return time.Now().Add(moved) }, nil
}

// moved is how far the program's clock is ahead of the machine's.
func moved() (time.Duration, error) {
	if ahead == "" {
		return 0, nil
	}
	d, err := time.ParseDuration(ahead)
	if err != nil {
		return 0, fmt.Errorf("this program was linked with a clock that cannot be read: %w", err)
	}
	return d, nil
}

// unmoved is the machine's time where now is the program's.
func unmoved(now func() time.Time) func() time.Time {
	d, err := moved()
	if err != nil {
		return now
	}
	return func() time.Time { return now().Add(-d) }
}

// nowFlag lets a command rehearse at another time.
func nowFlag(set *flag.FlagSet) *string {
	return set.String("now", "", "rehearse at this office `TIME`, such as 2026-11-23T08:00, which then stands still")
}

// clock is the program's clock, or one that stands still at a time of the
// office's wall clock.
func (c console) clock(text string, town booking.Town) (func() time.Time, error) {
	if text == "" {
		return c.now, nil
	}
	now, err := time.ParseInLocation("2006-01-02T15:04", text, town.Offices[0].Calendar.Zone)
	if err != nil {
		return nil, wrongCall{fmt.Sprintf("--now: a time like 2026-11-23T08:00 was expected, not %q", text)}
	}
	return func() time.Time { return now }, nil
}
