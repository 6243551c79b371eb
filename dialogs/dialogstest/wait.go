package dialogstest

import (
	"maps"
	"slices"

	"terminbote/booking"
	"terminbote/dialogs"
)

// wait puts the person on the waiting list, or changes what they wait for.
func (r *records) wait(c dialogs.Wait) error {
	place := booking.Waiting{
		Person: r.person, Office: c.Office, Appointment: c.Appointment, Wishes: c.Wishes, Persons: c.Persons,
		Terms: c.Terms, Contact: c.Contact, Lang: c.Lang, Since: r.now,
	}
	if err := r.mayWait(c); err != nil {
		return err
	}
	r.count(booking.JoinedList, 0)
	if c.Appointment != 0 {
		place.Wishes, place.Persons, place.Contact = nil, 1, booking.Contact{}
	}
	if other, ok := r.placeOf(c); ok {
		place.ID, place.Since = other.ID, other.Since
	} else {
		place.ID = booking.WaitID(r.world.nextID())
	}
	r.world.places[place.ID] = place
	return nil
}

// placeOf is the place that c changes.
func (r *records) placeOf(c dialogs.Wait) (booking.Waiting, bool) {
	for _, other := range r.world.places {
		first := c.Appointment == 0 && other.Person == r.person && other.Office == c.Office && slices.Equal(other.Wishes, c.Wishes)
		if other.Appointment == c.Appointment && (c.Appointment != 0 || first) {
			return other, true
		}
	}
	return booking.Waiting{}, false
}

func (r *records) mayWait(c dialogs.Wait) error {
	office, ok := r.town().Office(c.Office)
	had, _ := r.placeOf(c)
	switch {
	case !ok:
		return booking.ErrUnknown
	case had.Person != r.person && len(r.places()) >= booking.MostPlaces:
		return booking.ErrLimit
	case c.Appointment == 0 && r.placesUnder(c.Contact.Mail) >= booking.MostPlaces:
		return booking.ErrMailLimit
	case !c.Terms.AreSome(), c.Terms.Until.Before(office.Today(r.now)):
		return booking.ErrTooSoon
	}
	if c.Appointment == 0 {
		if c.Contact.Name == "" || c.Contact.Mail == "" && office.Policy.MailRequired {
			return booking.ErrIncomplete
		}
		if _, err := office.Visit(c.Wishes, c.Persons); err != nil {
			return err
		}
		if err := r.admits(c.Office, c.Contact.Mail); err != nil {
			return err
		}
		if err := r.may(booking.JoinedList); err != nil {
			return err
		}
		return r.name(c.Office, c.Contact.Mail)
	}
	old, err := r.own(c.Appointment)
	switch {
	case err == nil && old.Office != c.Office:
		return booking.ErrUnknown
	case err == nil && !old.Upcoming(r.now):
		return booking.ErrOver
	case err == nil:
		return r.may(booking.JoinedList)
	}
	return err
}

// placesUnder is how many places others have under a mail address.
func (r *records) placesUnder(mail string) int {
	n := 0
	for _, place := range r.world.places {
		if mail != "" && place.Person != r.person && booking.MailKey(place.Contact.Mail) == booking.MailKey(mail) {
			n++
		}
	}
	return n
}

func (r *records) endWait(c dialogs.EndWait) error {
	if r.world.places[c.Wait].Person != r.person {
		return booking.ErrUnknown
	}
	delete(r.world.appointments, r.world.offers[c.Wait])
	delete(r.world.places, c.Wait)
	return nil
}

// places is the person's places on the waiting list, oldest first.
func (r *records) places() []dialogs.Waiting {
	var all []dialogs.Waiting
	for _, id := range slices.Sorted(maps.Keys(r.world.places)) {
		if place := r.world.places[id]; place.Person == r.person {
			all = append(all, dialogs.Waiting{Waiting: place, Offer: r.world.offer(id, r.now)})
		}
	}
	return all
}
