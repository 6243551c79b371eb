package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// between is the concerns that it is asked between: a few that were meant, or those of a category
// that is seen and has no more than a few, where none is chosen yet.
func (t *talk) between() []booking.ConcernID {
	s, lists := t.step().(interface {
		among(t *talk) []booking.ConcernID
	})
	if !lists || t.Screen != noScreen || len(t.Draft.Wishes) > 0 || t.Draft.Query != "" || len(t.Draft.Between) > 0 {
		return t.Draft.Between
	}
	if all := s.among(t); len(all) <= aFew {
		return all
	}
	return nil
}

const aFew = 3 // concerns that one asks between

// ownSeen is what of the person's own is seen.
func (t *talk) ownSeen() understand.Seen {
	switch t.Screen {
	case bookedScreen, appointmentScreen, cancelScreen:
		return understand.SeenAppointment
	case appointmentsScreen:
		if len(t.facts.Appointments) > 0 {
			return understand.SeenAppointment
		}
	case waitingScreen, placeScreen:
		return understand.SeenPlace
	}
	return understand.SeenNothing
}

// mayCorrect tells whether what was answered or booked is seen without being asked
// for, so that it may be called wrong there too.
func (t *talk) mayCorrect() bool {
	return t.ownSeen() == understand.SeenAppointment || t.Screen == resumeScreen && t.Draft.Begun()
}

// mayChange tells whether something is booked that may be changed, or may get another one
// beside it.
func (t *talk) mayChange() bool {
	return t.ownSeen() == understand.SeenAppointment || t.Draft.Moving != 0 && !t.Draft.Wait.On || t.Draft.After != 0
}

// chosen is what is chosen so far, or booked and seen, which a message may correct.
func (t *talk) chosen() []booking.Wish {
	switch {
	case t.brief || t.flow.audience() != booking.Public:
		return nil
	case t.Screen == bookedScreen, t.Screen == appointmentScreen:
		a, _ := t.appointment(t.Chosen)
		return a.Wishes()
	case t.Screen != noScreen, len(t.Draft.Between) > 0, t.Draft.Moving != 0 && !t.Draft.Changes:
		return nil
	}
	return t.Draft.Wishes
}

// dropped is what was left out of what was chosen, where that may be wanted again.
func (t *talk) dropped() []booking.Wish {
	if t.Screen != noScreen || t.Draft.Moving != 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Draft.Dropped), func(w booking.Wish) bool {
		return slices.ContainsFunc(t.Draft.Wishes, func(o booking.Wish) bool { return o.Concern == w.Concern })
	})
}
