package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// byTicket stands in statistics beside the ways to book.
const byTicket = "ticket"

// giveTicket gives somebody without an appointment a place in the line. The lock
// of the day makes sure that no number is given twice.
func (t *tx) giveTicket(ctx context.Context, by Actor, c dialogs.GiveTicket) (booking.Appointment, booking.Outlook, error) {
	none := booking.Appointment{}
	d, err := t.dayAt(c.Office, t.now)
	if err != nil {
		return none, booking.Outlook{}, err
	}
	var today []booking.Appointment
	t.queueLock(d.lock())
	t.queueReadRules(d)
	t.queueReadLine(&today, d)
	var id booking.AppointmentID
	t.queue(`SELECT nextval('appointment_id_seq')`).QueryRow(func(row pgx.Row) error { return row.Scan(&id) })
	number, err := t.drawNumber()
	if err == nil {
		err = t.send(ctx)
	}
	if err != nil {
		return none, booking.Outlook{}, err
	}
	office := d.office(t.now)
	visit, err := office.VisitOn(d.date, booking.Staff, c.Wishes, c.Persons)
	if err != nil {
		return none, booking.Outlook{}, err
	}
	a, err := office.NewTicket(visit, today, t.now)
	if err != nil {
		return none, booking.Outlook{}, err
	}
	a.ID, a.Claim, a.Number = id, id, number
	t.queueInsert(addition{Appointment: a})
	t.queue(`UPDATE appointment SET ticket = $2, ticket_day = $3, arrived_at = $4 WHERE id = $1`,
		int64(a.ID), a.Ticket, d.date.At(0, time.UTC), a.Arrived)
	t.queue(`UPDATE figure SET channel = $2 WHERE appointment = $1`, int64(a.ID), byTicket)
	t.queueHistory(a, by, dialogs.WasTicketed, nil)
	outlook, _ := office.Outlook(a, append(today, a), t.now)
	return a, outlook, nil
}

// queueReadLine queues the lookup of everybody who is served on a day, or was
// given a ticket on it. Numbers of finished tickets count as well: none is given
// twice.
func (t *tx) queueReadLine(all *[]booking.Appointment, d *day) {
	t.queueReadOfDay(all, d.file, d.date, `(ticket IS NOT NULL OR state IN ('confirmed', 'checked in', 'called'))`)
}

// queueReadLineOf queues the lookup of the line of an office today, without
// anything about the people in it but what they are served for.
func (t *tx) queueReadLineOf(all *[]booking.Appointment, id booking.OfficeID) error {
	d, err := t.dayAt(id, t.now)
	if err != nil {
		return fmt.Errorf("office %q is not in the office files", id)
	}
	zone := d.file.Calendar.Zone
	t.queue(`
		SELECT `+appointmentColumns+` FROM appointment
		WHERE office = $1 AND starts >= $2 AND starts < $3 AND state IN ('confirmed', 'checked in', 'called') ORDER BY starts, id`,
		string(id), d.date.At(0, zone), d.date.At(booking.Midnight, zone)).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (booking.Appointment, error) {
			a, err := t.appointment(row)
			a.Contact, a.Holder, a.Visit.Note = booking.Contact{}, 0, ""
			if a.IsTicket() || a.State != booking.Called {
				a.Number = "" // a ticket's leads to its page; of others it is said when they are called
			}
			return a, err
		})
		return err
	})
	return nil
}

// linkTicket puts a ticket into the chat of the person who talks, once.
func (r *records) linkTicket(ctx context.Context, c dialogs.LinkTicket) (booking.Appointment, error) {
	a, asked, _, err := r.readForCode(ctx, c.Number) // locks its day
	if err == nil {
		r.queueReadByNumber(&a, c.Number) // as it is under that lock
		err = r.send(ctx)
	}
	switch {
	case err != nil:
		return booking.Appointment{}, err
	case asked.MayAskCode() != nil:
		return booking.Appointment{}, booking.ErrLimit
	}
	linked, err := a.Link(r.by.Person, r.now)
	if err != nil {
		r.queueDeed(r.by, booking.AskedCode, a.Office, 0) // numbers are not for guessing
		return booking.Appointment{}, err
	}
	if linked.Holder == a.Holder {
		return linked, nil
	}
	linked.Lang = c.Lang
	r.queue(`UPDATE appointment SET holder = $2, lang = $3, updated_at = $4 WHERE id = $1`,
		int64(linked.ID), int64(linked.Holder), c.Lang, linked.Updated)
	r.queueHistory(linked, r.by, dialogs.WasAttached, nil)
	return linked, nil
}

// Ticket looks up a ticket by the number that stands on it, with the line of its
// office today; see [dialogs.Tickets].
func (s *Store) Ticket(ctx context.Context, number booking.Number, now time.Time) (a booking.Appointment, facts dialogs.Facts, err error) {
	var f found
	var current overrides
	err = s.read(ctx, now, func(t *tx) error {
		facts.Now = t.now
		t.queueReadByNumber(&f, number)
		t.queueReadOverrides(&current)
		if err := t.send(ctx); err != nil {
			return err
		}
		if !f.ok || !f.IsTicket() {
			return booking.ErrUnknown
		}
		if err := t.queueReadLineOf(&facts.Line, f.Office); err != nil {
			return err
		}
		return t.send(ctx)
	})
	if err != nil {
		return a, facts, fmt.Errorf("look up a ticket: %w", err)
	}
	facts.Town = s.see(s.files.Load(), current, facts.Now)
	return f.Appointment, facts, nil
}

// queueEraseTickets queues the deletion of an office's tickets of past days. Their
// figures stay and belong to nobody.
func (t *tx) queueEraseTickets(office *booking.Office) {
	t.queueErasure(erasedTickets, `gone AS (DELETE FROM appointment WHERE ticket IS NOT NULL AND office = $3 AND ticket_day < $4 RETURNING id)`,
		string(office.ID), office.Today(t.now).At(0, time.UTC))
}

// returnTicket takes somebody out of the line who does not want to wait any
// longer. No time becomes free by it.
func (t *tx) returnTicket(ctx context.Context, by Actor, a booking.Appointment) (booking.Appointment, error) {
	a, err := a.Cancel(t.now)
	if err != nil {
		return booking.Appointment{}, err
	}
	t.queueSaveState(a)
	t.queueHistory(a, by, dialogs.WasCancelled, nil)
	if by.audience() == booking.Public {
		return a, nil // they know
	}
	return a, t.tell(ctx, a, booking.CancelledNotice)
}
