package storage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Unserved is an appointment ahead that the office no longer serves as it was
// booked.
type Unserved struct {
	booking.Appointment
	booking.Changes
}

// Unserved lists the appointments ahead that the office files, with what staff
// have changed, no longer serve: closed at their time, their desk or its skill
// gone, their concern given up. It changes nothing.
func (s *Store) Unserved(ctx context.Context, now time.Time) (all []Unserved, err error) {
	for some := range slices.Chunk(s.files.Load().offices, officesAtOnce) {
		found, err := s.unservedAt(ctx, now, some)
		if err != nil {
			return nil, fmt.Errorf("look for unserved appointments: %w", err)
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b Unserved) int { return a.Span.Start.Compare(b.Span.Start) })
	return all, nil
}

// officesAtOnce is of how many offices all appointments are read at once: a thousand
// have a million.
const officesAtOnce = 20

// unservedAt does the same for some offices.
func (s *Store) unservedAt(ctx context.Context, now time.Time, offices []string) (all []Unserved, err error) {
	var current overrides
	var ahead []booking.Appointment
	err = s.read(ctx, now, func(t *tx) error {
		t.queueReadOverrides(&current)
		t.queueReadAll(&ahead, `
			SELECT `+appointmentColumns+` FROM appointment
			WHERE state = 'confirmed' AND starts > $1 AND office = ANY ($2) ORDER BY starts, id`, t.now, offices)
		return t.send(ctx)
	})
	if err != nil {
		return nil, err
	}
	town := s.see(s.files.Load(), current, moment(now))
	for _, a := range ahead {
		office, known := town.Office(a.Office)
		if !known {
			continue // of an office that another replica has and this one has not
		}
		if c := office.Changes(a); c.Closed || len(c.Dropped) > 0 {
			all = append(all, Unserved{a, c})
		}
	}
	return all, nil
}

// TellUnserved seats the appointments that the office files no longer serve at
// other desks if possible. The other holders are told once and asked to choose
// another time, as after a closure by staff; those that a later file serves
// again are told that too. The names of the offices are remembered for when one
// is given up. It may run at any time, and twice. It returns how
// many holders were told that they cannot be served.
func (s *Store) TellUnserved(ctx context.Context, now time.Time) (told int, err error) {
	if err := s.rememberNames(ctx); err != nil {
		return 0, fmt.Errorf("remember the names of offices: %w", err)
	}
	days, err := s.unservedDays(ctx, now)
	if err != nil {
		return 0, fmt.Errorf("look for unserved appointments: %w", err)
	}
	for _, d := range days {
		var n int
		err := s.transact(ctx, now, func(t *tx) (err error) {
			n, err = t.tellUnserved(ctx, &day{date: d.date, file: d.file})
			return err
		})
		if err != nil {
			return told, fmt.Errorf("tell unserved appointments: %w", err)
		}
		told += n
	}
	return told, nil
}

// unservedDays is the days on which somebody is not served, or was not when it
// was looked last.
func (s *Store) unservedDays(ctx context.Context, now time.Time) ([]day, error) {
	all, err := s.Unserved(ctx, now)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(u Unserved) bool { return !u.Closed })
	rows, err := s.pool.Query(ctx, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'confirmed' AND starts > $1 AND id IN (SELECT appointment FROM unserved) AND office = ANY ($2) ORDER BY starts, id`, now, s.files.Load().offices)
	if err != nil {
		return nil, err
	}
	known, err := pgx.CollectRows(rows, s.bare)
	if err != nil {
		return nil, err
	}
	for _, a := range known {
		all = append(all, Unserved{Appointment: a})
	}
	var days []day
	for _, u := range all {
		d, err := s.files.Load().dayAt(u.Office, u.Span.Start)
		if err == nil && !slices.ContainsFunc(days, func(x day) bool { return x.date == d.date && x.file == d.file }) {
			days = append(days, *d)
		}
	}
	return days, nil
}

// tellUnserved does so for one day.
func (t *tx) tellUnserved(ctx context.Context, d *day) (told int, err error) {
	t.queueLock(d.lock())
	t.queueReadRules(d)
	t.queueReadSeats(d)
	err = t.send(ctx)
	if err != nil {
		return 0, err
	}
	swaps, left := d.with(d.booked, t.now).Reseat()
	t.queueSwaps(swaps)
	var hit, served []booking.Appointment
	t.queueReadAll(&hit, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE id = ANY ($1) AND state = 'confirmed' AND starts > $2
			AND NOT EXISTS (SELECT FROM hit h WHERE h.appointment = appointment.id AND h.starts = appointment.starts)
			AND NOT EXISTS (SELECT FROM unserved u WHERE u.appointment = appointment.id AND u.starts = appointment.starts)
		ORDER BY starts, id`, left, t.now)
	t.queueReadAll(&served, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE id <> ALL ($1) AND state = 'confirmed' AND office = $2 AND (id, starts) IN (SELECT appointment, starts FROM unserved)
		ORDER BY starts, id`, notNone(left), string(d.file.ID))
	err = t.send(ctx)
	if err != nil {
		return 0, err
	}
	err = t.tellFileHit(ctx, d, hit)
	if err == nil {
		err = t.tellServed(ctx, d, served)
	}
	return len(hit), err
}

// notNone is ids as an array that is never null.
func notNone(ids []booking.AppointmentID) []int64 {
	all := make([]int64, len(ids))
	for i, id := range ids {
		all[i] = int64(id)
	}
	return all
}

// tellFileHit tells the holders of appointments that the office file has hit.
// The audit log says on which day; the plan of that day shows leads who they
// are.
func (t *tx) tellFileHit(ctx context.Context, d *day, hit []booking.Appointment) error {
	if len(hit) == 0 {
		return nil
	}
	for _, a := range hit {
		t.queue(`
			INSERT INTO unserved (appointment, starts, found_at) VALUES ($1, $2, $3)
			ON CONFLICT (appointment) DO UPDATE SET starts = excluded.starts, found_at = excluded.found_at`,
			int64(a.ID), a.Span.Start, t.now)
		t.queueHistory(a, systemActor, dialogs.WasHit, nil)
		err := t.tell(ctx, a, booking.ClosedNotice)
		if err != nil {
			return err
		}
	}
	t.queueAudit(systemActor, dialogs.FileHit, map[string]any{
		"office": d.file.ID, "day": d.date.String(), "count": len(hit),
	})
	return nil
}

// tellServed tells holders that the office serves their appointment after all.
func (t *tx) tellServed(ctx context.Context, d *day, served []booking.Appointment) error {
	for _, a := range served {
		stands, err := a.Restore(t.now)
		if err != nil || d.date != d.file.Today(a.Span.Start) {
			continue
		}
		t.queue(`DELETE FROM unserved WHERE appointment = $1`, int64(a.ID))
		t.queueSaveState(stands)
		t.queueHistory(stands, systemActor, dialogs.WasRestored, nil)
		err = t.tell(ctx, stands, booking.RestoredNotice)
		if err != nil {
			return err
		}
	}
	return nil
}
