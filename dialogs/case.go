package dialogs

import (
	"cmp"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// caseStep shows one appointment with all that is known of it, and what can be
// done with it as it stands.
type caseStep struct{}

const (
	connectChoice = "connect"
	finishChoice  = "finish"
	missChoice    = "miss"
	uncallChoice  = "uncall"
	restoreChoice = "restore"
)

func (caseStep) need(t *talk) Need { return Need{Staff: StaffNeed{Appointment: t.Chosen}} }

func (caseStep) show(t *talk) View {
	c := t.facts.Staff.Appointment
	if c == nil {
		return View{Ask: locales.Say("staff.refused.over"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	a := c.Appointment
	v := View{Title: locales.Say("staff.case", "Number", a.Number.String(), "State", stateLine(a.State)), Ask: locales.Say("appointment.ask")}
	v.Body = append(t.caseLines(a), t.tellingLines(c.Deliveries, a)...)
	v.Body = append(v.Body, t.historyLines(c.History, a)...)
	v.Groups = t.undoable()
	if t.allows(booking.Clerk) {
		choices := t.caseErrands(a)
		if t.restorable(c) {
			choices = append(choices, Choice{ID: restoreChoice, Label: locales.Say("staff.do.restore")})
		}
		if len(choices) > 0 {
			v.Groups = append(v.Groups, list(choices...))
		}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// caseLines is an appointment as staff see it.
func (t *talk) caseLines(a booking.Appointment) []locales.Line {
	lines := t.brief(a)
	lines = append(lines, locales.Say("review.persons", "Count", a.Persons),
		locales.Say("review.name", "Name", plain(cmp.Or(understand.OneLine(a.Contact.Name), "–"))))
	if a.Contact.Phone != "" {
		lines = append(lines, locales.Say("staff.case.phone", "Phone", plain(a.Contact.Phone)))
	}
	if a.Contact.Mail != "" {
		lines = append(lines, locales.Say("review.mail", "Mail", plain(a.Contact.Mail)))
	}
	if o, ok := t.facts.Town.Office(a.Office); ok && a.Desk != "" {
		lines = append(lines, locales.Say("staff.case.desk", "Desk", deskLine(o, a.Desk)))
	}
	if coming := comingLine(Entry{Appointment: a}); !coming.IsZero() {
		lines = append(lines, coming)
	}
	return lines
}

// caseErrands is what can be done with an appointment in its state.
func (t *talk) caseErrands(a booking.Appointment) []Choice {
	here := Choice{ID: hereChoice, Label: locales.Say("staff.do.here")}
	miss := Choice{ID: missChoice, Label: locales.Say("staff.do.miss")}
	begun := !t.facts.Now.Before(a.Span.Start)
	var choices []Choice
	switch a.State {
	case booking.Confirmed:
		if t.date(a) == t.today() {
			choices = append(choices, here)
		}
		if begun {
			return append(choices, miss)
		}
		return append(choices,
			Choice{ID: moveChoice, Label: locales.Say("appointment.move")},
			Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")},
			Choice{ID: connectChoice, Label: locales.Say("staff.do.connect")})
	case booking.CheckedIn:
		if begun {
			choices = append(choices, miss)
		}
		return append(choices, Choice{ID: cancelChoice, Label: locales.Say("appointment.cancel")})
	case booking.Called:
		return append(servingChoices(), miss)
	case booking.Missed:
		return append(choices, here)
	}
	return nil
}

// servingChoices is what can be done with whoever was called.
func servingChoices() []Choice {
	return []Choice{
		{ID: finishChoice, Label: locales.Say("staff.do.finish")},
		{ID: uncallChoice, Label: locales.Say("staff.do.uncall")},
	}
}

func (caseStep) choose(t *talk, id string) bool {
	task, known := map[string]understand.Task{
		moveChoice: understand.ToMove, cancelChoice: understand.ToCancel, connectChoice: understand.ToConnect,
		hereChoice: understand.ToArrive, finishChoice: understand.ToFinish, missChoice: understand.ToMiss,
	}[id]
	switch {
	case known:
		t.runFor(task, t.Chosen)
	case id == uncallChoice && t.may(booking.Clerk):
		t.do(Uncall{t.Chosen})
	case id == restoreChoice && t.may(booking.Lead):
		t.do(Restore{t.Chosen})
	default:
		return id == uncallChoice || id == restoreChoice
	}
	return true
}

func (caseStep) hear(t *talk, text string) { t.unheard(text) }

// tellingLines is what the holder was told, and what came of it.
func (t *talk) tellingLines(all []Delivery, a booking.Appointment) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	lines := []locales.Line{{}, locales.Say("staff.tellings")}
	for _, telling := range all {
		at := telling.Due
		if !telling.Settled.IsZero() {
			at = telling.Settled
		}
		lines = append(lines, locales.Say("staff.telling", "When", t.momentOf(at, a),
			"What", noticeLine(telling.Kind), "Channel", plain(telling.Channel), "Outcome", outcomeLine(telling.OutcomeAt(a, t.facts.Now))))
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
	case booking.CalledNotice:
		return locales.Say("staff.notice.called")
	case booking.LateNotice:
		return locales.Say("staff.notice.late")
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
func (t *talk) historyLines(all []AuditEntry, a booking.Appointment) []locales.Line {
	if len(all) == 0 {
		return nil
	}
	lines := []locales.Line{{}, locales.Say("staff.history")}
	for _, act := range all {
		lines = append(lines, locales.Say("staff.act", "When", t.momentOf(act.At, a), "What", actLine(act.What), "Who", whoLine(act.By)))
	}
	return lines
}

// momentOf is day and time by the clock of an appointment's office.
func (t *talk) momentOf(at time.Time, a booking.Appointment) locales.Line {
	zone := t.zone(a)
	return locales.Say("staff.moment", "Day", shortDateOf(booking.DateOf(at, zone)), "Time", locales.BareClock(at.In(zone)))
}
