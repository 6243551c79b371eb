package storage

import (
	"github.com/jackc/pgx/v5"

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
// more than one person came.
func (t *tx) queueTook(span figureRange, each func(statistics.Took)) {
	t.queue(`
		WITH finished AS (
			SELECT concerns, persons > 1 AS several, planned, took, desk FROM figure
			WHERE office = $1 AND starts >= $2 AND starts < $3 AND took BETWEEN 1 AND $4),
		minutes AS (SELECT concerns, several, planned, took, count(*) AS n FROM finished GROUP BY 1, 2, 3, 4),
		seats AS (
			SELECT concerns, several, count(*) FILTER (WHERE n >= $5) AS desks
			FROM (SELECT concerns, several, desk, count(*) AS n FROM finished GROUP BY 1, 2, 3) AS seat GROUP BY 1, 2)
		SELECT concerns, several, planned, took, n, desks FROM minutes JOIN seats USING (concerns, several)
		ORDER BY concerns, several`,
		string(span.office.ID), span.from, span.to, statistics.Longest, statistics.CasesAtADesk,
	).Query(func(rows pgx.Rows) error {
		var all statistics.Took
		for rows.Next() {
			var next statistics.Took
			var planned, took, n int
			if err := rows.Scan(&next.Key, &next.Several, &planned, &took, &n, &next.Desks); err != nil {
				return err
			}
			if next.Key != all.Key || next.Several != all.Several {
				if len(all.Real) > 0 {
					each(all)
				}
				next.Planned, next.Real = statistics.Spread{}, statistics.Spread{}
				all = next
			}
			all.Planned.Add(planned, n)
			all.Real.Add(took, n)
		}
		if len(all.Real) > 0 {
			each(all)
		}
		return rows.Err()
	})
}

// queueReadSpread queues the lookup of how often each value of a column of
// figures occurs.
func (t *tx) queueReadSpread(all *statistics.Spread, span figureRange, column string) {
	t.queue(`
		SELECT `+column+`, count(*) FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND `+column+` IS NOT NULL GROUP BY 1`,
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
