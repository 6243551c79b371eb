package storage

import (
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/statistics"
)

// queueReadRefilled queues the lookup of what became of times given back. A time that
// the office has closed since was nobody's to book again.
func (t *tx) queueReadRefilled(all *statistics.Freed, span figureRange) {
	t.queue(`
		SELECT starts - freed_at >= interval '2 hours', refilled_at IS NOT NULL, coalesce(minutes_between(freed_at, refilled_at), 0), count(*)
		FROM freed_figure f
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND NOT EXISTS (
			SELECT FROM closure c
			WHERE c.office = f.office AND (c.desk IS NULL OR c.desk = f.desk) AND c.day = (f.starts AT TIME ZONE $4)::date
				AND c.from_minute < extract(epoch FROM (f.ends AT TIME ZONE $4)::time) / 60
				AND c.to_minute > extract(epoch FROM (f.starts AT TIME ZONE $4)::time) / 60)
		GROUP BY 1, 2, 3`,
		string(span.office.ID), span.from, span.to, span.office.Calendar.Zone.String(),
	).Query(func(rows pgx.Rows) error {
		all.Refilled, all.EarlyRefilled = statistics.Spread{}, statistics.Spread{}
		for rows.Next() {
			var early, refilled bool
			var minutes, n int
			if err := rows.Scan(&early, &refilled, &minutes, &n); err != nil {
				return err
			}
			all.Count(early, refilled, minutes, n)
		}
		return rows.Err()
	})
}

func (t *tx) queueReadReminders(all *statistics.Reminders, span figureRange) {
	t.queue(`
		SELECT count(*), count(*) FILTER (WHERE answer = 'coming'), count(*) FILTER (WHERE answer = 'moved'),
			count(*) FILTER (WHERE answer = 'cancelled')
		FROM reminder_figure WHERE office = $1 AND starts >= $2 AND starts < $3`,
		string(span.office.ID), span.from, span.to,
	).Query(scanAny(&all.Sent, &all.Coming, &all.Moved, &all.Cancelled))
	t.queue(`
		SELECT r.appealed, f.state, count(*) FROM reminder_figure r
		JOIN figure f ON f.appointment = r.appointment AND f.starts = r.starts
		WHERE r.office = $1 AND r.starts >= $2 AND r.starts < $3 GROUP BY 1, 2`,
		string(span.office.ID), span.from, span.to,
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var appealed bool
			var state booking.State
			var n int
			if err := rows.Scan(&appealed, &state, &n); err != nil {
				return err
			}
			half := &all.Plain
			if appealed {
				half = &all.Appealed
			}
			half.Count(state, n)
		}
		return rows.Err()
	})
}

// queueReadDayFigures queues the lookup of what days had to give.
func (t *tx) queueReadDayFigures(r *statistics.Report, span figureRange) {
	from, to := r.From.At(0, time.UTC), r.To.At(0, time.UTC)
	t.queue(`SELECT day, open_minutes, free_minutes FROM day_figure WHERE office = $1 AND day BETWEEN $2 AND $3 AND open_minutes > 0`,
		string(span.office.ID), from, to).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var day time.Time
			var open, free int
			if err := rows.Scan(&day, &open, &free); err != nil {
				return err
			}
			d := r.Day(booking.DateOf(day, time.UTC))
			d.Open, d.Free = open, free
		}
		return rows.Err()
	})
	t.queue(`SELECT day, coalesce(days, -1), count(*) FROM first_offer WHERE office = $1 AND day BETWEEN $2 AND $3 GROUP BY 1, 2`,
		string(span.office.ID), from, to).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var day time.Time
			var days, n int
			if err := rows.Scan(&day, &days, &n); err != nil {
				return err
			}
			r.Day(booking.DateOf(day, time.UTC)).Offers.Count(days, n)
		}
		return rows.Err()
	})
}

// queueReadTalks queues the lookup of how talks went that began in a stretch of
// time. It is the last of a report, which is put in order then.
func (t *tx) queueReadTalks(r *statistics.Report, span figureRange) {
	all := &r.Talks
	t.queue(`
		SELECT step, booked > 0, count(*), sum(heard), sum(missed) FROM talk_figure
		WHERE began_at >= $1 AND began_at < $2 AND last_at <= $3 AND `+ofTown(`channel`, 4)+` GROUP BY 1, 2`,
		span.from, span.to, t.now.Add(-talkOver), t.townName(),
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var step string
			var booked bool
			var talks, heard, missed int
			if err := rows.Scan(&step, &booked, &talks, &heard, &missed); err != nil {
				return err
			}
			all.Over, all.Heard, all.Missed = all.Over+talks, all.Heard+heard, all.Missed+missed
			if booked {
				all.Booked += talks
			} else {
				all.Ended = append(all.Ended, statistics.Ending{Step: step, Talks: talks})
			}
		}
		r.Sort()
		return rows.Err()
	})
}
