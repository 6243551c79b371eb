package storage

import (
	"context"
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Facts looks up what is needed outside of a conversation: the appointments
// are those of person.
func (s *Store) Facts(
	ctx context.Context, person booking.PersonID, now time.Time, need dialogs.Need,
) (dialogs.Facts, error) {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return dialogs.Facts{}, fmt.Errorf("look up facts: %w", err)
	}
	defer conn.Release()
	w := &work{Store: s, conn: conn, now: moment(now)}
	facts := dialogs.Facts{Now: w.now}
	var laid overrides
	w.readLaid(&laid)
	err = w.look(&facts, person, need)
	if err == nil {
		err = w.send(ctx)
	}
	if err != nil {
		return dialogs.Facts{}, fmt.Errorf("look up facts: %w", err)
	}
	facts.Town = laid.applyTo(s.town, w.now)
	return facts, nil
}

// look queues the look-up of what is needed.
func (w *work) look(facts *dialogs.Facts, person booking.PersonID, need dialogs.Need) error {
	if need.Appointments {
		w.readUpcoming(&facts.Appointments, person)
	}
	if need.Waiting {
		w.readPlaces(&facts.Waiting, person)
	}
	if need.Notice != 0 {
		w.readTold(&facts.Notice, person, need.Notice)
	}
	days := max(0, need.From.DaysUntil(need.To)+1)
	facts.Booked = make([]dialogs.Booked, 0, days*len(need.Offices))
	for _, id := range need.Offices {
		office, ok := w.town.Office(id)
		if !ok {
			return fmt.Errorf("office %q is not in the office files", id)
		}
		first := len(facts.Booked)
		for n := range days {
			facts.Booked = append(facts.Booked, dialogs.Booked{Office: id, Day: need.From.Add(n)})
		}
		w.readBooked(office, facts.Booked[first:])
	}
	return nil
}

// usualDay is for how many appointments a day there is room at first.
const usualDay = 32

// readBooked queues the look-up of who sits where on days, which follow one
// another.
func (w *work) readBooked(office *booking.Office, days []dialogs.Booked) {
	if len(days) == 0 {
		return
	}
	zone := office.Calendar.Zone
	today, end := 0, days[0].Day.At(booking.Midnight, zone)
	// All days share one array: weeks of them are read in most turns.
	all, first := make([]booking.Busy, 0, usualDay*len(days)), 0
	w.readOccupations(office, days[0].Day, days[len(days)-1].Day, func(o booking.Busy, ran bool) {
		if ran {
			return
		}
		for !o.Span.Start.Before(end) { // they come in order of time
			today++
			end, first = days[today].Day.At(booking.Midnight, zone), len(all)
		}
		all = append(all, o)
		days[today].Occupations = all[first:len(all):len(all)]
	})
}

// readUpcoming queues the look-up of somebody's appointments that are not
// over.
func (w *work) readUpcoming(all *[]booking.Appointment, person booking.PersonID) {
	w.readAll(all, `
		SELECT `+appointmentColumns+` FROM appointment
		WHERE holder = $1 AND state IN ('confirmed', 'checked in', 'called') AND ends > $2
		ORDER BY starts, id`, int64(person), w.now)
}
