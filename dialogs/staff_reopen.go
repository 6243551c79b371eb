package dialogs

import "terminbote/locales"

// staffReopenStep asks once more before a closure is taken back: everybody it
// has hit is told.
type staffReopenStep struct{}

func (staffReopenStep) name() string { return "reopen" }

func (staffReopenStep) need(*talk) Need { return Need{} }

func (staffReopenStep) show(*talk) View {
	return View{
		Title: locales.Say("staff.closed"), Ask: locales.Say("staff.reopen_ask"),
		Groups: []Group{yesNo("staff.reopen_yes", "staff.closing_no"), navigation(backChoice, homeChoice)},
		Grave:  true,
	}
}

func (staffReopenStep) choose(t *talk, id string) bool { return t.decide(id, Reopen{t.Work.Override}) }

func (staffReopenStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

func (t *talk) reopened() {
	t.Work.Override, t.Work.Undo, t.Screen = 0, Undo{}, staffDayScreen
	t.remark("staff.reopened")
}
