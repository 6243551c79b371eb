package storage

import (
	"context"
	"fmt"
	"time"

	"terminbote/dialogs"
)

var _ dialogs.Screens = (*Store)(nil)

// Drawn records what chats show; see [dialogs.Screens]. It need not survive a
// crash of the database: what is lost is drawn again.
func (s *Store) Drawn(ctx context.Context, drawings ...dialogs.Drawing) error {
	channels, addresses := make([]string, len(drawings)), make([]string, len(drawings))
	turns, screens := make([]int64, len(drawings)), make([]string, len(drawings))
	for i, d := range drawings {
		channels[i], addresses[i], turns[i], screens[i] = s.network(d.Chat.Channel), d.Chat.Address, d.Turn, d.Screen
	}
	_, err := s.pool.Exec(ctx, `
		UPDATE chat SET drawn = d.turn, screen = d.screen
		FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS d (channel, address, turn, screen)
		WHERE chat.channel = d.channel AND chat.address = d.address AND drawn < d.turn
			AND (SELECT set_config('synchronous_commit', 'off', true)) = 'off'`,
		channels, addresses, turns, screens)
	if err != nil {
		return fmt.Errorf("note what was drawn: %w", err)
	}
	return nil
}

// Redraw calls show for a chat whose last turn was not drawn; see
// [dialogs.Screens].
func (s *Store) Redraw(
	ctx context.Context, chat dialogs.Chat, now time.Time, show func(context.Context, dialogs.Records) error,
) (dialogs.Answered, error) {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	var answered dialogs.Answered
	err := s.transact(ctx, now, func(t *tx) error {
		records, err := t.open(ctx, chat)
		if err != nil {
			return fmt.Errorf("open conversation: %w", err)
		}
		answered = dialogs.Answered{Found: records.drawn < records.turns, Turn: records.turns, Screen: records.screen}
		if !answered.Found {
			return nil
		}
		return show(ctx, records)
	})
	return answered, err
}

// Undrawn lists chats that do not show their last turn; see [dialogs.Screens].
func (s *Store) Undrawn(ctx context.Context, channel string, since, before time.Time) ([]dialogs.Chat, error) {
	return s.chats(ctx, `
		SELECT address FROM chat
		WHERE channel = $1 AND active_in >= `+hourOf("$2")+` AND drawn < turns AND unreachable_at IS NULL AND updated_at < $3
		ORDER BY updated_at LIMIT $4`, channel, since, before, mostLeft)
}

// Unreachable records that nothing can be sent to chat; see [dialogs.Screens].
func (s *Store) Unreachable(ctx context.Context, chat dialogs.Chat, now time.Time) error {
	_, err := s.pool.Exec(ctx, `
		UPDATE chat SET unreachable_at = $3 WHERE channel = $1 AND address = $2 AND unreachable_at IS NULL`,
		s.network(chat.Channel), chat.Address, moment(now))
	if err != nil {
		return fmt.Errorf("note an unreachable chat: %w", err)
	}
	return nil
}

// Reachable records that chat can be reached again; see [dialogs.Screens].
func (s *Store) Reachable(ctx context.Context, chat dialogs.Chat) error {
	_, err := s.pool.Exec(ctx, `
		UPDATE chat SET unreachable_at = NULL WHERE channel = $1 AND address = $2 AND unreachable_at IS NOT NULL`,
		s.network(chat.Channel), chat.Address)
	if err != nil {
		return fmt.Errorf("note a reachable chat: %w", err)
	}
	return nil
}
