package office

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"terminbote/booking"
)

// Check reads the office file or folder at path and writes to w what it holds,
// one line per office, one for each thing that its web pages lack, and what is
// most likely a slip although it is allowed. Where something is wrong it leaves
// out the summary and returns the Faults.
func Check(w io.Writer, path string, now time.Time) error {
	all, faults, err := inspectAll(path, func(i inspected) inspected { return i })
	if err != nil {
		return err
	}
	wrong := faults.err()
	var unsaid error
	for _, i := range all {
		if wrong == nil {
			unsaid = errors.Join(unsaid, writeSummary(w, i))
		}
		warn(i, now)
		i.warnings.sort()
		for _, warning := range i.warnings {
			warning.Text = say("please check: %s", warning.Text).in(i.lang)
			unsaid = errors.Join(unsaid, writeLine(w, warning.String()))
		}
	}
	return errors.Join(wrong, unsaid)
}

// writeSummary writes what an office holds and what its web pages lack.
func writeSummary(w io.Writer, i inspected) error {
	o := i.office()
	for _, line := range append([]message{summary(o)}, missing(o)...) {
		if err := writeLine(w, line.in(i.lang)); err != nil {
			return err
		}
	}
	return nil
}

func writeLine(w io.Writer, line string) error {
	if _, err := fmt.Fprintln(w, line); err != nil {
		return fmt.Errorf("write summary: %w", err)
	}
	return nil
}

// summary says in one line what an office offers. The hours are those that the
// public can book in an ordinary week, over all desks.
func summary(o *booking.Office) message {
	phone := 0
	for _, c := range o.Concerns {
		if c.PhoneOnly {
			phone++
		}
	}
	closed := map[booking.Date]bool{}
	for _, c := range o.Calendar.Closures {
		closed[c.Day] = true
	}
	return say("%s (%s): %s, %s (%d by telephone only), %s, %s a week to book, closures on %s",
		o.ID, o.Name.In(o.Lang),
		counted(len(o.Categories), "1 category", "%d categories"), counted(len(o.Concerns), "1 concern", "%d concerns"), phone,
		counted(len(o.Desks), "1 desk", "%d desks"),
		counted((weeklyMinutes(o)+30)/60, "1 hour", "%d hours"), counted(len(closed), "1 day", "%d days"))
}

func counted(n int, one, more string) message {
	if n == 1 {
		return say(one)
	}
	return say(more, n)
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
