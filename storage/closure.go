package storage

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// dayToOverride is the day of an office for which staff change something. It
// returns ErrUnknown for an office, desk or hours that do not exist, and
// ErrTooSoon for a day that is over.
func (s *Store) dayToOverride(id booking.OfficeID, date booking.Date, hours booking.Hours, desk booking.DeskID, now time.Time) (*day, error) {
	file, ok := s.asRead().Office(id)
	if !ok {
		return nil, booking.ErrUnknown
	}
	if err := file.MayOverride(date, hours, desk, now); err != nil {
		return nil, err
	}
	return &day{date: date, file: file}, nil
}

// close enters a closure. Appointments that it hits get other desks if
// possible; the other holders are told and asked to choose another time. Those
// who have arrived already are not written to: staff can speak to them.
func (r *records) close(ctx context.Context, c dialogs.Close) (booking.OverrideID, error) {
	d, err := r.dayToOverride(c.Office, c.Closing.Day, c.Closing.Hours, c.Closing.Desk, r.now)
	if err != nil {
		return 0, err
	}
	r.queueLock(d.lock())
	r.queueReadRules(d)
	r.queueReadSeats(d)
	if err := r.send(ctx); err != nil {
		return 0, err
	}
	var id booking.OverrideID
	var hit []booking.Appointment
	closure := closureOf(c.Closing)
	closure.By, closure.At = r.by.String(), r.now
	if c.Reason != "" {
		closure.Reason = booking.Text{"de": c.Reason} // readers of other languages see it too
	}
	swaps, left := r.hitBy(d, closure)
	r.queueDropExpired(d)
	r.queueSwaps(swaps)
	r.queueInsertClosure(c.Office, closure).QueryRow(func(row pgx.Row) error { return row.Scan(&id) })
	r.queueReadAll(&hit, `SELECT `+appointmentColumns+` FROM appointment WHERE `+toTell, left, r.now)
	r.queueReadOverrides(&r.overrides)
	r.queueAudit(r.by, dialogs.DayClosed, closingDetail(c.Office, closure))
	if err := r.send(ctx); err != nil {
		return 0, err
	}
	return id, r.tellHit(ctx, id, hit)
}

// toTell selects those of $1 that a closure hits and that are not over at $2.
const toTell = `id = ANY ($1) AND (state = 'confirmed' AND starts > $2 OR state = 'checked in') ORDER BY starts, id`

func closureOf(c dialogs.Closing) booking.Closure {
	return booking.Closure{Day: c.Day, Hours: c.Hours, Desk: c.Desk}
}

// closingDetail is what the audit log says of a closure.
func closingDetail(office booking.OfficeID, c booking.Closure) map[string]any {
	return map[string]any{
		"office": office, "day": c.Day.String(), "from": c.Hours.From.String(), "to": c.Hours.To.String(),
		"desk": c.Desk, "reason": c.Reason.In("de"),
	}
}

// hitBy is the effect of a closure: who can change to another desk, and for
// whose appointment none is left that could be served before.
func (t *tx) hitBy(d *day, c booking.Closure) (swaps []booking.Swap, hit []booking.AppointmentID) {
	before := d.with(d.booked, t.now).Affected()
	closed := d.office(t.now).With(booking.Overrides{Closures: []booking.Closure{c}}, d.date)
	swaps, hit = closed.Day(d.date, d.booked).Reseat()
	return swaps, slices.DeleteFunc(hit, func(id booking.AppointmentID) bool { return slices.Contains(before, id) })
}

// tellHit records which appointments a closure hit, and plans the notices.
func (r *records) tellHit(ctx context.Context, closure booking.OverrideID, hit []booking.Appointment) error {
	for _, a := range hit {
		r.queue(`INSERT INTO hit (closure, appointment, starts) VALUES ($1, $2, $3)`, int64(closure), int64(a.ID), a.Span.Start)
		r.queueHistory(a, r.by, dialogs.WasHit, nil)
		if !a.Upcoming(r.now) {
			continue
		}
		if err := r.tell(ctx, a, booking.ClosedNotice); err != nil {
			return err
		}
	}
	return nil
}

// queueInsertClosure queues the insertion of a closure; the answer is its ID.
func (t *tx) queueInsertClosure(office booking.OfficeID, c booking.Closure) *pgx.QueuedQuery {
	return t.queue(`
		INSERT INTO closure (office, day, from_minute, to_minute, desk, reason, by, at)
		VALUES ($1, $2, $3, $4, nullif($5, ''), $6, $7, $8) RETURNING id`,
		string(office), c.Day.At(0, time.UTC), int(c.Hours.From), int(c.Hours.To), string(c.Desk), notNil(c.Reason), c.By, t.now)
}

func notNil(t booking.Text) booking.Text {
	if t == nil {
		return booking.Text{}
	}
	return t
}

// foresee looks up which appointments a closure would hit.
func (r *records) foresee(ctx context.Context, all *[]dialogs.Entry, office booking.OfficeID, c dialogs.Closing) error {
	d, err := r.dayToOverride(office, c.Day, c.Hours, c.Desk, r.now)
	if err != nil {
		return nil // it is impossible, and hits nobody
	}
	r.queueReadRules(d)
	r.queueReadSeats(d)
	if err := r.send(ctx); err != nil {
		return err
	}
	_, hit := r.hitBy(d, closureOf(c))
	r.queueReadEntries(all, `SELECT `+entryColumns+` FROM `+entryTables+` WHERE `+toTell, hit, r.now)
	return nil
}

// queueReadHit queues the lookup of the appointments that a closure has hit, as
// they are now.
func (t *tx) queueReadHit(all *[]dialogs.Entry, closure booking.OverrideID) {
	t.queueReadEntries(all, `
		SELECT `+appointmentColumns+`, `+toldColumn+`, moved
		FROM (SELECT h.appointment AS hit, h.starts AS before FROM hit h WHERE h.closure = $1) AS h
			JOIN `+entryTables+` ON appointment.id = h.hit
			CROSS JOIN LATERAL (SELECT appointment.starts <> h.before AS moved) AS m
		ORDER BY before, id`, int64(closure))
}

// reopen takes a closure back. Holders that it hit, and who have not chosen
// another time, are told that their appointment is valid.
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
	r.queueLock(d.lock())
	r.queueReadAll(&hit, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE state = 'confirmed' AND (id, starts) IN (SELECT appointment, starts FROM hit WHERE closure = $1)
		ORDER BY starts, id`, int64(closure.ID))
	r.queue(`DELETE FROM closure WHERE id = $1 RETURNING true`, int64(closure.ID)).Query(scanAny(&there))
	r.queueReadRules(d)
	if err := r.send(ctx); err != nil {
		return err
	}
	if !there {
		return booking.ErrUnknown
	}
	r.overrides = d.overrides
	r.queueOpened(office.ID, closure.Day, closure.Hours)
	r.queueAudit(r.by, dialogs.DayReopened, closingDetail(office.ID, closure))
	return r.tellReopened(ctx, d, hit)
}

func (r *records) tellReopened(ctx context.Context, d *day, hit []booking.Appointment) error {
	for _, a := range hit {
		stands, err := a.Restore(r.now)
		if err != nil || !d.serves(stands, r.now) {
			continue // its time has come, or another closure hits it as well
		}
		r.queueSaveState(stands)
		r.queueHistory(stands, r.by, dialogs.WasRestored, nil)
		if err := r.tell(ctx, stands, booking.RestoredNotice); err != nil {
			return err
		}
	}
	return nil
}

// closure finds a closure entered by staff.
func (t *tx) closure(ctx context.Context, id booking.OverrideID) (*booking.Office, booking.Closure, error) {
	var office booking.OfficeID
	var date time.Time
	c := booking.Closure{ID: id}
	t.queue(`
		SELECT office, day, from_minute, to_minute, coalesce(desk, ''), reason, by, at FROM closure WHERE id = $1`, int64(id),
	).Query(scanAny(&office, &date, &c.Hours.From, &c.Hours.To, &c.Desk, &c.Reason, &c.By, &c.At))
	if err := t.send(ctx); err != nil {
		return nil, c, err
	}
	c.Day = booking.DateOf(date, time.UTC)
	file, ok := t.town.Office(office)
	if !ok { // as it is where there is no closure
		return nil, c, booking.ErrUnknown
	}
	return file, c, nil
}

// scanAny reads the row, if there is one.
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
