package dialogs

// staffMissStep asks once more before somebody is recorded as not having come.
type staffMissStep struct{}

func (staffMissStep) name() string { return "miss" }

func (staffMissStep) need(t *talk) Need { return Need{Staff: StaffNeed{Appointment: t.Chosen}} }

func (staffMissStep) show(t *talk) View {
	return t.really("staff.miss_ask", "staff.miss_ticket", "staff.miss_yes", "staff.miss_no")
}

func (staffMissStep) choose(t *talk, id string) bool { return t.decide(id, Miss{t.Chosen}) }

func (staffMissStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// appointmentMissed shows the appointment as it is now, with the way to take it back.
func (t *talk) appointmentMissed(d Result) {
	a := d.Appointment
	t.Chosen, t.Screen = a.ID, staffAppointmentScreen
	t.keepUndo(Undo{What: missing, Appointment: a.ID, Number: a.Number})
	t.remark("staff.was_missed", "Number", a.Number.String())
}
