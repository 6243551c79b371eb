package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Outcome is what came of a notice.
type Outcome string

// The outcomes.
const (
	Sent       Outcome = "sent"
	Void       Outcome = "void"        // not true any more when it was to be sent
	TooLate    Outcome = "too late"    // as true as before, but the time for it had passed
	NotReached Outcome = "unreachable" // nothing can be sent there
	Failed     Outcome = "failed"      // given up after the last try
)

// tell plans what is to be told of a, to which what kind says has just
// happened: notices to every chat of the person who holds it and to its mail
// address, and the jobs that deliver them, in the transaction that makes it
// true.
func (w *work) tell(ctx context.Context, a booking.Appointment, kind booking.NoticeKind) error {
	office, ok := w.town.Office(a.Office)
	if len(w.channels) == 0 || !ok {
		return nil
	}
	notices := office.Notices(kind, a, w.now)
	mail := a.Contact.Mail
	if !kind.Mailed() {
		mail = ""
	}
	kinds, dues := make([]string, len(notices)), make([]time.Time, len(notices))
	for i, n := range notices {
		kinds[i], dues[i] = string(n.Kind), n.Due
	}
	return w.plan(ctx, `
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT $1, kind, $2, channel, address, due
		FROM unnest($3::text[], $4::timestamptz[]) AS planned (kind, due), (
			SELECT channel, address FROM chat
			WHERE person = $5 AND channel = ANY ($6) AND unreachable_at IS NULL
			UNION ALL
			SELECT 'mail', $7 WHERE 'mail' = ANY ($6) AND $7 <> '') AS target
		RETURNING id, kind, due`,
		a.ID, a.Sequence, kinds, dues, int64(a.Holder), w.channels, mail)
}

// plan writes notices, which insert returns, and the jobs that deliver them.
func (w *work) plan(ctx context.Context, insert string, args ...any) error {
	var jobs []river.InsertManyParams
	w.queue(insert, args...).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var n booking.Notice
			if err := rows.Scan(&n.ID, &n.Kind, &n.Due); err != nil {
				return err
			}
			options := &river.InsertOpts{Priority: priority(n.Kind)}
			if n.Due.After(w.now) {
				options.ScheduledAt = n.Due // what is due already is worked on at once, not when River looks at its calendar
			}
			jobs = append(jobs, river.InsertManyParams{Args: delivery{Notice: int64(n.ID)}, InsertOpts: options})
		}
		return rows.Err()
	})
	err := w.send(ctx)
	if err != nil || len(jobs) == 0 {
		return err
	}
	_, err = w.jobs.InsertManyFastTx(ctx, openTx{w.conn}, jobs)
	if err != nil {
		return fmt.Errorf("plan delivery: %w", err)
	}
	return nil
}

// priority is in which order notices go that are due at once: confirmations
// before reminders.
func priority(kind booking.NoticeKind) int {
	if kind == booking.ReminderNotice {
		return 3
	}
	return 1
}

// planned is a notice as it was planned, beside what it speaks of as it is now.
type planned struct {
	dialogs.Notice
	ok      bool // both are there
	settled bool // it has an outcome
}

// untold is why a notice that does not hold any more was not sent: something
// happened to the appointment, or only time has passed since it was due.
func (p planned) untold() Outcome {
	if p.True(p.Appointment, p.Due) {
		return TooLate
	}
	return Void
}

// readNotice looks a notice and its appointment up again, at the moment it is
// to be sent.
func (s *Store) readNotice(ctx context.Context, id booking.NoticeID, now time.Time) (planned, error) {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return planned{}, fmt.Errorf("read notice: %w", err)
	}
	defer conn.Release()
	w := &work{Store: s, conn: conn, now: moment(now)}
	var p planned
	var a found
	var laid overrides
	w.readLaid(&laid)
	w.queue(`
		SELECT n.id, n.kind, n.sequence, n.due, n.channel, n.address, n.outcome IS NOT NULL, coalesce(c.state ->> 'lang', '')
		FROM notice n LEFT JOIN chat c ON c.channel = n.channel AND c.address = n.address
		WHERE n.id = $1`, int64(id)).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			p.ok = true
			err := rows.Scan(&p.ID, &p.Kind, &p.Sequence, &p.Due, &p.Chat.Channel, &p.Chat.Address, &p.settled, &p.Lang)
			if err != nil {
				return err
			}
		}
		return rows.Err()
	})
	w.read(&a, `SELECT `+appointmentColumns+` FROM appointment WHERE id = (SELECT appointment FROM notice WHERE id = $1)`, int64(id))
	if err := w.send(ctx); err != nil {
		return planned{}, fmt.Errorf("read notice: %w", err)
	}
	p.Appointment = a.Appointment
	if p.Lang == "" {
		p.Lang = a.Lang
	}
	office, known := laid.applyTo(s.town, w.now).Office(a.Office)
	p.Office, p.ok = office, p.ok && a.ok && known
	return p, nil
}

// settle records what came of a notice, once. It does not wait for the disk:
// the job's end, which is written after it, does so for both.
func (s *Store) settle(ctx context.Context, id booking.NoticeID, outcome Outcome, now time.Time) error {
	err := s.work(ctx, now, func(w *work) error {
		w.queue(`SET LOCAL synchronous_commit TO off`)
		w.queue(`
			UPDATE notice SET outcome = $2, settled_at = $3 WHERE id = $1 AND outcome IS NULL`,
			int64(id), string(outcome), w.now)
		return nil
	})
	if err != nil {
		return fmt.Errorf("settle notice: %w", err)
	}
	return nil
}

// readTold queues the look-up of a notice, where its appointment is the
// person's.
func (w *work) readTold(told **dialogs.ReceivedNotice, person booking.PersonID, id booking.NoticeID) {
	var t dialogs.ReceivedNotice
	w.queue(`
		SELECT n.id, n.kind, n.sequence, n.due FROM notice n JOIN appointment a ON a.id = n.appointment
		WHERE n.id = $1 AND a.holder = $2`, int64(id), int64(person)).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(&t.ID, &t.Kind, &t.Sequence, &t.Due); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	w.queue(`
		SELECT `+appointmentColumns+` FROM appointment
		WHERE id = (SELECT appointment FROM notice WHERE id = $1) AND holder = $2`, int64(id), int64(person),
	).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, w.bare)
		if err == nil && len(all) == 1 {
			t.Appointment = all[0]
			*told = &t
		}
		return err
	})
}
