package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// dayStep asks for the day: the next ones with free times, or one that is
// typed.
type dayStep struct{}

func (dayStep) name() string { return "day" }

const (
	daysListed = 5  // at first
	mostDays   = 80 // when asked for more; networks limit the buttons of a message
)

func (dayStep) need(t *talk) Need { return t.window(t.firstOffice()) }

func (dayStep) open(t *talk) bool { return t.Draft.Day.IsZero() && t.Draft.Start.IsZero() }

// reopen goes back to the days, and from them to the times proposed.
func (dayStep) reopen(t *talk) bool {
	given := !t.Draft.Day.IsZero() || t.Draft.AllDays || t.Draft.ByDay
	if t.Draft.Day.IsZero() {
		t.Draft.ByDay = false
	}
	t.Draft.Day, t.Draft.AllDays = booking.Date{}, false
	t.Draft.ByHour, t.Draft.Hour = false, booking.Hours{}
	return given
}

func (dayStep) show(t *talk) View {
	o, ok := t.office()
	if !ok {
		return t.unserved()
	}
	days := t.freeDays(o, t.daysShown())
	if len(days) == 0 {
		return t.nothingFree(o)
	}
	v := View{Title: t.movedLine(), Ask: locales.Say("day.ask")}
	switch {
	case t.facts.Calendar:
		v.Groups = []Group{calendar(days)}
	case t.Draft.AllDays:
		v.Groups = months(days)
	case len(days) > daysListed:
		more := Choice{ID: moreChoice, Label: locales.Say("day.more")}
		v.Groups = []Group{dayList(days[:daysListed]), {Columns: 1, Choices: []Choice{more}}}
	default:
		v.Groups = []Group{dayList(days)}
	}
	if t.mayJoinList() {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: waitChoice, Label: locales.Say("wait.tell_me")}}})
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// daysShown is how many free days to look for: one more than are listed tells
// whether there are more.
func (t *talk) daysShown() int {
	if t.Draft.AllDays || t.facts.Calendar {
		return mostDays
	}
	return daysListed + 1
}

// dayList is days one below the other, with how many times are free.
func dayList(days []freeDay) Group {
	var choices []Choice
	for _, d := range days {
		choices = append(choices, Choice{
			ID:    dayPrefix + d.day.String(),
			Label: locales.Say("day.choice", "Day", dateOf(d.day), "Count", len(d.starts)),
		})
	}
	return list(choices...)
}

// calendar is all days with how many times are free on each.
func calendar(days []freeDay) Group {
	g := dayList(days)
	for i, d := range days {
		g.Choices[i].Label = locales.Say("day.short", "Day", dateOf(d.day))
		g.Choices[i].Note = locales.Say("day.free", "Count", len(d.starts))
	}
	return g
}

// months is days side by side, one group for each month.
func months(days []freeDay) []Group {
	var groups []Group
	for i, d := range days {
		if i == 0 || d.day.Month != days[i-1].day.Month {
			groups = append(groups, Group{
				Title:   locales.Say("day.month", "Month", locales.Month(noon(d.day))),
				Columns: 3,
			})
		}
		month := &groups[len(groups)-1]
		month.Choices = append(month.Choices, Choice{
			ID:    dayPrefix + d.day.String(),
			Label: locales.Say("day.short", "Day", shortDateOf(d.day)),
		})
	}
	return groups
}

// nothingFree is shown where no day has a free time left.
func (t *talk) nothingFree(o *booking.Office) View {
	v := View{
		Title: t.movedLine(),
		Ask:   t.nothingLine(o),
	}
	if t.mayJoinList() {
		v.Groups = []Group{list(Choice{ID: waitChoice, Label: locales.Say("wait.tell_me")})}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// nothingLine says that nothing is free, and only what really helps: there must be
// something that could be left out.
func (t *talk) nothingLine(o *booking.Office) locales.Line {
	last := dateOf(o.LastDay(t.facts.Now))
	a, _ := t.appointment(t.Draft.Moving)
	switch {
	case t.Draft.Moving != 0 && t.facts.unserved(a):
		return locales.Say("day.nothing_for_one", "Last", last, "Phone", o.Phone)
	case t.Draft.Moving != 0:
		return locales.Say("day.nothing_else", "Last", last, "Phone", o.Phone)
	case len(t.Draft.Wishes) == 1 && t.Draft.Wishes[0].Quantity < 2 && t.Draft.Persons < 2:
		return locales.Say("day.nothing_for_one", "Last", last, "Phone", o.Phone)
	}
	return locales.Say("day.nothing", "Last", last, "Phone", o.Phone)
}

func (dayStep) choose(t *talk, id string) bool {
	if id == moreChoice {
		t.Draft.AllDays = true
		return true
	}
	if id == waitChoice && t.mayJoinList() {
		t.waitAsWanted()
		return true
	}
	day, ok := dayOf(id)
	if ok {
		t.Draft.Day = day
	}
	return ok
}

func (dayStep) hear(t *talk, _ reading) { t.miss("day.not_understood") }

// whyNot says why nobody can be served by appointment on a day.
func (t *talk) whyNot(o *booking.Office, day booking.Date) (locales.Line, bool) {
	today, last := o.Today(t.facts.Now), o.LastDay(t.facts.Now)
	reason, closed := o.Calendar.ClosedBecause(day)
	switch {
	case day.Before(today):
		return locales.Say("day.past", "Day", longDateOf(day)), true
	case day.After(last):
		return locales.Say("day.too_far", "Day", longDateOf(day), "Last", dateOf(last), "Phone", o.Phone), true
	case closed && len(reason) > 0:
		return locales.Say("day.closed_because", "Day", dateOf(day), "Reason", locales.Text(reason)), true
	case o.Calendar.WalkInOnly(day):
		return locales.Say("day.walk_in", "Day", dateOf(day)), true
	case closed || len(o.Calendar.Shifts(day)) == 0:
		return locales.Say("day.closed", "Day", dateOf(day)), true
	}
	return t.undoneOn(o, day)
}
