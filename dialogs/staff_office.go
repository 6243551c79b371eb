package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// staffOfficeStep asks which office a clerk works for, where there are several.
type staffOfficeStep struct{}

func (staffOfficeStep) name() string { return "bureau" }

const staffOfficeChoice = "bureau"

func (staffOfficeStep) need(*talk) Need { return Need{} }

func (staffOfficeStep) show(t *talk) View {
	var choices []Choice
	for _, o := range t.facts.Town.Offices {
		choices = append(choices, Choice{
			ID: officePrefix + string(o.ID), Label: say(o.Name), Marked: o.ID == t.workOffice().ID,
		})
	}
	return View{Ask: locales.Say("staff.ask_office"), Groups: []Group{list(choices...), navigation(homeChoice)}}
}

func (staffOfficeStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, officePrefix)
	if !ok || !t.hasOffice(booking.OfficeID(name)) {
		return false
	}
	t.settle(booking.OfficeID(name))
	t.Screen = noScreen
	return true
}

func (staffOfficeStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// settle makes an office the clerk's.
func (t *talk) settle(id booking.OfficeID) {
	if t.hasOffice(id) && id != t.workOffice().ID {
		t.Work = Workplace{Office: id, Among: t.Work.Among}
	}
}

// hasOffice tells whether the town has an office of that ID.
func (t *talk) hasOffice(id booking.OfficeID) bool {
	return slices.ContainsFunc(t.facts.Town.Offices, func(o *booking.Office) bool { return o.ID == id })
}

// arrive has a clerk work for the office in whose channel they type, with a
// clean desk. Who stays there keeps the office that they choose themselves.
func (t *talk) arrive(among booking.OfficeID) {
	if among == "" || among == t.Work.Among {
		return
	}
	t.Work.Among = among
	if among != t.workOffice().ID {
		t.reset()
		t.settle(among)
	}
}
