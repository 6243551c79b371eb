package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// tellsOfCaller takes what a clerk typed without a command, as they speak of who is on the
// phone: what somebody comes for, and when or who they are, begins a booking; a mere
// name is looked for.
func (t *talk) tellsOfCaller(said reading) bool {
	if t.Work.Task != noTask || !t.facts.allows(booking.Viewer) {
		return false
	}
	read := t.readBriefly(said.text)
	if said.asksWho() && !asksSurely(read) {
		t.lookAt(staffDayScreen, t.dayAsked(read)) // who has come, and who has not, stands in the plan
		t.remark("staff.who_plan")
		return true
	}
	if t.answersCaller(read, said.text) {
		return true
	}
	if len(values[understand.QuestionValue](read)) == 0 && t.facts.allows(booking.Clerk) && isWholeLine(read) {
		t.begins(said.text)
		return true
	}
	name, ok := said.nameTold(read)
	if !ok {
		return false
	}
	t.lookFor(name)
	return true
}

// dayAsked is the one day that a message names, or else today.
func (t *talk) dayAsked(read understand.Reading) booking.Date {
	for _, v := range values[understand.DaysValue](read) {
		if s := v.Days.Spans; len(s) == 1 && s[0].From == s[0].To {
			return s[0].From
		}
	}
	return t.today()
}

// asksSurely tells whether a message surely asks what somebody here knows.
func asksSurely(read understand.Reading) bool {
	return slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
		q, is := f.Value.(understand.QuestionValue)
		return is && f.Sure >= surelyAsked && q.About != understand.AboutUnknown
	})
}

const surelyAsked = 0.8

// answersCaller answers what a caller wants to know, for the clerk to read out. What only the person
// themselves could be told, and what nobody here knows, is left.
func (t *talk) answersCaller(read understand.Reading, text string) bool {
	asked := values[understand.QuestionValue](read)
	if len(asked) == 0 || !asksSurely(read) && !asksOnly(text, t.Lang) || slices.ContainsFunc(asked, func(q understand.QuestionValue) bool { return slices.Contains(notForCallers, q.About) }) {
		return false
	}
	if soonest := asked[0].About == understand.AboutSoonest; soonest && asked[0].Concern != "" && t.facts.allows(booking.Clerk) {
		t.begins(text) // the times are those that could be booked
		return true
	}
	for _, q := range asked {
		t.answer(q)
	}
	return true
}

// notForCallers is what a clerk asks nobody here.
var notForCallers = []understand.Topic{
	understand.AboutUnknown, understand.AboutMine, understand.AboutBot, understand.AboutPrivacy, understand.AboutChanging, understand.AboutNotices,
}

// callersNeed adds what is needed to answer what a caller wants to know.
func (t *talk) callersNeed(need Need, said reading) Need {
	if t.Work.Task != noTask {
		return need
	}
	if at, _ := said.beside(); t.Screen == staffReceiptScreen && at != understand.NotBeside {
		return need.and(t.window([]booking.OfficeID{t.workOffice().ID}))
	}
	for _, q := range values[understand.QuestionValue](t.readBriefly(said.text)) {
		need = need.and(t.forStaff(t.answerNeed(q)))
	}
	return need
}

// begins starts a booking with a clerk's line.
func (t *talk) begins(line string) { t.bookLine(line) }

// readBriefly reads a message as a clerk's line.
func (t *talk) readBriefly(text string) understand.Reading {
	before := t.brief
	t.brief = true
	defer func() { t.brief = before }()
	return t.understood(text, understand.ExpectWish, View{})
}

// isWholeLine tells whether a line says clearly what somebody comes for, and beside that when
// or who they are, or nothing else in some words: a single one may be looked for.
func isWholeLine(read understand.Reading) bool {
	concern := slices.ContainsFunc(read.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && !v.Negated && f.Sure >= understand.Doubt
	})
	about := len(values[understand.NameValue](read)) + len(values[understand.PhoneValue](read)) + len(values[understand.DaysValue](read)) + len(values[understand.HoursValue](read))
	return concern && (about > 0 || len(read.Rest) == 0 && len(strings.Fields(read.Text)) > 2 && !asksOnly(read.Text, read.Lang))
}
