package booking

import (
	"slices"
	"time"
)

// Overrides is what staff have changed since the office file was written.
type Overrides struct {
	Closures []Closure
	Extra    []ExtraHours
	Minutes  []MinutesChange
}

// MinutesChange changes how long a concern takes, for appointments booked from
// a day on. Earlier appointments keep their length.
type MinutesChange struct {
	ID             OverrideID
	Concern        ConcernID
	From           Date
	First, Further time.Duration
	By             string
	At             time.Time
}

// With is the office as of today with overrides applied to its file. The office
// itself does not change.
func (o *Office) With(ov Overrides, today Date) *Office {
	with := *o
	with.Calendar.Closures = slices.Concat(o.Calendar.Closures, ov.Closures)
	with.Calendar.Extra = slices.Concat(o.Calendar.Extra, ov.Extra)
	with.Concerns, with.every = o.all(), nil
	if len(ov.Minutes) > 0 {
		with.Concerns = slices.Clone(with.Concerns)
		for i := range with.Concerns {
			with.Concerns[i].apply(ov.Minutes, today)
		}
	}
	return with.As(today)
}

// apply applies the latest change that is in force today. Where the office file
// has another length from a later day on, it counts from then.
func (c *Concern) apply(changes []MinutesChange, today Date) {
	var since Date
	for _, change := range changes {
		if change.Concern != c.ID || change.From.After(today) || change.From.Before(since) {
			continue
		}
		c.First, c.Further, since = change.First, change.Further, change.From
	}
	if since.IsZero() {
		return
	}
	c.Lengths = slices.Clone(c.Lengths)
	for i := range c.Lengths {
		if l := &c.Lengths[i]; !l.From.After(since) {
			l.First, l.Further = c.First, c.Further
		}
	}
}

// MayChangeMinutes tells whether the first case of a concern may take so long, for
// what is booked from a day on. It returns ErrUnknown for a concern that there is
// not or no time at all, ErrTooLong for more than the longest visit, and
// ErrTooSoon for a day that is over.
func (o *Office) MayChangeMinutes(id ConcernID, first time.Duration, from Date, now time.Time) error {
	switch {
	case o.concernIndex(id) < 0, first < time.Minute, !from.Exists():
		return ErrUnknown
	case first > o.Policy.Longest:
		return ErrTooLong
	case from.Before(o.Today(now)):
		return ErrTooSoon
	}
	return nil
}

// WithMinutes is the office as it will be with the first case of a concern taking
// so long.
func (o *Office) WithMinutes(id ConcernID, first time.Duration) *Office {
	with := *o
	for _, all := range []*[]Concern{&with.Concerns, &with.every} {
		*all = slices.Clone(*all)
		for i := range *all {
			if c := &(*all)[i]; c.ID == id {
				c.First, c.Lengths = first, nil
			}
		}
	}
	return &with
}

// MayOverride tells whether staff may close or open an office, or one desk of it,
// in hours of a day. It returns ErrUnknown for a desk or hours that there are
// not, and ErrTooSoon for a day that is over.
func (o *Office) MayOverride(day Date, hours Hours, desk DeskID, now time.Time) error {
	known := desk == "" || o.deskIndex(desk) >= 0
	switch {
	case !known, !day.Exists(), hours.From < 0, hours.From >= hours.To, hours.To > Midnight:
		return ErrUnknown
	case day.Before(o.Today(now)):
		return ErrTooSoon
	}
	return nil
}
