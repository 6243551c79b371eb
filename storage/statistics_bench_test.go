package storage_test

import (
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// figuresQuery fills the figures of so many appointments, a thousand a day, as an
// office with many concerns and combinations has them.
const figuresQuery = `
	INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, ahead, waited, took, desk)
	SELECT i, 'hall', $2::timestamptz + (i / 1000) * interval '1 day' + (i % 1000) * interval '30 seconds',
		$2::timestamptz - interval '3 days', 'concern' || (i % 42) || CASE WHEN i % 5 = 0 THEN '+pass*2' ELSE '' END, 1 + i % 3, i % 4 = 0, 15,
		(ARRAY['telegram', 'web', 'staff', ''])[1 + i % 4], (ARRAY['finished', 'finished', 'finished', 'missed', 'cancelled'])[1 + i % 5],
		CASE WHEN i % 5 = 4 THEN i % 5000 END, CASE WHEN i % 5 < 3 THEN i % 40 END, CASE WHEN i % 5 < 3 THEN 5 + i % 30 END, 'desk ' || i % 10
	FROM generate_series(1, $1::integer) AS i`

// freedQuery is one time given back for each ten appointments.
const freedQuery = `
	INSERT INTO freed_figure (appointment, office, desk, starts, ends, freed_at, refilled_at)
	SELECT appointment, office, 'desk 1', starts, starts + interval '15 minutes', starts - interval '1 day',
		CASE WHEN appointment % 3 > 0 THEN starts - interval '23 hours' END
	FROM figure WHERE appointment % 10 = 0`

// BenchmarkStatistics looks all figures of an office up that ever were.
func BenchmarkStatistics(b *testing.B) {
	for _, appointments := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("appointments=%d", appointments), func(b *testing.B) {
			pool, err := pgxpool.New(b.Context(), storagetest.URL(b))
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(pool.Close)
			for _, fill := range []struct {
				query string
				args  []any
			}{{figuresQuery, []any{appointments, morning}}, {freedQuery, nil}, {"ANALYZE", nil}} {
				if _, err := pool.Exec(b.Context(), fill.query, fill.args...); err != nil {
					b.Fatal(err)
				}
			}
			s, err := storage.Open(b.Context(), pool.Config().ConnString(), sample(10), clocktest.At(morning), storage.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(s.Close)
			last := booking.Date{Year: 2040, Month: 1, Day: 1}
			each(b, func() error {
				r, err := s.Statistics(b.Context(), morning, "hall", monday, last)
				if err == nil && r.Totals().Booked != appointments {
					err = fmt.Errorf("%d were counted", r.Totals().Booked)
				}
				return err
			})
		})
	}
}
