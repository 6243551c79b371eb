package storage

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// laidOn is the day of an office for which something is laid down. It returns
// ErrUnknown for an office, a desk or hours that there are not, and ErrTooSoon
// for a day that is over.
func (s *Store) laidOn(id booking.OfficeID, date booking.Date, hours booking.Hours, desk booking.DeskID, now time.Time) (*day, error) {
	file, ok := s.town.Office(id)
	if !ok {
		return nil, booking.ErrUnknown
	}
	if err := file.MayOverride(date, hours, desk, now); err != nil {
		return nil, err
	}
	return &day{date: date, file: file}, nil
}

// close lays a closure down. Those hit are seated at other desks where that is
// possible; the others are told and asked to choose another time. Who is there
// already is not written to: staff can speak to them.
func (r *records) close(ctx context.Context, c dialogs.Close) (booking.OverrideID, error) {
	d, err := r.laidOn(c.Office, c.Closing.Day, c.Closing.Hours, c.Closing.Desk, r.now)
	if err != nil {
		return 0, err
	}
	r.lock(d.lock())
	r.readRules(d)
	r.readSeats(d)
	if err := r.send(ctx); err != nil {
		return 0, err
	}
	var id booking.OverrideID
	var hit []booking.Appointment
	closure := closureOf(c.Closing)
	closure.By, closure.At = r.by.String(), r.now
	if c.Reason != "" {
		closure.Reason = booking.Text{"de": c.Reason} // whoever reads another language reads this too
	}
	swaps, left := r.hitBy(d, closure)
	r.clear(d)
	r.swap(swaps)
	r.insertClosure(c.Office, closure).QueryRow(func(row pgx.Row) error { return row.Scan(&id) })
	r.readAll(&hit, `SELECT `+appointmentColumns+` FROM appointment WHERE `+toTell, left, r.now)
	r.readLaid(&r.laid)
	r.note(r.by, dialogs.DayClosed, closingDetail(c.Office, closure))
	if err := r.send(ctx); err != nil {
		return 0, err
	}
	return id, r.tellHit(ctx, id, hit)
}

// toTell is who of $1 a closure hits that is not over at $2 for them.
const toTell = `id = ANY ($1) AND (state = 'confirmed' AND starts > $2 OR state = 'checked in') ORDER BY starts, id`

func closureOf(c dialogs.Closing) booking.Closure {
	return booking.Closure{Day: c.Day, Hours: c.Hours, Desk: c.Desk}
}

// closingDetail is what the trail says of a closure.
func closingDetail(office booking.OfficeID, c booking.Closure) map[string]any {
	return map[string]any{
		"office": office, "day": c.Day.String(), "from": c.Hours.From.String(), "to": c.Hours.To.String(),
		"desk": c.Desk, "reason": c.Reason.In("de"),
	}
}

// hitBy is what comes of a closure: who can sit elsewhere, and for whom there is
// no desk that could be served before.
func (w *work) hitBy(d *day, c booking.Closure) (swaps []booking.Swap, hit []booking.AppointmentID) {
	before := d.with(d.booked, w.now).Affected()
	closed := d.office(w.now).With(booking.Overrides{Closures: []booking.Closure{c}}, d.date)
	swaps, hit = closed.Day(d.date, d.booked).Reseat()
	return swaps, slices.DeleteFunc(hit, func(id booking.AppointmentID) bool { return slices.Contains(before, id) })
}

// tellHit notes whom a closure hit, and plans that they are told.
func (r *records) tellHit(ctx context.Context, closure booking.OverrideID, hit []booking.Appointment) error {
	for _, a := range hit {
		r.queue(`INSERT INTO hit (closure, appointment, starts) VALUES ($1, $2, $3)`, int64(closure), int64(a.ID), a.Span.Start)
		r.remark(a, r.by, dialogs.WasHit, nil)
		if !a.Upcoming(r.now) {
			continue
		}
		if err := r.tell(ctx, a, booking.ClosedNotice); err != nil {
			return err
		}
	}
	return nil
}

// foresee looks up whom a closure would hit that is not laid down.
func (r *records) foresee(ctx context.Context, all *[]dialogs.Entry, office booking.OfficeID, c dialogs.Closing) error {
	d, err := r.laidOn(office, c.Day, c.Hours, c.Desk, r.now)
	if err != nil {
		return nil // it cannot be laid down, and hits nobody
	}
	r.readRules(d)
	r.readSeats(d)
	if err := r.send(ctx); err != nil {
		return err
	}
	_, hit := r.hitBy(d, closureOf(c))
	r.readEntries(all, `SELECT `+entryColumns+` FROM `+entryTables+` WHERE `+toTell, hit, r.now)
	return nil
}

// readHit queues the look-up of whom a closure has hit, as they are now.
func (w *work) readHit(all *[]dialogs.Entry, closure booking.OverrideID) {
	w.readEntries(all, `
		SELECT `+appointmentColumns+`, `+toldColumn+`, moved
		FROM (SELECT h.appointment AS hit, h.starts AS before FROM hit h WHERE h.closure = $1) AS h
			JOIN `+entryTables+` ON appointment.id = h.hit
			CROSS JOIN LATERAL (SELECT appointment.starts <> h.before AS moved) AS m
		ORDER BY before, id`, int64(closure))
}

// reopen takes a closure back. Whom it hit and who has not chosen another time
// is told that the appointment stands.
func (r *records) reopen(ctx context.Context, c dialogs.Reopen) error {
	office, closure, err := r.closure(ctx, c.Closure)
	if err == nil {
		err = r.by.Role.MayUndo(closure.At, r.now)
	}
	if err != nil {
		return err
	}
	d := &day{date: closure.Day, file: office}
	var hit []booking.Appointment
	there := false
	r.lock(d.lock())
	r.readAll(&hit, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'confirmed' AND (id, starts) IN (SELECT appointment, starts FROM hit WHERE closure = $1)
		ORDER BY starts, id`, int64(closure.ID))
	r.queue(`DELETE FROM closure WHERE id = $1 RETURNING true`, int64(closure.ID)).Query(scanAny(&there))
	r.readRules(d)
	if err := r.send(ctx); err != nil {
		return err
	}
	if !there {
		return booking.ErrUnknown
	}
	r.laid = d.laid
	r.openUp(office.ID, closure.Day, closure.Hours)
	r.note(r.by, dialogs.DayReopened, closingDetail(office.ID, closure))
	return r.tellReopened(ctx, d, hit)
}

func (r *records) tellReopened(ctx context.Context, d *day, hit []booking.Appointment) error {
	for _, a := range hit {
		stands, err := a.Restore(r.now)
		if err != nil || !d.serves(stands, r.now) {
			continue // its time has come, or another closure hits it as well
		}
		r.mark(stands)
		r.remark(stands, r.by, dialogs.WasRestored, nil)
		if err := r.tell(ctx, stands, booking.RestoredNotice); err != nil {
			return err
		}
	}
	return nil
}

// closure finds one that staff laid down.
func (w *work) closure(ctx context.Context, id booking.OverrideID) (*booking.Office, booking.Closure, error) {
	var office booking.OfficeID
	var date time.Time
	c := booking.Closure{ID: id}
	there := false
	w.queue(`
		SELECT true, office, day, from_minute, to_minute, coalesce(desk, ''), reason, by, at FROM closure WHERE id = $1`, int64(id),
	).Query(scanAny(&there, &office, &date, &c.Hours.From, &c.Hours.To, &c.Desk, &c.Reason, &c.By, &c.At))
	if err := w.send(ctx); err != nil {
		return nil, c, err
	}
	c.Day = booking.DateOf(date, time.UTC)
	file, ok := w.town.Office(office)
	if !there || !ok {
		return nil, c, booking.ErrUnknown
	}
	return file, c, nil
}

// scanAny reads the row there is, if there is one.
func scanAny(into ...any) func(pgx.Rows) error {
	return func(rows pgx.Rows) error {
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				return err
			}
		}
		return rows.Err()
	}
}
