package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// toldIn is what a message tells of somebody's appointment, where it is no command: "der um 9 ist
// nicht gekommen", "smyth rang, he wants wednesday".
func (t *talk) toldIn(said reading, c understand.StaffCommand, known bool, err error) (understand.Told, bool) {
	if known && err == nil && c.Do != understand.ToFind {
		return understand.Told{}, false
	}
	told, ok := said.told(t.today(), booking.ClockOf(t.facts.Now, t.workOffice().Calendar.Zone))
	if !ok || known && err == nil && !told.IsTimed() {
		return told, false
	}
	if told.Loose && !t.asksAbout(said) {
		return told, false
	}
	return told, told.Identifies() || t.showsOne()
}

// asksAbout tells whether a question of which not all is understood is about somebody who is named,
// and neither one that a caller asks nor what somebody comes for.
func (t *talk) asksAbout(said reading) bool {
	read := t.readBriefly(said.text)
	return len(values[understand.ConcernValue](read)) == 0 && !asksSurely(read)
}

// showsOne tells whether a single appointment is looked at, which is then the one that is told of.
func (t *talk) showsOne() bool {
	return t.Screen == staffAppointmentScreen || t.Screen == staffReceiptScreen
}

// mayTell tells whether what was typed may be told of any appointment: it answers no open question,
// and is not the label of a choice.
func (t *talk) mayTell(told understand.Told, said reading, v View, asked bool) bool {
	_, finds := t.step().(staffFindStep)
	if asked && !finds && !t.isMeanwhile(told) || !t.facts.allows(booking.Viewer) {
		return false
	}
	for _, g := range v.Groups {
		if slices.ContainsFunc(g.Choices, func(c Choice) bool { return said.is(c.Label) }) {
			return false
		}
	}
	return true
}

// isMeanwhile tells whether a message in the middle of a booking is news of somebody else.
func (t *talk) isMeanwhile(told understand.Told) bool {
	news := []understand.Action{understand.ToArrive, understand.ToMiss, understand.ToFinish, understand.ToCancel}
	return t.Work.Task == bookingTask && t.Screen == noScreen && told.Name != "" && slices.Contains(news, told.Do) && !isWithin(told.Name, t.Draft.Name)
}

// toldNeed adds those of whose appointments may be told.
func (t *talk) toldNeed(need Need, told understand.Told) Need {
	need.Staff.Office = t.workOffice().ID
	switch {
	case told.Name != "":
		need.Staff.Find = told.Name
	case told.IsTimed():
		need = needDay(need, t.dayTold(told))
	}
	if told.Do == understand.ToCall {
		need = needDay(need, t.today()) // who is at the desk is done
	}
	if told.Words != "" {
		return need.and(t.forStaff(t.window([]booking.OfficeID{t.workOffice().ID})))
	}
	return need
}

// needDay adds a day to those whose appointments are looked up.
func needDay(need Need, day booking.Date) Need {
	switch {
	case need.Staff.From.IsZero():
		need.Staff.From, need.Staff.To = day, day
	case day.Before(need.Staff.From):
		need.Staff.From = day
	case day.After(need.Staff.To):
		need.Staff.To = day
	}
	return need
}

// dayTold is the day of an appointment of which only the time is told: the one that is looked at.
func (t *talk) dayTold(told understand.Told) booking.Date {
	switch {
	case !told.Day.IsZero():
		return told.Day
	case t.Screen == staffDayScreen || t.Screen == staffFreeScreen:
		return t.lookedAt()
	}
	return t.today()
}

// takeTold does what is told of an appointment, or asks of which. It is false where nobody can be
// meant, and nothing was said.
func (t *talk) takeTold(told understand.Told) bool {
	switch {
	case !told.Identifies():
		if a, ok := t.facts.lookedUp(t.Chosen); ok && t.tellsOtherwise(told, []Entry{{Appointment: a}}) {
			told.Do = understand.ToUndo
		}
		t.actTold(told, t.Chosen)
		return true
	case told.Loose && len(t.facts.Staff.Found) == 0:
		return false
	}
	t.Work.Meant = Meant{} // what was told before is not meant any more
	all, sure := t.mayBeTold(told)
	if t.tellsOtherwise(told, all) {
		told.Do = understand.ToUndo
	}
	fit := slices.DeleteFunc(slices.Clone(all), func(e Entry) bool { return !t.mayComeOf(told.Do, e.Appointment) })
	if told.Do == understand.ToMiss {
		fit = whoHaveNotCome(fit)
	}
	if len(fit) == 0 && len(all) == 1 {
		fit = all
	}
	if sure && len(fit) == 1 {
		t.sayMeant(told, fit[0].Appointment)
		t.actTold(told, fit[0].ID)
		return true
	}
	t.askTold(told, len(all))
	return true
}

// mayBeTold is the appointments of which may be told, and whether one of them is surely meant.
func (t *talk) mayBeTold(told understand.Told) (all []Entry, sure bool) {
	entries, sure := t.facts.entries(t.workOffice(), t.dayTold(told)), true
	if told.Name != "" {
		entries = t.facts.Staff.Found
		if told.Do != understand.ToShow && told.Do != understand.ToUndo {
			entries = slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !stands(e.State) })
		}
	}
	for _, e := range entries {
		o, ok := t.facts.Town.Office(e.Office)
		if !ok || !told.At(booking.ClockOf(e.Span.Start, o.Calendar.Zone)) || told.Name != "" && !told.Day.IsZero() && t.facts.date(e.Appointment) != told.Day {
			continue
		}
		sure = sure && (told.Name == "" || isWithin(told.Name, e.Contact.Name))
		all = append(all, e)
	}
	return all, sure
}

// mayComeOf tells whether what is told may have come of an appointment as it stands.
func (t *talk) mayComeOf(do understand.Action, a booking.Appointment) bool {
	today := t.facts.date(a) == t.today()
	switch do {
	case understand.ToArrive:
		return today && (a.State == booking.Confirmed || a.State == booking.Missed)
	case understand.ToMiss:
		return today && slices.Contains([]booking.State{booking.Confirmed, booking.CheckedIn, booking.Called}, a.State)
	case understand.ToFinish:
		return today && a.State == booking.Called
	case understand.ToCall:
		return today && (a.State == booking.CheckedIn || a.State == booking.Called)
	case understand.ToUndo:
		return today && t.marked(a) || a.State == booking.Cancelled && t.facts.Now.Before(a.Span.Start)
	case understand.ToCancel:
		return a.Upcoming(t.facts.Now) || today && (a.State == booking.Confirmed || a.State == booking.CheckedIn)
	case understand.ToMove:
		return a.Upcoming(t.facts.Now) || today && a.State == booking.Confirmed
	}
	return true
}

// whoHaveNotCome is those of some who are not there; all of them where all are.
func whoHaveNotCome(entries []Entry) []Entry {
	away := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.State != booking.Confirmed })
	if len(away) == 0 {
		return entries
	}
	return away
}

// sayMeant says which appointment was understood, where it is not only shown.
func (t *talk) sayMeant(told understand.Told, a booking.Appointment) {
	if told.Do == understand.ToShow || told.Do == understand.ToReach {
		return
	}
	t.remark("staff.meant", "Name", visitorLine(a), "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a), "Concerns", itemsLine(a.Items))
}

// actTold does what is told with one appointment, and says what of it is left.
func (t *talk) actTold(told understand.Told, id booking.AppointmentID) {
	switch told.Do {
	case understand.ToReach:
		t.open(id)
		return
	case understand.ToWrite:
		t.open(id)
		t.remark("staff.no_messages")
		return
	}
	if told.Unused != "" {
		t.remark("taken.rest", "Words", plain(shorten(told.Unused)))
	}
	t.runFor(told.Do, id)
	t.wantFor(id, told.Words)
	asks := t.Screen == staffCancelScreen || t.Screen == staffMissScreen || t.Screen == staffDeskScreen
	if len(t.commands) == 0 && t.Work.Task == noTask && !asks {
		t.open(id) // what could not be done is seen
	}
}

// askTold asks which of several appointments is meant, or says that there is none.
func (t *talk) askTold(told understand.Told, found int) {
	if told.Name != "" {
		if found == 0 && len(t.facts.Staff.Found) > 0 && (told.IsTimed() || !told.Day.IsZero()) {
			t.remark("staff.told_other_times")
		}
		if isOfToday(told.Do) && len(t.facts.Staff.Found) > 0 && len(t.ofToday(t.facts.Staff.Found)) == 0 {
			t.remark("staff.told_not_today")
			t.lookFor(told.Name)
			return
		}
		t.lookFor(told.Name)
	} else {
		t.lookAt(staffDayScreen, t.dayTold(told))
		if found == 0 {
			t.remark("staff.told_nobody", "Time", t.clockTold(told))
			return
		}
		t.Work.Part = partTold(told)
	}
	if told.Do == understand.ToShow || found == 0 && len(t.facts.Staff.Found) == 0 && len(t.facts.Staff.Similar) == 0 {
		return
	}
	t.keepMeant(told)
}

// clockTold is the time that is told, of the day that it is told of.
func (t *talk) clockTold(told understand.Told) locales.Clock {
	at := told.Near
	if len(told.Times) > 0 {
		at = told.Times[0]
	}
	return t.clockOn(t.dayTold(told), at)
}

// clockOn is a time of a day at the office.
func (t *talk) clockOn(day booking.Date, at booking.Clock) locales.Clock {
	o := t.workOffice()
	return clockOf(day.At(at, o.Calendar.Zone), o)
}

// partTold is the part of the day in which the appointments begin that are told of.
func partTold(told understand.Told) booking.Hours {
	if len(told.Times) > 0 {
		return booking.Hours{From: told.Times[0], To: told.Times[0] + 1}
	}
	return booking.Hours{From: max(0, told.Near-understand.NearTold), To: told.Near + understand.NearTold + 1}
}
