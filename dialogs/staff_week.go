package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/locales"
)

// staffWeekStep shows the days of a week, with how much is on each.
type staffWeekStep struct{}

func (staffWeekStep) name() string { return "week" }

const weekPrefix = "week:"

func (staffWeekStep) need(t *talk) Need {
	monday := mondayOf(t.lookedAt())
	n := dayNeed(t.workOffice().ID, monday)
	n.To = monday.Add(6)
	n.Staff.To = n.To
	return n
}

func (staffWeekStep) show(t *talk) View {
	o, monday := t.workOffice(), mondayOf(t.lookedAt())
	v := View{
		Title: locales.Say("staff.week", "Day", longDateOf(monday), "Office", locales.Text(o.Name)),
		Table: Table{Head: []locales.Line{
			locales.Say("staff.head.day"), locales.Say("staff.head.booked"), locales.Say("staff.head.free"), locales.Say("staff.head.remark"),
		}},
		Ask: locales.Say("staff.week_ask"),
	}
	var days []Choice
	for day := monday; !day.After(monday.Add(6)); day = day.Add(1) {
		entries := t.facts.entries(o, day)
		if len(entries) == 0 && len(o.Calendar.Shifts(day)) == 0 && len(overrideLines(o, day)) == 0 {
			continue // a day off
		}
		v.Table.Rows = append(v.Table.Rows, t.facts.weekRow(o, day, entries))
		days = append(days, Choice{ID: planPrefix + day.String(), Label: locales.Say("day.short", "Day", shortDateOf(day))})
	}
	v.Groups = []Group{list(days...), {Columns: 2, Choices: []Choice{
		{ID: weekPrefix + monday.Add(-7).String(), Label: locales.Say("staff.week_before")},
		{ID: weekPrefix + monday.Add(7).String(), Label: locales.Say("staff.week_after")},
	}}, t.wayOut()}
	return v
}

func (f Facts) weekRow(o *booking.Office, day booking.Date, entries []Entry) []locales.Line {
	row := []locales.Line{
		locales.Say("day.short", "Day", shortDateOf(day)),
		locales.Say("choice.number", "Number", len(entries)),
		locales.Say("choice.number", "Number", len(f.freeTimes(o, day))),
		{},
	}
	untold := slices.ContainsFunc(entries, func(e Entry) bool { return e.Told == NotTold })
	if lines := overrideLines(o, day); len(lines) > 0 {
		row[3] = lines[0]
	} else if untold {
		row[3] = locales.Say("staff.coming.untold")
	}
	return row
}

func (staffWeekStep) choose(t *talk, id string) bool { return t.chooseDayShown(id) }

func (staffWeekStep) hear(t *talk, said reading) { t.notUnderstood(said) }
