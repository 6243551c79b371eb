package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

var _ dialogs.Inbox = (*Store)(nil)

// Receive stores updates; see [dialogs.Inbox]. An update that belongs to no
// chat is parked at once.
func (s *Store) Receive(ctx context.Context, now time.Time, updates ...dialogs.Update) error {
	// In one order, so that two replicas never wait for each other.
	updates = slices.SortedFunc(slices.Values(updates), func(a, b dialogs.Update) int { return cmp.Compare(a.ID, b.ID) })
	channels, addresses := make([]string, len(updates)), make([]string, len(updates))
	ids, raws := make([]int64, len(updates)), make([][]byte, len(updates))
	for i, u := range updates {
		channels[i], addresses[i], ids[i], raws[i] = s.network(u.Channel), u.Address, u.ID, u.Raw
	}
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	_, err := s.pool.Exec(ctx, `
		INSERT INTO inbox (channel, id, address, raw, received_at, done_at, reason)
		SELECT channel, id, address, raw, $5::timestamptz,
		       CASE address WHEN '' THEN $5::timestamptz END, CASE address WHEN '' THEN 'it belongs to no chat' END
		FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[]) AS u (channel, id, address, raw)
		ON CONFLICT DO NOTHING`, channels, ids, addresses, raws, moment(now))
	if err != nil {
		return fmt.Errorf("receive updates: %w", err)
	}
	return nil
}

// Oldest is the oldest update of chat that waits; see [dialogs.Inbox].
func (s *Store) Oldest(ctx context.Context, chat dialogs.Chat) (*dialogs.Update, error) {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	rows, err := s.pool.Query(ctx, oldestQuery, s.network(chat.Channel), chat.Address, 1)
	if err != nil {
		return nil, fmt.Errorf("look for the oldest update: %w", err)
	}
	waiting, err := readUpdates(rows, chat)
	if err != nil {
		return nil, fmt.Errorf("look for the oldest update: %w", err)
	}
	return nth(waiting, 0), nil
}

// Answer runs one turn for update, if it is the oldest unanswered one of its
// chat; see [dialogs.Inbox]. The lock of the chat keeps two replicas from
// answering the same update: the second finds it answered.
func (s *Store) Answer(
	ctx context.Context, update dialogs.Update, now time.Time, turn func(context.Context, dialogs.Records) error,
) (dialogs.Answered, error) {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	var answered dialogs.Answered
	chat := dialogs.Chat{Channel: update.Channel, Address: update.Address}
	err := s.transact(ctx, now, func(t *tx) error {
		var waiting []dialogs.Update
		records, err := t.open(ctx, chat, func() { t.queueReadUpdates(&waiting, chat) })
		if err != nil {
			return fmt.Errorf("open conversation: %w", err)
		}
		answered = dialogs.Answered{Next: nth(waiting, 0), Screen: records.screen}
		if answered.Next == nil || answered.Next.ID != update.ID {
			return nil
		}
		answered.Found, answered.Next = true, nth(waiting, 1)
		if err := turn(ctx, records); err != nil {
			return err
		}
		answered.Turn = records.turns
		records.queueEnd(update)
		return nil
	})
	return answered, err
}

func nth(all []dialogs.Update, n int) *dialogs.Update {
	if n >= len(all) {
		return nil
	}
	return &all[n]
}

const oldestQuery = `
	SELECT id, raw, received_at FROM inbox
	WHERE channel = $1 AND address = $2 AND done_at IS NULL ORDER BY id LIMIT $3`

// queueReadUpdates queues the lookup of a chat's oldest update and of the one after
// it.
func (t *tx) queueReadUpdates(waiting *[]dialogs.Update, chat dialogs.Chat) {
	t.queue(oldestQuery, t.network(chat.Channel), chat.Address, 2).Query(func(rows pgx.Rows) (err error) {
		*waiting, err = readUpdates(rows, chat)
		return err
	})
}

func readUpdates(rows pgx.Rows, chat dialogs.Chat) ([]dialogs.Update, error) {
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (u dialogs.Update, err error) {
		u.Channel, u.Address = chat.Channel, chat.Address
		err = row.Scan(&u.ID, &u.Raw, &u.ReceivedAt)
		return u, err
	})
}

// queueEnd queues that an update is answered. Only its number stays; if the
// person has just been erased, not even the chat.
func (r *records) queueEnd(u dialogs.Update) {
	r.queue(`
		UPDATE inbox SET raw = NULL, done_at = $3, address = CASE WHEN $4 THEN '' ELSE address END
		WHERE channel = $1 AND id = $2`, r.network(u.Channel), u.ID, r.now, r.erased)
}

// longestReason is the largest size of a reason in bytes.
const longestReason = 2000

// cleanReason is a reason that Postgres accepts: short, valid UTF-8 and without
// zero bytes. Whatever an error says must not keep its update from being
// parked.
func cleanReason(reason string) string {
	reason = strings.ReplaceAll(reason, "\x00", "")
	return strings.ToValidUTF8(reason[:min(len(reason), longestReason)], "")
}

// Park sets an update aside; see [dialogs.Inbox].
func (s *Store) Park(ctx context.Context, now time.Time, u dialogs.Update, reason string) error {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	_, err := s.pool.Exec(ctx, `
		UPDATE inbox SET done_at = $3, reason = $4 WHERE channel = $1 AND id = $2 AND done_at IS NULL`,
		s.network(u.Channel), u.ID, moment(now), cleanReason(reason))
	if err != nil {
		return fmt.Errorf("park update: %w", err)
	}
	return nil
}

// mostLeft is how many chats one lookup returns at most.
const mostLeft = 500

// Waiting lists chats with unanswered updates; see [dialogs.Inbox].
func (s *Store) Waiting(ctx context.Context, channel string, before time.Time) ([]dialogs.Chat, error) {
	return s.chats(ctx, `
		SELECT DISTINCT address FROM inbox
		WHERE channel = $1 AND done_at IS NULL AND received_at < $2 LIMIT $3`, channel, before, mostLeft)
}

func (s *Store) chats(ctx context.Context, query, channel string, args ...any) ([]dialogs.Chat, error) {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	rows, err := s.pool.Query(ctx, query, append([]any{s.network(channel)}, args...)...)
	if err != nil {
		return nil, fmt.Errorf("look for chats: %w", err)
	}
	addresses, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("look for chats: %w", err)
	}
	return chatsAt(channel, addresses), nil
}

func chatsAt(channel string, addresses []string) []dialogs.Chat {
	chats := make([]dialogs.Chat, len(addresses))
	for i, address := range addresses {
		chats[i] = dialogs.Chat{Channel: channel, Address: address}
	}
	return chats
}

const (
	// keepNumbers is how long the number of an answered update is kept.
	keepNumbers = 48 * time.Hour
	// keepParked is how long the content of a parked update can be inspected.
	keepParked = 7 * 24 * time.Hour
)

// TidyInbox deletes what the inbox no longer needs. It may run at any time, and
// twice.
func (s *Store) TidyInbox(ctx context.Context, now time.Time) error {
	_, err := s.pool.Exec(ctx, `DELETE FROM inbox WHERE done_at < CASE WHEN reason IS NULL THEN $1::timestamptz ELSE $2 END`,
		now.Add(-keepNumbers), now.Add(-keepParked))
	if err != nil {
		return fmt.Errorf("tidy inbox: %w", err)
	}
	return nil
}
