package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// staffMenuStep is where a clerk's talk begins.
type staffMenuStep struct{}

func (staffMenuStep) name() string { return "menu" }

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
	auditChoice      = "trail"
	minutesChoice    = "minutes"
	statisticsChoice = "statistics"
)

func (staffMenuStep) need(*talk) Need { return Need{} }

func (staffMenuStep) show(t *talk) View {
	o := t.workOffice()
	v := View{
		Title: locales.Say("staff.menu", "Office", locales.Text(o.Name)),
		Body:  []locales.Line{locales.Say("staff.now", "Day", dateOf(o.Today(t.facts.Now)), "Time", clockOf(t.facts.Now, o))},
		Ask:   locales.Say("staff.menu_ask"),
	}
	v.Groups = append(v.Groups, t.undoable()...)
	v.Groups = append(v.Groups, list(t.menuChoices()...))
	help := Group{Columns: 2, Choices: append([]Choice{{ID: helpChoice, Label: locales.Say("staff.do.help")}}, otherLanguages(t.Lang)...)}
	v.Groups = append(v.Groups, help)
	return v
}

// menuChoices is what the clerk's role lets them do from the menu.
func (t *talk) menuChoices() []Choice {
	choices := []Choice{
		{ID: todayChoice, Label: locales.Say("staff.do.today")},
		{ID: tomorrowChoice, Label: locales.Say("staff.do.tomorrow")},
		{ID: weekChoice, Label: locales.Say("staff.do.week")},
		{ID: findChoice, Label: locales.Say("staff.do.find")},
		{ID: freeChoice, Label: locales.Say("staff.do.free")},
	}
	if t.facts.allows(booking.Clerk) {
		choices = append(choices,
			Choice{ID: newChoice, Label: locales.Say("staff.do.new")},
			Choice{ID: queueChoice, Label: locales.Say("staff.do.queue")},
			Choice{ID: closeChoice, Label: locales.Say("staff.do.close")},
			Choice{ID: openChoice, Label: locales.Say("staff.do.open")},
		)
	}
	if t.facts.allows(booking.Lead) {
		choices = append(choices,
			Choice{ID: colleaguesChoice, Label: locales.Say("staff.do.colleagues")},
			Choice{ID: auditChoice, Label: locales.Say("staff.do.audit")},
			Choice{ID: minutesChoice, Label: locales.Say("staff.do.minutes")},
		)
	}
	if t.facts.allows(booking.Clerk) {
		choices = append(choices, Choice{ID: statisticsChoice, Label: locales.Say("staff.do.statistics")})
	}
	if len(t.facts.Town.Offices) > 1 {
		choices = append(choices, Choice{ID: staffOfficeChoice, Label: locales.Say("staff.do.office")})
	}
	return choices
}

func (staffMenuStep) choose(*talk, string) bool { return false }

func (staffMenuStep) hear(t *talk, said reading) { t.notUnderstood(said) }
