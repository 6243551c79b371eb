package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// RecordedVisits is the visits of an office from one day to another, in the order
// in which they were booked.
func (s *Store) RecordedVisits(ctx context.Context, office booking.OfficeID, from, to booking.Date) (all []statistics.Visit, err error) {
	err = s.read(ctx, time.Time{}, func(t *tx) error {
		span, err := t.figureRange(office, from, to)
		if err != nil {
			return err
		}
		t.queueReadRecorded(&all, span)
		return t.send(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("look up recorded visits: %w", err)
	}
	return all, nil
}

func (t *tx) queueReadRecorded(all *[]statistics.Visit, span figureRange) {
	zone := span.office.Calendar.Zone
	t.queue(`
		SELECT concerns, persons, staff, booked_at, starts, planned, state, coalesce(ahead, 0), coalesce(took, 0)
		FROM figure WHERE office = $1 AND starts >= $2 AND starts < $3 AND channel <> 'ticket'
		ORDER BY booked_at, appointment`, string(span.office.ID), span.from, span.to,
	).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (v statistics.Visit, err error) {
			err = row.Scan(&v.Key, &v.Persons, &v.Staff, &v.Asked, &v.Start, &v.Planned, &v.State, &v.Ahead, &v.Took)
			v.Asked, v.Start = v.Asked.In(zone), v.Start.In(zone)
			return v, err
		})
		return err
	})
}

// queueReadFigures queues the lookup of the figures that a member of staff needs,
// as far as their role allows.
func (r *records) queueReadFigures(facts *dialogs.StaffFacts, need dialogs.StaffNeed) error {
	office, ok := r.town.Office(need.Office)
	if !ok {
		return nil
	}
	today := office.Today(r.now)
	if need.Took && r.by.Role.Allows(booking.Lead) {
		span, err := r.figureRange(office.ID, today.Add(-statistics.LearnDays), today)
		if err != nil {
			return err
		}
		r.queueTook(span, func(t statistics.Took) { facts.Took = append(facts.Took, t) })
	}
	if need.Replay && r.by.Role.Allows(booking.Lead) {
		span, err := r.figureRange(office.ID, today.Add(-statistics.ReplayDays), today.Add(-1))
		if err != nil {
			return err
		}
		r.queueReadRecorded(&facts.Replay, span)
	}
	if need.Report.From.IsZero() || !r.by.Role.Allows(booking.Clerk) {
		return nil
	}
	facts.Report = &statistics.Report{}
	return r.queueReadStatistics(facts.Report, office.ID, need.Report.From, need.Report.To)
}
