package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/statistics"
)

// mostRatingLines is how many lines of people a report has.
const mostRatingLines = 20

// queueReadRatings queues the lookup of how satisfied people were in the weeks of
// a report. It knows no days.
func (t *tx) queueReadRatings(all *statistics.Ratings, span figureRange, from, to booking.Date) {
	first, last := booking.WeekOf(from).At(0, time.UTC), booking.WeekOf(to).At(0, time.UTC)
	t.queue(`SELECT stars, count(*) FROM rating WHERE office = $1 AND week BETWEEN $2 AND $3 GROUP BY 1`,
		string(span.office.ID), first, last).Query(func(rows pgx.Rows) error {
		var stars, n int
		_, err := pgx.ForEachRow(rows, []any{&stars, &n}, func() error {
			all.Stars[stars-1] = n
			return nil
		})
		return err
	})
	t.queue(`SELECT stars, line FROM rating_line WHERE office = $1 AND week BETWEEN $2 AND $3 ORDER BY week DESC, id LIMIT $4`,
		string(span.office.ID), first, last, mostRatingLines).Query(func(rows pgx.Rows) (err error) {
		all.Lines, err = pgx.CollectRows(rows, pgx.RowToStructByPos[statistics.RatingLine])
		return err
	})
}
