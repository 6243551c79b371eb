package dialogs

import (
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffColleaguesStep shows leads who has which role.
type staffColleaguesStep struct{}

func (staffColleaguesStep) name() string { return "colleagues" }

const colleaguePrefix = "who:"

func (staffColleaguesStep) need(*talk) Need { return Need{Staff: StaffNeed{Colleagues: true}} }

func (staffColleaguesStep) show(t *talk) View {
	v := View{Title: locales.Say("staff.colleagues"), Ask: locales.Say("staff.colleagues_ask")}
	var choices []Choice
	for i, c := range t.facts.Staff.Colleagues {
		choices = append(choices, Choice{
			ID:    colleaguePrefix + strconv.Itoa(i),
			Label: locales.Say("staff.colleague", "Name", plain(shortName(c.Name)), "Role", roleLine(c.Role)),
		})
	}
	if len(choices) > 0 {
		v.Groups = []Group{list(choices...)}
	}
	v.Groups = append(v.Groups, t.wayOut())
	return v
}

func (staffColleaguesStep) choose(t *talk, id string) bool {
	i, ok := numbered(id, colleaguePrefix)
	if !ok || i < 0 || int(i) >= len(t.facts.Staff.Colleagues) {
		return false
	}
	colleague := t.facts.Staff.Colleagues[i]
	switch {
	case !t.may(booking.Lead):
	case colleague.Chat == t.facts.Staff.Clerk.Chat:
		t.remark("staff.own_role")
	case colleague.Set:
		t.remark("staff.set_role", "Name", plain(colleague.Name))
	default:
		t.Work.Colleague, t.Screen = colleague, staffRoleScreen
	}
	return true
}

func (staffColleaguesStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// staffRoleStep asks which role a colleague is to have.
type staffRoleStep struct{}

func (staffRoleStep) name() string { return "colleague" }

const rolePrefix = "role:"

func (staffRoleStep) need(*talk) Need { return Need{} }

func (staffRoleStep) show(t *talk) View {
	colleague := t.Work.Colleague
	var choices []Choice
	for _, r := range append(booking.Roles(), booking.Stranger) {
		choices = append(choices, Choice{ID: rolePrefix + string(r), Label: roleLine(r), Marked: r == colleague.Role})
	}
	return View{
		Title:  locales.Say("staff.colleague", "Name", plain(colleague.Name), "Role", roleLine(colleague.Role)),
		Ask:    locales.Say("staff.role_ask"),
		Groups: []Group{list(choices...), navigation(backChoice, homeChoice)},
	}
}

func (staffRoleStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, rolePrefix)
	role := booking.Role(name)
	if !ok || role != booking.Stranger && !slices.Contains(booking.Roles(), role) {
		return false
	}
	t.giveRole(t.Work.Colleague, role)
	return true
}

func (staffRoleStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// appointColleague gives the role that a command names.
func (t *talk) appointColleague(e understand.StaffCommand) {
	switch {
	case e.Words == "":
		t.flow.travel(t, colleaguesChoice)
	case t.may(booking.Lead):
		t.giveRole(t.colleague(e.Words), e.Role)
	}
}

// colleague is who goes by a name; somebody who has never talked to us is
// known by it on the clerk's own network.
func (t *talk) colleague(name string) Colleague {
	for _, c := range t.facts.Staff.Colleagues {
		if sameName(c.Name, name) {
			return c
		}
	}
	if t.named.Chat != (Chat{}) {
		return t.named
	}
	return Colleague{Name: name}
}

// giveRole gives a colleague a role. One's own is for another lead to change,
// so that an office is never without one.
func (t *talk) giveRole(colleague Colleague, role booking.Role) {
	switch {
	case !t.may(booking.Lead):
	case colleague.Chat == Chat{}:
		t.remark("staff.no_colleague", "Name", plain(colleague.Name))
	case colleague.Chat == t.facts.Staff.Clerk.Chat:
		t.remark("staff.own_role")
	case colleague.Set:
		t.remark("staff.set_role", "Name", plain(colleague.Name))
	default:
		t.do(SetRole{Chat: colleague.Chat, Name: colleague.Name, Role: role})
	}
}

// colleagueAppointed shows the colleagues as they are now.
func (t *talk) colleagueAppointed(c SetRole) {
	t.Work.Colleague, t.Screen = Colleague{}, staffColleaguesScreen
	t.remark("staff.appointed", "Name", plain(c.Name), "Role", roleLine(c.Role))
}
