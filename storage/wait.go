package storage

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// wait puts the person on the waiting list. It returns ErrUnknown and ErrOver
// for an appointment that is not theirs or not upcoming, ErrIncomplete if a
// name or a mail address is missing, ErrTooSoon if no time could come of it,
// ErrLimit for too many places or appointments, and the refusals of
// [booking.Office.Visit].
func (r *records) wait(ctx context.Context, c dialogs.Wait) error {
	var old found
	var places placesHeld
	var used limits
	r.queueLock(locksOfLimits(r.by, c.Contact.Mail)...)
	if c.Appointment != 0 {
		r.queueReadByID(&old, c.Appointment)
	}
	r.queueReadPlacesHeld(&places, c)
	err := r.queueReadLimits(&used, r.by, c.Contact.Mail)
	if err == nil {
		err = r.send(ctx)
	}
	if err != nil {
		return err
	}
	office, ok := r.see(r.officeFiles, r.overrides, r.now).Office(c.Office)
	switch {
	case !ok:
		return booking.ErrUnknown
	case places.mine >= booking.MostPlaces:
		return booking.ErrLimit
	case places.underMail >= booking.MostPlaces:
		return booking.ErrMailLimit
	case !c.Terms.AreSome(), c.Terms.Until.Before(office.Today(r.now)):
		return booking.ErrTooSoon
	case c.Appointment != 0:
		err = r.mayImprove(old, c)
	default:
		err = mayWait(office, c, used)
	}
	if err == nil {
		err = used.deeds.may(booking.JoinedList)
	}
	if err == nil {
		err = used.address.may()
	}
	if err == nil {
		r.queueNameAddress(used.address, r.by, c.Office, c.Contact.Mail)
		r.queueDeed(r.by, booking.JoinedList, c.Office, 0)
		r.queueEnterWait(c)
		err = r.send(ctx)
	}
	return err
}

// placesHeld counts what a further place on the waiting list would add to.
type placesHeld struct{ mine, underMail int }

// queueReadPlacesHeld queues the count of places beside the one that c
// changes: who has as many as allowed can still change each of them.
func (r *records) queueReadPlacesHeld(held *placesHeld, c dialogs.Wait) {
	r.queue(`
		WITH place AS (
			SELECT person, person = $1 AND office = $4 AND
				CASE WHEN $5 = 0 THEN appointment IS NULL AND wishes = $6 ELSE appointment = $5 END AS changed
			FROM wait WHERE person = $1 OR mail_key = $2 AND mail_key <> '' AND office = ANY ($3))
		SELECT count(*) FILTER (WHERE person = $1 AND changed IS NOT TRUE), count(*) FILTER (WHERE person <> $1)
		FROM place`,
		int64(r.by.Person), booking.MailKey(c.Contact.Mail), r.offices, string(c.Office), int64(c.Appointment), inOrder(c.Wishes),
	).QueryRow(func(row pgx.Row) error { return row.Scan(&held.mine, &held.underMail) })
}

// mayImprove tells whether an appointment can get an earlier time.
func (r *records) mayImprove(old found, c dialogs.Wait) error {
	switch {
	case !old.ok, old.State == booking.Held, !r.by.owns(old.Appointment), old.Office != c.Office:
		return booking.ErrUnknown
	case !old.Upcoming(r.now):
		return booking.ErrOver
	}
	return nil
}

// mayWait tells whether a first appointment could be booked if a time were
// free.
func mayWait(office *booking.Office, c dialogs.Wait, used limits) error {
	if c.Contact.Name == "" || c.Contact.Mail == "" && office.Policy.MailRequired {
		return booking.ErrIncomplete
	}
	if _, err := office.Visit(c.Wishes, c.Persons); err != nil {
		return err
	}
	return office.Policy.Admits(used.ofPerson, used.underMail)
}

// inOrder is wishes in the order of the concerns' names, in which the same
// ones are equal.
func inOrder(wishes []booking.Wish) []booking.Wish {
	return slices.SortedFunc(slices.Values(wishes), func(a, b booking.Wish) int {
		return strings.Compare(string(a.Concern), string(b.Concern))
	})
}

// queueEnterWait queues the entry in the list. An existing one keeps its place
// and takes the new terms.
func (r *records) queueEnterWait(c dialogs.Wait) {
	appointment, wishes, persons := &c.Appointment, []booking.Wish{}, 1
	contact := booking.Contact{}
	conflict := `(appointment) WHERE appointment IS NOT NULL`
	if c.Appointment == 0 {
		appointment, persons, contact = nil, c.Persons, c.Contact
		wishes = inOrder(c.Wishes)
		conflict = `(person, office, wishes) WHERE appointment IS NULL`
	}
	r.queue(`
		INSERT INTO wait (person, appointment, office, wishes, persons, weekdays, from_minute, to_minute, until,
			name, mail, mail_key, phone, lang, created_at, other_days)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
		ON CONFLICT `+conflict+` DO UPDATE SET
			person = excluded.person, persons = excluded.persons, weekdays = excluded.weekdays,
			from_minute = excluded.from_minute, to_minute = excluded.to_minute, until = excluded.until, other_days = excluded.other_days,
			name = excluded.name, mail = excluded.mail, mail_key = excluded.mail_key, phone = excluded.phone, lang = excluded.lang`,
		int64(r.by.Person), (*int64)(appointment), string(c.Office), wishes, persons, int(c.Terms.Weekdays),
		int(c.Terms.Hours.From), int(c.Terms.Hours.To), c.Terms.Until.At(0, time.UTC),
		contact.Name, contact.Mail, booking.MailKey(contact.Mail), contact.Phone, c.Lang, r.now, append([]booking.Weekly{}, c.Terms.Or...))
}

// endWait removes a place from the list. A time offered meanwhile goes to the
// next person.
func (t *tx) endWait(ctx context.Context, by Actor, id booking.WaitID) error {
	var holds []int64
	t.queue(`
		SELECT o.hold FROM offer o JOIN wait w ON w.id = o.wait
		WHERE w.id = $1 AND w.person = $2 AND o.outcome IS NULL`, int64(id), int64(by.Person),
	).Query(func(rows pgx.Rows) (err error) {
		holds, err = pgx.CollectRows(rows, pgx.RowTo[int64])
		return err
	})
	if err := t.send(ctx); err != nil {
		return err
	}
	for _, hold := range holds {
		err := t.decline(ctx, by, booking.AppointmentID(hold))
		if err != nil && !isRefusal(err) { // one that ran out is declined already
			return err
		}
	}
	var ended int
	t.queue(`
		WITH gone AS (DELETE FROM wait WHERE id = $1 AND person = $2 RETURNING id) SELECT count(*) FROM gone`,
		int64(id), int64(by.Person)).QueryRow(func(row pgx.Row) error { return row.Scan(&ended) })
	err := t.send(ctx)
	if err == nil && ended == 0 {
		err = booking.ErrUnknown
	}
	return err
}

const waitColumns = `
	w.id, w.person, coalesce(w.appointment, 0), w.office, w.wishes, w.persons, w.weekdays, w.from_minute, w.to_minute, w.until,
	w.name, w.mail, w.phone, w.lang, w.created_at, w.other_days`

// waiting scans a place on the list, followed by further columns.
func waiting(row pgx.CollectableRow, more ...any) (w booking.Waiting, err error) {
	var until time.Time
	err = row.Scan(append([]any{
		&w.ID, &w.Person, &w.Appointment, &w.Office, &w.Wishes, &w.Persons,
		&w.Terms.Weekdays, &w.Terms.Hours.From, &w.Terms.Hours.To, &until,
		&w.Contact.Name, &w.Contact.Mail, &w.Contact.Phone, &w.Lang, &w.Since, &w.Terms.Or,
	}, more...)...)
	if len(w.Terms.Or) == 0 {
		w.Terms.Or = nil
	}
	w.Terms.Until = booking.DateOf(until, time.UTC)
	return w, err
}

// queueReadPlaces queues the lookup of a person's places on the list, with what
// is offered for them.
func (t *tx) queueReadPlaces(all *[]dialogs.Waiting, person booking.PersonID) {
	var holds []booking.Appointment
	t.queueReadAll(&holds, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE holder = $1 AND state = 'held' AND held_until > $2 AND id IN (SELECT hold FROM offer WHERE outcome IS NULL)`,
		int64(person), t.now)
	t.queue(`
		SELECT `+waitColumns+`, coalesce(o.hold, 0)
		FROM wait w LEFT JOIN offer o ON o.wait = w.id AND o.outcome IS NULL
		WHERE w.person = $1 ORDER BY w.created_at, w.id`, int64(person)).Query(func(rows pgx.Rows) (err error) {
		*all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (dialogs.Waiting, error) {
			var hold booking.AppointmentID
			place, err := waiting(row, &hold)
			return dialogs.Waiting{Waiting: place, Offer: among(holds, hold)}, err
		})
		return err
	})
}

func among(all []booking.Appointment, id booking.AppointmentID) *booking.Appointment {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}
