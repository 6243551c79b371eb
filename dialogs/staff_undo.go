package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

const undoChoice = "undo"

// keepUndo remembers what was just done, so that it can be taken back.
func (t *talk) keepUndo(u Undo) {
	u.Until, u.Since, u.Revision, u.Earlier = t.facts.Now.Add(booking.UndoWithin), false, t.Revision+1, nil
	if was := t.Work.Undo; was.What == finishing && u.What == calling && was.Until.Equal(u.Until) {
		was.Earlier, u.Earlier = nil, &was // fertig, nächster
	}
	t.Work.Undo = u
}

// mayUnmark notes what was recorded of somebody at the office, so that it can be taken back.
func (t *talk) mayUnmark(what Undoable, a booking.Appointment) {
	t.keepUndo(Undo{What: what, Appointment: a.ID, Number: a.Number, Called: callName(a)})
}

// justDone tells whether something that can be taken back was done by the last line.
func (t *talk) justDone() bool {
	u := t.Work.Undo
	return u.What != "" && !u.Since && u.Revision == t.Revision && t.facts.Now.Before(u.Until)
}

// stillLast has what the same line did before stay what was done last, where the rest of the line is refused: "fertig,
// nächster" with nobody waiting.
func (t *talk) stillLast() {
	if t.justDone() {
		t.Work.Undo.Revision = t.Revision + 1
	}
}

// undoable is the way to take back what was done last, for as long as that
// goes.
func (t *talk) undoable() []Group {
	u := t.Work.Undo
	if !t.facts.Now.Before(u.Until) || !t.facts.allows(booking.Clerk) {
		return nil
	}
	return []Group{{Columns: 1, Choices: []Choice{{ID: undoChoice, Label: undoLine(u)}}}}
}

func undoLine(u Undo) locales.Line {
	switch u.What {
	case cancelling:
		return locales.Say("staff.undo.cancel", "Number", u.Number.String())
	case missing:
		return locales.Say("staff.undo.miss", "Number", u.Number.String())
	case arriving:
		return locales.Say("staff.undo.arrive", "Number", u.Called)
	case calling:
		return locales.Say("staff.undo.call", "Number", u.Called)
	case finishing:
		return locales.Say("staff.undo.finish", "Number", u.Called)
	case moving:
		return locales.Say("staff.undo.move", "Number", u.Number.String())
	case closingDown:
		return locales.Say("staff.undo.close")
	case retiming:
		return locales.Say("staff.undo.minutes")
	}
	return locales.Say("staff.undo.withdraw")
}

// undoTyped takes back what was done last. Where that is nothing that can be, it says so, and what came
// before is only taken back if that is asked for once more.
func (t *talk) undoTyped() {
	u := &t.Work.Undo
	switch ahead := t.facts.Now.Before(u.Until); {
	case !u.Since || !t.facts.allows(booking.Clerk):
		t.undo()
	case ahead:
		u.Since = false
		t.remark("staff.undo_before", "What", undoLine(*u))
	default:
		t.remark("staff.undo_not_last")
	}
}

// didMore notes that something was done that cannot be taken back, after what can be.
func (t *talk) didMore(c Command) {
	switch c := c.(type) {
	case GiveTicket, CallAgain, Park, SendOn, Book, SetRole, Ready, Alarm:
		t.Work.Undo.Since = true
	case Uncall:
		t.Work.Undo.Since = t.Work.Undo.Appointment != c.Appointment
	case Unmark:
		t.Work.Undo.Since = t.Work.Undo.Appointment != c.Appointment
	}
}

// undo takes back what was done last.
func (t *talk) undo() {
	u := t.Work.Undo
	switch {
	case !t.may(booking.Clerk):
	case !t.facts.Now.Before(u.Until):
		t.remark("staff.nothing_to_undo")
	case u.What == cancelling:
		t.do(Restore{u.Appointment})
	case u.What == calling:
		t.do(Uncall{u.Appointment})
	case markOf[u.What] != "":
		t.do(Unmark{Appointment: u.Appointment, Mark: markOf[u.What]})
	case u.What == moving:
		t.moveBack(u)
	case u.What == closingDown:
		t.do(Reopen{u.Closure})
	case u.What == retiming:
		t.do(RestoreMinutes{u.Closure})
	default:
		t.do(Open{Office: t.workOffice().ID, Extra: u.Extra})
	}
}

// markOf is the state that somebody came to be in by what can be undone.
var markOf = map[Undoable]booking.State{arriving: booking.CheckedIn, finishing: booking.Finished, missing: booking.Missed}

// undone forgets to take back what has been. What the same line did before it can be taken back next.
func (t *talk) undone(id booking.AppointmentID) {
	u := t.Work.Undo
	if u.Appointment != id {
		return
	}
	t.Work.Undo = Undo{}
	if u.Earlier != nil {
		t.Work.Undo = *u.Earlier
		t.Work.Undo.Revision = t.Revision + 1
		t.remark("staff.undo_earlier", "What", undoLine(*u.Earlier))
	}
}

// restorable tells whether a lead may have an appointment stand after all that
// any clerk has cancelled: for as long as its time is ahead. What
// the lead did last can be undone anyway.
func (t *talk) restorable(c *StaffAppointment) bool {
	a := c.Appointment
	if !t.facts.allows(booking.Lead) || a.State != booking.Cancelled || !t.facts.Now.Before(a.Span.Start) {
		return false
	}
	if u := t.Work.Undo; u.What == cancelling && u.Appointment == a.ID && t.facts.Now.Before(u.Until) {
		return false
	}
	for _, act := range slices.Backward(c.History) {
		if act.What == WasCancelled {
			return isOfStaff(act)
		}
	}
	return false
}

// isOfStaff tells whether it was a clerk who did something: neither the citizen
// nor a program.
func isOfStaff(act AuditEntry) bool {
	by := act.By
	return act.Account != (Chat{}) || by != "" && by != "letter" && by != "erased" && !strings.HasPrefix(by, "person ")
}

// moveBack sets an appointment's former time aside for it, and leads to the
// question whether it shall move there.
func (t *talk) moveBack(u Undo) {
	o, ok := t.facts.Town.Office(u.Office)
	if !ok || t.busy() {
		return
	}
	t.undertake(bookingTask)
	t.Draft.Moving, t.Draft.Office, t.Draft.Day, t.Chosen = u.Appointment, u.Office, o.Today(u.Start), u.Appointment
	t.do(Hold{Order: t.order(u.Office, u.Start)})
}
