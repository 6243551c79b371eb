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

// toldColumn is whether the holder has been told the present state of the
// appointment: by the last planned notice, on any of its channels. If there was
// no channel, staff have to tell them, if it was staff who changed it; a person
// who booked knows.
const toldColumn = `
	CASE WHEN sent THEN 'told' WHEN under_way THEN 'on its way' WHEN void THEN '' WHEN NOT void THEN 'not told'
		WHEN deed.staff AND deed.what <> 'booked' THEN 'not told' ELSE '' END`

// entryColumns is the columns that queueReadEntries reads.
const entryColumns = appointmentColumns + `, ` + toldColumn + `, false`

// entryTables is where entries come from. A closure leaves the appointment as
// it is, but its holder has to be told all the same.
const entryTables = ` appointment LEFT JOIN LATERAL (
		SELECT h.what, h.staff FROM history h
		WHERE h.appointment = appointment.id AND h.what IN ('booked', 'imported', 'moved', 'changed', 'cancelled', 'restored', 'hit')
		ORDER BY h.id DESC LIMIT 1) AS deed ON true
	LEFT JOIN LATERAL (
		SELECT bool_or(n.outcome = 'sent') AS sent, bool_or(n.outcome IS NULL) AS under_way, bool_and(n.outcome = 'void') AS void
		FROM notice n
		WHERE n.appointment = appointment.id AND n.sequence = appointment.sequence AND n.kind = (
			SELECT l.kind FROM notice l
			WHERE l.appointment = appointment.id AND l.sequence = appointment.sequence
				AND l.kind IN ('booked', 'moved', 'cancelled', 'restored', 'closed')
				AND (l.kind = 'closed' OR deed.what IS DISTINCT FROM 'hit')
			ORDER BY l.id DESC LIMIT 1)) AS told ON true`

// queueReadEntries queues a query for entries.
func (t *tx) queueReadEntries(all *[]dialogs.Entry, query string, args ...any) {
	t.queue(query, args...).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (e dialogs.Entry, err error) {
			e.Appointment, err = t.appointment(row, &e.Told, &e.Moved)
			return e, err
		})
		*all = slices.DeleteFunc(*all, func(e dialogs.Entry) bool { return !t.knows(e.Office) })
		return err
	})
}

// lookUpForStaff queues the lookup of what a member of staff needs, as far as
// their role allows.
func (r *records) lookUpForStaff(ctx context.Context, facts *dialogs.StaffFacts, need dialogs.StaffNeed) error {
	if need.Find != "" {
		r.queueFind(&facts.Found, need.Find)
		r.queueFindFuzzy(&facts.Similar, need.Find)
	}
	if need.Appointment != 0 {
		r.queueReadStaffAppointment(&facts.Appointment, need.Appointment)
	}
	if r.by.Role.Allows(booking.Lead) && need.Audit {
		r.queueReadAudit(&facts.Audit)
	}
	if err := r.queueReadFigures(facts, need); err != nil {
		return err
	}
	if need.Closed != 0 {
		r.queueReadHit(&facts.Hit, need.Closed)
	}
	if !need.From.IsZero() {
		if err := r.queueReadDays(&facts.Entries, need.Office, need.From, need.To); err != nil {
			return err
		}
		r.queueReadBraked(&facts.Braked, need.Office)
	}
	if need.Closing.Day.IsZero() {
		return nil
	}
	return r.foresee(ctx, &facts.Hit, need.Office, need.Closing)
}

// queueReadDays queues the lookup of all appointments on the days from first to
// last.
func (t *tx) queueReadDays(all *[]dialogs.Entry, id booking.OfficeID, first, last booking.Date) error {
	office, ok := t.town.Office(id)
	if !ok {
		return fmt.Errorf("office %q is not in the office files", id)
	}
	zone := office.Calendar.Zone
	t.queueReadEntries(all, `
		SELECT `+entryColumns+` FROM `+entryTables+`
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND state <> 'held' ORDER BY starts, id`,
		string(id), first.At(0, zone), last.At(booking.Midnight, zone))
	return nil
}

// Plan looks up a day of an office; see [dialogs.DayPosts].
func (s *Store) Plan(
	ctx context.Context, office booking.OfficeID, day booking.Date, now time.Time,
) (facts dialogs.Facts, err error) {
	var current overrides
	err = s.read(ctx, now, func(t *tx) error {
		facts.Now = t.now
		t.queueReadOverrides(&current)
		err := t.queueFacts(&facts, 0, dialogs.Need{Offices: []booking.OfficeID{office}, From: day, To: day})
		if err == nil {
			t.queueReadBraked(&facts.Staff.Braked, office)
			err = t.queueReadDays(&facts.Staff.Entries, office, day, day)
		}
		if err != nil {
			return err
		}
		return t.send(ctx)
	})
	if err != nil {
		return dialogs.Facts{}, fmt.Errorf("look up a day: %w", err)
	}
	facts.Town = s.see(s.files.Load(), current, facts.Now)
	return facts, nil
}

// queueReadStaffAppointment queues the lookup of everything about an
// appointment.
func (t *tx) queueReadStaffAppointment(found **dialogs.StaffAppointment, id booking.AppointmentID) {
	var c dialogs.StaffAppointment
	t.queueReadHistory(&c.History, int64(id))
	t.queue(deliveriesQuery, int64(id)).Query(func(rows pgx.Rows) (err error) {
		c.Deliveries, err = pgx.CollectRows(rows, scanDelivery)
		return err
	})
	t.queue(`SELECT `+appointmentColumns+` FROM appointment WHERE id = $1 AND state <> 'held'`, int64(id)).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, t.bare)
		if all = t.own(all); err == nil && len(all) == 1 {
			c.Appointment = all[0]
			*found = &c
		}
		return err
	})
}
