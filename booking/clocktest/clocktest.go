// Package clocktest is the one clock of all tests. Nothing else in a test reads
// the machine's, so that the suite can be run as on another day, and at another
// hour:
//
//	TERMINBOTE_TEST_CLOCK=8760h go test ./...      a year ahead
//	TERMINBOTE_TEST_CLOCK=23:59:50 go test ./...   each program starts ten seconds before midnight
//	TERMINBOTE_TEST_CLOCK='8760h 23:59:50' go test ./...   both
//
// It knows nothing of the office. A test that needs a certain day gives what it
// tests a clock that stands still there: see [At].
package clocktest

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// variable moves the clock, for the processes that a test starts as well.
const variable = "TERMINBOTE_TEST_CLOCK"

// zone is where the sample office is, and so whose midnight counts.
const zone = "Europe/Berlin"

// Now is the time on the clock of the tests. Like that of time.Now, it measures
// lengths however the machine's clock is set meanwhile.
func Now() time.Time { return time.Now().Add(Ahead()) }

// Environ is the entry of an environment with which a process that a test
// starts shares its clock.
func Environ() string { return variable + "=" + Ahead().String() }

// At is a clock that stands still at a moment.
func At(moment time.Time) func() time.Time { return func() time.Time { return moment } }

// Since is how long ago moment was.
func Since(moment time.Time) time.Duration { return Now().Sub(moment) }

// Until is how long it is until moment.
func Until(moment time.Time) time.Duration { return moment.Sub(Now()) }

// Ahead is how far the clock is ahead of the machine's. It panics where the
// variable cannot be read: a suite that passes today proves nothing about
// another day.
func Ahead() time.Duration { return ahead() }

var ahead = sync.OnceValue(func() time.Duration {
	d, err := read(os.Getenv(variable), time.Now())
	if err != nil {
		panic(err)
	}
	return d
})

// read is how far a clock is ahead at now that the variable has set: by a
// duration, to a time of the day at the office, or by one of them after the other.
func read(text string, now time.Time) (ahead time.Duration, err error) {
	for _, part := range strings.Fields(text) {
		d, err := readPart(part, now.Add(ahead))
		if err != nil {
			return 0, err
		}
		ahead += d
	}
	return ahead, nil
}

func readPart(text string, now time.Time) (time.Duration, error) {
	if d, err := time.ParseDuration(text); err == nil {
		return d, nil
	}
	berlin, err := time.LoadLocation(zone)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", variable, err)
	}
	clock, err := time.Parse(time.TimeOnly, text)
	if err != nil {
		return 0, fmt.Errorf("%s: a duration like 8760h or a time like 23:59:50 was expected, not %q", variable, text)
	}
	year, month, day := now.In(berlin).Date()
	return time.Date(year, month, day, clock.Hour(), clock.Minute(), clock.Second(), 0, berlin).Sub(now), nil
}
