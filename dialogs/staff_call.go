package dialogs

import (
	"strconv"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// callSaid calls the next one, or the one who is named, to the desk that is said or to the clerk's own.
func (t *talk) callSaid(e understand.StaffCommand) {
	if m, waits := t.meant(); waits && m.Call != 0 && e.Words == "" && e.Desk != "" {
		t.callWaiting(e.Desk)
		return
	}
	if e.Words == "" {
		t.callTo(e.Desk)
		return
	}
	if !t.may(booking.Clerk) {
		return
	}
	if e.Desk != "" {
		t.Work.Desk = e.Desk
	}
	t.takeTold(understand.Told{Do: understand.ToCall, Name: e.Words})
}

// callOne calls somebody out of turn. Who is at the clerk's desk already is called once more.
func (t *talk) callOne(id booking.AppointmentID) {
	o := t.workOffice()
	a, ok := t.facts.lookedUp(id)
	name, number := visitorLine(a), callName(a)
	switch {
	case !ok:
		t.remark("staff.refused.over")
	case a.State == booking.Confirmed || a.State == booking.Missed:
		t.remark("staff.call_not_here", "Name", name, "Number", number)
	case a.State != booking.CheckedIn && a.State != booking.Called:
		t.remark("staff.refused.over")
	case !hasDesk(o, t.Work.Desk):
		t.askDeskFor(id)
	case a.State == booking.Called && a.Desk == t.Work.Desk:
		t.do(CallAgain{id})
	case a.State == booking.Called:
		t.remark("staff.call_elsewhere", "Name", name, "Number", number, "Desk", deskLine(o, a.Desk))
	case !a.Visit.Parked.IsZero():
		t.resumeVisit(takeUpPrefix + strconv.FormatInt(int64(id), 10))
	default:
		if _, err := o.Next(t.Work.Desk, []booking.Appointment{a}, t.facts.Now); err != nil {
			t.remark("staff.call_not_this_desk", "Name", name, "Number", number, "Desk", deskLine(o, t.Work.Desk))
			return
		}
		t.callToDesk("", id)
	}
}

// askDeskFor asks to which desk somebody is called, who waits for the answer.
func (t *talk) askDeskFor(id booking.AppointmentID) {
	t.Screen = staffDeskScreen
	t.keepMeant(understand.Told{Do: understand.ToCall})
	t.Work.Meant.Call = id
}

// callWaiting calls the one who waited for the desk to be known; nobody, if none did.
func (t *talk) callWaiting(desk booking.DeskID) {
	m, waits := t.meant()
	t.Work.Desk, t.Screen, t.Work.Meant = desk, staffQueueScreen, Meant{}
	if waits && m.Call != 0 {
		t.callOne(m.Call)
	}
}
