package dialogs

import (
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

const (
	callAgainChoice = "recall"
	parkChoice      = "park"
	sendOnChoice    = "forward"
	takeUpPrefix    = "takeup:"
	noNoteChoice    = "nonote"
)

// attendingChoices is what can be done with somebody at a desk, besides finishing.
func (t *talk) attendingChoices(a booking.Appointment) []Choice {
	o := t.workOffice()
	again := locales.Say("staff.do.call_again")
	if times := o.Policy.Calls.Times; times > 1 {
		again = locales.Say("staff.do.call_again_of", "Calls", a.Visit.Calls, "Times", times)
	}
	choices := []Choice{
		{ID: callAgainChoice, Label: again},
		{ID: parkChoice, Label: locales.Say("staff.do.park")},
	}
	if len(o.Desks) > 1 {
		choices = append(choices, Choice{ID: sendOnChoice, Label: locales.Say("staff.do.send_on")})
	}
	return choices
}

// attendingGroups is what can be done with an appointment whose holder is at the
// office.
func (t *talk) attendingGroups(a booking.Appointment) []Group {
	switch {
	case a.State == booking.Called:
		return []Group{{Columns: 1, Choices: t.attendingChoices(a)}}
	case !a.Visit.Parked.IsZero():
		return t.parkedChoices([]Entry{{Appointment: a}})
	}
	return nil
}

// attend does with somebody at a desk what a clerk has chosen; false for any other
// choice.
func (t *talk) attend(a booking.Appointment, id string) bool {
	action, ok := map[string]understand.Action{
		callAgainChoice: understand.ToCallAgain, parkChoice: understand.ToPark, sendOnChoice: understand.ToSendOn,
	}[id]
	if ok {
		t.attendTo(understand.StaffCommand{Do: action}, a.ID)
	}
	return ok
}

// attendTo does with somebody at a desk what a command says.
func (t *talk) attendTo(e understand.StaffCommand, id booking.AppointmentID) {
	if !t.may(booking.Clerk) {
		return
	}
	switch e.Do {
	case understand.ToCallAgain:
		t.do(CallAgain{id})
	case understand.ToPark:
		t.do(Park{id})
	case understand.ToSendOn:
		t.Work.Forward = ForwardDraft{Appointment: id}
		if e.Desk != "" {
			t.do(SendOn{Appointment: id, Desk: e.Desk, Note: e.Words})
			return
		}
		t.Screen = staffSendOnScreen
	}
}

// attendServed is attendTo for the one who is at the clerk's desk, or looked at.
func (t *talk) attendServed(e understand.StaffCommand) {
	if t.Screen == staffAppointmentScreen {
		if t.stands(t.Chosen, booking.Called) {
			t.attendTo(e, t.Chosen)
		}
		return
	}
	if t.Screen == staffSendOnScreen && e.Do == understand.ToSendOn && e.Desk == "" {
		t.remark("staff.send_on_desk")
		return
	}
	a, ok := t.served()
	switch {
	case !ok:
		t.remark("staff.which")
	case t.may(booking.Clerk):
		t.Screen = staffQueueScreen
		t.attendTo(e, a.ID)
	}
}

// parkedChoices is who rests, as choices to take their visits up again.
func (t *talk) parkedChoices(parked []Entry) []Group {
	var choices []Choice
	for _, e := range parked {
		choices = append(choices, Choice{
			ID:    takeUpPrefix + strconv.FormatInt(int64(e.ID), 10),
			Label: locales.Say("staff.do.take_up", "Number", callName(e.Appointment), "Name", visitorLine(e.Appointment)),
		})
	}
	if len(choices) == 0 {
		return nil
	}
	return []Group{{Title: locales.Say("staff.parked_title"), Columns: 1, Choices: choices}}
}

// resumeVisit goes on with a visit that rests, at the clerk's desk.
func (t *talk) resumeVisit(id string) bool {
	n, ok := numbered(id, takeUpPrefix)
	switch {
	case !ok:
		return false
	case !t.may(booking.Clerk):
	case !hasDesk(t.workOffice(), t.Work.Desk):
		t.Screen = staffDeskScreen
	default:
		if a, serving := t.served(); serving {
			t.do(Finish{a.ID})
		}
		t.do(TakeUp{Appointment: booking.AppointmentID(n), Desk: t.Work.Desk})
	}
	return true
}

// takeUpParked goes on with the visit that somebody names by what is called out, or
// with the only one that rests.
func (t *talk) takeUpParked(named string) {
	if !t.may(booking.Clerk) {
		return
	}
	var all []Entry
	for _, e := range t.facts.entries(t.workOffice(), t.today()) {
		if e.State == booking.CheckedIn && !e.Visit.Parked.IsZero() && (named == "" || isCalledOut(e.Appointment, named)) {
			all = append(all, e)
		}
	}
	if len(all) != 1 || t.Screen != staffAppointmentScreen || all[0].ID != t.Chosen {
		t.Screen = staffQueueScreen
	}
	if len(all) != 1 {
		t.remark("staff.which_parked")
		return
	}
	t.resumeVisit(takeUpPrefix + strconv.FormatInt(int64(all[0].ID), 10))
}

// isCalledOut tells whether somebody is called by a number, however it is typed.
func isCalledOut(a booking.Appointment, typed string) bool {
	if number, ok := booking.ParseNumber(typed); ok {
		return a.Number == number
	}
	return strings.EqualFold(callName(a), typed)
}

// attended says what has become of somebody who is at the office.
func (t *talk) attended(d Result) {
	a := d.Appointment
	number, name := callName(a), visitorLine(a)
	switch d.Command.(type) {
	case CallAgain:
		t.remark("staff.called_again", "Number", number, "Name", name, "Desk", deskLine(t.workOffice(), a.Desk), "Calls", a.Visit.Calls)
	case Park:
		t.remark("staff.parked", "Number", number)
	case TakeUp:
		t.remark("staff.called", "Number", number, "Name", name, "Desk", deskLine(t.workOffice(), a.Desk))
		t.mayUnmark(calling, a)
	case SendOn:
		t.remark("staff.sent_on", "Number", number, "Desk", deskLine(t.workOffice(), a.Visit.For))
		t.Work.Forward, t.Screen = ForwardDraft{}, staffQueueScreen
	}
	if t.Screen != staffQueueScreen && t.Screen != staffDayScreen {
		t.open(a.ID)
	}
}
