package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// tellMistake says to somebody that what they were told last was a mistake of the office, and what holds instead.
func (f Facts) tellMistake(n Notice) View {
	a := n.Appointment
	wrong := locales.Say("notice.mistake.missed", "Number", callName(a))
	if n.Kind == booking.UncalledNotice {
		wrong = locales.Say("notice.mistake.called", "Number", callName(a))
	}
	v := View{Title: locales.Say("notice.mistake"), Body: []locales.Line{wrong}}
	switch a.State {
	case booking.CheckedIn:
		v.Body = append(v.Body, locales.Say("notice.mistake.here"))
	case booking.Confirmed:
		v.Body = append(v.Body, locales.Say("notice.mistake.booked", "Time", f.timeOf(a)))
	}
	return v
}
