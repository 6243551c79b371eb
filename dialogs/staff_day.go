package dialogs

import (
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// staffDayStep shows the plan of a day to one clerk, with names, and lets them
// open what is on it.
type staffDayStep struct{}

func (staffDayStep) name() string { return "plan" }

const (
	planPrefix    = "plan:"
	entryPrefix   = "case:"
	closurePrefix = "laid:"
	extraPrefix   = "extra:"
	bookOnChoice  = "new:on"
	// mostListed is how many appointments a page lists; the rest is on further pages.
	mostListed = 20
)

func (staffDayStep) need(t *talk) Need { return dayNeed(t.workOffice().ID, t.lookedAt()) }

// lookedAt is the day that the clerk looks at.
func (t *talk) lookedAt() booking.Date {
	if t.Work.Day.IsZero() {
		return t.today()
	}
	return t.Work.Day
}

func (staffDayStep) show(t *talk) View {
	o, day := t.workOffice(), t.lookedAt()
	v := ShowDay(t.facts, o.ID, day, true)
	entries := t.facts.entries(o, day)
	v.Body = append(v.Body, unservedLines(o, entries)...)
	if part := t.Work.Part; part != (booking.Hours{}) {
		entries = t.within(entries, part)
		v.Body = append(v.Body, t.partLine(part, len(entries)))
		v.Table = t.facts.dayTable(entries, true)
	}
	v.Groups = append(t.undoable(), t.entryChoices(entries, day)...)
	v.Groups = append(v.Groups, t.overrideChoices(o, day)...)
	if t.facts.allows(booking.Clerk) && !day.Before(t.today()) {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{{ID: bookOnChoice, Label: locales.Say("staff.book_on")}}})
	}
	v.Groups = append(v.Groups, dayTurning(day), t.wayOut())
	v.Ask = t.askedWhich("staff.plan_ask")
	return v
}

// within is the appointments of a list that begin in a part of the day.
func (t *talk) within(entries []Entry, part booking.Hours) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool {
		at := booking.ClockOf(e.Span.Start, t.workOffice().Calendar.Zone)
		return at < part.From || at >= part.To
	})
}

// partLine says how many appointments begin in the part of a day, or at the time, that is looked at.
func (t *talk) partLine(part booking.Hours, count int) locales.Line {
	if part.To == part.From+1 {
		return locales.Say("staff.day.at", "Time", t.clockOn(t.lookedAt(), part.From), "Count", count)
	}
	return locales.Say("staff.day.part", "Hours", hoursLine(part), "Count", count)
}

// unservedLines names the appointments of a day that the office cannot serve.
func unservedLines(o *booking.Office, entries []Entry) []locales.Line {
	var numbers locales.List
	for _, e := range entries {
		if e.State == booking.Confirmed && o.Changes(e.Appointment).Closed {
			numbers = append(numbers, locales.Plain(e.Number.String()))
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	return []locales.Line{locales.Say("staff.plan_unserved", "Numbers", numbers)}
}

// dayTurning leads to the days around.
func dayTurning(day booking.Date) Group {
	return Group{Columns: 3, Choices: []Choice{
		{ID: planPrefix + day.Add(-1).String(), Label: locales.Say("staff.day_before")},
		{ID: planPrefix + day.Add(1).String(), Label: locales.Say("staff.day_after")},
		{ID: weekPrefix + day.String(), Label: locales.Say("staff.do.week")},
	}}
}

// entryChoices opens each appointment of a list, a page of them at a time. Where
// they are all of one day, only is that day.
func (t *talk) entryChoices(entries []Entry, only booking.Date) []Group {
	pages := (len(entries) + mostListed - 1) / mostListed
	if pages == 0 {
		return nil
	}
	from := t.Work.Page % pages * mostListed
	var choices []Choice
	for _, e := range entries[from:min(len(entries), from+mostListed)] {
		choices = append(choices, Choice{ID: entryPrefix + strconv.FormatInt(int64(e.ID), 10), Label: t.facts.entryLabel(e.Appointment, only)})
	}
	groups := []Group{list(choices...)}
	if pages > 1 {
		groups = append(groups, Group{Columns: 1, Choices: []Choice{{ID: moreChoice, Label: locales.Say("staff.more")}}})
	}
	return groups
}

// entryLabel names an appointment where one is to be chosen.
func (f Facts) entryLabel(a booking.Appointment, only booking.Date) locales.Line {
	name := visitorLine(a)
	if !a.IsTicket() {
		name = plain(shortName(a.Contact.Name))
	}
	if f.date(a) == only {
		return locales.Say("staff.appointment.today", "Time", f.timeOf(a), "Number", callName(a), "Name", name)
	}
	return locales.Say("staff.appointment.choice",
		"Day", shortDateOf(f.date(a)), "Time", f.timeOf(a), "Number", a.Number.String(), "Name", name)
}

// overrideChoices opens the overrides of a day.
func (t *talk) overrideChoices(o *booking.Office, day booking.Date) []Group {
	if !t.facts.allows(booking.Clerk) {
		return nil
	}
	g := Group{Columns: 1}
	for _, c := range o.Calendar.ClosuresOn(day) {
		if c.ID != 0 {
			g.Choices = append(g.Choices, Choice{
				ID:    closurePrefix + strconv.FormatInt(int64(c.ID), 10),
				Label: locales.Say("staff.closure", "Hours", hoursLine(c.Hours), "Desk", deskLine(o, c.Desk)),
			})
		}
	}
	for _, e := range extraOn(o, day) {
		if e.ID != 0 {
			extra := extraOf(e)
			g.Choices = append(g.Choices, Choice{
				ID:    extraPrefix + strconv.FormatInt(int64(e.ID), 10),
				Label: locales.Say("staff.withdraw", "Hours", hoursLine(extra.Hours), "Desk", deskLine(o, extra.Desk)),
			})
		}
	}
	if len(g.Choices) == 0 {
		return nil
	}
	return []Group{g}
}

func (staffDayStep) choose(t *talk, id string) bool {
	switch {
	case id == bookOnChoice:
		if t.may(booking.Clerk) {
			t.bookFor(t.lookedAt())
		}
		return true
	case strings.HasPrefix(id, closurePrefix):
		return t.chooseOverride(id, closurePrefix, staffClosureScreen)
	case strings.HasPrefix(id, extraPrefix):
		return t.chooseOverride(id, extraPrefix, staffWithdrawScreen)
	}
	return t.chooseDayShown(id) || t.chooseEntry(id)
}

func (t *talk) chooseOverride(id, prefix string, screen Screen) bool {
	n, ok := numbered(id, prefix)
	if ok {
		t.Work.Override, t.Screen = booking.OverrideID(n), screen
	}
	return ok
}

// chooseEntry opens an appointment that is listed, or turns to more.
func (t *talk) chooseEntry(id string) bool {
	if id == moreChoice {
		t.Work.Page++
		return true
	}
	n, ok := numbered(id, entryPrefix)
	if ok {
		t.openMeant(booking.AppointmentID(n))
	}
	return ok
}

// numbered is the number after a choice's prefix.
func numbered(id, prefix string) (int64, bool) {
	digits, ok := strings.CutPrefix(id, prefix)
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, ok && err == nil
}

// chooseDayShown turns to another day, or to its week.
func (t *talk) chooseDayShown(id string) bool {
	for _, to := range []struct {
		prefix string
		screen Screen
	}{{planPrefix, staffDayScreen}, {weekPrefix, staffWeekScreen}, {freePrefix, staffFreeScreen}} {
		name, ok := strings.CutPrefix(id, to.prefix)
		if !ok {
			continue
		}
		day, err := booking.ParseDate(name)
		if err != nil {
			return false
		}
		t.lookAt(to.screen, day)
		return true
	}
	return false
}

func (staffDayStep) hear(t *talk, said reading) { t.notUnderstood(said) }
