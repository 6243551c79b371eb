package storage

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
)

// ChangeMinutes records how long a concern takes, for what is booked from a day
// on. What is booked already keeps its length.
func (s *Store) ChangeMinutes(ctx context.Context, now time.Time, office booking.OfficeID, m booking.MinutesChange) error {
	file, ok := s.town.Office(office)
	if !ok {
		return booking.ErrUnknown
	}
	err := s.transact(ctx, now, func(t *tx) error {
		// Under the lock of its day, so that nobody books by what held before.
		t.queueLock(lockOfDay(file.ID, m.From))
		t.queue(`
			INSERT INTO minutes_change (office, concern, since, first, further, by, at)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			string(office), string(m.Concern), m.From.At(0, time.UTC), int(m.First/time.Minute), int(m.Further/time.Minute), m.By, t.now)
		return nil
	})
	if err != nil {
		return fmt.Errorf("change minutes from %s on: %w", m.From, err)
	}
	return nil
}
