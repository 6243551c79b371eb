package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// The questions of extra hours.
var openingWay = []question{layDayStep{}, layHoursStep{}, layDeskStep{}, openingForStep{}, openingReviewStep{}}

// openingForStep asks who may book into the hours.
type openingForStep struct{}

const (
	forAllChoice   = "for:all"
	forStaffChoice = "for:staff"
)

func (openingForStep) need(*talk) Need { return Need{} }

func (openingForStep) open(t *talk) bool { return !t.Work.OverrideDraft.For }

func (openingForStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.For
	t.Work.OverrideDraft.For, t.Work.OverrideDraft.Internal = false, false
	return given
}

func (openingForStep) show(t *talk) View {
	return View{
		Title: t.layingTitle(), Body: []locales.Line{t.layingWhen()}, Ask: locales.Say("staff.opening_for"),
		Groups: []Group{
			list(Choice{ID: forAllChoice, Label: locales.Say("staff.for_all")}, Choice{ID: forStaffChoice, Label: locales.Say("staff.for_staff")}),
			navigation(backChoice, homeChoice),
		},
	}
}

func (openingForStep) choose(t *talk, id string) bool {
	if id != forAllChoice && id != forStaffChoice {
		return false
	}
	t.Work.OverrideDraft.For, t.Work.OverrideDraft.Internal = true, id == forStaffChoice
	return true
}

func (openingForStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// openingReviewStep shows the hours once more.
type openingReviewStep struct{}

func (openingReviewStep) need(*talk) Need { return Need{} }

func (openingReviewStep) open(*talk) bool { return true }

func (openingReviewStep) reopen(*talk) bool { return false }

func (openingReviewStep) show(t *talk) View {
	whose := locales.Say("staff.for_all")
	if t.Work.OverrideDraft.Internal {
		whose = locales.Say("staff.for_staff")
	}
	return View{
		Title: t.layingTitle(),
		Body:  []locales.Line{t.layingWhen(), locales.Say("staff.opening_what", "Desk", deskLine(t.bureau(), t.Work.OverrideDraft.Desk), "For", whose)},
		Ask:   locales.Say("staff.opening_ask"),
		Groups: []Group{
			yesNo("staff.opening_yes", "staff.opening_no"),
			navigation(backChoice, homeChoice),
		},
	}
}

func (openingReviewStep) choose(t *talk, id string) bool {
	l := t.Work.OverrideDraft
	switch {
	case id == noChoice:
		t.stop()
	case id == yesChoice && t.may(booking.Clerk):
		t.do(Open{Office: t.bureau().ID, Extra: Extra{Day: l.Day, Hours: l.Hours, Desk: l.Desk, Internal: l.Internal}})
	default:
		return id == yesChoice
	}
	return true
}

func (openingReviewStep) hear(t *talk, _ string) { t.remark("remark.yes_or_no") }

// opened shows the day with its extra hours.
func (t *talk) opened(c Open) {
	if t.Work.Task == openingTask {
		t.stop()
	}
	t.Work.Undo = Undo{}
	t.lookAt(planScreen, c.Extra.Day)
	t.remark("staff.opened")
}

// withdrawStep asks once more before extra hours are taken back.
type withdrawStep struct{}

func (withdrawStep) need(t *talk) Need { return Need{Offices: []booking.OfficeID{t.bureau().ID}} }

func (withdrawStep) show(t *talk) View {
	e, ok := t.extra()
	if !ok {
		return View{Ask: locales.Say("staff.no_closure"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	return View{
		Ask:    locales.Say("staff.withdraw_ask", "Day", longDateOf(e.Day), "Hours", hoursLine(e.Hours), "Desk", deskLine(t.bureau(), e.Desk)),
		Groups: []Group{yesNo("staff.withdraw_yes", "staff.closing_no"), navigation(backChoice, homeChoice)},
		Grave:  true,
	}
}

// extra is the extra hours looked at.
func (t *talk) extra() (Extra, bool) {
	for _, e := range t.bureau().Calendar.Extra {
		if e.ID != t.Work.Override || e.ID == 0 {
			continue
		}
		return extraOf(e), true
	}
	return Extra{}, false
}

// extraOf is extra hours as a clerk lays them down.
func extraOf(e booking.ExtraHours) Extra {
	extra := Extra{Day: e.Day, Hours: booking.Hours{From: e.Shift.From, To: e.Shift.To}, Internal: e.Shift.Internal}
	if len(e.Shift.Desks) > 0 {
		extra.Desk = e.Shift.Desks[0]
	}
	return extra
}

func (withdrawStep) choose(t *talk, id string) bool {
	extra, ok := t.extra()
	if id == yesChoice && ok {
		t.Work.Undo = Undo{What: withdrawing, Extra: extra}
	}
	return t.decide(id, Withdraw{t.Work.Override})
}

func (withdrawStep) hear(t *talk, _ string) { t.remark("remark.yes_or_no") }

// withdrawn shows the day without the hours, with the way to take that back.
func (t *talk) withdrawn() {
	t.keepUndo(t.Work.Undo)
	t.Work.Override, t.Screen = 0, planScreen
	t.remark("staff.withdrawn")
}
