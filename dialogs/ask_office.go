package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// officeStep asks where, if more than one office serves what is wanted, and
// says where it is soonest.
type officeStep struct{}

func (officeStep) name() string { return "office" }

const officePrefix = "office:"

func (officeStep) need(t *talk) Need { return t.window(t.offices()) }

func (officeStep) open(t *talk) bool { return t.Draft.Office == "" && len(t.offices()) > 1 }

func (officeStep) reopen(t *talk) bool {
	given := t.Draft.Office != ""
	t.Draft.Office = ""
	return given
}

func (officeStep) show(t *talk) View {
	var choices []Choice
	for _, id := range t.offices() {
		o, _ := t.facts.Town.Office(id)
		choices = append(choices, Choice{ID: officePrefix + string(id), Label: t.soonest(o)})
	}
	return View{
		Ask:    locales.Say("office.ask"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

// soonest is an office with its first free time.
func (t *talk) soonest(o *booking.Office) locales.Line {
	days := t.freeDays(o, 1)
	if len(days) == 0 {
		return locales.Say("office.full", "Office", locales.Text(o.Name))
	}
	return locales.Say("office.from", "Office", locales.Text(o.Name),
		"Day", shortDateOf(days[0].day), "Time", clockOf(days[0].starts[0], o))
}

func (officeStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, officePrefix)
	if !ok {
		return false
	}
	if _, known := t.facts.Town.Office(booking.OfficeID(name)); !known {
		return false
	}
	t.Draft.Office = booking.OfficeID(name)
	return true
}

func (officeStep) hear(t *talk, said reading) {
	var meant []booking.OfficeID
	for _, id := range t.offices() {
		o, _ := t.facts.Town.Office(id)
		if said.names(o.Name) {
			meant = append(meant, id)
		}
	}
	if len(meant) != 1 {
		t.miss("remark.choose")
		return
	}
	t.Draft.Office = meant[0]
}
