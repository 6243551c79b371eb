package storage

import (
	"context"
	"errors"
	"slices"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// restore undoes a cancellation. It returns ErrTaken if the time is taken, and
// ErrOver if it is too late or the contact has been erased.
func (t *tx) restore(ctx context.Context, by Actor, c dialogs.Restore) (booking.Appointment, error) {
	a, err := t.take(ctx, by, c.Appointment, func() {})
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case a.State == booking.Confirmed:
		return a, nil // done before
	case a.Contact.Name == erasedName:
		return booking.Appointment{}, booking.ErrOver
	}
	if err := by.Role.MayUndo(a.Updated, t.now); err != nil {
		return booking.Appointment{}, err
	}
	a, err = a.Restore(t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	d, err := t.dayAt(a.Office, a.Span.Start)
	if err != nil {
		return booking.Appointment{}, err
	}
	a, err = t.reseat(ctx, d, a)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueDropFreed(a)
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasRestored, nil)
	return a, t.tell(ctx, a, booking.RestoredNotice)
}

// reseat finds a desk for an appointment at its former time. A person who was
// offered that time meanwhile loses the offer, since they have lost nothing
// yet. The day is locked.
func (t *tx) reseat(ctx context.Context, d *day, a booking.Appointment) (booking.Appointment, error) {
	var offers []booking.AppointmentID
	t.queueReadRules(d)
	t.queueReadSeats(d)
	t.queueReadOffersOf(&offers, a)
	if err := t.send(ctx); err != nil {
		return booking.Appointment{}, err
	}
	placement, err := t.placeAgain(d, a, nil)
	if errors.Is(err, booking.ErrTaken) && len(offers) > 0 {
		placement, err = t.placeAgain(d, a, offers)
		if err == nil {
			t.queueTakeBackOffers(offers)
		}
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueDropExpired(d)
	t.queueSwaps(placement.Swaps)
	a.Desk = placement.Desk
	return a, nil
}

// placeAgain finds a desk for a at its time, counting some others as gone. The
// time was its own, so neither lead time nor horizon count, nor does a
// cooldown.
func (t *tx) placeAgain(d *day, a booking.Appointment, gone []booking.AppointmentID) (booking.Placement, error) {
	others := slices.DeleteFunc(slices.Clone(d.booked), func(o booking.Busy) bool {
		return o.ID == a.ID || slices.Contains(gone, o.ID)
	})
	return d.with(others, t.now).Enter(request(a), a.Span.Start)
}

// queueReadOffersOf queues the lookup of the holds that offer the time which a
// gave up.
func (t *tx) queueReadOffersOf(holds *[]booking.AppointmentID, a booking.Appointment) {
	t.queue(`
		SELECT h.id FROM offer o JOIN appointment h ON h.id = o.hold
		WHERE o.outcome IS NULL AND h.state = 'held' AND h.office = $1 AND h.desk = $2 AND h.starts < $4 AND h.ends > $3`,
		string(a.Office), string(a.Desk), a.Span.Start, a.Span.End).Query(func(rows pgx.Rows) (err error) {
		*holds, err = pgx.CollectRows(rows, pgx.RowTo[booking.AppointmentID])
		return err
	})
}

// queueTakeBackOffers queues that offers end.
func (t *tx) queueTakeBackOffers(holds []booking.AppointmentID) {
	t.queue(`DELETE FROM appointment WHERE id = ANY ($1) AND state = 'held'`, holds)
	t.queue(`UPDATE offer SET outcome = 'lapsed' WHERE hold = ANY ($1) AND outcome IS NULL`, holds)
	t.queue(`DELETE FROM freed WHERE hold = ANY ($1)`, holds)
}

// queueDropFreed queues that the time of a is no longer freed: it is neither in
// cooldown nor offered.
func (t *tx) queueDropFreed(a booking.Appointment) {
	t.queue(`DELETE FROM freed WHERE office = $1 AND desk = $2 AND starts >= $3 AND ends <= $4`,
		string(a.Office), string(a.Desk), a.Span.Start, a.Span.End)
}
