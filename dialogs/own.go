package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// ownPrefix stands before what is wanted with one of the person's own
// appointments, said wherever the talk stands: "I have to cancel mine".
const ownPrefix = "own:"

// ownChoice is the choice that a word about an appointment of one's own stands
// for.
func ownChoice(c understand.Command) (string, bool) {
	own := map[understand.Command]string{
		understand.Move: moveChoice, understand.CallOff: cancelChoice, understand.Late: lateChoice,
	}
	choice, ok := own[c]
	return ownPrefix + choice, ok
}

// ofOwn tells whether typed words may be about an appointment of one's own,
// which has to be looked up then.
func (t *talk) ofOwn(text string) bool {
	c, _ := understand.ReadCommand(text, t.Lang)
	_, own := ownChoice(c)
	return own || c == understand.Here
}

// own does with the person's appointment what is wanted; where there are
// several it has to be said with which.
func (t *talk) own(choice string) bool {
	var fitting []booking.Appointment
	for _, a := range t.facts.Appointments {
		if t.appointmentView(a).offers(choice) {
			fitting = append(fitting, a)
		}
	}
	if len(fitting) == 1 {
		t.Chosen, t.Screen = fitting[0].ID, appointmentScreen
		return appointmentStep{}.choose(t, choice)
	}
	t.Screen = appointmentsScreen
	switch {
	case len(fitting) > 1:
		t.remark("appointments.which")
	case choice == lateChoice && len(t.facts.Appointments) > 0:
		t.late(t.facts.Appointments[0])
	}
	return true
}
