package storage

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Facts looks up what is needed outside of a conversation; the appointments are
// those of person.
func (s *Store) Facts(
	ctx context.Context, person booking.PersonID, now time.Time, need dialogs.Need,
) (dialogs.Facts, error) {
	var facts dialogs.Facts
	var current overrides
	err := s.read(ctx, now, func(t *tx) error {
		facts.Now = t.now
		t.queueReadOverrides(&current)
		if err := t.queueFacts(&facts, person, need); err != nil {
			return err
		}
		return t.send(ctx)
	})
	if err != nil {
		return dialogs.Facts{}, fmt.Errorf("look up facts: %w", err)
	}
	facts.Town = s.see(s.files.Load(), current, facts.Now)
	return facts, nil
}

// queueFacts queues the lookup of what is needed.
func (t *tx) queueFacts(facts *dialogs.Facts, person booking.PersonID, need dialogs.Need) error {
	if need.Appointments {
		t.queueReadUpcoming(&facts.Appointments, person)
	}
	if need.Waiting {
		t.queueReadPlaces(&facts.Waiting, person)
	}
	if need.Contact {
		t.queueReadContact(&facts.Contact, person)
	}
	if need.Notice != 0 {
		t.queueReadNotice(&facts.Notice, person, need.Notice)
	}
	if need.Line != "" {
		if err := t.queueReadLineOf(&facts.Line, need.Line); err != nil {
			return err
		}
	}
	days := max(0, need.From.DaysUntil(need.To)+1)
	facts.Booked = make([]dialogs.Booked, 0, days*len(need.Offices))
	for _, id := range need.Offices {
		office, ok := t.town.Office(id)
		if !ok {
			return fmt.Errorf("office %q is not in the office files", id)
		}
		first := len(facts.Booked)
		for n := range days {
			facts.Booked = append(facts.Booked, dialogs.Booked{Office: id, Day: need.From.Add(n)})
		}
		t.queueReadBooked(office, facts.Booked[first:])
	}
	return nil
}

// queueReadBooked queues the lookup of what is booked on consecutive days.
func (t *tx) queueReadBooked(office *booking.Office, days []dialogs.Booked) {
	if len(days) > 0 {
		t.queueReadBusyDays(office, days[0].Day, len(days), func(n int, busy []booking.Busy) {
			days[n].Busy, days[n].Found = busy, t.busy.foundOn(office.ID, days[n].Day, busy)
		})
	}
}

// queueReadContact queues the lookup of name and address as a person gave them
// last. They stand in what was booked; a hold has none.
func (t *tx) queueReadContact(contact *booking.Contact, person booking.PersonID) {
	t.queue(`
		SELECT name, mail, phone FROM appointment
		WHERE holder = $1 AND number IS NOT NULL AND name <> '' AND ticket IS NULL
		ORDER BY id DESC LIMIT 1`, int64(person)).Query(func(rows pgx.Rows) error {
		all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[booking.Contact])
		if len(all) > 0 {
			*contact = all[0]
		}
		return err
	})
}

// queueReadUpcoming queues the lookup of the appointments of a person that are
// not over.
func (t *tx) queueReadUpcoming(all *[]booking.Appointment, person booking.PersonID) {
	t.queueReadAll(all, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE holder = $1 AND state IN ('confirmed', 'checked in', 'called') AND (ends > $2 OR ticket IS NOT NULL)
		ORDER BY starts, id`, int64(person), t.now)
}
