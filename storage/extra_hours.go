package storage

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// openHours enters extra hours.
func (r *records) openHours(ctx context.Context, c dialogs.Open) (id booking.OverrideID, err error) {
	e := c.Extra
	d, err := r.dayToOverride(c.Office, e.Day, e.Hours, e.Desk, r.now)
	if err != nil {
		return 0, err
	}
	extra := booking.ExtraHours{Day: e.Day, By: r.by.String(), At: r.now}
	extra.Shift = booking.Shift{From: e.Hours.From, To: e.Hours.To, Internal: e.Internal}
	if e.Desk != "" {
		extra.Shift.Desks = []booking.DeskID{e.Desk}
	}
	r.queueLock(d.lock())
	r.queueInsertExtraHours(c.Office, extra).QueryRow(func(row pgx.Row) error { return row.Scan(&id) })
	r.queueReadOverrides(&r.overrides)
	r.queueAudit(r.by, dialogs.HoursOpened, extraDetail(c.Office, extra))
	return id, r.send(ctx)
}

// queueInsertExtraHours queues the insertion of extra hours, and that they can
// be offered to the waiting list; the answer is their ID.
func (t *tx) queueInsertExtraHours(office booking.OfficeID, e booking.ExtraHours) *pgx.QueuedQuery {
	if !e.Shift.Internal {
		t.queueOpened(office, e.Day, booking.Hours{From: e.Shift.From, To: e.Shift.To})
	}
	return t.queue(`
		INSERT INTO extra_hours (office, day, from_minute, to_minute, desks, internal, by, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
		string(office), e.Day.At(0, time.UTC), int(e.Shift.From), int(e.Shift.To), e.Shift.Desks, e.Shift.Internal, e.By, t.now)
}

// extraDetail is what the audit log says of extra hours.
func extraDetail(office booking.OfficeID, e booking.ExtraHours) map[string]any {
	detail := map[string]any{
		"office": office, "day": e.Day.String(), "from": e.Shift.From.String(), "to": e.Shift.To.String(),
		"desk": "", "internal": e.Shift.Internal,
	}
	if len(e.Shift.Desks) == 1 {
		detail["desk"] = e.Shift.Desks[0]
	}
	return detail
}

// withdraw takes extra hours back. It returns ErrTaken if somebody has booked
// in them who could not be served otherwise.
func (r *records) withdraw(ctx context.Context, c dialogs.Withdraw) error {
	office, extra, err := r.extra(ctx, c.Extra)
	if err == nil {
		err = r.by.Role.MayUndo(extra.At, r.now)
	}
	if err != nil {
		return err
	}
	d := &day{date: extra.Day, file: office}
	r.queueLock(d.lock())
	r.queueReadRules(d)
	r.queueReadSeats(d)
	if err := r.send(ctx); err != nil {
		return err
	}
	with := *d.office(r.now)
	before := with.Day(d.date, d.booked).Affected()
	with.Calendar.Extra = slices.DeleteFunc(slices.Clone(with.Calendar.Extra), func(e booking.ExtraHours) bool { return e.ID == extra.ID })
	for _, id := range with.Day(d.date, d.booked).Affected() {
		if !slices.Contains(before, id) {
			return booking.ErrTaken
		}
	}
	r.queue(`DELETE FROM extra_hours WHERE id = $1`, int64(extra.ID))
	r.queueReadOverrides(&r.overrides)
	r.queueAudit(r.by, dialogs.HoursWithdrawn, extraDetail(office.ID, extra))
	return r.send(ctx)
}

// extra finds extra hours entered by staff.
func (t *tx) extra(ctx context.Context, id booking.OverrideID) (*booking.Office, booking.ExtraHours, error) {
	var office booking.OfficeID
	var date time.Time
	e := booking.ExtraHours{ID: id}
	t.queue(`SELECT office, day, from_minute, to_minute, desks, internal, by, at FROM extra_hours WHERE id = $1`, int64(id)).
		Query(scanAny(&office, &date, &e.Shift.From, &e.Shift.To, &e.Shift.Desks, &e.Shift.Internal, &e.By, &e.At))
	if err := t.send(ctx); err != nil {
		return nil, e, err
	}
	e.Day = booking.DateOf(date, time.UTC)
	file, ok := t.town.Office(office)
	if !ok { // as it is where there are none
		return nil, e, booking.ErrUnknown
	}
	return file, e, nil
}
