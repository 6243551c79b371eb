package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// LearnRush learns what is usual from the hours that have ended, and puts the
// brake of each office on or off. It may run at any time, and twice.
func (s *Store) LearnRush(ctx context.Context, now time.Time) error {
	moved, err := s.rushing(ctx, now)
	if err != nil {
		return fmt.Errorf("look where newcomers came: %w", err)
	}
	for _, id := range moved {
		office, open := s.asRead().Office(booking.OfficeID(id))
		if !open || office.GivenUp {
			continue
		}
		err := s.transact(ctx, now, func(t *tx) error { return t.learnRush(ctx, office) })
		if err != nil {
			return fmt.Errorf("learn how many newcomers are usual: %w", err)
		}
	}
	return nil
}

// rushing is the offices at which somebody came of late, or something is usual, or
// nothing is known yet. At all others nothing can have changed: asking each of a
// thousand every minute would keep the database busy.
func (s *Store) rushing(ctx context.Context, now time.Time) ([]string, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT o FROM unnest($1::text[]) AS o
		WHERE NOT EXISTS (SELECT FROM brake b WHERE b.office = o AND b.since IS NULL AND b.usual = 0)
			OR EXISTS (SELECT FROM deed d WHERE d.office = o AND d.what = 'came' AND d.at > $2)`, s.files.Load().offices, now.Truncate(time.Hour).Add(-learnBack))
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

func (t *tx) learnRush(ctx context.Context, office *booking.Office) error {
	if office.Policy.Newcomers.Least == 0 {
		return nil
	}
	hour := t.now.Truncate(time.Hour)
	many, usual := 0, 0
	t.queue(`
		INSERT INTO rush (office, hour, newcomers, braked)
		SELECT $1, h, (SELECT count(*) FROM deed WHERE office = $1 AND what = 'came' AND at >= h AND at < h + interval '1 hour'),
			EXISTS (SELECT FROM brake WHERE office = $1 AND since < h + interval '1 hour')
		FROM generate_series($2::timestamptz, $3::timestamptz, interval '1 hour') AS h
		ON CONFLICT (office, hour) DO NOTHING`,
		string(office.ID), hour.Add(-learnBack), hour.Add(-time.Hour))
	t.queue(`DELETE FROM rush WHERE office = $1 AND hour < $2`, string(office.ID), t.now.Add(-booking.UsualFrom))
	t.queue(`
		SELECT (SELECT count(*) FROM deed WHERE office = $1 AND what = 'came' AND at > $2),
			coalesce((SELECT max(newcomers) FROM rush WHERE office = $1 AND NOT braked), 0)`,
		string(office.ID), t.now.Add(-booking.NewcomersWithin),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&many, &usual) })
	if err := t.send(ctx); err != nil {
		return err
	}
	t.queueBrake(office.ID, usual, office.Policy.Newcomers.Brakes(many, usual))
	return t.send(ctx)
}

// queueReadBraked queues reading when the brake of an office was put on; zero: it
// is off.
func (t *tx) queueReadBraked(since *time.Time, office booking.OfficeID) {
	if !t.knows(office) {
		return
	}
	t.queue(`SELECT coalesce((SELECT since FROM brake WHERE office = $1), $2)`, string(office), time.Time{}).QueryRow(
		func(row pgx.Row) error { return row.Scan(since) })
}

// learnBack is how far back hours are counted that nobody has counted yet. What
// is older was tidied away.
const learnBack = 12 * time.Hour

// queueBrake queues how the brake is now. Since stays while it is on, and staff
// are told once whenever it changes.
func (t *tx) queueBrake(office booking.OfficeID, usual int, on bool) {
	var since *time.Time
	if on {
		since = &t.now
	}
	t.queue(`
		INSERT INTO brake (office, usual, since, told) VALUES ($1, $2, $3, CASE WHEN $3::timestamptz IS NULL THEN $4::timestamptz END)
		ON CONFLICT (office) DO UPDATE SET usual = $2,
			told = CASE WHEN (brake.since IS NULL) = ($3::timestamptz IS NULL) THEN brake.told END,
			since = CASE WHEN $3::timestamptz IS NOT NULL THEN coalesce(brake.since, $3) END`,
		string(office), usual, since, t.now)
}

// BrakeUntold tells whether staff have not been told yet how the brake of an
// office is, and since when it is on; zero: it is off again.
func (s *Store) BrakeUntold(ctx context.Context, office booking.OfficeID) (since time.Time, untold bool, err error) {
	if !s.files.Load().knows(office) {
		return time.Time{}, false, booking.ErrUnknown
	}
	err = s.pool.QueryRow(ctx, `
		SELECT coalesce(max(since), $2), coalesce(bool_or(told IS NULL), false) FROM brake WHERE office = $1`,
		string(office), time.Time{}).Scan(&since, &untold)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("look up the brake: %w", err)
	}
	return since, untold, nil
}

// BrakeTold remembers that staff were told.
func (s *Store) BrakeTold(ctx context.Context, office booking.OfficeID, now time.Time) error {
	if !s.files.Load().knows(office) {
		return booking.ErrUnknown
	}
	_, err := s.pool.Exec(ctx, `UPDATE brake SET told = $2 WHERE office = $1`, string(office), moment(now))
	if err != nil {
		return fmt.Errorf("remember that staff know of the brake: %w", err)
	}
	return nil
}
