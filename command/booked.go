package command

import (
	"context"
	"fmt"
	"io"
	"time"

	"terminbote/booking"
	"terminbote/office"
	"terminbote/storage"
)

// checkBooked writes to w which booked appointments of a database the town
// would not serve, one a line. It changes nothing.
func checkBooked(ctx context.Context, w io.Writer, url string, town booking.Town, now func() time.Time) error {
	store, err := storage.Open(ctx, url, town, now, storage.Options{Looks: true})
	if err != nil {
		return err
	}
	defer store.Close()
	all, err := store.Unserved(ctx, now())
	if err != nil {
		return err
	}
	for _, u := range all {
		speaks, known := town.Office(u.Office)
		if !known {
			speaks = town.Offices[0]
		}
		if _, err := fmt.Fprintln(w, office.Hit(speaks, u.Appointment, u.Changes)); err != nil {
			return fmt.Errorf("write appointments: %w", err)
		}
	}
	if _, err := fmt.Fprintln(w, office.Hits(town.Offices[0], len(all))); err != nil {
		return fmt.Errorf("write appointments: %w", err)
	}
	return nil
}
