package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

func deskChoices(o *booking.Office) []Choice {
	var choices []Choice
	for _, d := range o.Desks {
		choices = append(choices, Choice{ID: deskPrefix + string(d.ID), Label: say(d.Name)})
	}
	return choices
}

func hasDesk(o *booking.Office, id booking.DeskID) bool {
	for _, d := range o.Desks {
		if d.ID == id {
			return true
		}
	}
	return false
}

// staffDeskStep asks which desk a clerk serves.
type staffDeskStep struct{}

func (staffDeskStep) name() string { return "desk" }

func (staffDeskStep) need(t *talk) Need {
	m, _ := t.meant()
	return Need{Staff: StaffNeed{Appointment: m.Call}}
}

func (staffDeskStep) show(t *talk) View {
	return View{
		Ask:    locales.Say("staff.ask_desk"),
		Groups: []Group{list(deskChoices(t.workOffice())...), navigation(backChoice, homeChoice)},
	}
}

func (staffDeskStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, deskPrefix)
	if !ok || !hasDesk(t.workOffice(), booking.DeskID(name)) {
		return false
	}
	t.callWaiting(booking.DeskID(name))
	return true
}

func (staffDeskStep) hear(t *talk, said reading) { t.notUnderstood(said) }
