package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// clerk tells whether somebody of the staff talks.
func (t *talk) clerk() bool { return t.facts.Staff.Clerk.Chat != Chat{} }

// audience is as whom whoever talks books.
func (t *talk) audience() booking.Audience {
	if t.clerk() {
		return booking.Staff
	}
	return booking.Public
}

// allows tells whether the clerk's role is enough.
func (t *talk) allows(needed booking.Role) bool { return t.facts.Staff.Clerk.Role.Allows(needed) }

// may is allows, with a sentence for whom it is not.
func (t *talk) may(needed booking.Role) bool {
	if t.allows(needed) {
		return true
	}
	t.remark("staff.not_allowed", "Role", roleLine(needed))
	return false
}

// inHand finds an appointment among what was looked up for a clerk.
func (t *talk) inHand(id booking.AppointmentID) (booking.Appointment, bool) {
	if c := t.facts.Staff.Appointment; c != nil && c.Appointment.ID == id {
		return c.Appointment, true
	}
	for _, e := range slices.Concat(t.facts.Staff.Found, t.facts.Staff.Similar) {
		if e.ID == id {
			return e.Appointment, true
		}
	}
	return booking.Appointment{}, false
}

// roleLine names a role.
func roleLine(r booking.Role) locales.Line {
	switch r {
	case booking.Viewer:
		return locales.Say("staff.role.viewer")
	case booking.Clerk:
		return locales.Say("staff.role.clerk")
	case booking.Lead:
		return locales.Say("staff.role.lead")
	}
	return locales.Say("staff.role.none")
}

// bureau is the office that the clerk looks at.
func (t *talk) bureau() *booking.Office {
	if o, ok := t.facts.Town.Office(t.Work.Office); ok {
		return o
	}
	return t.facts.Town.Offices[0]
}

func (t *talk) today() booking.Date { return t.bureau().Today(t.facts.Now) }

// deskLine names a desk of the office.
func deskLine(o *booking.Office, id booking.DeskID) locales.Line {
	for _, d := range o.Desks {
		if d.ID == id {
			return say(d.Name)
		}
	}
	return locales.Say("staff.all_desks")
}

// deskNames is the names of all desks of the office.
func deskNames(o *booking.Office) locales.List {
	var names locales.List
	for _, d := range o.Desks {
		names = append(names, say(d.Name))
	}
	return names
}

// plain is a text of somebody's own, without what steers a screen.
func plain(text string) locales.Line { return locales.Plain(understand.OneLine(text)) }

// clerkNeeds is which facts a clerk's turn has to look up.
func (t *talk) clerkNeeds(event Event) Need {
	if said, ok := event.(Said); ok {
		t.arrive(said.Office)
	}
	need := t.forStaff(t.step().need(t))
	switch e := event.(type) {
	case nil:
		return need
	case Said:
		return t.errandNeed(need, e.Text)
	case Asked, Tapped:
		// No days: what is tapped was looked at before. Only at the desk it
		// matters who is there now.
		need.From, need.To, need.Staff.Closing = booking.Date{}, booking.Date{}, Closing{}
		if t.Screen != queueScreen {
			need.Staff.From, need.Staff.To = booking.Date{}, booking.Date{}
		}
		return need
	}
	return Need{}
}

// forStaff turns what a question wants to know of the person's appointments
// into the one that the clerk has in hand.
func (t *talk) forStaff(n Need) Need {
	if n.Appointments {
		n.Staff.Appointment = t.Chosen
		if t.Draft.Moving != 0 && (t.Screen == noScreen || t.Screen == resumeScreen) {
			n.Staff.Appointment = t.Draft.Moving
		}
	}
	n.Appointments, n.Waiting = false, false
	if n.Staff != (StaffNeed{}) {
		n.Staff.Office = t.bureau().ID
	}
	return n
}

// errandNeed adds what an errand names.
func (t *talk) errandNeed(need Need, text string) Need {
	e, _ := t.readErrand(text)
	switch {
	case e.Number != "":
		need.Staff.Find, need.Staff.Office = string(e.Number), t.bureau().ID
	case e.Do == understand.ToAppoint:
		need.Staff.Colleagues, need.Staff.Office = true, t.bureau().ID
	case e.Do == understand.ToCall:
		need.Staff.From, need.Staff.To, need.Staff.Office = t.today(), t.today(), t.bureau().ID
	}
	return need
}

func (t *talk) readErrand(text string) (understand.StaffCommand, error) {
	return understand.ReadErrand(text, t.Lang, t.today(), t.bureau().Desks)
}

// strangerStep is what somebody sees whom no lead has given a role.
type strangerStep struct{}

func (strangerStep) need(*talk) Need { return Need{Staff: StaffNeed{Colleagues: true}} }

func (strangerStep) show(t *talk) View {
	v := View{
		Title:  locales.Say("staff.stranger", "Name", plain(t.facts.Staff.Clerk.Name)),
		Ask:    locales.Say("staff.ask_somebody"),
		Groups: []Group{navigation(homeChoice)},
	}
	if leads := t.leads(); len(leads) > 0 {
		v.Ask = locales.Say("staff.ask_lead", "Leads", leads)
	}
	v.Groups[0].Choices = append(v.Groups[0].Choices, otherLanguages(t.Lang)...)
	return v
}

// leads is who can give roles.
func (t *talk) leads() locales.List {
	var names locales.List
	for _, c := range t.facts.Staff.Colleagues {
		if c.Role == booking.Lead {
			names = append(names, plain(c.Name))
		}
	}
	return names
}

// choose looks again: the step is another one as soon as there is a role.
func (strangerStep) choose(t *talk, id string) bool {
	if strings.HasPrefix(id, languagePrefix) {
		return false
	}
	t.remark("staff.still_stranger")
	return true
}

func (strangerStep) hear(t *talk, _ string) { t.remark("staff.still_stranger") }

// bureauStep asks which office a clerk works for, where there are several.
type bureauStep struct{}

const bureauChoice = "bureau"

func (bureauStep) need(*talk) Need { return Need{} }

func (bureauStep) show(t *talk) View {
	var choices []Choice
	for _, o := range t.facts.Town.Offices {
		choices = append(choices, Choice{
			ID: officePrefix + string(o.ID), Label: say(o.Name), Marked: o.ID == t.bureau().ID,
		})
	}
	return View{Ask: locales.Say("staff.ask_bureau"), Groups: []Group{list(choices...), navigation(homeChoice)}}
}

func (bureauStep) choose(t *talk, id string) bool {
	name, ok := strings.CutPrefix(id, officePrefix)
	if !ok {
		return false
	}
	t.settle(booking.OfficeID(name))
	t.Screen = noScreen
	return true
}

func (bureauStep) hear(t *talk, text string) { t.unheard(text) }

// settle makes an office the clerk's.
func (t *talk) settle(id booking.OfficeID) {
	known := slices.ContainsFunc(t.facts.Town.Offices, func(o *booking.Office) bool { return o.ID == id })
	if known && id != t.bureau().ID {
		t.Work = Workplace{Office: id, Among: t.Work.Among}
	}
}

// arrive has a clerk work for the office in whose channel they type, with a
// clean desk. Who stays there keeps the office that they choose themselves.
func (t *talk) arrive(among booking.OfficeID) {
	if among == "" || among == t.Work.Among {
		return
	}
	t.Work.Among = among
	if among != t.bureau().ID {
		t.reset()
		t.settle(among)
	}
}
