package dialogs

// codeGiven lets the clerk read a code out, with which the citizen takes the
// appointment into their chat. It is said once and kept nowhere here.
func (t *talk) codeGiven(d Result) {
	half := len(d.Code) / 2
	t.remark("staff.code", "Number", d.Appointment.Number.String(), "Code", d.Code[:half]+" "+d.Code[half:])
}
