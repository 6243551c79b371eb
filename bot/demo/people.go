package demo

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// People lets those come today whose time has begun, and who were there before
// anybody looked: they are noted, called and done, as on any day. Whoever books
// on the page comes or does not, as they like.
func People(ctx context.Context, store Store, clerk dialogs.Colleague, o *booking.Office, now time.Time) error {
	s := &seeder{store: store, clerk: clerk, office: o, now: now}
	today := o.Today(now)
	need := dialogs.Need{Staff: dialogs.StaffNeed{Office: o.ID, From: today, To: today}}
	var due []booking.Appointment
	err := store.Serve(ctx, clerk.Chat, clerk.Name, now, func(ctx context.Context, r dialogs.Records) error {
		facts, err := r.Facts(ctx, need)
		due = nil
		for _, e := range facts.Staff.Entries {
			if e.State == booking.Confirmed && e.Contact.Mail == "" && e.Span.Start.Before(now) {
				due = append(due, e.Appointment)
			}
		}
		return err
	})
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
