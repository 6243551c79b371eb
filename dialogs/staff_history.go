package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

// deliveryLines is what the holder was told, and what came of it.
func (f Facts) deliveryLines(all []Delivery, a booking.Appointment) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	lines := []locales.Line{{}, locales.Say("staff.deliveries")}
	for _, telling := range all {
		at := telling.Due
		if !telling.Settled.IsZero() {
			at = telling.Settled
		}
		lines = append(lines, locales.Say("staff.delivery", "When", f.momentOf(at, a),
			"What", noticeLine(telling.Kind), "Channel", plain(telling.Channel), "Outcome", outcomeLine(telling.OutcomeAt(a, f.Now))))
	}
	return lines
}

// noticeLine names what somebody is told.
func noticeLine(k booking.NoticeKind) locales.Line {
	switch k {
	case booking.BookedNotice:
		return locales.Say("staff.notice.booked")
	case booking.MovedNotice:
		return locales.Say("staff.notice.moved")
	case booking.CancelledNotice:
		return locales.Say("staff.notice.cancelled")
	case booking.ReminderNotice:
		return locales.Say("staff.notice.reminder")
	case booking.MissedNotice:
		return locales.Say("staff.notice.missed")
	case booking.OfferNotice:
		return locales.Say("staff.notice.offer")
	case booking.RestoredNotice:
		return locales.Say("staff.notice.restored")
	case booking.ClosedNotice:
		return locales.Say("staff.notice.closed")
	case booking.DroppedNotice:
		return locales.Say("staff.notice.dropped")
	case booking.CalledNotice:
		return locales.Say("staff.notice.called")
	case booking.UncalledNotice:
		return locales.Say("staff.notice.uncalled")
	case booking.UnmissedNotice:
		return locales.Say("staff.notice.unmissed")
	case booking.LateNotice:
		return locales.Say("staff.notice.late")
	case booking.RatingNotice:
		return locales.Say("staff.notice.rating")
	case booking.PickupNotice:
		return locales.Say("staff.notice.pickup")
	}
	return locales.Plain(string(k))
}

func outcomeLine(outcome string) locales.Line {
	switch outcome {
	case "":
		return locales.Say("staff.outcome.waits")
	case "sent":
		return locales.Say("staff.outcome.sent")
	case "void":
		return locales.Say("staff.outcome.void")
	case "too late":
		return locales.Say("staff.outcome.too_late")
	case "unreachable":
		return locales.Say("staff.outcome.unreachable")
	case "failed":
		return locales.Say("staff.outcome.failed")
	}
	return locales.Plain(outcome)
}

// historyLines is who did what when.
func (f Facts) historyLines(all []AuditEntry, a booking.Appointment) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	lines := []locales.Line{{}, locales.Say("staff.history")}
	for _, act := range all {
		lines = append(lines, locales.Say("staff.act", "When", f.momentOf(act.At, a), "What", actLine(act.What), "Who", f.whoLine(act, all)))
	}
	return lines
}
