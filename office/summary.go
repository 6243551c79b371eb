package office

import (
	"fmt"
	"io"
	"slices"

	"terminbote/booking"
)

// Check reads the office file or folder at path and writes to w what it holds,
// one line per office and one for each thing that its web pages lack. Where something is wrong it writes nothing and returns
// the Faults.
func Check(w io.Writer, path string) error {
	town, err := Load(path)
	if err != nil {
		return err
	}
	for _, o := range town.Offices {
		if _, err := fmt.Fprintln(w, summary(o)); err != nil {
			return fmt.Errorf("write summary: %w", err)
		}
		for _, line := range missing(o) {
			if _, err := fmt.Fprintln(w, line); err != nil {
				return fmt.Errorf("write summary: %w", err)
			}
		}
	}
	return nil
}

// summary says in one line what an office offers. The minutes are those that
// the public can book in an ordinary week, over all desks.
func summary(o *booking.Office) string {
	phone := 0
	for _, c := range o.Concerns {
		if c.PhoneOnly {
			phone++
		}
	}
	return fmt.Sprintf("%s (%s): %s, %s (%d by telephone only), %s, %s, %s a week to book, %s",
		o.ID, o.Name.In("en"),
		counted(len(o.Categories), "category", "categories"), counted(len(o.Concerns), "concern", "concerns"), phone,
		counted(o.Combinations.Pairs(), "combination", "combinations"), counted(len(o.Desks), "desk", "desks"),
		counted(weeklyMinutes(o), "minute", "minutes"), counted(len(o.Calendar.Closures), "closure", "closures"))
}

func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

func weeklyMinutes(o *booking.Office) int {
	sum := 0
	for day, shifts := range o.Calendar.Week {
		for _, s := range shifts {
			if s.Internal || !s.Until.IsZero() { // an arrangement that ends is none of the ordinary week
				continue
			}
			for _, d := range o.Desks {
				sum += sharedMinutes(s, d, day)
			}
		}
	}
	return sum
}

// sharedMinutes is how long a desk serves in a shift of a weekday.
func sharedMinutes(s booking.Shift, d booking.Desk, day int) int {
	if s.Desks != nil && !slices.Contains(s.Desks, d.ID) {
		return 0
	}
	if d.Hours == nil {
		return int(s.To - s.From)
	}
	sum := 0
	for _, h := range d.Hours[day] {
		sum += max(0, int(min(s.To, h.To)-max(s.From, h.From)))
	}
	return sum
}
