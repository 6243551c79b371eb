package understand

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// A week has the number that calendars give it, and is the first of that number
// which is not over: on its Sunday it still is this week.
func TestAWeekIsTheNextOfItsNumber(t *testing.T) {
	t.Parallel()
	for ahead := range 500 {
		today := booking.Date{Year: 2026, Month: time.November, Day: 23}.Add(3 * ahead)
		for week := 1; week <= 53; week++ {
			got, ok := isoMonday(week, today)
			monday := got.At(0, time.UTC)
			if !ok {
				if week < 53 {
					t.Errorf("on %v there is no week %d", today, week)
				}
				continue
			}
			if _, n := monday.ISOWeek(); n != week || monday.Weekday() != time.Monday || got.Add(6).Before(today) {
				t.Errorf("on %v week %d begins on %v", today, week, got)
			}
			for sooner := got.Add(-7); !sooner.Add(6).Before(today); sooner = sooner.Add(-7) {
				if _, n := sooner.At(0, time.UTC).ISOWeek(); n == week {
					t.Errorf("on %v week %d begins on %v, and before on %v", today, week, got, sooner)
				}
			}
		}
	}
}

// What is said of a time of day does not depend on what is said first.
func TestHoursAreTheSameInEitherOrder(t *testing.T) {
	t.Parallel()
	parts := []Part{AnyPart, Morning, Afternoon}
	for _, a := range parts {
		for _, b := range parts {
			one, other := hoursSaid{half: a}.and(hoursSaid{half: b}, true), hoursSaid{half: b}.and(hoursSaid{half: a}, true)
			want := AnyPart
			if a == AnyPart || a == b {
				want = b
			} else if b == AnyPart {
				want = a
			}
			if one.half != want || other.half != want {
				t.Errorf("%v and %v: %v and %v, want %v", a, b, one.half, other.half, want)
			}
		}
	}
}

// A time behind a date is no year of it, however close both stand.
func TestATimeBehindADateIsATime(t *testing.T) {
	t.Parallel()
	reader := NewReader(Directory{})
	for _, date := range []string{"24.11.", "24.11", "24/11", "24. November", "am 24.11.", "24."} {
		for _, between := range []string{" ", ", ", " um "} {
			if date == "24." {
				between = "11." // 24.11.10:30
			}
			for _, clock := range []string{"10:30", "09:15"} {
				text := date + between + clock
				said := reader.Read(text, Context{Lang: "de", Today: today, Expect: ExpectWhen})
				if got := fmt.Sprintf("%v", said.Found); !strings.Contains(got, "2026-11-24") || !strings.Contains(got, clock) {
					t.Errorf("%q is read as %s", text, got)
				}
			}
		}
	}
}

// A range of weekdays begins on the next of the first and ends on the next of the last
// after that, also where the week ends in between.
func TestARangeOfWeekdaysEndsAfterItBegins(t *testing.T) {
	t.Parallel()
	reader := NewReader(Directory{})
	names := []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	for _, now := range []booking.Date{today, today.Add(3)} {
		for first := range names {
			for last := range names {
				if first == last {
					continue
				}
				from := now
				for int(from.Weekday()) != first {
					from = from.Add(1)
				}
				to := from
				for int(to.Weekday()) != last {
					to = to.Add(1)
				}
				text := "von " + names[first] + " bis " + names[last]
				said := reader.Read(text, Context{Lang: "de", Today: now, Expect: ExpectWhen})
				if len(said.Found) != 1 || !strings.Contains(fmt.Sprintf("%v", said.Found[0].Value), fmt.Sprintf("%v", DateSpan{from, to})) {
					t.Errorf("on %v %q is read as %v, want from %v to %v", now, text, said.Found, from, to)
				}
			}
		}
	}
}
