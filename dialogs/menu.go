package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// menuStep is where a clerk's talk begins.
type menuStep struct{}

const (
	todayChoice      = "today"
	tomorrowChoice   = "tomorrow"
	weekChoice       = "week"
	findChoice       = "find"
	freeChoice       = "free"
	newChoice        = "new"
	queueChoice      = "queue"
	closeChoice      = "close"
	openChoice       = "open"
	colleaguesChoice = "colleagues"
	trailChoice      = "trail"
)

func (menuStep) need(*talk) Need { return Need{} }

func (menuStep) show(t *talk) View {
	o := t.bureau()
	v := View{
		Title: locales.Say("staff.menu", "Office", locales.Text(o.Name)),
		Body:  []locales.Line{locales.Say("staff.now", "Day", dateOf(o.Today(t.facts.Now)), "Time", clockOf(t.facts.Now, o))},
		Ask:   locales.Say("staff.menu_ask"),
	}
	v.Groups = append(v.Groups, t.undoable()...)
	v.Groups = append(v.Groups, list(t.errands()...))
	help := Group{Columns: 2, Choices: append([]Choice{{ID: helpChoice, Label: locales.Say("staff.do.help")}}, otherLanguages(t.Lang)...)}
	v.Groups = append(v.Groups, help)
	return v
}

// errands is what the clerk's role lets them do from the menu.
func (t *talk) errands() []Choice {
	choices := []Choice{
		{ID: todayChoice, Label: locales.Say("staff.do.today")},
		{ID: tomorrowChoice, Label: locales.Say("staff.do.tomorrow")},
		{ID: weekChoice, Label: locales.Say("staff.do.week")},
		{ID: findChoice, Label: locales.Say("staff.do.find")},
		{ID: freeChoice, Label: locales.Say("staff.do.free")},
	}
	if t.allows(booking.Clerk) {
		choices = append(choices,
			Choice{ID: newChoice, Label: locales.Say("staff.do.new")},
			Choice{ID: queueChoice, Label: locales.Say("staff.do.queue")},
			Choice{ID: closeChoice, Label: locales.Say("staff.do.close")},
			Choice{ID: openChoice, Label: locales.Say("staff.do.open")},
		)
	}
	if t.allows(booking.Lead) {
		choices = append(choices,
			Choice{ID: colleaguesChoice, Label: locales.Say("staff.do.colleagues")},
			Choice{ID: trailChoice, Label: locales.Say("staff.do.trail")},
		)
	}
	if len(t.facts.Town.Offices) > 1 {
		choices = append(choices, Choice{ID: bureauChoice, Label: locales.Say("staff.do.bureau")})
	}
	return choices
}

func (menuStep) choose(*talk, string) bool { return false }

func (menuStep) hear(t *talk, text string) { t.unheard(text) }

// travelStaff carries out the choices that are the same in every step of a
// clerk's talk.
func (t *talk) travelStaff(id string) bool {
	switch id {
	case backChoice:
		t.back()
	case homeChoice:
		t.home()
	case todayChoice, appointmentsChoice:
		t.lookAt(planScreen, t.today())
	case tomorrowChoice:
		t.lookAt(planScreen, t.today().Add(1))
	case weekChoice:
		t.lookAt(weekScreen, t.today())
	case freeChoice:
		t.lookAt(freeScreen, t.today())
	case findChoice:
		t.Work.Query, t.Screen = "", findScreen
	case bureauChoice:
		t.Screen = bureauScreen
	case helpChoice:
		t.help()
	case languageChoice:
		t.otherLanguage()
	case undoChoice:
		t.undo()
	default:
		return t.travelFor(id) || t.speak(id)
	}
	return true
}

// travelFor carries out those for which one needs to be more than a viewer.
func (t *talk) travelFor(id string) bool {
	needed, known := map[string]booking.Role{
		newChoice: booking.Clerk, queueChoice: booking.Clerk, closeChoice: booking.Clerk, openChoice: booking.Clerk,
		colleaguesChoice: booking.Lead, trailChoice: booking.Lead,
	}[id]
	if !known || !t.may(needed) {
		return known
	}
	switch id {
	case newChoice:
		t.bookFor(booking.Date{})
	case queueChoice:
		t.Screen = queueScreen
	case closeChoice:
		t.beginLaying(closingTask, understand.StaffCommand{})
	case openChoice:
		t.beginLaying(openingTask, understand.StaffCommand{})
	case colleaguesChoice:
		t.Screen = colleaguesScreen
	case trailChoice:
		t.Screen = trailScreen
	}
	return true
}
