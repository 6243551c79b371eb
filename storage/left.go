package storage

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/dialogs"
)

// leftBehind is the chats that crashes have left in all towns, as they were found
// last. One statement looks for those of all networks, and serves each network once:
// with hundreds of towns two statements every few seconds for each would be most of
// what the database does.
type leftBehind struct {
	mu    sync.Mutex
	told  map[string]bool     // networks, as they are stored; nil: nothing was found yet
	chats map[string][]string // addresses by network
}

// Left lists chats left behind; see [dialogs.Inbox].
func (s *Store) Left(ctx context.Context, channel string, since, before time.Time) ([]dialogs.Chat, error) {
	ctx, cancel := context.WithTimeout(ctx, turnWithin)
	defer cancel()
	network := s.network(channel)
	l := &s.left
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.told == nil || l.told[network] {
		if err := l.look(ctx, s.database, since, before); err != nil {
			return nil, fmt.Errorf("look for chats: %w", err)
		}
	}
	l.told[network] = true
	return chatsAt(channel, l.chats[network]), nil
}

// mostLeftOfAll is how many of the chats of all towns are looked at in one go. Those
// that have waited longest come first.
const mostLeftOfAll = 10 * mostLeft

func (l *leftBehind) look(ctx context.Context, d *database, since, before time.Time) error {
	l.told = nil
	rows, err := d.pool.Query(ctx, `
		(SELECT channel, address FROM inbox
		WHERE done_at IS NULL AND received_at < $2 GROUP BY channel, address ORDER BY min(received_at) LIMIT $3)
		UNION ALL
		(SELECT channel, address FROM chat
		WHERE active_in >= `+hourOf("$1")+` AND drawn < turns AND unreachable_at IS NULL AND updated_at < $2
		ORDER BY updated_at LIMIT $3)`, since, before, mostLeftOfAll)
	if err != nil {
		return err
	}
	var network, address string
	chats := map[string][]string{}
	if _, err := pgx.ForEachRow(rows, []any{&network, &address}, func() error {
		chats[network] = append(chats[network], address)
		return nil
	}); err != nil {
		return err
	}
	l.told, l.chats = map[string]bool{}, chats
	return nil
}
