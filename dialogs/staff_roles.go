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
			Label: t.colleagueLabel(c),
		})
	}
	if len(choices) > 0 {
		v.Groups = []Group{list(choices...)}
	}
	v.Groups = append(v.Groups, t.wayOut())
	return v
}

// colleagueLabel names somebody with their role, and with the network and the
// account where another goes by the same name.
func (t *talk) colleagueLabel(who Colleague) locales.Line {
	for _, c := range t.facts.Staff.Colleagues {
		if c.Chat != who.Chat && sameName(c.Name, who.Name) {
			return locales.Say("staff.colleague_at", "Name", plain(shortName(who.Name)),
				"Account", plain(shortName(who.Chat.Channel+" "+who.Chat.Address)), "Role", roleLine(who.Role))
		}
	}
	return locales.Say("staff.colleague", "Name", plain(shortName(who.Name)), "Role", roleLine(who.Role))
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
		Title:  locales.Say("staff.account_role", "Account", accountLine(colleague), "Role", roleLine(colleague.Role)),
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
		colleague, ok := t.colleague(e.Words, e.Mention)
		if !ok {
			t.Screen = staffColleaguesScreen
			t.remark("staff.which_colleague", "Name", plain(e.Words))
			return
		}
		t.giveRole(colleague, e.Role)
	}
}

// colleague is who goes by a name today. The network says whose it is, and only
// where it does not, a name that is remembered counts: somebody may have changed
// theirs, and somebody else taken it. Of two accounts of one name it is the one
// on the clerk's own network; ok is false where that does not tell them apart.
func (t *talk) colleague(name string, mention bool) (_ Colleague, ok bool) {
	if t.named.Chat != (Chat{}) {
		return t.withRole(t.named), true
	}
	var own, others []Colleague
	for _, c := range t.facts.Staff.Colleagues {
		switch {
		case mention && c.Chat.Address != name:
			// The network was asked whose name it is, and nobody has it.
		case !sameName(c.Name, name):
		case c.Chat.Channel == t.facts.Staff.Clerk.Chat.Channel:
			own = append(own, c)
		default:
			others = append(others, c)
		}
	}
	if len(own) == 0 {
		own = others
	}
	switch len(own) {
	case 0:
		return Colleague{Name: name}, true
	case 1:
		return own[0], true
	}
	return Colleague{}, false
}

// withRole is an account with the role that it has.
func (t *talk) withRole(who Colleague) Colleague {
	for _, c := range t.facts.Staff.Colleagues {
		if c.Chat == who.Chat {
			who.Role, who.Set = c.Role, c.Set
			if who.Since.IsZero() {
				who.Since = c.Since
			}
		}
	}
	return who
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
		t.Work.Colleague = colleague
		t.do(SetRole{Chat: colleague.Chat, Name: colleague.Name, Role: role})
	}
}

// colleagueAppointed shows the colleagues as they are now, and says which account
// has the role.
func (t *talk) colleagueAppointed(c SetRole) {
	appointed := Colleague{Chat: c.Chat, Name: c.Name}
	if t.Work.Colleague.Chat == c.Chat {
		appointed = t.Work.Colleague
	}
	t.Work.Colleague, t.Screen = Colleague{}, staffColleaguesScreen
	t.remark("staff.appointed", "Account", accountLine(appointed), "Role", roleLine(c.Role))
}

// accountLine names an account so that it is taken for no other: its name and
// network, the person's full name, and since when it is known.
func accountLine(c Colleague) locales.Line {
	name, network := plain(c.Name), plain(c.Chat.Channel)
	full := c.FullName != "" && !sameName(c.FullName, c.Name)
	since := locales.LongDate(c.Since)
	switch {
	case full && !c.Since.IsZero():
		return locales.Say("staff.account_full_since", "Name", name, "Full", plain(c.FullName), "Network", network, "Day", since)
	case full:
		return locales.Say("staff.account_full", "Name", name, "Full", plain(c.FullName), "Network", network)
	case !c.Since.IsZero():
		return locales.Say("staff.account_since", "Name", name, "Network", network, "Day", since)
	}
	return locales.Say("staff.account", "Name", name, "Network", network)
}
