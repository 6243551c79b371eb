package dialogs

// codeGiven lets the clerk read a code out, with which the citizen takes the
// appointment into their chat. It is said once and kept nowhere here.
func (t *talk) codeGiven(d Result) {
	half := len(d.Code) / 2
	a := d.Appointment
	t.remark("staff.code", "Number", a.Number.String(), "Name", plain(a.Contact.Name), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a), "Code", d.Code[:half]+" "+d.Code[half:])
}
