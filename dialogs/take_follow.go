package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// followUp is the question that a message asks once more about something else:
// other days, another concern.
func (t *talk) followUp(said understand.Reading) (understand.QuestionValue, bool) {
	asks := slices.ContainsFunc(values[understand.QuestionValue](said), func(q understand.QuestionValue) bool { return q.About != understand.AboutUnknown })
	if !said.Follows || asks || !t.Inquired.lately(t.Revision) {
		return understand.QuestionValue{}, false
	}
	q := understand.QuestionValue{About: t.Inquired.About, Words: said.Text}
	for _, f := range said.Found {
		if v, ok := f.Value.(understand.ConcernValue); ok {
			q.Concern = v.ID // asked about, not wanted
		}
	}
	for _, v := range values[understand.DaysValue](said) {
		q.Days = v.Days
	}
	for _, v := range values[understand.HoursValue](said) {
		q.Window = v.Window
	}
	q.Either = said.Either
	when := len(q.Days.Spans)+len(q.Window.Spans) > 0 || q.Days.Weekdays != 0
	return q, q.Concern != "" || when && q.About == understand.AboutHours
}

// followsUp answers the question before about something else.
func (x *taking) followsUp() bool {
	q, ok := x.followUp(x.said)
	if ok {
		x.used = true
		x.answer(q)
	}
	return ok
}

// followLanguage goes on in the language that somebody writes in, where that is
// clear, and says how to change it back.
func (x *taking) followLanguage() {
	lang := x.said.Lang
	if !x.said.Foreign || lang == x.Lang || x.flow.audience() != booking.Public || !slices.Contains(locales.Languages(), lang) {
		return
	}
	before := x.Lang
	x.Lang = lang
	x.remark("language.followed", "Before", locales.Name(before))
}
