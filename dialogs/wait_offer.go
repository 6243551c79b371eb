package dialogs

import (
	"errors"

	"terminbote/booking"
)

// answerOffer takes or leaves the time that a hold offers.
func (t *talk) answerOffer(hold booking.AppointmentID, id string) bool {
	switch id {
	case acceptChoice:
		t.do(Accept{hold})
	case declineChoice:
		t.do(Decline{hold})
	default:
		return false
	}
	return true
}

// accepted shows the appointment at its new time.
func (t *talk) accepted(d Result) {
	switch {
	case d.Refused == nil:
		t.Screen, t.Chosen = appointmentScreen, d.Appointment.ID
		t.remark("offer.accepted", "Day", t.facts.dayOf(d.Appointment), "Time", t.facts.timeOf(d.Appointment))
	case errors.Is(d.Refused, booking.ErrLimit):
		t.remark("refused.limit", "Phone", t.phone())
		t.Screen = appointmentsScreen
	default:
		t.remark("offer.over")
	}
}

func (t *talk) declined(d Result) {
	if d.Refused != nil {
		t.remark("offer.over")
		return
	}
	t.remark("offer.declined")
}
