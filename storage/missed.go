package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// missedWithin is how far back missed appointments are looked for: if an office
// starts to record arrivals, or the program was down for a week, people must
// not be written to about what was long ago.
const missedWithin = 36 * time.Hour

// systemActor is the actor of what happens by itself.
var systemActor = Actor{Staff: dialogs.ByProgram}

// MarkMissed records the appointments that nobody came to, and tells their
// holders. It may run at any time, and twice. It returns how many there were.
func (s *Store) MarkMissed(ctx context.Context, now time.Time) (missed int, err error) {
	for _, office := range s.asRead().Offices {
		if !office.Policy.ArrivalsRecorded {
			continue
		}
		begun, err := s.notArrived(ctx, office, now)
		for _, a := range begun {
			if err == nil {
				err = s.markMissed(ctx, office, a, now, &missed)
			}
		}
		if err != nil {
			return missed, fmt.Errorf("mark missed appointments: %w", err)
		}
	}
	return missed, nil
}

// notArrived lists the appointments of an office that have started and that
// nobody has come to. Where staff have taken that back, it is left to staff.
func (s *Store) notArrived(ctx context.Context, office *booking.Office, now time.Time) ([]booking.Appointment, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE office = $1 AND state = 'confirmed' AND starts <= $2 AND starts > $3
			AND NOT EXISTS (SELECT FROM history h WHERE h.appointment = appointment.id AND h.what = $4)
		ORDER BY starts, id`,
		string(office.ID), now.Add(-office.Policy.Grace), now.Add(-missedWithin), dialogs.WasUnmissed)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, s.bare)
}

func (s *Store) markMissed(ctx context.Context, office *booking.Office, begun booking.Appointment, now time.Time, missed *int) error {
	err := s.transact(ctx, now, func(t *tx) error {
		var anybodyCame bool
		a, err := t.take(ctx, systemActor, begun.ID, func() { t.queueReadArrivals(&anybodyCame, office, begun.Span.Start) })
		if err != nil {
			return err
		}
		a, err = office.Policy.NobodyCame(a, anybodyCame, t.now)
		if err != nil {
			return err
		}
		t.queueSaveState(a)
		t.queueHistory(a, systemActor, dialogs.WasMissed, nil)
		t.queueDropMoves(a)
		return t.tell(ctx, a, booking.MissedNotice)
	})
	switch {
	case errors.Is(err, booking.ErrTooSoon), errors.Is(err, booking.ErrUnknown):
		return nil // somebody came meanwhile, or it is too early to tell
	case err == nil:
		*missed++
	}
	return err
}

// queueReadArrivals queues the question whether any arrival was recorded on a
// day.
func (t *tx) queueReadArrivals(anybody *bool, office *booking.Office, at time.Time) {
	zone := office.Calendar.Zone
	day := booking.DateOf(at, zone)
	t.queue(`
		SELECT EXISTS (
			SELECT FROM appointment a
			WHERE office = $1 AND starts >= $2 AND starts < $3 AND ticket IS NULL AND (
				state IN ('checked in', 'called', 'finished')
				OR EXISTS (SELECT FROM history h WHERE h.appointment = a.id AND h.what = $4)))`,
		string(office.ID), day.At(0, zone), day.Add(1).At(0, zone), dialogs.WasCheckedIn,
	).QueryRow(func(row pgx.Row) error { return row.Scan(anybody) })
}
