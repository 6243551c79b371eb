package dialogs

import (
	"slices"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffFreeStep shows what is free on a day, for each category by what takes least
// of it.
type staffFreeStep struct{}

func (staffFreeStep) name() string { return "free" }

const (
	freePrefix = "free:"
	freeShown  = 6 // times of each category
)

func (staffFreeStep) need(t *talk) Need {
	day := t.lookedAt()
	return Need{Offices: []booking.OfficeID{t.workOffice().ID}, From: day, To: day}
}

func (staffFreeStep) show(t *talk) View {
	o, day := t.workOffice(), t.lookedAt()
	v := View{
		Title: locales.Say("staff.free", "Day", longDateOf(day), "Office", locales.Text(o.Name)),
		Body:  overrideLines(o, day),
		Ask:   locales.Say("staff.free_ask"),
	}
	if part := t.Work.Part; part != (booking.Hours{}) {
		v.Body = append(v.Body, locales.Say("staff.free.part", "Hours", hoursLine(part)))
	}
	if len(t.facts.freeTimes(o, day)) == 0 {
		v.Body = append(v.Body, locales.Say("staff.free.nothing"))
	} else {
		v.Table = t.facts.freeTable(o, day, t.Work.Part)
	}
	if t.facts.allows(booking.Clerk) && !day.Before(t.today()) {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: bookOnChoice, Label: locales.Say("staff.book_on")}}})
	}
	v.Groups = append(v.Groups, Group{Columns: 2, Choices: []Choice{
		{ID: freePrefix + day.Add(-1).String(), Label: locales.Say("staff.day_before")},
		{ID: freePrefix + day.Add(1).String(), Label: locales.Say("staff.day_after")},
	}}, t.wayOut())
	return v
}

// lookAtFree looks at what is free on a day, or in a part of it.
func (t *talk) lookAtFree(e understand.StaffCommand) {
	t.lookAt(staffFreeScreen, t.dayMeant(e))
	t.Work.Part = e.Hours
}

// freeTable is what is free on a day for each category, in a part of it where one is given.
func (f Facts) freeTable(o *booking.Office, day booking.Date, part booking.Hours) Table {
	table := Table{Head: []locales.Line{
		locales.Say("staff.head.category"), locales.Say("staff.head.length"), locales.Say("staff.head.free"), locales.Say("staff.head.times"),
	}}
	for _, c := range quickest(o.ConcernsOn(day), func(c booking.Concern) string { return string(c.Category) }) {
		starts := f.startsOf(o, day, c)
		if part != (booking.Hours{}) {
			starts = slices.DeleteFunc(slices.Clone(starts), func(s time.Time) bool {
				at := booking.ClockOf(s, o.Calendar.Zone)
				return at < part.From || at >= part.To
			})
		}
		table.Rows = append(table.Rows, []locales.Line{
			categoryLine(o, c.Category), locales.Say("late.by", "Length", locales.Minutes(c.Takes(1).Minutes())),
			locales.Say("choice.number", "Number", len(starts)), timesLine(o, starts),
		})
	}
	return table
}

func categoryLine(o *booking.Office, id booking.CategoryID) locales.Line {
	for _, c := range o.Categories {
		if c.ID == id {
			return say(c.Name)
		}
	}
	return locales.Plain(string(id))
}

// timesLine is the first of some times.
func timesLine(o *booking.Office, starts []time.Time) locales.Line {
	var times locales.List
	for _, s := range quarters(starts)[:min(freeShown, len(quarters(starts)))] {
		times = append(times, locales.BareClock(s.In(o.Calendar.Zone)))
	}
	if len(times) == 0 {
		return locales.Line{}
	}
	return locales.Say("staff.times", "Times", times)
}

func (staffFreeStep) choose(t *talk, id string) bool {
	if id == bookOnChoice {
		if t.may(booking.Clerk) {
			t.bookFor(t.lookedAt())
		}
		return true
	}
	return strings.HasPrefix(id, freePrefix) && t.chooseDayShown(id)
}

func (staffFreeStep) hear(t *talk, said reading) { t.notUnderstood(said) }
