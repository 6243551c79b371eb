package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// The questions of a closure. Whom it hits is shown before it is laid down.
var closingWay = []question{layDayStep{}, layHoursStep{}, layDeskStep{}, closingReasonStep{}, closingReviewStep{}}

// closingReasonStep asks why, for people to read.
type closingReasonStep struct{}

func (closingReasonStep) need(*talk) Need { return Need{} }

func (closingReasonStep) open(t *talk) bool { return t.Work.OverrideDraft.Reason == "" }

func (closingReasonStep) reopen(t *talk) bool {
	given := t.Work.OverrideDraft.Reason != ""
	t.Work.OverrideDraft.Reason = ""
	return given
}

func (closingReasonStep) show(t *talk) View {
	return View{
		Title: t.layingTitle(), Body: []locales.Line{t.layingWhen()}, Ask: locales.Say("staff.closing_reason"), Typing: true,
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (closingReasonStep) choose(*talk, string) bool { return false }

func (closingReasonStep) hear(t *talk, text string) {
	t.Work.OverrideDraft.Reason = shorten(text)
}

// closingReviewStep shows whom the closure would hit, and asks once more.
type closingReviewStep struct{}

func (closingReviewStep) need(t *talk) Need {
	l, o := t.Work.OverrideDraft, t.bureau()
	return Need{
		Offices: []booking.OfficeID{o.ID}, From: l.Day, To: l.Day,
		Staff: StaffNeed{Closing: t.closing()},
	}
}

func (t *talk) closing() Closing {
	l := t.Work.OverrideDraft
	return Closing{Day: l.Day, Hours: l.Hours, Desk: l.Desk}
}

func (closingReviewStep) open(*talk) bool { return true }

func (closingReviewStep) reopen(*talk) bool { return false }

func (closingReviewStep) show(t *talk) View {
	l, o := t.Work.OverrideDraft, t.bureau()
	v := View{Title: t.layingTitle(), Ask: locales.Say("staff.closing_ask"), Grave: true}
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
		v.Table = t.dayTable(hit, true)
	}
	v.Groups = []Group{yesNo("staff.closing_yes", "staff.closing_no"), navigation(backChoice, homeChoice)}
	return v
}

// reseated is how many of those whom the closure hits are seated at other desks
// at their time.
func (t *talk) reseated(o *booking.Office) int {
	l := t.Work.OverrideDraft
	closed := o.With(booking.Overrides{Closures: []booking.Closure{{Day: l.Day, Hours: l.Hours, Desk: l.Desk}}}, t.today())
	for _, b := range t.facts.Booked {
		if b.Office == o.ID && b.Day == l.Day {
			day := closed.Day(l.Day, b.Occupations)
			_, left := day.Reseat()
			return len(day.Affected()) - len(left)
		}
	}
	return 0
}

func (closingReviewStep) choose(t *talk, id string) bool {
	switch {
	case id == noChoice:
		t.stop()
	case id == yesChoice && t.may(booking.Clerk):
		t.do(Close{Office: t.bureau().ID, Closing: t.closing(), Reason: t.Work.OverrideDraft.Reason})
	default:
		return id == yesChoice
	}
	return true
}

func (closingReviewStep) hear(t *talk, _ string) { t.remark("remark.yes_or_no") }

// closedDown shows what came of the closure, with the way to take it back.
func (t *talk) closedDown(c Close, d Result) {
	t.stop()
	t.Work.Day, t.Work.Override, t.Screen = c.Closing.Day, d.Override, closedScreen
	t.keepUndo(Undo{What: closingDown, Closure: d.Override})
	t.remark("staff.closed_down")
}
