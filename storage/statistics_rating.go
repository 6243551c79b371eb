package storage

import (
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/statistics"
)

const (
	// mostRatingLines is how many lines of people a report has.
	mostRatingLines = 20
	// spareRatingLines is how many more are looked up: those of weeks that cannot be
	// told yet.
	spareRatingLines = 100
)

// queueReadRatings queues the lookup of how satisfied people were in the weeks of
// a report. It knows no days, and nothing of this week: who looks again and again
// would see whose answer it is by when it comes.
func (t *tx) queueReadRatings(all *statistics.Ratings, span figureRange, from, to booking.Date) {
	var weeks []statistics.RatedWeek
	office, first, last, now := string(span.office.ID), booking.WeekOf(from), booking.WeekOf(to), t.week(span.office)
	t.queue(`SELECT week, stars, count(*) FROM rating WHERE office = $1 AND week < $2 GROUP BY 1, 2`, office, now).
		Query(func(rows pgx.Rows) error {
			var week time.Time
			var stars, n int
			_, err := pgx.ForEachRow(rows, []any{&week, &stars, &n}, func() error {
				ratedWeek(&weeks, booking.DateOf(week, time.UTC)).Stars[stars-1] = n
				return nil
			})
			return err
		})
	t.queue(`
		SELECT week, stars, line FROM rating_line WHERE office = $1 AND week < $2 AND week BETWEEN $3 AND $4
		ORDER BY week DESC, id LIMIT $5`,
		office, now, first.At(0, time.UTC), last.At(0, time.UTC), mostRatingLines+spareRatingLines,
	).Query(func(rows pgx.Rows) error {
		var week time.Time
		var line statistics.RatingLine
		_, err := pgx.ForEachRow(rows, []any{&week, &line.Stars, &line.Line}, func() error {
			w := ratedWeek(&weeks, booking.DateOf(week, time.UTC))
			w.Lines = append(w.Lines, line)
			return nil
		})
		slices.SortFunc(weeks, func(a, b statistics.RatedWeek) int { return b.Week.DaysUntil(a.Week) })
		*all = statistics.RatingsOf(weeks, first, last)
		all.Lines = all.Lines[:min(len(all.Lines), mostRatingLines)]
		return err
	})
}

// ratedWeek finds a week, or adds it at the end.
func ratedWeek(weeks *[]statistics.RatedWeek, week booking.Date) *statistics.RatedWeek {
	for i := range *weeks {
		if (*weeks)[i].Week == week {
			return &(*weeks)[i]
		}
	}
	*weeks = append(*weeks, statistics.RatedWeek{Week: week})
	return &(*weeks)[len(*weeks)-1]
}
