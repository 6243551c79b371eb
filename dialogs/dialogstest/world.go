package dialogstest

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// world is all that is remembered.
type world struct {
	states       map[dialogs.Chat][]byte
	persons      map[dialogs.Chat]booking.PersonID
	appointments map[booking.AppointmentID]booking.Appointment
	requests     map[string]booking.AppointmentID    // holds by the key they were asked with
	codes        []code                              // in the order asked for
	deeds        []deed                              // in the order done
	newcomers    map[booking.AppointmentID]bool      // holds by people who are not known yet
	booked       map[booking.AppointmentID]time.Time // when
	lastPerson   booking.PersonID
	overrides    map[booking.OfficeID]booking.Overrides
	places       map[booking.WaitID]booking.Waiting
	offers       map[booking.WaitID]booking.AppointmentID // the holds made for them
	notices      map[booking.NoticeID]sent
	talks        []heldTalk             // with staff, in the order begun
	unseen       []dialogs.HandoverLine // to citizens
	lastLine     int64
	rated        map[booking.AppointmentID]bool
	lastID       booking.AppointmentID

	// What only staff see.
	roles   map[dialogs.Chat]dialogs.Colleague
	told    map[booking.AppointmentID]dialogs.DeliveryState
	history map[booking.AppointmentID][]dialogs.AuditEntry
	hits    map[booking.OverrideID]map[booking.AppointmentID]booking.Span // by each closure, and their time then
	audit   []dialogs.AuditEntry                                          // the latest first
}

func newWorld() world {
	return world{
		states:       map[dialogs.Chat][]byte{},
		persons:      map[dialogs.Chat]booking.PersonID{},
		appointments: map[booking.AppointmentID]booking.Appointment{},
		requests:     map[string]booking.AppointmentID{},
		newcomers:    map[booking.AppointmentID]bool{},
		booked:       map[booking.AppointmentID]time.Time{},
		overrides:    map[booking.OfficeID]booking.Overrides{},
		places:       map[booking.WaitID]booking.Waiting{},
		roles:        map[dialogs.Chat]dialogs.Colleague{},
		told:         map[booking.AppointmentID]dialogs.DeliveryState{},
		history:      map[booking.AppointmentID][]dialogs.AuditEntry{},
		hits:         map[booking.OverrideID]map[booking.AppointmentID]booking.Span{},
		offers:       map[booking.WaitID]booking.AppointmentID{},
		notices:      map[booking.NoticeID]sent{},
		rated:        map[booking.AppointmentID]bool{},
	}
}

func (w world) clone() world {
	w.states = maps.Clone(w.states)
	w.persons = maps.Clone(w.persons)
	w.appointments = maps.Clone(w.appointments)
	w.requests = maps.Clone(w.requests)
	w.codes = slices.Clone(w.codes)
	w.deeds = slices.Clone(w.deeds)
	w.talks = slices.Clone(w.talks)
	w.newcomers = maps.Clone(w.newcomers)
	w.booked = maps.Clone(w.booked)
	w.overrides = maps.Clone(w.overrides)
	w.places = maps.Clone(w.places)
	w.roles = maps.Clone(w.roles)
	w.told = maps.Clone(w.told)
	w.history = maps.Clone(w.history)
	w.hits = maps.Clone(w.hits)
	w.offers = maps.Clone(w.offers)
	w.notices = maps.Clone(w.notices)
	w.rated = maps.Clone(w.rated)
	return w
}

func (w *world) nextID() booking.AppointmentID {
	w.lastID++
	return w.lastID
}

// number is a new appointment's. They are the same in every run.
func (w *world) number(of booking.AppointmentID) booking.Number {
	n := uint64(of) * 0x9E3779B97F4A7C15
	var random [8]byte
	for i := range random {
		random[i] = byte(n >> (8 * i))
	}
	return booking.NewNumber(random)
}

func (w *world) personOf(chat dialogs.Chat) booking.PersonID {
	if _, known := w.persons[chat]; !known {
		w.lastPerson++
		w.persons[chat] = w.lastPerson
	}
	return w.persons[chat]
}

// sorted is every appointment by its time.
func (w *world) sorted() []booking.Appointment {
	return w.those(func(booking.Appointment) bool { return true })
}

// those is the appointments that wanted accepts, by their time.
func (w *world) those(wanted func(booking.Appointment) bool) []booking.Appointment {
	var all []booking.Appointment
	for _, a := range w.appointments {
		if wanted(a) {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b booking.Appointment) int {
		return cmp.Or(a.Span.Start.Compare(b.Span.Start), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// upcoming is what a person has ahead of them.
func (w *world) upcoming(person booking.PersonID, now time.Time) []booking.Appointment {
	return w.those(func(a booking.Appointment) bool { return a.Holder == person && a.Upcoming(now) })
}

// notOver is somebody's appointments that they can still come to, or have come
// to.
func (w *world) notOver(person booking.PersonID, now time.Time) []booking.Appointment {
	states := []booking.State{booking.Confirmed, booking.CheckedIn, booking.Called}
	return w.those(func(a booking.Appointment) bool {
		return a.Holder == person && slices.Contains(states, a.State) && (now.Before(a.Span.End) || a.IsTicket())
	})
}

// contact is name and address as a person gave them last.
func (w *world) contact(person booking.PersonID) (last booking.Contact) {
	var latest booking.AppointmentID
	for id, a := range w.appointments {
		if a.Holder == person && !a.IsTicket() && a.Number != "" && a.Contact.Name != "" && id > latest {
			latest, last = id, a.Contact
		}
	}
	return last
}

// underMail is how many appointments lie ahead under a mail address.
func (w *world) underMail(mail string, now time.Time) int {
	n := 0
	for _, a := range w.appointments {
		if mail != "" && a.Upcoming(now) && booking.MailKey(a.Contact.Mail) == booking.MailKey(mail) {
			n++
		}
	}
	return n
}

// occupied is what keeps the desks of an office busy on a day.
func (w *world) occupied(o *booking.Office, day booking.Date, now time.Time) []booking.Busy {
	var all []booking.Busy
	blocking := func(a booking.Appointment) bool {
		return a.Office == o.ID && o.Today(a.Span.Start) == day && !a.IsTicket() && a.Blocks(now)
	}
	for _, a := range w.those(blocking) {
		all = append(all, booking.Busy{
			ID: a.ID, Claim: a.Claim, Desk: a.Desk, Span: a.Span, Skills: a.Skills, Audience: a.Audience,
			Fixed: a.State == booking.Called, Unproven: a.State == booking.Held && w.newcomers[a.ID],
		})
	}
	return all
}
