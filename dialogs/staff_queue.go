package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffQueueStep shows who is there, and calls the next one to the clerk's desk.
type staffQueueStep struct{}

func (staffQueueStep) name() string { return "queue" }

const (
	nextPersonChoice = "call"
	otherDeskChoice  = "desk"
)

func (staffQueueStep) need(t *talk) Need {
	today := t.today()
	return Need{Staff: StaffNeed{From: today, To: today}}
}

func (staffQueueStep) show(t *talk) View {
	o := t.workOffice()
	v := View{Title: locales.Say("staff.queue"), Ask: locales.Say("staff.queue_ask")}
	if t.Work.Desk != "" {
		v.Title = locales.Say("staff.queue_at", "Desk", deskLine(o, t.Work.Desk))
	}
	a, serving := t.served()
	next := Choice{ID: nextPersonChoice, Label: locales.Say("staff.do.next")}
	var choices []Choice
	if serving {
		v.Body = []locales.Line{locales.Say("staff.serving",
			"Number", callName(a), "Name", visitorLine(a), "Concerns", itemsLine(a.Items))}
		if a.Visit.Note != "" {
			v.Body = append(v.Body, locales.Say("staff.note", "Note", plain(a.Visit.Note)))
		}
		next.Label = locales.Say("staff.do.finish_next")
		choices = append(servingChoices(), Choice{ID: missChoice, Label: locales.Say("staff.do.miss")})
	}
	var waiting, parked []Entry
	for _, e := range t.facts.entries(o, t.today()) {
		switch {
		case e.State != booking.CheckedIn:
		case e.Visit.Parked.IsZero():
			waiting = append(waiting, e)
		default:
			parked = append(parked, e)
		}
	}
	v.Body = append(v.Body, locales.Say("staff.waiting", "Count", len(waiting)))
	if len(waiting) > 0 {
		v.Table = t.facts.dayTable(waiting, true)
	}
	v.Groups = append(t.undoable(), list(append(choices, next)...))
	if serving {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: t.attendingChoices(a)})
	}
	v.Groups = append(v.Groups, t.parkedChoices(parked)...)
	v.Groups = append(v.Groups, t.entryChoices(waiting, t.today())...)
	more := Group{Columns: 1, Choices: []Choice{{ID: otherDeskChoice, Label: locales.Say("staff.do.desk")}}}
	if o.Policy.WalkIns.Tickets {
		more.Choices = append(more.Choices, Choice{ID: ticketChoice, Label: locales.Say("staff.do.ticket")})
	}
	more.Choices = append(more.Choices, Choice{ID: alarmChoice, Label: locales.Say("staff.do.alarm")})
	v.Groups = append(v.Groups, more, t.wayOut())
	return v
}

// served is who was called to the clerk's desk and is not done.
func (t *talk) served() (booking.Appointment, bool) {
	for _, e := range t.facts.entries(t.workOffice(), t.today()) {
		if e.State == booking.Called && e.Desk == t.Work.Desk && e.Desk != "" {
			return e.Appointment, true
		}
	}
	return booking.Appointment{}, false
}

func (staffQueueStep) choose(t *talk, id string) bool {
	a, serving := t.served()
	switch {
	case id == otherDeskChoice:
		t.Screen = staffDeskScreen
	case id == nextPersonChoice:
		t.callTo("")
	case id == alarmChoice:
		t.raiseAlarm("")
	case id == ticketChoice:
		t.wantTicket(understand.StaffCommand{})
	case serving && t.attend(a, id), t.resumeVisit(id):
	case serving && id == uncallChoice:
		t.do(Uncall{a.ID})
	case serving && id == finishChoice:
		t.runFor(understand.ToFinish, a.ID)
	case serving && id == missChoice:
		t.runFor(understand.ToMiss, a.ID)
	default:
		return t.chooseEntry(id)
	}
	return true
}

func (staffQueueStep) hear(t *talk, said reading) { t.notUnderstood(said) }

// callTo calls the next one to a desk: the one named, or the clerk's own. Who
// is there still is done.
func (t *talk) callTo(desk booking.DeskID) { t.callToDesk(desk, 0) }

// callToDesk calls somebody to a desk, or the next one.
func (t *talk) callToDesk(desk booking.DeskID, id booking.AppointmentID) {
	if !t.may(booking.Clerk) {
		return
	}
	if desk != "" {
		t.Work.Desk = desk
	}
	if !hasDesk(t.workOffice(), t.Work.Desk) {
		t.Screen = staffDeskScreen
		return
	}
	if a, serving := t.served(); serving {
		t.do(Finish{a.ID})
	}
	t.do(Next{Office: t.workOffice().ID, Desk: t.Work.Desk, Appointment: id})
	t.Screen = staffQueueScreen
}

// seen shows an appointment whose state has just changed: at the desk in the
// queue, elsewhere by itself.
func (t *talk) seen(d Result) {
	a, number := d.Appointment, callName(d.Appointment)
	switch c := d.Command.(type) {
	case Next:
		t.remark("staff.called", "Number", number, "Name", visitorLine(a), "Desk", deskLine(t.workOffice(), c.Desk))
		t.mayUnmark(calling, a)
	case Finish:
		t.remark("staff.finished", "Number", number)
		t.mayUnmark(finishing, a)
	case Uncall:
		if a.Visit.Parked.IsZero() {
			t.remark("staff.uncalled", "Number", number)
		} else {
			t.remark("staff.uncalled_rests", "Number", number)
		}
		t.undone(a.ID)
	case Unmark:
		t.unmarked(c, a)
		t.undone(a.ID)
	case Restore:
		t.remark("staff.restored", "Number", number)
		t.remarks = append(t.remarks, reach(a))
		t.undone(a.ID)
	default:
		t.remark("staff.arrived", "Number", number)
		if !a.IsTicket() || a.Updated.Equal(t.facts.Now) { // else nothing changed: a ticket is drawn by who is there
			t.mayUnmark(arriving, a)
		}
	}
	if _, waits := t.meant(); waits {
		return // who was meant instead is asked
	}
	if t.Screen != staffQueueScreen && t.Screen != staffDayScreen {
		t.open(a.ID)
	}
}
