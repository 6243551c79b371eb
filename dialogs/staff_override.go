package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// beginOverride takes over what a command says of a closure or extra hours; what
// it does not say is asked.
func (t *talk) beginOverride(m Task, e understand.StaffCommand) {
	if !t.may(booking.Clerk) || t.busy() {
		return
	}
	t.undertake(m)
	t.Work.OverrideDraft = OverrideDraft{Day: e.Day, Hours: e.Hours, Desk: e.Desk, Reason: e.Words, Internal: e.Internal}
	if m == closingTask && !e.Day.IsZero() && e.Hours == (booking.Hours{}) {
		t.Work.OverrideDraft.Hours = booking.AllDay()
	}
	t.Work.OverrideDraft.Placed, t.Work.OverrideDraft.For = !e.Day.IsZero(), e.Internal || !e.Day.IsZero()
}

// overrideTitle says which override is under way.
func (t *talk) overrideTitle() locales.Line {
	if t.Work.Task == closingTask {
		return locales.Say("staff.closing")
	}
	return locales.Say("staff.opening")
}

// overrideDayStep asks for the day of a closure or of extra hours.
type overrideDayStep struct{}

func (overrideDayStep) name() string { return "layDay" }

const daysProposed = 7

func (overrideDayStep) need(*talk) Need { return Need{} }

func (overrideDayStep) open(t *talk) bool { return t.Work.OverrideDraft.Day.IsZero() }

func (overrideDayStep) reopen(t *talk) bool {
	given := !t.Work.OverrideDraft.Day.IsZero()
	t.Work.OverrideDraft.Day = booking.Date{}
	return given
}

func (overrideDayStep) show(t *talk) View {
	var choices []Choice
	for i := range daysProposed {
		day := t.today().Add(i)
		choices = append(choices, Choice{ID: dayPrefix + day.String(), Label: locales.Say("time.title", "Day", dateOf(day))})
	}
	return View{
		Title: t.overrideTitle(), Ask: locales.Say("staff.override_day"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

func (overrideDayStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, dayPrefix)
	day, err := booking.ParseDate(name)
	if !ok || err != nil {
		return false
	}
	t.Work.OverrideDraft.Day = day
	return true
}

func (overrideDayStep) hear(t *talk, said reading) {
	day, err := said.day(t.today())
	switch {
	case errors.Is(err, understand.ErrNoSuchDay):
		t.remark("day.no_such")
	case errors.Is(err, understand.ErrWrongWeekday):
		t.remark("day.wrong_weekday", "Day", dateOf(day))
	case errors.Is(err, understand.ErrPast):
		t.remark("day.past", "Day", longDateOf(day))
	case err != nil:
		t.miss("day.not_understood")
	default:
		t.Work.OverrideDraft.Day = day
	}
}

// overrideHoursStep asks from when to when.
type overrideHoursStep struct{}

func (overrideHoursStep) name() string { return "layHours" }

const hoursPrefix = "hours:"

func (overrideHoursStep) need(*talk) Need { return Need{} }

func (overrideHoursStep) open(t *talk) bool { return t.Work.OverrideDraft.Hours == (booking.Hours{}) }

func (overrideHoursStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Hours != booking.Hours{}
	t.Work.OverrideDraft.Hours = booking.Hours{}
	return given
}

// proposedHours is the hours closed most, by the choice's ID.
var proposedHours = []struct {
	id    string
	hours booking.Hours
}{
	{hoursPrefix + "day", booking.AllDay()},
	{hoursPrefix + "am", booking.Hours{From: 0, To: 12 * 60}},
	{hoursPrefix + "pm", booking.Hours{From: 12 * 60, To: booking.Midnight}},
}

func (overrideHoursStep) show(t *talk) View {
	v := View{Title: t.overrideTitle(), Body: []locales.Line{dateTitle(t.Work.OverrideDraft.Day)}, Ask: locales.Say("staff.override_hours"), Typing: true}
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

func (overrideHoursStep) choose(t *talk, id string) bool {
	for _, p := range proposedHours {
		if p.id == id && t.Work.Task == closingTask {
			t.Work.OverrideDraft.Hours = p.hours
			return true
		}
	}
	return false
}

func (overrideHoursStep) hear(t *talk, said reading) {
	hours, ok := said.hours()
	if !ok {
		hours, ok = t.spanIn(said)
		if t.Work.Task == closingTask {
			hours = understand.ToTheEnds(hours)
		}
	}
	if !ok {
		t.miss("staff.no_hours")
		return
	}
	t.Work.OverrideDraft.Hours = hours
}

// spanIn is the hours that an answer names with one end, or by a part of the day:
// "ab 14 Uhr", "vormittags".
func (t *talk) spanIn(said reading) (booking.Hours, bool) {
	windows := values[understand.HoursValue](t.understood(said.text, understand.ExpectWhen, View{}))
	if len(windows) != 1 || len(windows[0].Window.Spans) != 1 {
		return booking.Hours{}, false
	}
	return windows[0].Window.Spans[0], true
}

// overrideDeskStep asks for which desk, or for all.
type overrideDeskStep struct{}

func (overrideDeskStep) name() string { return "layDesk" }

const (
	deskPrefix     = "desk:"
	allDesksChoice = deskPrefix // and no name
)

func (overrideDeskStep) need(*talk) Need { return Need{} }

func (overrideDeskStep) open(t *talk) bool { return !t.Work.OverrideDraft.Placed }

func (overrideDeskStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Placed
	t.Work.OverrideDraft.Placed, t.Work.OverrideDraft.Desk = false, ""
	return given
}

func (overrideDeskStep) show(t *talk) View {
	choices := []Choice{{ID: allDesksChoice, Label: locales.Say("staff.all_desks")}}
	choices = append(choices, deskChoices(t.workOffice())...)
	return View{
		Title: t.overrideTitle(), Body: []locales.Line{t.overrideWhen()}, Ask: locales.Say("staff.override_desk"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

// overrideWhen is day and hours of the override under way.
func (t *talk) overrideWhen() locales.Line {
	l := t.Work.OverrideDraft
	return locales.Say("staff.override_when", "Day", longDateOf(l.Day), "Hours", hoursLine(l.Hours))
}

func (overrideDeskStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, deskPrefix)
	if !ok || name != "" && !hasDesk(t.workOffice(), booking.DeskID(name)) {
		return false
	}
	t.Work.OverrideDraft.Desk, t.Work.OverrideDraft.Placed = booking.DeskID(name), true
	return true
}

// hear takes the beginning of one desk's name, or of "all desks".
func (s overrideDeskStep) hear(t *talk, said reading) {
	if id, ok := said.begins(s.show(t)); ok {
		s.choose(t, id)
		return
	}
	t.miss("remark.choose")
}
