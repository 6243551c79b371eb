package dialogs

import (
	"strconv"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// callSaid calls the next one, or the one who is named, to the desk that is said or to the clerk's own.
func (t *talk) callSaid(e understand.StaffCommand) {
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
	case !hasDesk(o, t.Work.Desk):
		t.Screen = staffDeskScreen
	case a.State == booking.Called && a.Desk == t.Work.Desk:
		t.do(CallAgain{id})
	case a.State == booking.Called:
		t.remark("staff.call_elsewhere", "Name", name, "Number", number, "Desk", deskLine(o, a.Desk))
	case a.State == booking.Confirmed || a.State == booking.Missed:
		t.remark("staff.call_not_here", "Name", name, "Number", number)
	case a.State == booking.CheckedIn && !a.Visit.Parked.IsZero():
		t.resumeVisit(takeUpPrefix + strconv.FormatInt(int64(id), 10))
	case a.State != booking.CheckedIn:
		t.remark("staff.refused.over")
	default:
		if _, err := o.Next(t.Work.Desk, []booking.Appointment{a}, t.facts.Now); err != nil {
			t.remark("staff.call_not_this_desk", "Name", name, "Number", number, "Desk", deskLine(o, t.Work.Desk))
			return
		}
		t.callToDesk("", id)
	}
}
