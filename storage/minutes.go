package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// AddClosure lays down a closure, which from then on wins over everything. It
// returns who of those booked on that day cannot be served where they sit.
// They stay booked, so that nobody is forgotten: somebody has to tell them.
func (s *Store) AddClosure(
	ctx context.Context, now time.Time, office booking.OfficeID, c booking.Closure,
) (affected []booking.Appointment, err error) {
	err = s.lay(ctx, now, office, c.Day, func(t *tx, d *day) (err error) {
		t.queueInsertClosure(office, c)
		affected, err = t.affected(ctx, d)
		return err
	})
	return affected, err
}

// AddExtraHours lays down a shift on one day in addition to the week's.
func (s *Store) AddExtraHours(ctx context.Context, now time.Time, office booking.OfficeID, e booking.ExtraHours) error {
	return s.lay(ctx, now, office, e.Day, func(t *tx, _ *day) error {
		t.queueInsertExtraHours(office, e)
		return nil
	})
}

// queueInsertClosure queues the writing of a closure; the answer is its ID.
func (t *tx) queueInsertClosure(office booking.OfficeID, c booking.Closure) *pgx.QueuedQuery {
	return t.queue(`
		INSERT INTO closure (office, day, from_minute, to_minute, desk, reason, by, at)
		VALUES ($1, $2, $3, $4, nullif($5, ''), $6, $7, $8) RETURNING id`,
		string(office), c.Day.At(0, time.UTC), int(c.Hours.From), int(c.Hours.To), string(c.Desk), notNil(c.Reason), c.By, t.now)
}

// queueInsertExtraHours queues the writing of extra hours, and that they can be offered
// to those who wait; the answer is their ID.
func (t *tx) queueInsertExtraHours(office booking.OfficeID, e booking.ExtraHours) *pgx.QueuedQuery {
	if !e.Shift.Internal {
		t.queueOpened(office, e.Day, booking.Hours{From: e.Shift.From, To: e.Shift.To})
	}
	return t.queue(`
		INSERT INTO extra_hours (office, day, from_minute, to_minute, desks, internal, by, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
		string(office), e.Day.At(0, time.UTC), int(e.Shift.From), int(e.Shift.To), e.Shift.Desks, e.Shift.Internal, e.By, t.now)
}

// ChangeMinutes lays down how long a concern takes, for what is booked from a
// day on. What is booked already keeps its length.
func (s *Store) ChangeMinutes(ctx context.Context, now time.Time, office booking.OfficeID, m booking.MinutesChange) error {
	return s.lay(ctx, now, office, m.From, func(t *tx, _ *day) error {
		t.queue(`
			INSERT INTO minutes_change (office, concern, since, first, further, by, at)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			string(office), string(m.Concern), m.From.At(0, time.UTC), int(m.First/time.Minute), int(m.Further/time.Minute), m.By, t.now)
		return nil
	})
}

// lay lays something down for a day under its lock, so that nobody books by
// what held before once it holds.
func (s *Store) lay(
	ctx context.Context, now time.Time, office booking.OfficeID, date booking.Date, write func(*tx, *day) error,
) error {
	file, ok := s.town.Office(office)
	if !ok {
		return booking.ErrUnknown
	}
	err := s.transact(ctx, now, func(t *tx) error {
		d := &day{date: date, file: file}
		t.queueLock(d.lock())
		return write(t, d)
	})
	if err != nil {
		return fmt.Errorf("lay down for %s: %w", date, err)
	}
	return nil
}

// Affected is who of those booked from one day to another cannot be served
// where they sit: their desk is closed, gone, or has lost the skill.
func (s *Store) Affected(
	ctx context.Context, now time.Time, office booking.OfficeID, first, last booking.Date,
) (all []booking.Appointment, err error) {
	file, ok := s.town.Office(office)
	if !ok {
		return nil, booking.ErrUnknown
	}
	err = s.transact(ctx, now, func(t *tx) error {
		all = nil
		for date := first; !date.After(last); date = date.Add(1) {
			affected, err := t.affected(ctx, &day{date: date, file: file})
			if err != nil {
				return err
			}
			all = append(all, affected...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for the affected: %w", err)
	}
	return all, nil
}

func (t *tx) affected(ctx context.Context, d *day) ([]booking.Appointment, error) {
	t.queueReadRules(d)
	t.queueReadSeats(d)
	err := t.send(ctx)
	if err != nil {
		return nil, err
	}
	ids := d.with(d.booked, t.now).Affected()
	if len(ids) == 0 {
		return nil, nil
	}
	var all []booking.Appointment
	t.queueReadAll(&all, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE id = ANY ($1) AND state <> 'held' ORDER BY starts, id`, ids)
	return all, t.send(ctx)
}

func notNil(t booking.Text) booking.Text {
	if t == nil {
		return booking.Text{}
	}
	return t
}
