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
	NotReached Outcome = "unreachable" // nothing can be sent there
	Failed     Outcome = "failed"      // given up after the last try
)

// tell plans a notice to every chat of the person who holds a, and the jobs
// that deliver them, in the transaction that makes it true.
func (w *work) tell(ctx context.Context, a booking.Appointment, kind booking.NoticeKind) error {
	if len(w.channels) == 0 || a.Holder == 0 {
		return nil
	}
	var ids []int64
	w.queue(`
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT $1, $2, $3, channel, address, $4 FROM chat
		WHERE person = $5 AND channel = ANY ($6) AND unreachable_at IS NULL
		RETURNING id`,
		a.ID, string(kind), a.Sequence, w.now, int64(a.Holder), w.channels,
	).Query(func(rows pgx.Rows) error {
		var err error
		ids, err = pgx.CollectRows(rows, pgx.RowTo[int64])
		return err
	})
	err := w.send(ctx)
	if err != nil || len(ids) == 0 {
		return err
	}
	jobs := make([]river.InsertManyParams, len(ids))
	for i, id := range ids {
		jobs[i] = river.InsertManyParams{Args: delivery{Notice: id}}
	}
	_, err = w.jobs.InsertManyFastTx(ctx, openTx{w.conn}, jobs)
	if err != nil {
		return fmt.Errorf("plan delivery: %w", err)
	}
	return nil
}

// planned is a notice as it was planned, beside what it speaks of as it is now.
type planned struct {
	dialogs.Notice
	ok      bool // both are there
	settled bool // it has an outcome
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
	w.readTown(&laid)
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

// settle records what came of a notice, once.
func (s *Store) settle(ctx context.Context, id booking.NoticeID, outcome Outcome, now time.Time) error {
	_, err := s.pool.Exec(ctx, `
		UPDATE notice SET outcome = $2, settled_at = $3 WHERE id = $1 AND outcome IS NULL`,
		int64(id), string(outcome), moment(now))
	if err != nil {
		return fmt.Errorf("settle notice: %w", err)
	}
	return nil
}
