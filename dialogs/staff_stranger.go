package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// staffStrangerStep is what somebody without a role sees.
type staffStrangerStep struct{}

func (staffStrangerStep) name() string { return "stranger" }

func (staffStrangerStep) need(*talk) Need { return Need{Staff: StaffNeed{Colleagues: true}} }

func (staffStrangerStep) show(t *talk) View {
	v := View{
		Title:  locales.Say("staff.stranger", "Name", plain(t.facts.Staff.Clerk.Name)),
		Ask:    locales.Say("staff.ask_somebody"),
		Groups: []Group{navigation(homeChoice)},
	}
	if leads := t.facts.leads(); len(leads) > 0 {
		v.Ask = locales.Say("staff.ask_lead", "Leads", leads)
	}
	v.Groups[0].Choices = append(v.Groups[0].Choices, otherLanguages(t.Lang)...)
	return v
}

// leads is who can give roles.
func (f Facts) leads() locales.List {
	var names locales.List
	for _, c := range f.Staff.Colleagues {
		if c.Role == booking.Lead {
			names = append(names, plain(c.Name))
		}
	}
	return names
}

// choose looks again: the step is another one as soon as there is a role.
func (staffStrangerStep) choose(t *talk, id string) bool {
	if strings.HasPrefix(id, languagePrefix) {
		return false
	}
	t.remark("staff.still_stranger")
	return true
}

func (staffStrangerStep) hear(t *talk, _ reading) { t.remark("staff.still_stranger") }
