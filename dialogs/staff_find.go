package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// MostFound is how many appointments are shown of those that were looked for.
const MostFound = 20

// staffFindStep looks for appointments by number, name or mail address.
type staffFindStep struct{}

func (staffFindStep) name() string { return "find" }

func (staffFindStep) need(t *talk) Need {
	if t.Work.Query == "" {
		return Need{}
	}
	return Need{Staff: StaffNeed{Find: t.Work.Query}}
}

func (staffFindStep) show(t *talk) View {
	v := View{Title: locales.Say("staff.find"), Ask: locales.Say("staff.find_ask"), Typing: true}
	if t.Work.Query == "" {
		v.Groups = []Group{t.wayOut()}
		return v
	}
	found, similar := t.facts.Staff.Found, t.facts.Staff.Similar
	if m, told := t.meant(); told && isOfToday(m.Do) {
		found, similar = t.ofToday(found), t.ofToday(similar)
	}
	v.Title = locales.Say("staff.found", "Query", plain(t.Work.Query), "Count", len(found))
	v.Ask, v.Typing = t.askedWhich("staff.found_ask"), false
	switch {
	case len(found) == 0 && len(similar) > 0:
		found, v.Body = similar, []locales.Line{locales.Say("staff.found_similar")}
	case len(found) == 0:
		v.Ask = locales.Say("staff.found_none")
	case len(found) >= MostFound:
		v.Body = []locales.Line{locales.Say("staff.found_many", "Count", len(found))}
	}
	v.Table = t.facts.foundTable(found)
	v.Groups = append(t.entryChoices(found, booking.Date{}),
		Group{Columns: 1, Choices: []Choice{{ID: findChoice, Label: locales.Say("staff.find_other")}}}, t.wayOut())
	return v
}

// foundTable is what was found, with the day of each.
func (f Facts) foundTable(found []Entry) Table {
	if len(found) == 0 {
		return Table{}
	}
	table := f.dayTable(found, true)
	table.Head = append([]locales.Line{locales.Say("staff.head.day")}, table.Head...)
	for i, e := range found {
		day := locales.Say("day.short", "Day", shortDateOf(f.date(e.Appointment)))
		table.Rows[i] = append([]locales.Line{day}, table.Rows[i]...)
	}
	return table
}

func (staffFindStep) choose(t *talk, id string) bool { return t.chooseEntry(id) }

// hear takes what is to be found; a search that follows another takes its place. While a list is open a sentence is
// none: a question is answered, and what somebody comes for begins a booking.
func (staffFindStep) hear(t *talk, said reading) {
	if t.Work.Query != "" {
		if t.tellsOfCaller(said) {
			return
		}
		if !said.brief() {
			t.notUnderstood(said)
			return
		}
	}
	t.lookFor(said.sought())
}

// lookFor shows the appointments that are found, of which nothing is asked yet. Where the query is empty
// it asks for one.
func (t *talk) lookFor(query string) {
	t.Work.Query, t.Work.Page, t.Screen, t.Work.Meant = query, 0, staffFindScreen, Meant{}
}
