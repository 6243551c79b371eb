package dialogstest

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// giveTicket gives somebody without an appointment a place in the line.
func (r *records) giveTicket(c dialogs.GiveTicket) (booking.Appointment, booking.Outlook, error) {
	o, ok := r.town().Office(c.Office)
	if !ok {
		return booking.Appointment{}, booking.Outlook{}, booking.ErrUnknown
	}
	visit, err := o.VisitOn(o.Today(r.now), booking.Staff, c.Wishes, c.Persons)
	if err != nil {
		return booking.Appointment{}, booking.Outlook{}, err
	}
	today := r.world.line(o, r.now)
	a, err := o.NewTicket(visit, today, r.now)
	if err != nil {
		return booking.Appointment{}, booking.Outlook{}, err
	}
	a.ID = r.world.nextID()
	a.Claim, a.Number = a.ID, r.world.number(a.ID)
	r.world.appointments[a.ID] = a
	r.remember(a, dialogs.WasTicketed)
	outlook, _ := o.Outlook(a, append(today, a), r.now)
	return a, outlook, nil
}

// line is everybody of an office's day who has an appointment or a ticket.
func (w *world) line(o *booking.Office, now time.Time) []booking.Appointment {
	return w.those(func(a booking.Appointment) bool {
		return a.Office == o.ID && a.State != booking.Held && o.Today(a.Span.Start) == o.Today(now)
	})
}

// linkTicket puts a ticket into the chat of the person who talks, once.
func (r *records) linkTicket(c dialogs.LinkTicket) (booking.Appointment, error) {
	a, known := r.byNumber(c.Number)
	if !known {
		return a, booking.ErrUnknown
	}
	a, err := a.Link(r.person, r.now)
	if err == nil {
		a.Lang = c.Lang
		r.world.appointments[a.ID] = a
	}
	return a, err
}

// atTheOffice carries out a command about somebody who is at the office; false
// for any other command.
func (r *records) atTheOffice(command dialogs.Command, done *dialogs.Result) (known bool, err error) {
	switch c := command.(type) {
	case dialogs.Alarm:
		if o, ok := r.town().Office(c.Office); !ok || c.Desk != "" && !o.Has(c.Desk) {
			return true, booking.ErrUnknown
		}
		done.Heard = slices.Contains(r.memory.Reachable, c.Office)
		r.note(dialogs.AlarmRaised, map[string]any{"office": string(c.Office), "desk": string(c.Desk)})
	case dialogs.GiveTicket:
		done.Appointment, done.Outlook, err = r.giveTicket(c)
	case dialogs.CallAgain:
		done.Appointment, err = r.become(c.Appointment, dialogs.WasCalledAgain, func(_ *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return a.CallAgain(r.now)
		})
	case dialogs.Park:
		done.Appointment, err = r.become(c.Appointment, dialogs.WasParked, func(_ *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return a.Park(r.now)
		})
	case dialogs.TakeUp:
		done.Appointment, err = r.become(c.Appointment, dialogs.WasCalled, func(o *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			if !o.Has(c.Desk) {
				return a, booking.ErrUnknown
			}
			return a.TakeUp(c.Desk, r.now)
		})
	case dialogs.SendOn:
		done.Appointment, err = r.become(c.Appointment, dialogs.WasSentOn, func(o *booking.Office, a booking.Appointment) (booking.Appointment, error) {
			return o.SendOn(a, c.Desk, c.Note, r.now)
		})
	default:
		return false, nil
	}
	return true, err
}

func (r *records) become(
	id booking.AppointmentID, what string, change func(*booking.Office, booking.Appointment) (booking.Appointment, error),
) (booking.Appointment, error) {
	a, err := r.own(id)
	if err != nil {
		return a, err
	}
	o, _ := r.town().Office(a.Office)
	a, err = change(o, a)
	a, err = r.keep(a, err)
	if err == nil {
		r.remember(a, what)
	}
	return a, err
}
