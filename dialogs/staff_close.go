package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// closeReasonStep asks why, for people to read.
type closeReasonStep struct{}

func (closeReasonStep) name() string { return "closingReason" }

func (closeReasonStep) need(*talk) Need { return Need{} }

func (closeReasonStep) open(t *talk) bool { return t.Work.OverrideDraft.Reason == "" }

func (closeReasonStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Reason != ""
	t.Work.OverrideDraft.Reason = ""
	return given
}

func (closeReasonStep) show(t *talk) View {
	return View{
		Title: t.overrideTitle(), Body: []locales.Line{t.overrideWhen()}, Ask: locales.Say("staff.closing_reason"), Typing: true,
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (closeReasonStep) choose(*talk, string) bool { return false }

func (closeReasonStep) hear(t *talk, said reading) {
	t.Work.OverrideDraft.Reason = said.short()
}

// closeReviewStep shows the people the closure would hit, and asks once more.
type closeReviewStep struct{}

func (closeReviewStep) name() string { return "closingReview" }

func (closeReviewStep) need(t *talk) Need {
	l, o := t.Work.OverrideDraft, t.workOffice()
	return Need{
		Offices: []booking.OfficeID{o.ID}, From: l.Day, To: l.Day,
		Staff: StaffNeed{Closing: t.closing()},
	}
}

func (t *talk) closing() Closing {
	l := t.Work.OverrideDraft
	return Closing{Day: l.Day, Hours: l.Hours, Desk: l.Desk}
}

func (closeReviewStep) open(*talk) bool { return true }

func (closeReviewStep) reopen(*talk) bool { return false }

func (closeReviewStep) show(t *talk) View {
	l, o := t.Work.OverrideDraft, t.workOffice()
	v := View{Title: t.overrideTitle(), Ask: locales.Say("staff.closing_ask"), Grave: true}
	v.Body = []locales.Line{
		locales.Say("staff.closing_what", "Day", longDateOf(l.Day), "Hours", hoursLine(l.Hours), "Desk", deskLine(o, l.Desk)),
		locales.Say("staff.closing_why", "Reason", plain(l.Reason)),
	}
	hit, seated := t.facts.Staff.Hit, t.reseated(o)
	if len(o.Calendar.Shifts(l.Day)) == 0 {
		v.Body = append(v.Body, locales.Say("staff.closing_already"))
	}
	if len(hit) == 0 && seated == 0 {
		v.Body = append(v.Body, locales.Say("staff.closing_nobody"))
	}
	if seated > 0 {
		v.Body = append(v.Body, locales.Say("staff.closing_seats", "Count", seated))
	}
	if len(hit) > 0 {
		v.Body = append(v.Body, locales.Say("staff.closing_hits", "Count", len(hit)))
		v.Table = t.facts.dayTable(hit, true)
	}
	v.Groups = []Group{yesNo("staff.closing_yes", "staff.closing_no"), navigation(backChoice, homeChoice)}
	return v
}

// reseated is how many of the people the closure hits are seated at other desks
// at their time.
func (t *talk) reseated(o *booking.Office) int {
	l := t.Work.OverrideDraft
	closed := o.With(booking.Overrides{Closures: []booking.Closure{{Day: l.Day, Hours: l.Hours, Desk: l.Desk}}}, t.today())
	for _, b := range t.facts.Booked {
		if b.Office == o.ID && b.Day == l.Day {
			day := closed.Day(l.Day, b.Busy)
			_, left := day.Reseat()
			return len(day.Affected()) - len(left)
		}
	}
	return 0
}

func (closeReviewStep) choose(t *talk, id string) bool {
	switch {
	case id == noChoice:
		t.flow.stop(t)
	case id == yesChoice && t.may(booking.Clerk):
		t.do(Close{Office: t.workOffice().ID, Closing: t.closing(), Reason: t.Work.OverrideDraft.Reason})
	default:
		return id == yesChoice
	}
	return true
}

func (closeReviewStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// dayClosed shows what came of the closure, with the way to take it back.
func (t *talk) dayClosed(c Close, d Result) {
	t.flow.stop(t)
	t.Work.Day, t.Work.Override, t.Screen = c.Closing.Day, d.Override, staffClosureScreen
	t.keepUndo(Undo{What: closingDown, Closure: d.Override})
	t.remark("staff.closed_down")
}
