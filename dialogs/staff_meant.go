package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// keepMeant has what was told wait for who is chosen from the list that is shown.
func (t *talk) keepMeant(told understand.Told) {
	t.Work.Meant = Meant{Do: told.Do, Words: told.Words, Screen: t.Screen, Query: t.Work.Query, Day: t.Work.Day, Part: t.Work.Part}
}

// forgetMeant drops what was told where the list is left in which it was asked, or something else was
// done since: who is chosen later from a list like it is only looked at.
func (t *talk) forgetMeant(before Meant) {
	if m, waits := t.meant(); !waits || len(t.commands) > 0 && m == before {
		t.Work.Meant = Meant{}
	}
}

// meantNeed adds the days to which an appointment may move that is chosen from the list, or today where one is called.
func (t *talk) meantNeed(need Need) Need {
	m, waits := t.meant()
	if waits && m.Do == understand.ToCall {
		need = needDay(need, t.today())
	}
	if waits && m.Words != "" {
		return need.and(t.forStaff(t.window([]booking.OfficeID{t.workOffice().ID})))
	}
	return need
}

// meant is what was told of who is chosen from the list that is shown.
func (t *talk) meant() (Meant, bool) {
	m := t.Work.Meant
	here := m.Do != "" && m.Screen == t.Screen && m.Query == t.Work.Query && m.Day == t.Work.Day && m.Part == t.Work.Part
	return m, here
}

// isOfToday tells whether something comes of people only on the day itself.
func isOfToday(do understand.Action) bool {
	switch do {
	case understand.ToArrive, understand.ToFinish, understand.ToMiss, understand.ToCall:
		return true
	}
	return false
}

// ofToday is those of some appointments that are today.
func (t *talk) ofToday(entries []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return t.facts.date(e.Appointment) != t.today() })
}

// openMeant opens an appointment of a list, or does with it what was told.
func (t *talk) openMeant(id booking.AppointmentID) {
	m, told := t.meant()
	if !told {
		t.open(id)
		return
	}
	t.Work.Meant = Meant{}
	t.actTold(understand.Told{Do: m.Do, Words: m.Words}, id)
}

// askedWhich asks what a list of appointments is for.
//
//locales:keys staff.plan_ask staff.found_ask
func (t *talk) askedWhich(otherwise string) locales.Line {
	m, told := t.meant()
	if !told {
		return locales.Say(otherwise)
	}
	switch m.Do {
	case understand.ToCancel:
		return locales.Say("staff.told_which.cancel")
	case understand.ToMove:
		return locales.Say("staff.told_which.move")
	case understand.ToMiss:
		return locales.Say("staff.told_which.miss")
	case understand.ToArrive:
		return locales.Say("staff.told_which.arrive")
	case understand.ToCall:
		return locales.Say("staff.told_which.call")
	case understand.ToFinish:
		return locales.Say("staff.told_which.finish")
	}
	return locales.Say("staff.told_which.reach")
}
