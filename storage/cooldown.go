package storage

import (
	"encoding/binary"
	"fmt"
	"io"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// freeing is what decides whether the public sees a freed time at once, and
// whether the sender may free one at all.
type freeing struct {
	deeds deeds
	since *time.Time // when it was booked or moved there; nil: not by this program
}

// queueReadFreeing queues the lookup of what decides about the times that an
// appointment frees.
func (t *tx) queueReadFreeing(f *freeing, by Actor, id booking.AppointmentID) {
	t.queueReadDeeds(&f.deeds, by)
	t.queue(`SELECT max(at) FROM history WHERE appointment = $1 AND what IN ($2, $3)`,
		int64(id), dialogs.WasBooked, dialogs.WasMoved).QueryRow(func(row pgx.Row) error { return row.Scan(&f.since) })
}

// rests tells whether the public has to wait delay until it sees the time. What
// staff give back for somebody else always rests.
func (f freeing) rests(by Actor, delay time.Duration, now time.Time) bool {
	if by.Staff != "" || f.since == nil {
		return delay > 0
	}
	return booking.Freeing{BookedFor: now.Sub(*f.since), Rested: f.deeds[booking.RestedTime]}.Rests(delay)
}

// queueFreed queues the record of the times that a frees by becoming next, and
// when the public sees them again. The appointment was read under the lock of
// its day.
func (t *tx) queueFreed(by Actor, f freeing, a, next booking.Appointment) error {
	office, ok := t.town.Office(a.Office)
	spans := a.Freed(next)
	if !ok || a.Desk == "" || len(spans) == 0 {
		return nil
	}
	random, err := t.randomNumber()
	if err != nil {
		return err
	}
	until := office.Policy.ReleaseAt(t.now, random)
	if f.rests(by, until.Sub(t.now), t.now) {
		t.queueDeed(by, booking.RestedTime, a.Office, 0)
	} else {
		until = t.now
	}
	for _, span := range spans {
		t.queue(`
			INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ($1, $2, $3, $4, $5, $6)`,
			string(a.Office), string(a.Desk), span.Start, span.End, t.now, until)
	}
	return nil
}

// queueOpened queues the record that hours of a day can be booked now. Nobody
// gave them back, so there is no cooldown: people on the waiting list are
// offered them, and the public sees them.
func (t *tx) queueOpened(id booking.OfficeID, day booking.Date, hours booking.Hours) {
	office, ok := t.town.Office(id)
	if !ok {
		return
	}
	t.queue(`
		INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ($1, '', $2, $3, $4, $4)`,
		string(id), day.At(hours.From, office.Calendar.Zone), day.At(hours.To, office.Calendar.Zone), t.now)
}

// randomNumber is a number that nobody can predict.
func (s *Store) randomNumber() (uint64, error) {
	var random [8]byte
	_, err := io.ReadFull(s.random, random[:])
	if err != nil {
		return 0, fmt.Errorf("draw a number: %w", err)
	}
	return binary.BigEndian.Uint64(random[:]), nil
}

// keepFreed is how long a freed time is offered to the waiting list after the
// public sees it too.
const keepFreed = 24 * time.Hour

// queueForgetFreed queues the deletion of freed times that are over or that
// nobody wanted.
func (t *tx) queueForgetFreed() {
	t.queue(`DELETE FROM freed WHERE ends <= $1 OR hidden_until <= $2`, t.now, t.now.Add(-keepFreed))
}
