package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// tellsOfCaller takes what a clerk typed without a command, as they speak of who is on the
// phone: what somebody comes for, and when or who they are, begins a booking; a mere
// name is looked for.
func (t *talk) tellsOfCaller(said reading) bool {
	if t.Work.Task != noTask || !t.facts.allows(booking.Viewer) {
		return false
	}
	read := t.readBriefly(said.text)
	if len(values[understand.QuestionValue](read)) == 0 && t.facts.allows(booking.Clerk) && isWholeLine(read) {
		t.begins(said.text)
		return true
	}
	name, ok := said.nameTold(read)
	if !ok {
		return false
	}
	t.Work.Query, t.Work.Page, t.Screen = name, 0, staffFindScreen
	return true
}

// begins starts a booking with a clerk's line.
func (t *talk) begins(line string) {
	t.flow.travel(t, newChoice)
	t.takeLine(line)
}

// readBriefly reads a message as a clerk's line.
func (t *talk) readBriefly(text string) understand.Reading {
	before := t.brief
	t.brief = true
	defer func() { t.brief = before }()
	return t.understood(text, understand.ExpectWish, View{})
}

// isWholeLine tells whether a line says clearly what somebody comes for, and beside that when
// or who they are.
func isWholeLine(read understand.Reading) bool {
	concern := slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && !v.Negated && f.Sure >= understand.Doubt
	})
	about := len(values[understand.NameValue](read)) + len(values[understand.PhoneValue](read)) + len(values[understand.DaysValue](read)) + len(values[understand.HoursValue](read))
	return concern && about > 0
}
