package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
)

// mailChannel is mail's name among the networks.
const mailChannel = "mail"

// giveUp settles a notice that did not reach anybody, and plans a mail in its
// stead where there is an address, mail is on and of use, and none says the same
// already.
// All of that is one transaction, so that doing it again plans nothing twice.
func (s *Store) giveUp(ctx context.Context, p planned, outcome Outcome, now time.Time) error {
	err := s.work(ctx, now, func(w *work) error {
		if outcome == NotReached {
			w.queue(`
				UPDATE chat SET unreachable_at = $3 WHERE channel = $1 AND address = $2 AND unreachable_at IS NULL`,
				p.Chat.Channel, p.Chat.Address, w.now)
		}
		if p.Kind == booking.OfferNotice && p.Appointment.Contact.Mail != "" && slices.Contains(w.channels, mailChannel) {
			w.prolong(p)
		}
		return w.plan(ctx, `
			WITH settled AS (
				UPDATE notice SET outcome = $2, settled_at = $3 WHERE id = $1 AND outcome IS NULL
				RETURNING appointment, kind, sequence, channel)
			INSERT INTO notice (appointment, kind, sequence, channel, address, due)
			SELECT a.id, s.kind, s.sequence, $4, a.mail, $3
			FROM settled s JOIN appointment a ON a.id = s.appointment
			WHERE s.channel <> $4 AND $4 = ANY ($5) AND a.mail <> '' AND $6 AND NOT EXISTS (
				SELECT FROM notice n
				WHERE n.appointment = a.id AND n.kind = s.kind AND n.sequence = s.sequence AND n.channel = $4)
			RETURNING id, kind, due`,
			int64(p.ID), string(outcome), w.now, mailChannel, w.channels, p.Kind.Mailed())
	})
	if err != nil {
		return fmt.Errorf("give a notice up: %w", err)
	}
	return nil
}

// prolong queues that the time offered is kept as long as for others whom only
// mail reaches. An offer that is over stays so.
func (w *work) prolong(p planned) {
	until := p.Office.Policy.Prolonged(p.Appointment, w.now)
	w.lock(lockOfDay(p.Office.ID, p.Office.Today(p.Appointment.Span.Start)))
	w.queue(`
		WITH kept AS (
			UPDATE appointment SET held_until = $2 WHERE id = $1 AND state = 'held' AND held_until > $3 RETURNING id),
		offered AS (UPDATE offer SET until = $2 WHERE hold IN (SELECT id FROM kept) AND outcome IS NULL)
		UPDATE freed SET hidden_until = $4 WHERE hold IN (SELECT id FROM kept)`,
		int64(p.Appointment.ID), until, w.now, until.Add(booking.PassOn))
}
