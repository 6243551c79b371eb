package storage

import (
	"encoding/binary"
	"fmt"
	"io"
	"time"

	"terminbote/booking"
)

// queueFreed queues the record of the times that a frees by becoming next, and
// when the public sees them again. The appointment was read under the lock of
// its day.
func (t *tx) queueFreed(a, next booking.Appointment) error {
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
