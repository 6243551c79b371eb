package dialogs

import (
	"errors"

	"terminbote/booking"
	"terminbote/locales"
)

// result takes what came of a clerk's command.
func (f staffFlow) result(t *talk, d Result) {
	if d.Refused != nil {
		f.refuse(t, d)
		return
	}
	t.didMore(d.Command)
	switch c := d.Command.(type) {
	case Hold:
		t.held(c, d)
	case Book, Move:
		t.entered(d)
		t.sayOpenLine()
	case Cancel:
		t.appointmentCancelled(d)
	case Miss:
		t.appointmentMissed(d)
	case Restore, Arrive, Finish, Uncall, Unmark, Next:
		t.seen(d)
	case GiveTicket:
		t.ticketGiven(d)
	case CallAgain, Park, TakeUp, SendOn:
		t.attended(d)
	case Alarm:
		t.alarmRaised(d)
	case Close:
		t.dayClosed(c, d)
	case Reopen:
		t.reopened()
	case Open:
		t.opened(c)
	case Withdraw:
		t.withdrawn()
	case GiveCode:
		t.codeGiven(d)
	case Ready:
		t.readied(d)
	case SetRole:
		t.colleagueAppointed(c)
	case ChangeMinutes:
		t.minutesChanged(c, d)
	case RestoreMinutes:
		t.minutesRestored()
	}
}

// refuseStaff says why something was not done, and leads to where it can be
// done otherwise. Nothing that was typed is lost.
func (staffFlow) refuse(t *talk, d Result) {
	err := d.Refused
	t.stillLast()
	_, tickets := d.Command.(GiveTicket)
	switch {
	case errors.Is(err, booking.ErrNotAllowed):
		t.remark("staff.refused.not_allowed")
	case tickets:
		t.ticketRefused(err)
	case errors.Is(err, booking.ErrTooSoon) && t.calledJustNow(d.Command):
		t.remark("staff.refused.call_again", "Times", t.workOffice().Policy.Calls.Times, "Walk", locales.Minutes(t.workOffice().Policy.Calls.Walk.Minutes()))
		t.giveUpOn(d.Command)
	case errors.Is(err, booking.ErrNobody):
		t.remark("staff.nobody_waits", "Desk", deskLine(t.workOffice(), t.Work.Desk))
	case errors.Is(err, booking.ErrTaken) && !holds(d.Command):
		t.refuseTaken(d.Command)
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrExpired):
		t.remark("staff.refused.taken")
		t.giveUpTime(d.Command, false)
	case errors.Is(err, booking.ErrTooSoon) && !holds(d.Command):
		t.remark("staff.refused.too_soon")
		t.giveUpOn(d.Command)
	case errors.Is(err, booking.ErrClosed), errors.Is(err, booking.ErrTooSoon), errors.Is(err, booking.ErrTooFar):
		t.remark("staff.refused.closed")
		t.giveUpTime(d.Command, true)
	case errors.Is(err, booking.ErrTooLong), errors.Is(err, booking.ErrTooMany),
		errors.Is(err, booking.ErrApart), errors.Is(err, booking.ErrPhoneOnly):
		t.remark("staff.refused.visit", "Longest", t.facts.longest())
		t.rethink()
	case errors.Is(err, booking.ErrLimit), errors.Is(err, booking.ErrTooOften):
		t.remark("staff.refused.limit")
	case errors.Is(err, booking.ErrOver) && marks(d.Command):
		t.remark("staff.refused.unmark_late", "Within", locales.Minutes(booking.UndoWithin.Minutes()))
		t.giveUpOn(d.Command)
	case errors.Is(err, booking.ErrUnknown), errors.Is(err, booking.ErrOver):
		t.remark("staff.refused.over")
		t.giveUpOn(d.Command)
	case errors.Is(err, booking.ErrIncomplete):
		t.remark("staff.refused.incomplete")
		t.Draft.Name = ""
	default:
		t.remark("staff.refused.changed")
	}
}

// calledJustNow tells whether a command is to record as missed somebody who was
// called and may still be on the way.
func (t *talk) calledJustNow(c Command) bool {
	miss, ok := c.(Miss)
	if !ok {
		return false
	}
	a, found := t.facts.lookedUp(miss.Appointment)
	return found && a.State == booking.Called
}

// refuseTaken says that something cannot be taken back, as others have booked
// meanwhile.
func (t *talk) refuseTaken(c Command) {
	if marks(c) {
		t.remark("staff.refused.desk_taken")
		return
	}
	if _, hours := c.(Withdraw); hours {
		t.remark("staff.refused.hours_booked")
		t.Screen = staffDayScreen
		return
	}
	t.remark("staff.refused.not_restored")
	t.giveUpOn(c)
}

// marks tells whether a command takes back what was recorded of somebody at the office.
func marks(c Command) bool {
	_, ok := c.(Unmark)
	return ok
}

// holds tells whether a command is about a time to be chosen.
func holds(c Command) bool {
	switch c.(type) {
	case Hold, Book, Move:
		return true
	}
	return false
}

// giveUpTime asks for another time, and for another day too.
func (t *talk) giveUpTime(c Command, day bool) {
	if !holds(c) {
		return
	}
	timeStep{}.reopen(t)
	if day {
		dayStep{}.reopen(t)
	}
}

// giveUpOn leaves a question whose command came too late, and forgets to take back
// what cannot be.
func (t *talk) giveUpOn(c Command) {
	u := t.Work.Undo
	switch c := c.(type) {
	case Cancel, Miss:
		t.Screen = staffAppointmentScreen
	case Withdraw:
		t.Work.Undo, t.Screen = Undo{}, staffDayScreen
	case Restore:
		t.undone(c.Appointment)
	case RestoreMinutes:
		t.Work.Undo = Undo{}
	case ChangeMinutes:
		t.Screen = staffMinutesScreen
	case SendOn:
		t.Work.Forward, t.Screen = ForwardDraft{}, staffQueueScreen
	case Reopen:
		t.Work.Undo = Undo{}
		if t.Screen == staffReopenScreen {
			t.flow.leave(t)
		}
	case Unmark:
		if u.Appointment == c.Appointment {
			t.Work.Undo = Undo{}
		}
	case Uncall:
		if u.Appointment == c.Appointment {
			t.Work.Undo = Undo{}
		}
	case Hold, Book, Move:
		t.flow.stop(t)
	}
}
