package storage

import (
	"context"
	"fmt"
	"time"
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
