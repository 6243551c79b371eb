package storage

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// Awaited is those of the towns at whose offices somebody waits for a time, or a time was
// freed: at all others there is nothing to offer and nothing to tidy.
func (s *Store) Awaited(ctx context.Context, towns []*Store) ([]*Store, error) {
	rows, err := s.pool.Query(ctx, `SELECT office FROM wait UNION SELECT office FROM freed`)
	if err != nil {
		return nil, fmt.Errorf("look where somebody waits: %w", err)
	}
	offices, err := pgx.CollectRows(rows, pgx.RowTo[booking.OfficeID])
	if err != nil {
		return nil, fmt.Errorf("look where somebody waits: %w", err)
	}
	some := slices.DeleteFunc(slices.Clone(towns), func(town *Store) bool { return !slices.ContainsFunc(offices, town.files.Load().knows) })
	if len(some) == 0 && len(offices) > 0 && len(towns) > 0 {
		return towns[:1], nil // somebody has to tidy what is no town's any more
	}
	return some, nil
}
