package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// mailChannel is the name of mail among the networks.
const mailChannel = "mail"

// giveUp settles a notice that reached nobody, and plans a mail instead if
// there is an address, mail is on and useful, and no other mail says the same.
// An offer that nobody hears of is over. All of that is one transaction, so
// that repeating it plans nothing twice.
func (s *Store) giveUp(ctx context.Context, p plannedNotice, outcome Outcome, now time.Time) error {
	err := s.transact(ctx, now, func(t *tx) error {
		chat := s.stored(p.Chat)
		if outcome == NotReached {
			t.queue(`
				UPDATE chat SET unreachable_at = $3 WHERE channel = $1 AND address = $2 AND unreachable_at IS NULL`,
				chat.Channel, chat.Address, t.now)
		}
		if p.Kind == booking.OfferNotice && t.canMail(p) {
			t.queueKeepOffer(p, p.Office.Policy.Prolonged(p.Appointment, t.now))
		}
		err := t.plan(ctx, `
			WITH settled AS (
				UPDATE notice SET outcome = $2, settled_at = $3 WHERE id = $1 AND outcome IS NULL
				RETURNING appointment, kind, sequence)
			INSERT INTO notice (appointment, kind, sequence, channel, address, due)
			SELECT a.id, s.kind, s.sequence, $4, a.mail, $3
			FROM settled s JOIN appointment a ON a.id = s.appointment
			WHERE $4 = ANY ($5) AND a.mail <> '' AND $6 AND NOT EXISTS (
				SELECT FROM notice n
				WHERE n.appointment = a.id AND n.kind = s.kind AND n.sequence = s.sequence AND n.channel = $4)
			RETURNING id, kind, due`,
			int64(p.ID), string(outcome), t.now, mailChannel, t.channels, p.Kind.Mailed())
		if err != nil || p.Kind != booking.OfferNotice {
			return err
		}
		return t.passOnUnheard(ctx, p)
	})
	if err != nil {
		return fmt.Errorf("give a notice up: %w", err)
	}
	return nil
}

// canMail tells whether a mail can replace a notice.
func (t *tx) canMail(p plannedNotice) bool {
	return p.Chat.Channel != mailChannel && p.Appointment.Contact.Mail != "" && slices.Contains(t.channels, mailChannel)
}

// passOnUnheard ends an offer that nobody has heard of or will: the next person
// need not wait until it expires.
func (t *tx) passOnUnheard(ctx context.Context, p plannedNotice) error {
	heard := false
	t.queue(`
		SELECT EXISTS (SELECT FROM notice WHERE appointment = $1 AND kind = $2 AND (outcome IS NULL OR outcome = 'sent'))`,
		int64(p.Appointment.ID), string(p.Kind)).QueryRow(func(row pgx.Row) error { return row.Scan(&heard) })
	if err := t.send(ctx); err != nil || heard {
		return err
	}
	t.queueKeepOffer(p, t.now)
	return nil
}

// queueKeepOffer queues that an offer lasts until a time: as long as for people
// who only mail reaches, or no longer. An offer that is over stays over.
func (t *tx) queueKeepOffer(p plannedNotice, until time.Time) {
	t.queueLock(lockOfDay(p.Office.ID, p.Office.Today(p.Appointment.Span.Start)))
	t.queue(`
		WITH kept AS (
			UPDATE appointment SET held_until = $2 WHERE id = $1 AND state = 'held' AND held_until > $3 RETURNING id),
		offered AS (UPDATE offer SET until = $2 WHERE hold IN (SELECT id FROM kept) AND outcome IS NULL)
		UPDATE freed SET hidden_until = $4 WHERE hold IN (SELECT id FROM kept)`,
		int64(p.Appointment.ID), until, t.now, until.Add(booking.PassOn))
}
