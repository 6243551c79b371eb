package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// beginLaying takes over what an errand says of a closure or extra hours; what
// it does not say is asked.
func (t *talk) beginLaying(m Task, e understand.StaffCommand) {
	if !t.may(booking.Clerk) || t.busy() {
		return
	}
	t.begin(m)
	t.Work.OverrideDraft = OverrideDraft{Day: e.Day, Hours: e.Hours, Desk: e.Desk, Reason: e.Words, Internal: e.Internal}
	if m == closingTask && !e.Day.IsZero() && e.Hours == (booking.Hours{}) {
		t.Work.OverrideDraft.Hours = booking.AllDay()
	}
	t.Work.OverrideDraft.Placed, t.Work.OverrideDraft.For = !e.Day.IsZero(), e.Internal || !e.Day.IsZero()
}

// layingTitle says what is in the making.
func (t *talk) layingTitle() locales.Line {
	if t.Work.Task == closingTask {
		return locales.Say("staff.closing")
	}
	return locales.Say("staff.opening")
}

// layDayStep asks for the day of a closure or of extra hours.
type layDayStep struct{}

const daysProposed = 7

func (layDayStep) need(*talk) Need { return Need{} }

func (layDayStep) open(t *talk) bool { return t.Work.OverrideDraft.Day.IsZero() }

func (layDayStep) reopen(t *talk) bool {
	given := !t.Work.OverrideDraft.Day.IsZero()
	t.Work.OverrideDraft.Day = booking.Date{}
	return given
}

func (layDayStep) show(t *talk) View {
	var choices []Choice
	for i := range daysProposed {
		day := t.today().Add(i)
		choices = append(choices, Choice{ID: dayPrefix + day.String(), Label: locales.Say("time.title", "Day", dateOf(day))})
	}
	return View{
		Title: t.layingTitle(), Ask: locales.Say("staff.lay_day"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

func (layDayStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, dayPrefix)
	day, err := booking.ParseDate(name)
	if !ok || err != nil {
		return false
	}
	t.Work.OverrideDraft.Day = day
	return true
}

func (layDayStep) hear(t *talk, text string) {
	day, err := understand.Day(text, t.Lang, t.today())
	switch {
	case errors.Is(err, understand.ErrNoSuchDay):
		t.remark("day.no_such")
	case errors.Is(err, understand.ErrWrongWeekday):
		t.remark("day.wrong_weekday", "Day", dateOf(day))
	case errors.Is(err, understand.ErrPast):
		t.remark("day.past", "Day", longDateOf(day))
	case err != nil:
		t.remark("day.not_understood")
	default:
		t.Work.OverrideDraft.Day = day
	}
}

// layHoursStep asks from when to when.
type layHoursStep struct{}

const hoursPrefix = "hours:"

func (layHoursStep) need(*talk) Need { return Need{} }

func (layHoursStep) open(t *talk) bool { return t.Work.OverrideDraft.Hours == (booking.Hours{}) }

func (layHoursStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Hours != booking.Hours{}
	t.Work.OverrideDraft.Hours = booking.Hours{}
	return given
}

// proposedHours is what is laid down most, by the choice's ID.
var proposedHours = []struct {
	id    string
	hours booking.Hours
}{
	{hoursPrefix + "day", booking.AllDay()},
	{hoursPrefix + "am", booking.Hours{From: 0, To: 12 * 60}},
	{hoursPrefix + "pm", booking.Hours{From: 12 * 60, To: booking.Midnight}},
}

func (layHoursStep) show(t *talk) View {
	v := View{Title: t.layingTitle(), Body: []locales.Line{dateTitle(t.Work.OverrideDraft.Day)}, Ask: locales.Say("staff.lay_hours"), Typing: true}
	if t.Work.Task == closingTask {
		v.Typing = false
		labels := []locales.Line{locales.Say("staff.all_day"), locales.Say("time.morning"), locales.Say("time.afternoon")}
		var choices []Choice
		for i, p := range proposedHours {
			choices = append(choices, Choice{ID: p.id, Label: labels[i]})
		}
		v.Groups = []Group{{Columns: 1, Choices: choices}}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

func (layHoursStep) choose(t *talk, id string) bool {
	for _, p := range proposedHours {
		if p.id == id && t.Work.Task == closingTask {
			t.Work.OverrideDraft.Hours = p.hours
			return true
		}
	}
	return false
}

func (layHoursStep) hear(t *talk, text string) {
	hours, ok := understand.Hours(text, t.Lang)
	if !ok {
		t.remark("staff.no_hours")
		return
	}
	t.Work.OverrideDraft.Hours = hours
}

// layDeskStep asks for which desk, or for all.
type layDeskStep struct{}

const (
	deskPrefix     = "desk:"
	allDesksChoice = deskPrefix // and no name
)

func (layDeskStep) need(*talk) Need { return Need{} }

func (layDeskStep) open(t *talk) bool { return !t.Work.OverrideDraft.Placed }

func (layDeskStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Placed
	t.Work.OverrideDraft.Placed, t.Work.OverrideDraft.Desk = false, ""
	return given
}

func (layDeskStep) show(t *talk) View {
	choices := []Choice{{ID: allDesksChoice, Label: locales.Say("staff.all_desks")}}
	choices = append(choices, deskChoices(t.bureau())...)
	return View{
		Title: t.layingTitle(), Body: []locales.Line{t.layingWhen()}, Ask: locales.Say("staff.lay_desk"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

func deskChoices(o *booking.Office) []Choice {
	var choices []Choice
	for _, d := range o.Desks {
		choices = append(choices, Choice{ID: deskPrefix + string(d.ID), Label: say(d.Name)})
	}
	return choices
}

// layingWhen is day and hours of what is in the making.
func (t *talk) layingWhen() locales.Line {
	l := t.Work.OverrideDraft
	return locales.Say("staff.lay_when", "Day", longDateOf(l.Day), "Hours", hoursLine(l.Hours))
}

func (layDeskStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, deskPrefix)
	if !ok || name != "" && !hasDesk(t.bureau(), booking.DeskID(name)) {
		return false
	}
	t.Work.OverrideDraft.Desk, t.Work.OverrideDraft.Placed = booking.DeskID(name), true
	return true
}

func hasDesk(o *booking.Office, id booking.DeskID) bool {
	for _, d := range o.Desks {
		if d.ID == id {
			return true
		}
	}
	return false
}

func (layDeskStep) hear(t *talk, _ string) { t.remark("remark.choose") }
