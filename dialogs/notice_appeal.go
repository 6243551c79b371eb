package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// AppealLines says in a reminder what it costs others if nobody comes; none where
// the office, or the number's half, does without.
func AppealLines(n Notice) []locales.Line {
	if n.Kind != booking.ReminderNotice || !n.Office.Policy.Appeals(n.Appointment.Number) {
		return nil
	}
	return []locales.Line{locales.Say("notice.appeal", "Length", locales.Minutes(n.Appointment.Span.Length().Minutes()))}
}
