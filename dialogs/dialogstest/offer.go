package dialogstest

import (
	"maps"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// sent is a notice that somebody got.
type sent struct {
	kind        booking.NoticeKind
	appointment booking.AppointmentID
	sequence    int
}

// Notify sends somebody a notice about an appointment, and names it.
func (m *Memory) Notify(kind booking.NoticeKind, a booking.Appointment) booking.NoticeID {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.world.tell(kind, a)
}

func (w *world) tell(kind booking.NoticeKind, a booking.Appointment) booking.NoticeID {
	id := booking.NoticeID(len(w.notices) + 1)
	w.notices[id] = sent{kind, a.ID, a.Sequence}
	return id
}

// notice is one that the person got, with its appointment as it is now.
func (r *records) notice(id booking.NoticeID) *dialogs.ReceivedNotice {
	n, known := r.world.notices[id]
	a, ok := r.world.appointments[n.appointment]
	if !known || !ok || a.Holder != r.person {
		return nil
	}
	return &dialogs.ReceivedNotice{Notice: booking.Notice{ID: id, Kind: n.kind, Sequence: n.sequence}, Appointment: a}
}

// Offer offers times to those who wait, as if everything had just been freed,
// and returns the notices that tell of it.
func (m *Memory) Offer(now time.Time) []booking.NoticeID {
	m.mu.Lock()
	defer m.mu.Unlock()
	var notices []booking.NoticeID
	r := &records{memory: m, world: m.world, now: now}
	for _, o := range r.town().Offices {
		booked := map[booking.Date][]booking.Busy{}
		for day := o.Today(now); !day.After(o.LastDay(now)); day = day.Add(1) {
			booked[day] = m.world.occupied(o, day, now)
		}
		freed := []booking.Span{{Start: now, End: o.LastDay(now).At(booking.Midnight, o.Calendar.Zone)}}
		for _, offer := range o.Offers(booked, freed, m.world.waiters(o.ID, now), now) {
			hold := r.offerHold(o, m.world.places[offer.Wait], offer)
			notices = append(notices, m.world.tell(booking.OfferNotice, hold))
		}
	}
	return notices
}

// waiters is those who wait at an office and are offered nothing.
func (w *world) waiters(office booking.OfficeID, now time.Time) []booking.Waiter {
	var all []booking.Waiter
	for _, id := range slices.Sorted(maps.Keys(w.places)) {
		place := w.places[id]
		if place.Office != office || w.offer(id, now) != nil {
			continue
		}
		all = append(all, booking.Waiter{
			Waiting: place, Old: w.appointments[place.Appointment], Reach: booking.ByChat,
			Ahead: len(w.upcoming(place.Person, now)), UnderMail: w.underMail(place.Contact.Mail, now),
			Unproven: w.unproven(place, now),
		})
	}
	return all
}

// offer is the time that is held for a place on the list; nil: none is.
func (w *world) offer(place booking.WaitID, now time.Time) *booking.Appointment {
	hold, ok := w.appointments[w.offers[place]]
	if !ok || hold.State != booking.Held || hold.HoldExpired(now) {
		return nil
	}
	return &hold
}

// offerHold enters the hold of an offer.
func (r *records) offerHold(o *booking.Office, place booking.Waiting, offer booking.Offer) booking.Appointment {
	a := r.world.appointments[place.Appointment]
	if place.Appointment == 0 {
		visit, _ := o.VisitOn(o.Today(offer.Span.Start), booking.Public, place.Wishes, place.Persons) // it was found for this visit
		a = booking.Appointment{
			Office: o.ID, Items: visit.Items(), Persons: visit.Persons, Skills: visit.Skills(),
			Holder: place.Person, Contact: place.Contact, Lang: place.Lang,
		}
	}
	a.ID, a.Number, a.Sequence = r.world.nextID(), "", 0
	if place.Appointment == 0 {
		a.Claim = a.ID
	}
	a.Span, a.Desk, a.Audience = offer.Span, offer.Desk, booking.Public
	a.State, a.HeldUntil, a.Updated = booking.Held, offer.Until, r.now
	for _, swap := range offer.Swaps {
		moved := r.world.appointments[swap.Appointment]
		moved.Desk = swap.Desk
		r.world.appointments[moved.ID] = moved
	}
	r.world.appointments[a.ID] = a
	r.world.offers[place.ID] = a.ID
	if r.world.unproven(place, r.now) {
		r.world.newcomers[a.ID] = true
	}
	return a
}

// accept takes the time that is offered under a hold.
func (r *records) accept(c dialogs.Accept) (booking.Appointment, error) {
	place, hold, err := r.offered(c.Hold)
	if err != nil {
		return hold, err
	}
	if place.Appointment == 0 {
		if err := r.admits(hold.Office, hold.Contact.Mail); err != nil {
			return hold, err
		}
		delete(r.world.places, place.ID)
		return r.keep(hold.Confirm(r.world.number(hold.ID), hold.Contact, r.now))
	}
	old, err := r.own(place.Appointment)
	if err != nil || !hold.Span.Start.Before(old.Span.Start) || !hold.IsFor(old.Wishes(), old.Persons) {
		return old, booking.ErrOver
	}
	delete(r.world.places, place.ID)
	delete(r.world.appointments, hold.ID)
	return r.keep(old.MoveTo(hold, r.now))
}

// decline passes it on.
func (r *records) decline(c dialogs.Decline) error {
	_, hold, err := r.offered(c.Hold)
	delete(r.world.appointments, hold.ID)
	return err
}

// offered is an open offer of the person's. It returns ErrExpired where there
// is none.
func (r *records) offered(id booking.AppointmentID) (booking.Waiting, booking.Appointment, error) {
	for wait, place := range r.world.places {
		hold := r.world.offer(wait, r.now)
		if hold != nil && hold.ID == id && place.Person == r.person {
			return place, *hold, nil
		}
	}
	return booking.Waiting{}, booking.Appointment{}, booking.ErrExpired
}

// affirm records that the person comes.
func (r *records) affirm(c dialogs.Affirm) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	if err != nil {
		return a, err
	}
	return r.keep(a.Affirm(r.now))
}
