package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/statistics"
)

// talkOver is how long nobody has gone on with a talk that counts as over.
const talkOver = time.Hour

// Statistics is the figures of an office from one day to another.
func (s *Store) Statistics(ctx context.Context, now time.Time, office booking.OfficeID, from, to booking.Date) (statistics.Report, error) {
	var report statistics.Report
	err := s.read(ctx, now, func(t *tx) error {
		if err := t.queueReadStatistics(&report, office, from, to); err != nil {
			return err
		}
		return t.send(ctx)
	})
	if err != nil {
		return report, fmt.Errorf("look up statistics: %w", err)
	}
	return report, nil
}

// figureRange is the days of a report as a stretch of time.
type figureRange struct {
	office   *booking.Office
	from, to time.Time
}

func (t *tx) figureRange(id booking.OfficeID, from, to booking.Date) (figureRange, error) {
	office, ok := t.town.Office(id)
	if !ok {
		return figureRange{}, booking.ErrUnknown
	}
	zone := office.Calendar.Zone
	return figureRange{office, from.At(0, zone), to.Add(1).At(0, zone)}, nil
}

// queueReadStatistics queues the lookup of a report, in its order.
func (t *tx) queueReadStatistics(r *statistics.Report, id booking.OfficeID, from, to booking.Date) error {
	span, err := t.figureRange(id, from, to)
	if err != nil {
		return err
	}
	*r = statistics.Report{Office: id, From: from, To: to}
	t.queueReadVisits(r, span)
	t.queueReadTook(r, span)
	t.queueReadSpread(&r.Ahead, span, `ahead`, `channel <> 'ticket'`)
	t.queueReadSpread(&r.Waited, span, `waited`, `channel <> 'ticket'`)
	t.queueReadTickets(&r.Tickets, span)
	t.queueReadRefilled(&r.Freed, span)
	t.queueReadReminders(&r.Reminders, span)
	t.queueReadRatings(&r.Ratings, span, from, to)
	t.queueReadDayFigures(r, span)
	t.queueReadTalks(r, span)
	return nil
}

// queueReadVisits queues the lookup of how many visits there were, by channel, by
// concern and by day.
func (t *tx) queueReadVisits(r *statistics.Report, span figureRange) {
	t.queue(`
		SELECT channel, concerns, state, count(*) FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND channel <> 'ticket' GROUP BY 1, 2, 3`,
		string(span.office.ID), span.from, span.to,
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var channel, concerns string
			var state booking.State
			var n int
			if err := rows.Scan(&channel, &concerns, &state, &n); err != nil {
				return err
			}
			r.Channel(channel).Booked += n
			r.Concern(statistics.Key(concerns)).Visits.Count(state, n)
		}
		return rows.Err()
	})
	t.queue(`
		SELECT (starts AT TIME ZONE $4)::date, state, count(*) FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND channel <> 'ticket' GROUP BY 1, 2`,
		string(span.office.ID), span.from, span.to, span.office.Calendar.Zone.String(),
	).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var day time.Time
			var state booking.State
			var n int
			if err := rows.Scan(&day, &state, &n); err != nil {
				return err
			}
			r.Day(booking.DateOf(day, time.UTC)).Visits.Count(state, n)
		}
		return rows.Err()
	})
}

// queueReadTickets queues the lookup of how many tickets there were, and how long
// people waited with one.
func (t *tx) queueReadTickets(all *statistics.Tickets, span figureRange) {
	t.queue(`
		SELECT count(*), count(*) FILTER (WHERE state = 'finished') FROM figure
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND channel = 'ticket'`,
		string(span.office.ID), span.from, span.to,
	).QueryRow(func(row pgx.Row) error { return row.Scan(&all.Given, &all.Served) })
	t.queueReadSpread(&all.Waited, span, `waited`, `channel = 'ticket'`)
}
