package dialogs

import (
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// dayNeed is what has to be looked up for [ShowDay].
func dayNeed(office booking.OfficeID, day booking.Date) Need {
	return Need{
		Offices: []booking.OfficeID{office}, From: day, To: day,
		Staff: StaffNeed{Office: office, From: day, To: day},
	}
}

// ShowDay is the plan of an office's day, for all who may see it: how many come
// and have come, who could not be told, what is closed, and who comes when.
// Names stand in it only where names says so.
func ShowDay(f Facts, office booking.OfficeID, day booking.Date, names bool) View {
	o, ok := f.Town.Office(office)
	if !ok {
		return View{}
	}
	entries := f.entries(o, day)
	v := View{Title: locales.Say("staff.day", "Day", longDateOf(day), "Office", locales.Text(o.Name))}
	v.Body = append(f.braked(o, day), f.counts(o, day, entries)...)
	v.Body = append(v.Body, overrideLines(o, day)...)
	if len(entries) == 0 {
		v.Body = append(v.Body, locales.Say("staff.day.nothing"))
		return v
	}
	v.Table = f.dayTable(entries, names)
	return v
}

// braked says on the present day that new people are slowed down.
func (f Facts) braked(o *booking.Office, day booking.Date) []locales.Line {
	if f.Staff.Braked.IsZero() || day != o.Today(f.Now) {
		return nil
	}
	return []locales.Line{BrakeLine(o, f.Staff.Braked)}
}

// BrakeLine tells staff since when new people are slowed down, or that they are
// no more.
func BrakeLine(o *booking.Office, since time.Time) locales.Line {
	if since.IsZero() {
		return locales.Say("staff.unbraked")
	}
	return locales.Say("staff.day.braked", "Time", clockOf(since, o))
}

// entries is what is booked on a day, cancelled appointments left out.
func (f Facts) entries(o *booking.Office, day booking.Date) []Entry {
	var all []Entry
	for _, e := range f.Staff.Entries {
		if e.Office == o.ID && o.Today(e.Span.Start) == day && stands(e.State) {
			all = append(all, e)
		}
	}
	return all
}

// stands tells whether an appointment in this state is one of the day's.
func stands(s booking.State) bool {
	return s != booking.Held && s != booking.Expired && s != booking.Cancelled
}

// counts is how many of what there are.
func (f Facts) counts(o *booking.Office, day booking.Date, entries []Entry) []locales.Line {
	here, missed, told, untold := 0, 0, 0, locales.List{}
	for _, e := range entries {
		switch e.State {
		case booking.CheckedIn, booking.Called, booking.Finished:
			here++
		case booking.Missed:
			missed++
		}
		switch e.Told {
		case WasTold:
			told++
		case NotTold:
			untold = append(untold, locales.Plain(e.Number.String()))
		}
	}
	lines := []locales.Line{
		locales.Say("staff.day.counts", "Booked", len(entries), "Here", here, "Missed", missed, "Free", len(f.freeTimes(o, day))),
	}
	if len(entries) > 0 {
		lines = append(lines, locales.Say("staff.day.told", "Told", told, "Untold", len(untold)))
	}
	if len(untold) > 0 {
		lines = append(lines, locales.Say("staff.day.untold", "Numbers", untold))
	}
	return lines
}

// freeTimes is every time of a day at which something can still begin.
func (f Facts) freeTimes(o *booking.Office, day booking.Date) []time.Time {
	var all []time.Time
	for _, c := range quickest(o.ConcernsOn(day), func(c booking.Concern) string { return string(c.Skill) }) {
		all = append(all, f.startsOf(o, day, c)...)
	}
	slices.SortFunc(all, time.Time.Compare)
	return slices.CompactFunc(all, time.Time.Equal)
}

// quickest is, of concerns that are of one kind, the one that takes least.
func quickest(concerns []booking.Concern, kind func(booking.Concern) string) []booking.Concern {
	var all []booking.Concern
	for _, c := range concerns {
		i := slices.IndexFunc(all, func(x booking.Concern) bool { return kind(x) == kind(c) })
		switch {
		case i < 0:
			all = append(all, c)
		case c.First < all[i].First:
			all[i] = c
		}
	}
	return all
}

// startsOf is when one case of a concern can begin on a day.
func (f Facts) startsOf(o *booking.Office, day booking.Date, c booking.Concern) []time.Time {
	for _, b := range f.Booked {
		if b.Office == o.ID && b.Day == day {
			r := booking.Request{Length: c.Takes(1), Skills: []booking.Skill{c.Skill}, Audience: booking.Staff}
			return o.Day(day, b.Busy).Starts(r, f.Now)
		}
	}
	return nil
}

// overrideLines is what is closed on a day, and which hours are extra.
func overrideLines(o *booking.Office, day booking.Date) []locales.Line {
	var lines []locales.Line
	if reason, off := o.Calendar.DayOff(day); off && len(reason) > 0 {
		lines = append(lines, locales.Say("staff.day.holiday", "Reason", locales.Text(reason)))
	}
	for _, c := range o.Calendar.ClosuresOn(day) {
		lines = append(lines, locales.Say("staff.day.closed",
			"Hours", hoursLine(c.Hours), "Desk", deskLine(o, c.Desk), "Reason", reasonLine(c.Reason)))
	}
	for _, e := range extraOn(o, day) {
		lines = append(lines, locales.Say("staff.day.extra", "Hours", hoursLine(booking.Hours{From: e.Shift.From, To: e.Shift.To})))
	}
	return lines
}

func extraOn(o *booking.Office, day booking.Date) []booking.ExtraHours {
	return slices.DeleteFunc(slices.Clone(o.Calendar.Extra), func(e booking.ExtraHours) bool { return e.Day != day })
}

// reasonLine is why something is closed; of a clerk's own words, which have no
// language, what can be shown.
func reasonLine(reason booking.Text) locales.Line {
	safe := booking.Text{}
	for lang, words := range reason {
		safe[lang] = understand.OneLine(words)
	}
	if len(safe) == 0 {
		return locales.Say("staff.no_reason")
	}
	return say(safe)
}

// dayTable is the appointments of a day, one a row.
func (f Facts) dayTable(entries []Entry, names bool) Table {
	table := Table{Head: []locales.Line{
		locales.Say("staff.head.time"), locales.Say("staff.head.number"), locales.Say("staff.head.concerns"),
		locales.Say("staff.head.persons"), locales.Say("staff.head.state"), locales.Say("staff.head.coming"),
	}}
	if names {
		table.Head = append(table.Head, locales.Say("staff.head.name"))
	}
	for _, e := range entries {
		row := []locales.Line{
			locales.Say("time.choice", "Time", locales.BareClock(e.Span.Start.In(f.zone(e.Appointment)))),
			locales.Plain(callName(e.Appointment)), itemsLine(e.Items), locales.Say("choice.number", "Number", e.Persons),
			stateLine(e.State), comingLine(e),
		}
		if names {
			row = append(row, visitorLine(e.Appointment))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// stateLine names where an appointment stands.
func stateLine(s booking.State) locales.Line {
	switch s {
	case booking.CheckedIn:
		return locales.Say("staff.state.here")
	case booking.Called:
		return locales.Say("staff.state.called")
	case booking.Finished:
		return locales.Say("staff.state.finished")
	case booking.Missed:
		return locales.Say("staff.state.missed")
	case booking.Cancelled:
		return locales.Say("staff.state.cancelled")
	case booking.Held, booking.Expired:
		return locales.Say("staff.state.held")
	}
	return locales.Say("staff.state.booked")
}

// comingLine is what the holder has said about coming, as long as they are not
// there, or that nobody could tell them.
func comingLine(e Entry) locales.Line {
	switch {
	case e.Told == NotTold:
		return locales.Say("staff.coming.untold")
	case e.State == booking.CheckedIn, e.State == booking.Called, e.State == booking.Finished:
		return locales.Line{}
	case e.Late > 0:
		return locales.Say("staff.coming.late", "Length", locales.Minutes(e.Late.Minutes()))
	case e.Coming:
		return locales.Say("staff.coming.yes")
	}
	return locales.Line{}
}
