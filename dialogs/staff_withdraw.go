package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// staffWithdrawStep asks once more before extra hours are taken back.
type staffWithdrawStep struct{}

func (staffWithdrawStep) name() string { return "withdraw" }

func (staffWithdrawStep) need(*talk) Need { return Need{} }

func (staffWithdrawStep) show(t *talk) View {
	e, ok := t.extra()
	if !ok {
		return View{Ask: locales.Say("staff.no_closure"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	return View{
		Ask:    locales.Say("staff.withdraw_ask", "Day", longDateOf(e.Day), "Hours", hoursLine(e.Hours), "Desk", deskLine(t.workOffice(), e.Desk)),
		Groups: []Group{yesNo("staff.withdraw_yes", "staff.closing_no"), navigation(backChoice, homeChoice)},
		Grave:  true,
	}
}

// extra is the extra hours looked at.
func (t *talk) extra() (Extra, bool) {
	for _, e := range t.workOffice().Calendar.Extra {
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

func (staffWithdrawStep) choose(t *talk, id string) bool {
	extra, ok := t.extra()
	if id == yesChoice && ok {
		t.Work.Undo = Undo{What: withdrawing, Extra: extra}
	}
	return t.decide(id, Withdraw{t.Work.Override})
}

func (staffWithdrawStep) hear(t *talk, _ reading) { t.miss("remark.yes_or_no") }

// withdrawn shows the day without the hours, with the way to take that back.
func (t *talk) withdrawn() {
	t.keepUndo(t.Work.Undo)
	t.Work.Override, t.Screen = 0, staffDayScreen
	t.remark("staff.withdrawn")
}
