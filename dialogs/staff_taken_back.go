package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// marked tells whether something was recorded of somebody at the office that can be taken back.
func (t *talk) marked(a booking.Appointment) bool {
	switch a.State {
	case booking.CheckedIn:
		return !a.IsTicket() && a.Visit.Served == 0
	case booking.Called, booking.Finished, booking.Missed:
		return true
	}
	return false
}

// unmarkable tells whether an appointment that is looked at has a mark which its own button takes back.
func (t *talk) unmarkable(a booking.Appointment) bool {
	u := t.Work.Undo
	offered := u.Appointment == a.ID && u.What != "" && t.facts.Now.Before(u.Until)
	if offered || a.State == booking.Called || !t.marked(a) || t.facts.date(a) != t.today() {
		return false
	}
	return a.State == booking.CheckedIn || t.facts.Staff.Clerk.Role.MayUndo(a.Updated, t.facts.Now) == nil
}

func unmarkLine(mark booking.State) locales.Line {
	switch mark {
	case booking.Finished:
		return locales.Say("staff.do.unmark.finish")
	case booking.Missed:
		return locales.Say("staff.do.unmark.miss")
	}
	return locales.Say("staff.do.unmark.arrive")
}

// unmark takes back what was recorded of somebody last.
func (t *talk) unmark(id booking.AppointmentID) {
	a, ok := t.facts.lookedUp(id)
	switch {
	case !ok:
		t.remark("staff.refused.over")
	case a.State == booking.Called:
		t.do(Uncall{id})
	case a.State == booking.Cancelled:
		t.do(Restore{id})
	case t.marked(a):
		t.do(Unmark{Appointment: id, Mark: a.State})
	default:
		t.remark("staff.nothing_marked", "Number", callName(a), "State", stateLine(a.State))
	}
}

// unmarked says what was taken back of somebody, and how they stand now.
func (t *talk) unmarked(c Unmark, a booking.Appointment) {
	name, number, state := visitorLine(a), callName(a), stateLine(a.State)
	switch c.Mark {
	case booking.Finished:
		t.remark("staff.unmarked.finish", "Name", name, "Number", number, "State", state, "Desk", deskLine(t.workOffice(), a.Desk))
	case booking.Missed:
		t.remark("staff.unmarked.miss", "Name", name, "Number", number, "State", state)
	default:
		t.remark("staff.unmarked.arrive", "Name", name, "Number", number, "State", state)
	}
}

// tellsOtherwise tells whether somebody is told not to be here who was recorded as being here: that was a mistake.
func (t *talk) tellsOtherwise(told understand.Told, all []Entry) bool {
	return told.Do == understand.ToMiss && told.Back && slices.ContainsFunc(all, func(e Entry) bool {
		return e.State == booking.CheckedIn && t.mayComeOf(understand.ToUndo, e.Appointment)
	})
}

// backIn is how a message takes back what was done last, where it means that as the talk stands.
func (t *talk) backIn(said reading) (understand.TakenBack, bool) {
	back, ok := said.takenBack()
	if !ok || !t.facts.allows(booking.Clerk) || t.Work.Task != noTask {
		return back, false
	}
	receipt := t.Screen == staffReceiptScreen
	switch {
	case back.About != "" && (!t.justDone() || back.About != t.didLast()):
		return back, false
	case back.Soon && (!t.justDone() || t.Work.Undo.Appointment == 0) && !receipt:
		return back, false
	}
	if again, more := t.read(back.Rest).takenBack(); more && back.Only {
		back = again // nein, falscher Schmidt
	}
	if back.Only {
		return back, t.tellsInstead(back.Rest)
	}
	return back, true
}

// didLast is what was done last of somebody.
func (t *talk) didLast() understand.Action {
	return map[Undoable]understand.Action{
		arriving: understand.ToArrive, finishing: understand.ToFinish, missing: understand.ToMiss, cancelling: understand.ToCancel, moving: understand.ToMove,
		calling: understand.ToCall,
	}[t.Work.Undo.What]
}

// tellsInstead tells whether what stands behind a no says what is meant instead: a time for what was just booked, or
// somebody else.
func (t *talk) tellsInstead(rest string) bool {
	if _, ok := t.toldOf(t.read(rest)); ok {
		return true
	}
	if _, ok := t.otherMeant(rest); ok {
		return true
	}
	return t.Screen == staffReceiptScreen && t.saysWhen(rest)
}

// saysWhen tells whether words name a day or a time.
func (t *talk) saysWhen(words string) bool {
	read := t.readBriefly(words)
	return len(values[understand.DaysValue](read))+len(values[understand.HoursValue](read))+len(values[understand.ShiftValue](read)) > 0
}

// otherMeant is who is named in place of who was taken.
func (t *talk) otherMeant(words string) (string, bool) {
	said := t.read(words)
	if !said.brief() || !said.hasLetters() || t.saysWhen(words) {
		return "", false
	}
	return said.nameTold(t.readBriefly(words))
}

// backNeed adds what is needed for what stands behind the words that take something back.
func (t *talk) backNeed(need Need, back understand.TakenBack) Need {
	if t.Screen == staffReceiptScreen && t.saysWhen(back.Rest) {
		return need.and(t.forStaff(t.window([]booking.OfficeID{t.workOffice().ID})))
	}
	if told, ok := t.toldOf(t.read(back.Rest)); ok {
		return t.toldNeed(need, told)
	}
	return need
}

// takeBack takes back what was done last, and takes what is meant instead: "war der falsche, Meier ist noch nicht da",
// "falscher Schmidt", "nein, 15 Uhr".
func (t *talk) takeBack(back understand.TakenBack) {
	receipt, last := t.Screen == staffReceiptScreen, t.Work.Undo
	if receipt && back.Rest != "" && t.saysWhen(back.Rest) {
		chosen := t.Chosen
		t.runFor(understand.ToMove, chosen)
		t.wantFor(chosen, back.Rest)
		return
	}
	if receipt && !t.justDone() {
		t.runFor(understand.ToCancel, t.Chosen) // what was booked is asked about before it goes
		t.remarkRest(back.Rest)
		return
	}
	did := t.didLast()
	told, tells := t.toldOf(t.read(back.Rest))
	name, named := t.otherMeant(back.Rest)
	if fresh := t.justDone(); fresh {
		t.undo()
	} else {
		t.undoTyped()
		t.remarkRest(back.Rest)
		return
	}
	switch {
	case back.Rest == "" || t.Work.Task != noTask:
		t.remarkRest(back.Rest)
	case tells && told.Identifies():
		t.toldInstead(told, last)
	case named && did != "" && did != understand.ToMove:
		t.lookFor(name)
		t.keepMeant(understand.Told{Do: did})
	default:
		t.remarkRest(back.Rest)
	}
}

// toldInstead takes what is told behind the words that take something back, unless that says the same once more.
func (t *talk) toldInstead(told understand.Told, last Undo) {
	all, _ := t.mayBeTold(told)
	same := slices.ContainsFunc(all, func(e Entry) bool { return e.ID == last.Appointment })
	if same && (told.Do == understand.ToMiss || told.Do == understand.ToUndo) {
		return
	}
	t.takeTold(told)
}

// remarkRest says which words were not taken.
func (t *talk) remarkRest(words string) {
	if words != "" {
		t.remark("taken.rest", "Words", plain(shorten(words)))
	}
}
