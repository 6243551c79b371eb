package storage

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

var (
	_ dialogs.Postbook = (*Store)(nil)
	_ dialogs.Letters  = (*Store)(nil)
)

const (
	// tokenBytes is the size of a token: 192 random bits.
	tokenBytes = 24
	// mailsCounted is how long a mail counts for the limit of its address.
	mailsCounted = 24 * time.Hour
)

// Post records a mail that is about to be sent; see [dialogs.Postbook].
func (s *Store) Post(ctx context.Context, p dialogs.Posting, now time.Time) (string, error) {
	random := make([]byte, tokenBytes)
	if _, err := io.ReadFull(s.random, random); err != nil {
		return "", fmt.Errorf("draw token: %w", err)
	}
	token := base64.RawURLEncoding.EncodeToString(random)
	err := s.transact(ctx, now, func(t *tx) error { return t.post(ctx, p, token) })
	if err != nil {
		return "", fmt.Errorf("note mail: %w", err)
	}
	return token, nil
}

// post records a mail, unless it is one too many.
func (t *tx) post(ctx context.Context, p dialogs.Posting, token string) error {
	if p.Office != "" && !t.knows(p.Office) {
		return booking.ErrUnknown
	}
	t.queueLock(lockOfMail(p.To))
	m := booking.Mailing{Kind: p.Kind}
	var cause int64
	if p.Kind != "" {
		t.queueReadMailing(&m, &cause, p)
		if err := t.send(ctx); err != nil {
			return err
		}
		if err := t.policyOf(p.Office).MayMail(m); err != nil {
			return err
		}
	}
	t.queue(`
		INSERT INTO letter (token, appointment, offer, notice, mailbox, created_at, office, stranger, cause)
		SELECT $1, CASE WHEN o.id IS NULL THEN nullif($2::bigint, 0) END, o.id, nullif($3::bigint, 0), $4, $5, $6, $7, nullif($8::bigint, 0)
		FROM (VALUES ($2::bigint)) AS about (id) LEFT JOIN offer o ON o.hold = about.id
		WHERE NOT EXISTS (SELECT FROM appointment a WHERE a.id = about.id AND a.office <> ALL ($9))`, // another town's: the link leads nowhere
		hashToken(token), int64(p.Appointment), int64(p.Notice), t.mailbox(p.To), t.now, string(p.Office), m.Stranger, cause, t.offices)
	return nil
}

// queueReadMailing queues the lookup of what decides whether a mail may go out,
// and who makes it go. Several tries of one notice count as one. An address is
// somebody's own if they have booked under it some time ago or have proved it.
func (t *tx) queueReadMailing(m *booking.Mailing, cause *int64, p dialogs.Posting) {
	t.queue(`
		WITH about AS (
			SELECT coalesce(a.holder, 0) AS holder, a.id, a.mail_key FROM (VALUES (1)) AS one LEFT JOIN appointment a ON a.id = $1),
		sent AS (
			SELECT notice, stranger, coalesce(cause, 0) AS cause FROM letter
			WHERE mailbox = $2 AND created_at > $3 AND notice <> $4)
		SELECT about.holder,
			about.holder <> 0
				AND NOT EXISTS (SELECT FROM person WHERE id = about.holder AND proved = $2)
				AND NOT EXISTS (
					SELECT FROM appointment x WHERE x.holder = about.holder AND x.mail_key = about.mail_key AND x.created_at <= $3),
			EXISTS (SELECT FROM letter WHERE appointment = about.id AND mailbox = $2),
			(SELECT count(DISTINCT notice) FROM sent WHERE cause = about.holder AND NOT (stranger AND about.holder = 0)),
			(SELECT count(DISTINCT notice) FROM sent WHERE stranger),
			(SELECT count(DISTINCT mailbox) FROM letter WHERE office = $5 AND stranger AND created_at > $6),
			EXISTS (SELECT FROM letter WHERE mailbox = $2 AND created_at > $6)
				OR EXISTS (SELECT FROM mailbox WHERE mailbox = $2 AND answered IS NOT NULL)
		FROM about`,
		int64(p.Appointment), t.mailbox(p.To), t.now.Add(-mailsCounted), int64(p.Notice), string(p.Office), t.now.Add(-time.Hour),
	).QueryRow(func(row pgx.Row) error {
		return row.Scan(cause, &m.Stranger, &m.Told, &m.Caused, &m.Strangers, &m.Opened, &m.Open)
	})
}

// policyOf is the rules of an office; an office that is not there goes by the
// first one's.
func (s *Store) policyOf(id booking.OfficeID) booking.Policy {
	if office, ok := s.asRead().Office(id); ok {
		return office.Policy
	}
	return s.asRead().Offices[0].Policy
}

// hashToken is what is stored of a token. The token is random enough to need no
// salt.
func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// Letter finds what a token leads to; see [dialogs.Letters].
func (s *Store) Letter(ctx context.Context, token string, now time.Time) (dialogs.Letter, error) {
	var a found
	var place linkedPlace
	var current overrides
	err := s.read(ctx, now, func(t *tx) error {
		t.queueReadOverrides(&current)
		t.queueReadLinkedPlace(&place, token)
		t.queueRead(&a, `
			SELECT `+appointmentColumns+` FROM appointment
			WHERE id = (SELECT appointment FROM letter WHERE token = $1)
				AND state IN ('confirmed', 'checked in', 'called') AND ends > $2`, hashToken(token), t.now)
		return t.send(ctx)
	})
	if err != nil {
		return dialogs.Letter{}, fmt.Errorf("open letter: %w", err)
	}
	now = moment(now)
	l, ok := place.letter(a, now)
	office, known := s.see(s.files.Load(), current, now).Office(l.Appointment.Office)
	if !ok || !known {
		return dialogs.Letter{}, booking.ErrUnknown
	}
	l.Office = office
	return l, nil
}

// FreeTimes lists where an appointment could be moved to.
func (s *Store) FreeTimes(ctx context.Context, l dialogs.Letter, now time.Time) ([]dialogs.FreeDay, error) {
	facts, err := s.Facts(ctx, 0, now, l.MoveNeed(now))
	if err != nil {
		return nil, err
	}
	return l.FreeDays(facts), nil
}

// CancelBy cancels the appointment that a token leads to.
func (s *Store) CancelBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	l, err := s.Letter(ctx, token, now)
	if err != nil {
		return booking.Appointment{}, err
	}
	return s.Cancel(ctx, reader(l), now, dialogs.Cancel{Appointment: l.Appointment.ID})
}

// ArriveBy checks in the holder of the appointment that a token leads to.
func (s *Store) ArriveBy(ctx context.Context, token string, now time.Time) (booking.Appointment, error) {
	l, err := s.Letter(ctx, token, now)
	if err != nil {
		return booking.Appointment{}, err
	}
	return s.runCommand(ctx, now, func(t *tx) (booking.Appointment, error) {
		return t.arrive(ctx, reader(l), dialogs.Arrive{Appointment: l.Appointment.ID})
	})
}

// reader is the person who has the link: they may act on one appointment.
func reader(l dialogs.Letter) Actor { return Actor{Letter: l.Appointment.ID} }

// MoveBy moves the appointment that a token leads to. It takes only times that
// the public is offered, even if staff booked the appointment.
func (s *Store) MoveBy(ctx context.Context, token string, start, now time.Time) (booking.Appointment, error) {
	l, err := s.Letter(ctx, token, now)
	if err != nil {
		return booking.Appointment{}, err
	}
	if l.Appointment.Sequence > 0 && l.Appointment.Span.Start.Equal(start) {
		return l.Appointment, nil // the same move, done before
	}
	days, err := s.FreeTimes(ctx, l, now)
	if err != nil {
		return booking.Appointment{}, err
	}
	offered := slices.ContainsFunc(days, func(d dialogs.FreeDay) bool {
		return slices.ContainsFunc(d.Starts, start.Equal)
	})
	if !offered {
		return booking.Appointment{}, booking.ErrTaken
	}
	return s.Move(ctx, reader(l), now, dialogs.Move{
		Order: dialogs.Order{Office: l.Office.ID, Start: start, Moving: l.Appointment.ID},
	})
}

// Disown cancels the appointment that a token leads to, and erases its name and
// address. No more mail about it is sent there.
func (s *Store) Disown(ctx context.Context, token string, now time.Time) error {
	l, err := s.Letter(ctx, token, now)
	if err != nil {
		return err
	}
	return s.transact(ctx, now, func(t *tx) error {
		a, err := t.cancel(ctx, reader(l), dialogs.Cancel{Appointment: l.Appointment.ID})
		if err != nil {
			return err
		}
		t.queue(`DELETE FROM notice WHERE appointment = $1 AND channel = $2`, int64(a.ID), mailChannel)
		t.queue(`
			UPDATE appointment SET name = $2, mail = '', mail_key = '', phone = '', request = NULL WHERE id = $1`,
			int64(a.ID), erasedName)
		t.queueRefused(l.Appointment.Contact.Mail)
		t.queueHistory(a, reader(l), dialogs.WasDisowned, nil)
		return nil
	})
}

// TidyLetters deletes mails whose links lead nowhere any more and that no
// longer count.
func (s *Store) TidyLetters(ctx context.Context, now time.Time) error {
	return s.transact(ctx, now, func(t *tx) error {
		t.queue(`
			DELETE FROM letter l WHERE l.created_at <= $1 AND NOT EXISTS (
				SELECT FROM appointment a
				WHERE a.id = l.appointment AND a.state IN ('confirmed', 'checked in', 'called') AND a.ends > $2)
			AND NOT EXISTS (SELECT FROM offer o WHERE o.id = l.offer AND o.outcome IS NULL)`,
			t.now.Add(-mailsCounted), t.now)
		return nil
	})
}
