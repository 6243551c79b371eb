package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// runOn carries out a command about the appointment that it names.
func (t *talk) runOn(e understand.StaffCommand) {
	for _, found := range t.facts.Staff.Found {
		if found.Number == e.Number {
			t.runFor(e.Do, found.ID)
			t.wantFor(found.ID, e.Words)
			return
		}
	}
	t.remark("staff.no_such", "Number", e.Number.String())
}

// wantFor takes the day and the times behind the command that moves an appointment.
func (t *talk) wantFor(id booking.AppointmentID, words string) {
	if words == "" || t.Draft.Moving != id || t.Screen != noScreen {
		return
	}
	x := &taking{talk: t, said: t.understood(words, understand.ExpectWhen, View{})}
	days, hours := x.saidWhen()
	shifts := values[understand.ShiftValue](x.said)
	if o, ok := t.office(); ok && len(shifts) > 0 && days == nil && hours == nil {
		x.shift(o, shifts[0])
		return
	}
	switch {
	case days == nil && hours == nil && len(x.said.Either) == 0:
		t.remark("taken.rest", "Words", plain(shorten(words)))
	case days != nil && days.Fault != "":
		x.remarkFault(*days)
		return
	case len(x.saidEither(days, hours)) > 0:
		t.say(anyOf(x.said.Either))
		return
	case days != nil:
		t.Draft.Days = *days
	}
	if hours != nil {
		t.Draft.Hours = *hours
	}
	if a, ok := t.facts.lookedUp(id); ok && days == nil && hours != nil {
		t.Draft.Days = singleDay(t.facts.date(a)) // "erst um 12": on the same day
	}
}

// runOnTicket carries out a command about a ticket of today, as it is called.
func (t *talk) runOnTicket(e understand.StaffCommand) {
	for _, entry := range t.facts.entries(t.workOffice(), t.today()) {
		if entry.Ticket == e.Ticket {
			t.runFor(e.Do, entry.ID)
			return
		}
	}
	t.remark("staff.no_ticket", "Ticket", booking.TicketName(e.Ticket))
}

// runOnShown carries out a command about the appointment that is looked at, or
// about the one at the clerk's desk.
func (t *talk) runOnShown(action understand.Action) {
	switch t.Screen {
	case staffAppointmentScreen, staffCancelScreen, staffMissScreen, staffReceiptScreen:
		t.runFor(action, t.Chosen)
		return
	}
	a, ok := t.served()
	if !ok || t.Screen != staffQueueScreen && !isAboutServed(action) {
		t.remark("staff.which")
		return
	}
	if t.may(booking.Clerk) {
		t.Screen = staffQueueScreen
		t.runFor(action, a.ID)
	}
}

// isAboutServed tells whether a command without a number means the person at the
// clerk's desk, or one who was there, whatever the clerk looks at.
func isAboutServed(action understand.Action) bool {
	switch action {
	case understand.ToFinish, understand.ToMiss, understand.ToTakeUp, understand.ToCallAgain, understand.ToPark, understand.ToSendOn:
		return true
	}
	return false
}

// runFor does with one appointment what a clerk wants.
func (t *talk) runFor(action understand.Action, id booking.AppointmentID) {
	if action != understand.ToShow && !t.may(booking.Clerk) {
		return
	}
	switch action {
	case understand.ToShow:
		t.open(id)
	case understand.ToCancel:
		t.open(id)
		if t.stands(id, booking.Confirmed, booking.CheckedIn) {
			t.Screen = staffCancelScreen
		}
	case understand.ToMove:
		t.moveFor(id)
	case understand.ToConnect:
		t.do(GiveCode{id})
	case understand.ToArrive:
		t.do(Arrive{id})
	case understand.ToFinish:
		t.finish(id)
	case understand.ToUndo:
		t.unmark(id)
	case understand.ToCall:
		t.callOne(id)
	case understand.ToMiss:
		t.open(id)
		switch a, ok := t.facts.lookedUp(id); {
		case ok && a.State == booking.Confirmed && t.facts.Now.Before(a.Span.Start):
			t.remark("staff.refused.too_soon")
		case t.stands(id, booking.Confirmed, booking.CheckedIn, booking.Called):
			t.Screen = staffMissScreen
		}
	default:
		t.remark("staff.unknown")
	}
}

// finish ends a visit that has begun; of one that has not, it says what comes first.
func (t *talk) finish(id booking.AppointmentID) {
	a, ok := t.facts.lookedUp(id)
	if ok && (a.State == booking.Confirmed || a.State == booking.CheckedIn) && !a.State.MayBecome(booking.Finished) {
		t.remark("staff.refused.not_called", "Number", callName(a))
		return
	}
	t.do(Finish{id})
}

// stands tells whether an appointment is in one of those states; otherwise it
// says that it is over, before anybody is asked what cannot be done.
func (t *talk) stands(id booking.AppointmentID, states ...booking.State) bool {
	a, ok := t.facts.lookedUp(id)
	if ok && !slices.Contains(states, a.State) {
		t.remark("staff.refused.over")
		return false
	}
	return true
}

// open shows an appointment, and remembers where it was found.
func (t *talk) open(id booking.AppointmentID) {
	switch t.Screen {
	case staffDayScreen, staffFindScreen, staffQueueScreen, staffClosureScreen:
		t.Work.Below = t.Screen
	case noScreen:
		t.Work.Below = noScreen
	}
	t.Chosen, t.Screen = id, staffAppointmentScreen
}
