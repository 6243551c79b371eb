package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// measuredBack is how many past days are measured that no program was there to
// measure.
const measuredBack = 31

// MeasureDays keeps what past days had to give, and how long one has to wait for
// an appointment today. It may run at any time, and twice.
func (s *Store) MeasureDays(ctx context.Context, now time.Time) error {
	for _, office := range s.asRead().Offices {
		err := s.transact(ctx, now, func(t *tx) error { return t.measure(ctx, office) })
		if err != nil {
			return fmt.Errorf("measure days of %s: %w", office.ID, err)
		}
	}
	return nil
}

// measure measures an office's days that have not been measured. A day before the
// office had its first appointment is none of the figures.
func (t *tx) measure(ctx context.Context, file *booking.Office) error {
	today := file.Today(t.now)
	var known map[booking.Date]bool
	var began *time.Time
	var offered bool
	var current overrides
	t.queueReadOverrides(&current)
	t.queueReadMeasured(&known, &began, &offered, file, today)
	if err := t.send(ctx); err != nil {
		return err
	}
	office := current.apply(file, t.now)
	for day := today.Add(-measuredBack); day.Before(today); day = day.Add(1) {
		if !known[day] && began != nil && began.Before(day.At(booking.Midnight, office.Calendar.Zone)) {
			if err := t.measureDay(ctx, office, day); err != nil {
				return err
			}
		}
	}
	if offered {
		return nil
	}
	return t.measureOffers(ctx, office, today)
}

// queueReadMeasured queues the lookup of which days are known, when the office's figures
// begin, and whether today's offers are known.
func (t *tx) queueReadMeasured(known *map[booking.Date]bool, began **time.Time, offered *bool, office *booking.Office, today booking.Date) {
	t.queue(`SELECT min(starts) FROM figure WHERE office = $1`, string(office.ID)).Query(scanAny(began))
	t.queue(`SELECT day FROM day_figure WHERE office = $1 AND day >= $2`, string(office.ID), today.Add(-measuredBack).At(0, time.UTC)).
		Query(func(rows pgx.Rows) error {
			days, err := pgx.CollectRows(rows, pgx.RowTo[time.Time])
			*known = map[booking.Date]bool{}
			for _, day := range days {
				(*known)[booking.DateOf(day, time.UTC)] = true
			}
			return err
		})
	t.queue(`SELECT EXISTS (SELECT FROM first_offer WHERE office = $1 AND day = $2)`, string(office.ID), today.At(0, time.UTC)).
		Query(scanAny(offered))
}

// measureDay keeps what a past day had to give.
func (t *tx) measureDay(ctx context.Context, office *booking.Office, date booking.Date) error {
	var busy []booking.Busy
	zone := office.Calendar.Zone
	t.queue(`
		SELECT coalesce(desk, ''), starts, ends FROM appointment
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND state IN ('confirmed', 'checked in', 'called', 'finished', 'missed') AND ticket IS NULL`,
		string(office.ID), date.At(0, zone), date.At(booking.Midnight, zone)).
		Query(func(rows pgx.Rows) (err error) {
			busy, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (b booking.Busy, err error) {
				err = row.Scan(&b.Desk, &b.Span.Start, &b.Span.End)
				return b, err
			})
			return err
		})
	if err := t.send(ctx); err != nil {
		return err
	}
	open, free := office.Day(date, busy).Minutes()
	t.queue(`
		INSERT INTO day_figure (office, day, open_minutes, free_minutes) VALUES ($1, $2, $3, $4)
		ON CONFLICT DO NOTHING`, string(office.ID), date.At(0, time.UTC), open, free)
	return nil
}

// measureOffers keeps, for each concern, how many days away the first free time
// is that the public sees.
func (t *tx) measureOffers(ctx context.Context, office *booking.Office, today booking.Date) error {
	last := office.LastDay(t.now)
	booked := map[booking.Date][]booking.Busy{}
	t.queueReadBusyDays(office, today, today.DaysUntil(last)+1, func(n int, busy []booking.Busy) { booked[today.Add(n)] = busy })
	if err := t.send(ctx); err != nil {
		return err
	}
	for concern, days := range office.FirstFree(booked, t.now) {
		t.queue(`INSERT INTO first_offer (office, day, concern, days) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
			string(office.ID), today.At(0, time.UTC), string(concern), days)
	}
	return nil
}
