package dialogstest

import (
	"maps"

	"terminbote/booking"
	"terminbote/dialogs"
)

// erasedName stands where somebody's name was.
const erasedName = "-"

// erase forgets the person who talks: appointments ahead are cancelled, all of
// them lose name and address, and the person's chats end.
func (r *records) erase() error {
	r.erasing = true
	for _, a := range r.world.upcoming(r.person, r.now) {
		if _, err := r.cancel(dialogs.Cancel{Appointment: a.ID}); err != nil {
			return err
		}
	}
	for id, a := range r.world.appointments {
		switch {
		case a.Holder != r.person:
		case a.State == booking.Held:
			delete(r.world.appointments, id)
		default:
			a.Holder, a.Contact, a.Lang = 0, booking.Contact{Name: erasedName}, ""
			r.world.appointments[id] = a
		}
	}
	maps.DeleteFunc(r.world.places, func(_ booking.WaitID, w booking.Waiting) bool { return w.Person == r.person })
	for chat, person := range r.world.persons {
		if person == r.person {
			delete(r.world.persons, chat)
			delete(r.world.states, chat)
		}
	}
	_ = r.takeBack()
	r.erased = true
	return nil
}
