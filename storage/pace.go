package storage

import (
	"context"
	"fmt"
	"time"
)

// Pace gives out the turns of a sender that all replicas share; see [bot.Turns].
type Pace struct {
	store  *Store
	sender string
}

// Pace is the pace of a sender, such as a bot by a hash of its token.
func (s *Store) Pace(sender string) Pace { return Pace{s, sender} }

// Take takes so many turns, which lie between apart, and says in how long the
// first of them comes. Turns that nobody took are lost. It asks the clock of the
// database, which is the same for all replicas, and compares it with itself alone.
func (p Pace) Take(ctx context.Context, many int, between time.Duration) (in time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var seconds float64
	err = p.store.pool.QueryRow(ctx, `
		INSERT INTO pace AS p (sender, given) VALUES ($1, clock_timestamp() + $2 * interval '1 second')
		ON CONFLICT (sender) DO UPDATE SET given = greatest(p.given, clock_timestamp()) + $2 * interval '1 second'
		RETURNING extract(epoch FROM given - clock_timestamp())::float8 - $2`,
		p.sender, (time.Duration(many) * between).Seconds()).Scan(&seconds)
	if err != nil {
		return 0, fmt.Errorf("take turns: %w", err)
	}
	return max(0, time.Duration(seconds*float64(time.Second))), nil
}
