package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// TellLate tells those still at home how late their office is, once it is later
// than its policy allows, and again when that changes much. It may run at any
// time, and twice: who was told is recorded in the same transaction. It returns
// how many were told.
func (s *Store) TellLate(ctx context.Context, now time.Time) (told int, err error) {
	calling, err := s.calling(ctx, now)
	if err != nil {
		return 0, fmt.Errorf("look where somebody was called: %w", err)
	}
	for _, id := range calling {
		office, known := s.asRead().Office(booking.OfficeID(id))
		if !known || office.Policy.Late.From == 0 {
			continue
		}
		var some int
		err := s.transact(ctx, now, func(t *tx) (err error) {
			some, err = t.tellLate(ctx, office)
			return err
		})
		if err != nil {
			return told, fmt.Errorf("tell how late %s is: %w", office.ID, err)
		}
		told += some
	}
	return told, nil
}

// calling is the offices that have called somebody about now: how late others are
// nobody knows, so that a thousand need not be locked every minute.
func (s *Store) calling(ctx context.Context, now time.Time) ([]string, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT DISTINCT office FROM appointment
		WHERE office = ANY ($1) AND starts > $2::timestamptz - interval '36 hours' AND starts < $2::timestamptz + interval '36 hours' AND called_at IS NOT NULL`, s.files.Load().offices, now)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func (t *tx) tellLate(ctx context.Context, office *booking.Office) (told int, err error) {
	today := office.Today(t.now)
	var called, ahead []booking.Appointment
	t.queueLock(lockOfDay(office.ID, today))
	t.queueReadOfDay(&called, office, today, `called_at IS NOT NULL`)
	t.queueReadOfDay(&ahead, office, today, `state = 'confirmed'`)
	if err := t.send(ctx); err != nil {
		return 0, err
	}
	behind, known := booking.Behind(called, t.now)
	if !known {
		return 0, nil
	}
	for _, a := range ahead {
		a, tell := office.Policy.TellLate(a, behind, t.now)
		if !tell {
			continue
		}
		told++
		t.queueSaveState(a)
		// Nobody wants to hear of two delays: the older one is not true any more.
		t.queue(`UPDATE notice SET outcome = 'void', settled_at = $2 WHERE appointment = $1 AND kind = 'late' AND outcome IS NULL`,
			int64(a.ID), t.now)
		if err := t.tell(ctx, a, booking.LateNotice); err != nil {
			return told, err
		}
	}
	return told, nil
}

// queueReadOfDay queues the lookup of the appointments of a day that meet a
// condition.
func (t *tx) queueReadOfDay(all *[]booking.Appointment, office *booking.Office, date booking.Date, which string) {
	zone := office.Calendar.Zone
	t.queueReadAll(all, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND `+which+` ORDER BY starts, id`,
		string(office.ID), date.At(0, zone), date.At(booking.Midnight, zone))
}
