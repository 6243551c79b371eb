package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// openForStep asks who may book into the hours.
type openForStep struct{}

func (openForStep) name() string { return "openingFor" }

const (
	forAllChoice   = "for:all"
	forStaffChoice = "for:staff"
)

func (openForStep) need(*talk) Need { return Need{} }

func (openForStep) open(t *talk) bool { return !t.Work.OverrideDraft.For }

func (openForStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.For
	t.Work.OverrideDraft.For, t.Work.OverrideDraft.Internal = false, false
	return given
}

func (openForStep) show(t *talk) View {
	return View{
		Title: t.overrideTitle(), Body: []locales.Line{t.overrideWhen()}, Ask: locales.Say("staff.opening_for"),
		Groups: []Group{
			list(Choice{ID: forAllChoice, Label: locales.Say("staff.for_all")}, Choice{ID: forStaffChoice, Label: locales.Say("staff.for_staff")}),
			navigation(backChoice, homeChoice),
		},
	}
}

func (openForStep) choose(t *talk, id string) bool {
	if id != forAllChoice && id != forStaffChoice {
		return false
	}
	t.Work.OverrideDraft.For, t.Work.OverrideDraft.Internal = true, id == forStaffChoice
	return true
}

func (openForStep) hear(t *talk, _ reading) { t.miss("remark.choose") }

// openReviewStep shows the hours once more.
type openReviewStep struct{}

func (openReviewStep) name() string { return "openingReview" }

func (openReviewStep) need(*talk) Need { return Need{} }

func (openReviewStep) open(*talk) bool { return true }

func (openReviewStep) reopen(*talk) bool { return false }

func (openReviewStep) show(t *talk) View {
	whose := locales.Say("staff.for_all")
	if t.Work.OverrideDraft.Internal {
		whose = locales.Say("staff.for_staff")
	}
	return View{
		Title: t.overrideTitle(),
		Body: append([]locales.Line{
			t.overrideWhen(),
			locales.Say("staff.opening_what", "Desk", deskLine(t.workOffice(), t.Work.OverrideDraft.Desk), "For", whose),
		}, t.openingWarnings()...),
		Ask: locales.Say("staff.opening_ask"),
		Groups: []Group{
			yesNo("staff.opening_yes", "staff.opening_no"),
			navigation(backChoice, homeChoice),
		},
	}
}

// openingWarnings says what speaks against serving people on that day.
func (t *talk) openingWarnings() []locales.Line {
	l, calendar := t.Work.OverrideDraft, t.workOffice().Calendar
	var lines []locales.Line
	if name, off := calendar.DayOff(l.Day); off && len(name) > 0 {
		lines = append(lines, locales.Say("staff.opening_holiday", "Holiday", locales.Text(name)))
	}
	for _, c := range calendar.ClosuresOn(l.Day) {
		everywhere := c.Desk == "" || c.Desk == l.Desk
		if everywhere && c.Hours.From < l.Hours.To && l.Hours.From < c.Hours.To {
			lines = append(lines, locales.Say("staff.opening_closed", "Hours", hoursLine(c.Hours), "Reason", reasonLine(c.Reason)))
		}
	}
	return lines
}

func (openReviewStep) choose(t *talk, id string) bool {
	l := t.Work.OverrideDraft
	switch {
	case id == noChoice:
		t.flow.stop(t)
	case id == yesChoice && t.may(booking.Clerk):
		t.do(Open{Office: t.workOffice().ID, Extra: Extra{Day: l.Day, Hours: l.Hours, Desk: l.Desk, Internal: l.Internal}})
	default:
		return id == yesChoice
	}
	return true
}

func (openReviewStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// opened shows the day with its extra hours.
func (t *talk) opened(c Open) {
	if t.Work.Task == openingTask {
		t.flow.stop(t)
	}
	t.Work.Undo = Undo{}
	t.lookAt(staffDayScreen, c.Extra.Day)
	t.remark("staff.opened")
}
