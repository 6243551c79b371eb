package storage

import (
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
)

// appointmentColumns is the columns that [Store.appointment] reads.
const appointmentColumns = `
	id, claim, coalesce(number, ''), office, coalesce(desk, ''), starts, ends, state, held_until, items, persons, skills,
	audience, coalesce(holder, 0), name, mail, phone, lang, sequence, coming, late, behind, arrived_at, called_at, updated_at,
	coalesce(ticket, 0), calls, parked_at, served, sent_to, note`

// appointment scans an appointment, followed by further columns. Its times are
// in the zone of its office.
func (s *Store) appointment(row pgx.CollectableRow, more ...any) (booking.Appointment, error) {
	var a booking.Appointment
	var until, arrived, called, parked *time.Time
	var late, behind, served int
	err := row.Scan(append([]any{
		&a.ID, &a.Claim, &a.Number, &a.Office, &a.Desk, &a.Span.Start, &a.Span.End, &a.State, &until,
		&a.Items, &a.Persons, &a.Skills, &a.Audience, &a.Holder, &a.Contact.Name, &a.Contact.Mail, &a.Contact.Phone,
		&a.Lang, &a.Sequence, &a.Coming, &late, &behind, &arrived, &called, &a.Updated,
		&a.Ticket, &a.Visit.Calls, &parked, &served, &a.Visit.For, &a.Visit.Note,
	}, more...)...)
	if err != nil {
		return a, err
	}
	a.Late, a.Behind = time.Duration(late)*time.Minute, time.Duration(behind)*time.Minute
	a.Visit.Served = time.Duration(served) * time.Second
	zone := time.UTC
	if office, ok := s.asRead().Office(a.Office); ok {
		zone = office.Calendar.Zone
	}
	for _, t := range []struct{ from, to *time.Time }{
		{&a.Span.Start, &a.Span.Start},
		{&a.Span.End, &a.Span.End},
		{&a.Updated, &a.Updated},
		{until, &a.HeldUntil},
		{arrived, &a.Arrived},
		{called, &a.CalledAt},
		{parked, &a.Visit.Parked},
	} {
		if t.from != nil {
			*t.to = t.from.In(zone)
		}
	}
	return a, nil
}

// bare scans an appointment without further columns.
func (s *Store) bare(row pgx.CollectableRow) (booking.Appointment, error) { return s.appointment(row) }

// queueReadAll queues a query for appointments.
func (t *tx) queueReadAll(all *[]booking.Appointment, query string, args ...any) {
	t.queue(query, args...).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, t.bare)
		*all = t.own(*all)
		return err
	})
}

// found is an appointment that was looked up; ok tells whether it exists.
type found struct {
	booking.Appointment
	ok bool
}

// queueRead queues a query for one appointment.
func (t *tx) queueRead(f *found, query string, args ...any) {
	t.queue(query, args...).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, t.bare)
		if all = t.own(all); err == nil && len(all) > 0 {
			*f = found{all[0], true}
		}
		return err
	})
}

func (t *tx) queueReadByID(f *found, id booking.AppointmentID) {
	t.queueRead(f, `SELECT `+appointmentColumns+` FROM appointment WHERE id = $1`, id)
}

func (t *tx) queueReadByNumber(f *found, number booking.Number) {
	t.queueRead(f, `SELECT `+appointmentColumns+` FROM appointment WHERE number = $1`, number)
}

const insertQuery = `
	INSERT INTO appointment (
		id, claim, number, office, desk, starts, ends, state, held_until, items, persons, skills, audience, holder,
		name, mail, mail_key, phone, lang, sequence, request, created_at, updated_at, newcomer)
	VALUES ($1, $2, nullif($3, ''), $4, nullif($5, ''), $6, $7, $8, $9, $10, $11, $12, $13, nullif($14, 0),
		$15, $16, $17, $18, $19, $20, nullif($21, ''), $22, $22, $23)`

// addition is an appointment that is new, and what is kept of it besides.
type addition struct {
	booking.Appointment

	request  string // that made it, and may not make it again
	unproven bool   // a newcomer has it who has proved nothing
}

// queueInsert queues the insertion of a new appointment.
func (t *tx) queueInsert(a addition) {
	t.queue(insertQuery, insertArgs(a)...)
}

func insertArgs(a addition) []any {
	return []any{
		int64(a.ID), int64(a.Claim), string(a.Number), string(a.Office), string(a.Desk), a.Span.Start, a.Span.End, string(a.State),
		nullTime(a.HeldUntil), items(a.Appointment), a.Persons, skills(a.Appointment), string(a.Audience), int64(a.Holder),
		a.Contact.Name, a.Contact.Mail, booking.MailKey(a.Contact.Mail), a.Contact.Phone, a.Lang, a.Sequence, a.request, a.Updated, a.unproven,
	}
}

const saveQuery = `
	UPDATE appointment SET number = nullif($2, ''), desk = nullif($3, ''), starts = $4, ends = $5, state = $6,
		held_until = $7, items = $8, persons = $9, holder = nullif($10, 0), name = $11, mail = $12, mail_key = $13,
		phone = $14, lang = $15, sequence = $16, coming = $17, skills = $18, audience = $19, late = $20,
		updated_at = $21, behind = $22, arrived_at = $23, called_at = $24, calls = $25, parked_at = $26, served = $27, sent_to = $28, note = $29
	WHERE id = $1`

// queueSave queues the update of an appointment. It was read under the lock of
// its day, so nobody has changed it since.
func (t *tx) queueSave(a booking.Appointment) {
	t.queue(saveQuery,
		int64(a.ID), string(a.Number), string(a.Desk), a.Span.Start, a.Span.End, string(a.State),
		nullTime(a.HeldUntil), items(a), a.Persons, int64(a.Holder), a.Contact.Name, a.Contact.Mail, booking.MailKey(a.Contact.Mail),
		a.Contact.Phone, a.Lang, a.Sequence, a.Coming, skills(a), string(a.Audience), int(a.Late/time.Minute), a.Updated,
		int(a.Behind/time.Minute), nullTime(a.Arrived), nullTime(a.CalledAt),
		a.Visit.Calls, nullTime(a.Visit.Parked), int(a.Visit.Served/time.Second), string(a.Visit.For), a.Visit.Note)
}

// queueSaveConfirmed queues the update of what confirming a hold changes.
func (t *tx) queueSaveConfirmed(a booking.Appointment) {
	t.queue(`
		UPDATE appointment SET number = $2, state = $3, held_until = NULL, name = $4, mail = $5, mail_key = $6, phone = $7,
			lang = $8, updated_at = $9
		WHERE id = $1`,
		int64(a.ID), string(a.Number), string(a.State), a.Contact.Name, a.Contact.Mail, booking.MailKey(a.Contact.Mail),
		a.Contact.Phone, a.Lang, a.Updated)
}

// queueSaveState queues the update of state and desk. It leaves the contact
// alone, which may be erased on the same day.
func (t *tx) queueSaveState(a booking.Appointment) {
	t.queue(`
		UPDATE appointment SET desk = nullif($2, ''), state = $3, sequence = $4, behind = $5, arrived_at = $6, called_at = $7,
			updated_at = $8, calls = $9, parked_at = $10, served = $11, sent_to = $12, note = $13
		WHERE id = $1`,
		int64(a.ID), string(a.Desk), string(a.State), a.Sequence, int(a.Behind/time.Minute), nullTime(a.Arrived), nullTime(a.CalledAt), a.Updated,
		a.Visit.Calls, nullTime(a.Visit.Parked), int(a.Visit.Served/time.Second), string(a.Visit.For), a.Visit.Note)
}

// queueDropHold queues the deletion of a hold. It leaves no trace.
func (t *tx) queueDropHold(hold booking.AppointmentID) {
	t.queue(`DELETE FROM appointment WHERE id = $1 AND state = 'held'`, hold)
}

// queueSwaps queues an exchange of desks: all desks are cleared before any is
// set, so that nobody collides.
func (t *tx) queueSwaps(swaps []booking.Swap) {
	if len(swaps) == 0 {
		return
	}
	ids, desks := make([]int64, len(swaps)), make([]string, len(swaps))
	for i, s := range swaps {
		ids[i], desks[i] = int64(s.Appointment), string(s.Desk)
	}
	t.queue(`UPDATE appointment SET desk = NULL WHERE id = ANY ($1)`, ids)
	t.queue(`
		UPDATE appointment SET desk = s.desk
		FROM unnest($1::bigint[], $2::text[]) AS s (id, desk)
		WHERE appointment.id = s.id`, ids, desks)
}

// queueHistory queues an entry in the history of a.
func (t *tx) queueHistory(a booking.Appointment, by Actor, what string, detail map[string]any) {
	t.queue(`INSERT INTO history (appointment, at, actor, what, detail, staff) VALUES ($1, $2, $3, $4, $5, $6)`,
		int64(a.ID), t.now, by.entry(), what, detail, by.Role != booking.Stranger)
}

// dayOf is the day of an appointment by the clock of its office.
func (s *Store) dayOf(a booking.Appointment) (booking.Date, error) {
	office, ok := s.asRead().Office(a.Office)
	if !ok {
		return booking.Date{}, fmt.Errorf("appointment %d: office %q is not in the office files", a.ID, a.Office)
	}
	return office.Today(a.Span.Start), nil
}

// nullTime is nil for the zero time.
func nullTime(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func items(a booking.Appointment) []booking.Item {
	if a.Items == nil {
		return []booking.Item{}
	}
	return a.Items
}

func skills(a booking.Appointment) []string {
	all := make([]string, len(a.Skills))
	for i, s := range a.Skills {
		all[i] = string(s)
	}
	return all
}
