package dialogs

import "terminbote/booking"

// staffMoveStep asks as a citizen is asked whether an appointment shall move,
// and remembers where it was.
type staffMoveStep struct{ moveStep }

func (s staffMoveStep) choose(t *talk, id string) bool {
	switch id {
	case yesChoice:
		t.noteTime()
	case noChoice:
		t.flow.stop(t)
		return true
	}
	return s.moveStep.choose(t, id)
}

// moveFor looks for another time for an appointment.
func (t *talk) moveFor(id booking.AppointmentID) {
	a, ok := t.appointment(id)
	if !ok || !a.Upcoming(t.facts.Now) {
		t.remark("staff.refused.over")
		return
	}
	if t.busy() {
		return
	}
	t.undertake(bookingTask)
	t.Draft.Moving, t.Draft.Office, t.Chosen = a.ID, a.Office, a.ID
}

// noteTime remembers where an appointment is before it is moved.
func (t *talk) noteTime() {
	if a, ok := t.appointment(t.Draft.Moving); ok {
		t.Work.Undo = Undo{What: moving, Appointment: a.ID, Number: a.Number, Office: a.Office, Start: a.Span.Start}
	}
}
