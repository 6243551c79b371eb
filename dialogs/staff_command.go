package dialogs

import (
	"errors"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// hear takes the answer to an open question, or a command. What follows the
// network's own command is a command of ours where it can be one, but for a day
// that is just asked for: some networks hear nothing else.
func (f staffFlow) hear(t *talk, e Said) {
	t.named = e.Colleague
	t.arrive(e.Office)
	said, view := t.read(e.Text).oneLine(), t.step().show(t)
	if t.readList(e.Text) {
		return
	}
	if said.empty() {
		t.hearSign(said, view)
		return
	}
	c, known, err := said.staffCommand(t.workOffice(), t.today())
	if id, ok := said.labelled(view); ok && c.Do == understand.ToBook && c.Words != "" {
		t.choose(id) // "Neu anfangen" is a choice
		return
	}
	if id, ok := said.choice(view); ok && c.Do == understand.ToBook && c.Exact && id == yesChoice {
		t.choose(id) // "buchen" at the end of a booking
		return
	}
	asked := t.questioned(view)
	if back, ok := t.backIn(said); ok && !asked {
		t.takeBack(back)
		return
	}
	if told, ok := t.toldIn(said, c, known, err); ok && t.mayTell(told, said, view, asked) && t.takeTold(told) {
		return
	}
	if answer, ok := said.answerThenNext(t.today()); ok && asked && !known && t.Work.Task == bookingTask {
		f.hear(t, Said{Text: answer, Colleague: e.Colleague, Office: e.Office})
		t.thenNext()
		return
	}
	answers := asked && t.takes(c)
	day := answers && c.Do == understand.ToPlan
	may := known && t.facts.allows(booking.Viewer)
	if may && (c.Given && !day || !asked && err == nil) {
		t.run(c, err)
		return
	}
	said = said.answer()
	if id, ok := said.labelled(view); ok {
		t.choose(id)
		return
	}
	if known && (!asked || !answers && t.plainly(c, err)) {
		t.run(c, err)
		return
	}
	t.hearAnswer(said, view)
}

// hearAnswer takes what is no command: in a booking for a caller all that it
// says.
func (t *talk) hearAnswer(said reading, view View) {
	if t.beginsCall() && isWholeLine(t.readBriefly(said.text)) {
		t.takeLine(said.text)
		return
	}
	if t.isForNext(said) {
		t.interruptFor(said.text)
		return
	}
	if t.Work.Task == bookingTask && t.Screen == noScreen {
		t.brief = t.choosesWithMore(said, view)
		if t.takeUp(said.text, view) {
			return
		}
		t.brief = false
	}
	if id, ok := said.choice(view); ok {
		t.choose(id)
		return
	}
	t.step().hear(t, said)
}

// hearSign takes what has no letter or digit: a thumb up says something, too.
func (t *talk) hearSign(said reading, view View) {
	if id, ok := said.choice(view); ok {
		t.choose(id)
		return
	}
	t.remark("remark.empty")
}

// takes tells whether the open question takes a day, which is none to look at
// then.
func (t *talk) takes(e understand.StaffCommand) bool {
	switch t.step().(type) {
	case whenStep, dayStep, timeStep, overrideDayStep, overrideHoursStep:
		return e.Do == understand.ToPlan || e.Do == understand.ToToday || e.Do == understand.ToTomorrow
	case staffPhoneStep: // its digits can read like those of an appointment, or like a day
		return e.Do == understand.ToPlan || e.Do == understand.ToShow
	}
	return false
}

// plainly tells whether a command is none of the answers that the open question
// takes: a bare word of ours, or one with more behind it where that cannot be
// a name, a reason or a concern.
func (t *talk) plainly(e understand.StaffCommand, err error) bool {
	switch {
	case e.Exact:
		return true
	case e.Do == understand.ToBook:
		return t.Work.Task == bookingTask && !t.Draft.Begun() || t.namesConcern(e.Words) // else "buche den ersten" answers a question
	}
	switch t.step().(type) {
	case nameStep:
		return err == nil && e.Do != understand.ToPlan && isNoName(e)
	case closeReasonStep, staffFindStep, staffNoteStep:
		return false
	case staffCategoryStep, concernStep:
		// A concern can be looked for, but so can somebody else's appointment.
		return err == nil && e.Do != understand.ToPlan && (e.Do != understand.ToFind || len(t.facts.found(e.Words, t.Lang)) == 0)
	case closeReviewStep, openReviewStep:
		// One override under way is not swapped for another unseen.
		return e.Do != understand.ToPlan && e.Do != understand.ToClose && e.Do != understand.ToOpen
	}
	return e.Do != understand.ToPlan
}

// isNoName tells whether a command says what no name has: a day, a time, a desk,
// a number, a role.
func isNoName(c understand.StaffCommand) bool {
	return !c.Day.IsZero() || c.Hours != (booking.Hours{}) || c.Desk != "" || c.Number != "" || len(c.Numbers) > 0 || c.Ticket > 0 ||
		c.Minutes != "" || c.Role != "" || c.Nobody || c.Count > 0
}

// notUnderstood answers what nobody understands: with the word that comes nearest.
func (t *talk) notUnderstood(said reading) {
	if t.tellsOfCaller(said) {
		return
	}
	if near := said.nearestStaffCommand(); near != "" {
		t.miss("staff.nearest", "Word", near)
		return
	}
	if said.intent() != "" || !said.hasLetters() || !said.brief() {
		t.miss("staff.unknown")
		return
	}
	t.miss("staff.unknown_name", "Text", plain(shortName(said.text)))
}

// run carries out a command, or says what is wrong with it.
func (t *talk) run(e understand.StaffCommand, err error) {
	switch {
	case !t.facts.allows(booking.Viewer):
		t.remark("staff.still_stranger")
	case e.Do == understand.ToFree && e.Words != "" && t.namesConcern(e.Words):
		t.begins(e.Words) // what is free for a concern is what could be booked
	case err != nil:
		t.remarkStaffCommand(e, err)
	case e.Number != "":
		t.runOn(e)
	case e.Ticket > 0:
		t.runOnTicket(e)
	default:
		t.runPlain(e)
	}
}

func (t *talk) remarkStaffCommand(e understand.StaffCommand, err error) {
	switch {
	case errors.Is(err, understand.ErrNoStaffCommand):
		t.remark("staff.unknown")
	case errors.Is(err, understand.ErrNoSuchDay):
		t.remark("day.no_such")
	case errors.Is(err, understand.ErrWrongWeekday):
		t.remark("day.wrong_weekday", "Day", dateOf(e.Day))
	case errors.Is(err, understand.ErrPast):
		t.remark("day.past", "Day", longDateOf(e.Day))
	case errors.Is(err, understand.ErrNotADay):
		t.remark("day.not_understood")
	case errors.Is(err, understand.ErrNoHours):
		t.remark("staff.no_hours")
	case errors.Is(err, understand.ErrNoDesk) && e.Do != understand.ToCall:
		t.remark("staff.no_such_desk", "Desks", deskNames(t.workOffice()))
	case errors.Is(err, understand.ErrNoDesk):
		if t.may(booking.Clerk) {
			t.remark("staff.no_desk")
			t.Screen = staffDeskScreen
		}
	case errors.Is(err, understand.ErrNoRole):
		t.remark("staff.no_role")
	case errors.Is(err, understand.ErrNoSpan):
		t.remark("staff.no_span")
	case errors.Is(err, understand.ErrNoNumber) && e.Words != "" && (t.Work.Task == noTask || t.Screen != noScreen):
		t.lookFor(e.Words)
	default:
		t.remark("staff.no_number")
	}
}

// runPlain carries out a command about no single appointment, or about the
// one looked at.
func (t *talk) runPlain(e understand.StaffCommand) {
	switch e.Do {
	case understand.ToMenu:
		t.home()
	case understand.ToHelp:
		t.staffHelp()
	case understand.ToToday, understand.ToTomorrow, understand.ToPlan:
		t.lookAt(staffDayScreen, t.dayMeant(e))
		t.Work.Part = e.Hours
	case understand.ToWeek:
		t.lookAt(staffWeekScreen, t.dayMeant(e))
	case understand.ToFree:
		t.lookAtFree(e)
	case understand.ToFind:
		t.lookFor(e.Words)
	case understand.ToBook:
		if e.Words == "" {
			t.flow.travel(t, newChoice)
			return
		}
		t.bookLine(e.Words)
	case understand.ToClose:
		t.beginOverride(closingTask, e)
		if e.Everybody && t.Work.Task == closingTask {
			t.remark("staff.everybody_off")
		}
	case understand.ToOpen:
		t.beginOverride(openingTask, e)
	case understand.ToQueue:
		t.flow.travel(t, queueChoice)
	case understand.ToCall:
		t.callSaid(e)
	case understand.ToAppoint:
		t.appointColleague(e)
	case understand.ToAudit:
		t.flow.travel(t, auditChoice)
	case understand.ToUndo:
		t.undoTyped()
	case understand.ToStatistics:
		t.showStatistics(e)
	case understand.ToMinutes:
		t.changeMinutes(e)
	case understand.ToReady:
		t.tellReady(e)
	case understand.ToTicket:
		t.wantTicket(e)
	case understand.ToAlarm:
		t.raiseAlarm(e.Desk)
	case understand.ToTakeOver:
		t.remark("staff.take_over")
	case understand.ToTakeUp:
		t.takeUpParked(e.Words)
	case understand.ToCallAgain, understand.ToPark, understand.ToSendOn:
		t.attendServed(e)
	default:
		t.runOnShown(e.Do)
	}
}

// dayMeant is the day of a command; where none was said, today.
func (t *talk) dayMeant(e understand.StaffCommand) booking.Date {
	switch {
	case e.Do == understand.ToTomorrow:
		return t.today().Add(1)
	case e.Day.IsZero():
		return t.today()
	}
	return e.Day
}

// lookAt shows a list of a day, of which nothing is asked yet.
func (t *talk) lookAt(screen Screen, day booking.Date) {
	t.Screen, t.Work.Day, t.Work.Page, t.Work.Part = screen, day, 0, booking.Hours{}
	t.Work.Meant = Meant{}
}
