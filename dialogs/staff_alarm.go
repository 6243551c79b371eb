package dialogs

import (
	"cmp"

	"terminbote/booking"
	"terminbote/locales"
)

const alarmChoice = "alarm"

// raiseAlarm calls colleagues to a desk, or to that of who is in danger where they
// named none, without a further question. Everybody with a role may.
func (t *talk) raiseAlarm(desk booking.DeskID) {
	if t.may(booking.Viewer) {
		t.do(Alarm{Office: t.workOffice().ID, Desk: cmp.Or(desk, t.Work.Desk)})
	}
}

// alarmRaised says who hears it. Nobody must wait for help that does not come.
func (t *talk) alarmRaised(d Result) {
	if d.Heard {
		t.remark("staff.alarm_raised")
		return
	}
	t.remark("staff.alarm_unheard")
}

// AlarmLine is what staff are told of a call for help.
func AlarmLine(o *booking.Office, a RaisedAlarm) locales.Line {
	who := plain(a.By)
	if a.Desk == "" {
		return locales.Say("staff.alarm", "Who", who, "Time", clockOf(a.At, o))
	}
	return locales.Say("staff.alarm_at", "Who", who, "Desk", deskLine(o, a.Desk), "Time", clockOf(a.At, o))
}
