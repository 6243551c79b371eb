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

// Outcome is what became of a notice.
type Outcome string

// The outcomes.
const (
	Sent       Outcome = "sent"
	Void       Outcome = "void"        // no longer true when it was to be sent
	TooLate    Outcome = "too late"    // as true as before, but the time for it had passed
	NotReached Outcome = "unreachable" // nothing can be sent there
	Failed     Outcome = "failed"      // given up after the last try
)

// tell plans the notices about a, to which what kind says has just happened: to
// every chat of its holder and to its mail address. Notices and the jobs that
// deliver them are written in the same transaction as the change.
func (t *tx) tell(ctx context.Context, a booking.Appointment, kind booking.NoticeKind) error {
	office, ok := t.town.Office(a.Office)
	if !ok || len(t.channels) == 0 {
		return nil
	}
	notices := office.Notices(kind, a, t.now)
	mail := a.Contact.Mail
	if !kind.Mailed() {
		mail = ""
	}
	kinds, dues := make([]string, len(notices)), make([]time.Time, len(notices))
	for i, n := range notices {
		kinds[i], dues[i] = string(n.Kind), n.Due
	}
	return t.plan(ctx, `
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT $1, kind, $2, channel, address, due
		FROM unnest($3::text[], $4::timestamptz[]) AS planned (kind, due), (
			SELECT channel, address FROM chat
			WHERE person = $5 AND channel = ANY ($6) AND unreachable_at IS NULL
			UNION ALL
			SELECT 'mail', $7 WHERE 'mail' = ANY ($6) AND $7 <> '' AND ($8 OR NOT EXISTS (
				SELECT FROM chat WHERE person = $5 AND channel = ANY ($6) AND unreachable_at IS NULL))) AS target
		RETURNING id, kind, due`,
		a.ID, a.Sequence, kinds, dues, int64(a.Holder), t.networks(), mail, kind.MailedAnyway())
}

// plan inserts notices, which insert returns, and the jobs that deliver them.
func (t *tx) plan(ctx context.Context, insert string, args ...any) error {
	var jobs []river.InsertManyParams
	t.queue(insert, args...).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var n booking.Notice
			if err := rows.Scan(&n.ID, &n.Kind, &n.Due); err != nil {
				return err
			}
			options := &river.InsertOpts{Priority: priority(n.Kind)}
			if n.Due.After(t.now) {
				options.ScheduledAt = n.Due // what is due already runs at once, not at River's next look at its schedule
			}
			jobs = append(jobs, river.InsertManyParams{Args: deliveryJob{Notice: int64(n.ID), Town: t.townName()}, InsertOpts: options})
		}
		return rows.Err()
	})
	err := t.send(ctx)
	if err != nil || len(jobs) == 0 {
		return err
	}
	_, err = t.jobs.InsertManyFastTx(ctx, riverTx{t}, jobs)
	if err != nil {
		return fmt.Errorf("plan delivery: %w", err)
	}
	return nil
}

// priority orders notices that are due at the same time: confirmations before
// reminders.
func priority(kind booking.NoticeKind) int {
	if kind == booking.ReminderNotice {
		return 3
	}
	return 1
}

// plannedNotice is a notice as it was planned, with its appointment as it is
// now.
type plannedNotice struct {
	dialogs.Notice
	ok      bool // both exist
	settled bool // it has an outcome
}

// untold is why a notice that no longer holds was not sent: something
// happened to the appointment, or only time has passed since it was due.
func (p plannedNotice) untold() Outcome {
	if p.True(p.Appointment, p.Due) {
		return TooLate
	}
	return Void
}

// readNotice looks up a notice and its appointment when it is to be sent.
func (s *Store) readNotice(ctx context.Context, id booking.NoticeID, now time.Time) (plannedNotice, error) {
	var p plannedNotice
	var a found
	var current overrides
	err := s.read(ctx, now, func(t *tx) error {
		t.queueReadOverrides(&current)
		t.queue(`
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
		t.queueRead(&a, `SELECT `+appointmentColumns+` FROM appointment WHERE id = (SELECT appointment FROM notice WHERE id = $1)`, int64(id))
		return t.send(ctx)
	})
	if err != nil {
		return plannedNotice{}, fmt.Errorf("read notice: %w", err)
	}
	p.Appointment, p.Chat.Channel = a.Appointment, unstored(p.Chat.Channel)
	if p.Lang == "" {
		p.Lang = a.Lang
	}
	office, known := s.see(s.files.Load(), current, moment(now)).Office(a.Office)
	p.Office, p.ok = office, p.ok && a.ok && known
	if p.ok && p.Kind == booking.ReminderNotice && office.Changes(p.Appointment).Closed {
		p.Kind = booking.ClosedNotice // nobody is asked to come when nobody serves them
	}
	return p, nil
}

// settle records the outcome of a notice, once; appealed says of a reminder that it
// said what missing it costs others. It does not wait for the disk:
// the end of the job, which is written after it, does so for both.
func (s *Store) settle(ctx context.Context, id booking.NoticeID, outcome Outcome, appealed bool, now time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error {
		t.queue(`SET LOCAL synchronous_commit TO off`)
		t.queue(`
			UPDATE notice SET outcome = $2, settled_at = $3 WHERE id = $1 AND outcome IS NULL`,
			int64(id), string(outcome), t.now)
		if appealed && outcome == Sent {
			t.queue(`
				UPDATE reminder_figure r SET appealed = true FROM notice n
				WHERE n.id = $1 AND r.appointment = n.appointment AND r.sequence = n.sequence`, int64(id))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("settle notice: %w", err)
	}
	return nil
}

// queueReadNotice queues the lookup of a notice, if its appointment is the
// person's.
func (t *tx) queueReadNotice(told **dialogs.ReceivedNotice, person booking.PersonID, id booking.NoticeID) {
	var n dialogs.ReceivedNotice
	t.queue(`
		SELECT id, kind, sequence, due FROM notice WHERE id = $1`, int64(id)).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(&n.ID, &n.Kind, &n.Sequence, &n.Due); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	t.queue(`
		SELECT `+appointmentColumns+` FROM appointment
		WHERE id = (SELECT appointment FROM notice WHERE id = $1) AND holder = $2`, int64(id), int64(person),
	).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, t.bare)
		if all = t.own(all); err == nil && len(all) == 1 {
			n.Appointment = all[0]
			*told = &n
		}
		return err
	})
}
