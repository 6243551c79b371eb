package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// sayOver says that the appointment which the talk is about has begun, or is no more,
// and leaves what was asked about it. A change of what it is for goes on as a booking.
func (t *talk) sayOver() bool {
	if t.flow.audience() != booking.Public || t.away() < shortAbsence {
		return false
	}
	id, moving := t.Chosen, t.Screen == noScreen && t.Draft.Moving != 0
	if moving {
		id = t.Draft.Moving
	}
	a, known := t.appointment(id)
	shown := slices.Contains([]Screen{bookedScreen, appointmentScreen, cancelScreen, lateScreen}, t.Screen)
	switch {
	case !moving && !shown, known && a.Upcoming(t.facts.Now), known && shown && t.Screen != cancelScreen:
		return false
	case known:
		t.meanwhile = append(t.meanwhile, locales.Say("left.begun", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a), "Phone", t.phone()))
	default:
		t.meanwhile = append(t.meanwhile, locales.Say("left.gone"))
	}
	t.leaveOver(moving, known, id)
	return true
}

// leaveOver leaves what was asked about an appointment: for the appointment where there is
// something to see of it.
func (t *talk) leaveOver(moving, known bool, id booking.AppointmentID) {
	t.Screen, t.over = noScreen, passed{}
	if moving {
		t.release()
		changed := t.Draft
		t.Draft = Draft{}
		if changed.Changes {
			t.Draft = Draft{Wishes: changed.Wishes, Picked: changed.Picked, Persons: changed.Persons, Agreed: changed.Agreed, Office: changed.Office}
			return
		}
	}
	if known {
		t.Chosen, t.Screen = id, appointmentScreen
	}
}
