package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// People lets those come today whose time has begun, and who were there before
// anybody looked: they are noted, called and done, as on any day, and as late as
// the office is. Anybody who books on the page comes or does not, as they like.
func People(
	ctx context.Context, store Store, clerk dialogs.Colleague, o *booking.Office, now time.Time, late time.Duration,
) error {
	s := &seeder{store: store, clerk: clerk, office: o, now: now, late: late}
	today := o.Today(now)
	need := dialogs.Need{Staff: dialogs.StaffNeed{Office: o.ID, From: today, To: today}}
	var due []booking.Appointment
	err := store.Serve(ctx, clerk.Chat, clerk.Name, now, func(ctx context.Context, r dialogs.Records) error {
		facts, err := r.Facts(ctx, need)
		due = nil
		for _, e := range facts.Staff.Entries {
			if s.isDue(e.Appointment) {
				due = append(due, e.Appointment)
			}
		}
		return err
	})
	slices.SortFunc(due, func(a, b booking.Appointment) int { return a.Span.Start.Compare(b.Span.Start) })
	for _, a := range due {
		if err == nil {
			err = s.attend(ctx, a, false)
		}
	}
	if err != nil {
		return fmt.Errorf("let people come: %w", err)
	}
	return nil
}

// longest is how long those who have come wait for the one at the page to call
// them. Then they are called by themselves.
const longest = 15 * time.Minute

// isDue tells whether somebody comes now, or is called since nobody has.
func (s *seeder) isDue(a booking.Appointment) bool {
	switch {
	case a.Contact.Mail != "":
		return false
	case a.State == booking.CheckedIn:
		return a.Span.Start.Add(longest + s.late).Before(s.now)
	}
	return a.State == booking.Confirmed && a.Span.Start.Before(s.now)
}
