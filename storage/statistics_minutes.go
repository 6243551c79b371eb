package storage

import (
	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/statistics"
)

// queueReadTook queues the lookup of how long visits took, by concern.
func (t *tx) queueReadTook(r *statistics.Report, span figureRange) {
	t.queueTook(span, func(took statistics.Took) {
		c := r.Concern(took.Key)
		c.Took.Key = took.Key
		c.Took.Planned, c.Took.Real = c.Took.Planned.Plus(took.Planned), c.Took.Real.Plus(took.Real)
		c.Took.Desks = max(c.Took.Desks, took.Desks)
	})
}

// queueTook queues the lookup of how long visits took, by concerns and by whether
// more than one person came. Which desk it was is counted, and told nobody.
func (t *tx) queueTook(span figureRange, each func(statistics.Took)) {
	t.queue(`
		SELECT concerns, persons > 1, planned, took, desk, count(*) FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND took BETWEEN 1 AND $4 GROUP BY 1, 2, 3, 4, 5`,
		string(span.office.ID), span.from, span.to, statistics.Longest,
	).Query(func(rows pgx.Rows) error {
		var all statistics.TookCounter
		for rows.Next() {
			var key statistics.Key
			var several bool
			var planned, took, n int
			var desk booking.DeskID
			if err := rows.Scan(&key, &several, &planned, &took, &desk, &n); err != nil {
				return err
			}
			all.Count(key, several, planned, took, desk, n)
		}
		for _, took := range all.Sorted() {
			each(took)
		}
		return rows.Err()
	})
}

// queueReadSpread queues the lookup of how often each value of a column of
// figures occurs.
func (t *tx) queueReadSpread(all *statistics.Spread, span figureRange, column, which string) {
	t.queue(`
		SELECT `+column+`, count(*) FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND `+column+` IS NOT NULL AND `+which+` GROUP BY 1`,
		string(span.office.ID), span.from, span.to,
	).Query(scanSpread(all))
}

func scanSpread(all *statistics.Spread) func(pgx.Rows) error {
	return func(rows pgx.Rows) error {
		*all = statistics.Spread{}
		for rows.Next() {
			var value, n int
			if err := rows.Scan(&value, &n); err != nil {
				return err
			}
			all.Add(value, n)
		}
		return rows.Err()
	}
}
