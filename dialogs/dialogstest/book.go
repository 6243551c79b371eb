package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// hold sets a time aside.
func (r *records) hold(h dialogs.Hold) (booking.Appointment, error) {
	if known, ok := r.world.appointments[r.world.requests[r.key(h.Key)]]; ok && h.Key != "" && !known.HoldExpired(r.now) {
		return known, nil
	}
	a, err := r.draft(h.Order)
	if err != nil {
		return booking.Appointment{}, err
	}
	if h.Moving == 0 {
		err = r.admits(a.Office, "")
	}
	if err == nil {
		err = r.mayHold(a.Office)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	proved, newcomer := false, h.Moving == 0 && r.newcomer()
	if newcomer {
		o, _ := r.town().Office(a.Office)
		a.HeldUntil, proved, err = r.admitNewcomer(o, a, h.Former)
		if err != nil {
			return booking.Appointment{}, err
		}
	}
	former := r.world.appointments[h.Former]
	if former.State != booking.Held || former.Holder != r.person {
		former = booking.Appointment{}
	}
	a.ID = r.world.nextID()
	if h.Moving == 0 {
		a.Claim = a.ID
	}
	if err := r.seat(&a, former.ID); err != nil {
		return booking.Appointment{}, err
	}
	if h.Key != "" {
		r.world.requests[r.key(h.Key)] = a.ID
	}
	r.count(booking.HeldTime, 0)
	if newcomer && !proved {
		r.world.newcomers[a.ID] = true
	}
	return a, nil
}

// key tells the requests of different people apart.
func (r *records) key(request string) string {
	return fmt.Sprintf("%v %s %s", r.person, r.clerk.Name, request)
}

// draft is a hold that has no desk and no ID yet.
func (r *records) draft(o dialogs.Order) (booking.Appointment, error) {
	office, ok := r.town().Office(o.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	a := booking.Appointment{
		Office: o.Office, State: booking.Held, HeldUntil: r.now.Add(office.Policy.Hold),
		Audience: r.audience(), Holder: r.person, Updated: r.now,
	}
	if o.Moving != 0 {
		return r.draftMove(a, o)
	}
	return r.draftVisit(a, o)
}

// draftVisit makes a hold one for what is wished.
func (r *records) draftVisit(a booking.Appointment, o dialogs.Order) (booking.Appointment, error) {
	office, _ := r.town().Office(o.Office)
	visit, err := office.VisitOn(office.Today(o.Start), r.audience(), o.Wishes, o.Persons)
	if err != nil {
		return booking.Appointment{}, err
	}
	a.Span = booking.Span{Start: o.Start, End: o.Start.Add(visit.Length())}
	a.Items, a.Persons, a.Skills = visit.Promised(office.Today(o.Start)), visit.Persons, visit.Skills()
	return a, nil
}

// admits holds the limits of a person and of a mail address.
func (r *records) admits(office booking.OfficeID, mail string) error {
	if r.serving() {
		return nil // the person they book for has no chat yet
	}
	o, _ := r.town().Office(office)
	return o.Policy.Admits(len(r.world.upcoming(r.person, r.now)), r.world.underMail(mail, r.now))
}

// seat finds a desk for a and enters it. The hold named former gives way.
func (r *records) seat(a *booking.Appointment, former booking.AppointmentID) error {
	o, ok := r.town().Office(a.Office)
	if !ok {
		return booking.ErrUnknown
	}
	var others []booking.Busy
	day := o.Today(a.Span.Start)
	for _, other := range r.world.occupied(o, day, r.now) {
		if other.ID != former && other.ID != a.ID {
			others = append(others, other)
		}
	}
	request := booking.Request{Length: a.Span.Length(), Skills: a.Skills, Audience: a.Audience}
	if a.Claim != a.ID {
		request.Claim = a.Claim
	}
	placement, err := o.Day(day, others).Place(request, a.Span.Start, r.now)
	if err != nil {
		return err
	}
	delete(r.world.appointments, former)
	for _, swap := range placement.Swaps {
		moved := r.world.appointments[swap.Appointment]
		moved.Desk = swap.Desk
		r.world.appointments[moved.ID] = moved
	}
	a.Desk = placement.Desk
	r.world.appointments[a.ID] = *a
	return nil
}

// own is one of the person's appointments. A hold is none yet.
func (r *records) own(id booking.AppointmentID) (booking.Appointment, error) {
	a, ok := r.world.appointments[id]
	if !ok || a.State == booking.Held || a.Holder != r.person && !r.serving() {
		return booking.Appointment{}, booking.ErrUnknown
	}
	return a, nil
}

func (r *records) release(c dialogs.Release) error {
	a, ok := r.world.appointments[c.Hold]
	switch {
	case !ok:
		return nil
	case a.Holder != r.person:
		return booking.ErrUnknown
	case a.State != booking.Held:
		return booking.ErrOver
	}
	delete(r.world.appointments, c.Hold)
	return nil
}

// book confirms a hold, or its time again if it ran out.
func (r *records) book(b dialogs.Book) (booking.Appointment, error) {
	o, ok := r.town().Office(b.Office)
	if !ok {
		return booking.Appointment{}, booking.ErrUnknown
	}
	if b.Contact.Name == "" || b.Contact.Mail == "" && o.Policy.MailRequired && !r.serving() {
		return booking.Appointment{}, booking.ErrIncomplete
	}
	hold, stands := r.world.appointments[b.Hold]
	switch {
	case b.Hold == 0:
		return booking.Appointment{}, booking.ErrExpired
	case stands && hold.Holder != r.person, hold.Moves():
		return booking.Appointment{}, booking.ErrUnknown
	case hold.State == booking.Confirmed:
		return hold, nil
	case stands && hold.State != booking.Held:
		return booking.Appointment{}, booking.ErrOver
	}
	err := r.admits(b.Office, b.Contact.Mail)
	if err == nil {
		err = r.may(booking.BookedTime)
	}
	if err == nil {
		err = r.name(b.Office, b.Contact.Mail)
	}
	if err != nil {
		return booking.Appointment{}, err
	}
	hold, err = r.standing(hold, b.Order, b.Hold, b.Hold)
	if err != nil {
		return booking.Appointment{}, err
	}
	booked, err := hold.Confirm(r.world.number(hold.ID), b.Contact, r.now)
	booked.Lang = b.Lang
	if err == nil {
		r.remember(booked, dialogs.WasBooked)
		r.count(booking.BookedTime, 0)
		r.world.booked[booked.ID] = r.now
	}
	return r.keep(booked, err)
}

func (r *records) cancel(c dialogs.Cancel) (booking.Appointment, error) {
	a, err := r.own(c.Appointment)
	if err != nil || a.State == booking.Cancelled { // it is done already
		return a, err
	}
	a, err = a.Cancel(r.now)
	if err == nil && !r.erasing {
		err = r.may(booking.CancelledTime)
	}
	if err != nil {
		return a, err
	}
	r.count(booking.CancelledTime, 0)
	r.remember(a, dialogs.WasCancelled)
	for id, hold := range r.world.appointments { // the times held for moving it
		if hold.Moves() && hold.Claim == a.Claim {
			delete(r.world.appointments, id)
		}
	}
	return r.keep(a, nil)
}

func (r *records) keep(a booking.Appointment, err error) (booking.Appointment, error) {
	if err == nil {
		r.world.appointments[a.ID] = a
	}
	return a, err
}

// Elsewhere is an appointment at a time that somebody else has, for [Memory.Put]:
// one that keeps a desk busy and belongs to no chat.
func Elsewhere(office booking.OfficeID, desk booking.DeskID, start time.Time, length time.Duration) booking.Appointment {
	return booking.Appointment{
		Office: office, Desk: desk, Span: booking.Span{Start: start, End: start.Add(length)},
		State: booking.Confirmed, Persons: 1, Audience: booking.Staff,
	}
}

// Fill leaves nothing free at an office on a day.
func (m *Memory) Fill(o *booking.Office, day booking.Date) {
	midnight := day.At(0, o.Calendar.Zone)
	for _, desk := range o.Desks {
		m.Put(Elsewhere(o.ID, desk.ID, midnight, day.Add(1).At(0, o.Calendar.Zone).Sub(midnight)))
	}
}

// Crowd books a citizen's time for somebody else, if it is free.
func (m *Memory) Crowd(o *booking.Office, start, now time.Time) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := records{memory: m, world: m.world.clone(), now: now}
	a := Elsewhere(o.ID, "", start, 15*time.Minute)
	a.ID = r.world.nextID()
	a.Claim = a.ID
	if r.seat(&a, 0) == nil {
		m.world = r.world
	}
}
