package command

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/storage"
)

// checkBooked writes to w which booked appointments of a database the town
// would not serve, one a line. It changes nothing.
func checkBooked(ctx context.Context, w io.Writer, url string, town booking.Town, now func() time.Time) error {
	store, err := storage.Open(ctx, url, town, now, storage.Options{})
	if err != nil {
		return err
	}
	defer store.Close()
	all, err := store.Unserved(ctx, now())
	if err != nil {
		return err
	}
	for _, u := range all {
		_, err := fmt.Fprintf(w, "%s: appointment %s, %s: %s\n",
			u.Office, u.Number, u.Span.Start.Format("2006-01-02 15:04"), whyUnserved(u))
		if err != nil {
			return fmt.Errorf("write appointments: %w", err)
		}
	}
	_, err = fmt.Fprintf(w, "%d booked appointments would not be served\n", len(all))
	return err
}

// whyUnserved is the reasons in a few words.
func whyUnserved(u storage.Unserved) string {
	var why []string
	switch {
	case u.GivenUp:
		why = append(why, "these files have no such office")
	case u.Closed && len(u.Reason) > 0:
		why = append(why, "closed ("+u.Reason.In("en")+")")
	case u.Closed:
		why = append(why, fmt.Sprintf("desk %s is gone, lacks a skill or does not serve then", u.Desk))
	}
	for _, item := range u.Dropped {
		why = append(why, fmt.Sprintf("concern %s is gone", item.Concern))
	}
	return strings.Join(why, "; ")
}
