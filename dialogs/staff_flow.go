package dialogs

import (
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// staffFlow is a talk with a clerk, who books for others and runs the day.
type staffFlow struct{}

var staffScreens = map[Screen]step{
	resumeScreen:           staffResumeStep{},
	staffDayScreen:         staffDayStep{},
	staffWeekScreen:        staffWeekStep{},
	staffFreeScreen:        staffFreeStep{},
	staffFindScreen:        staffFindStep{},
	staffAppointmentScreen: staffAppointmentStep{},
	staffCancelScreen:      staffCancelStep{},
	staffMissScreen:        staffMissStep{},
	staffReceiptScreen:     staffReceiptStep{},
	staffClosureScreen:     staffClosureStep{},
	staffReopenScreen:      staffReopenStep{},
	staffWithdrawScreen:    staffWithdrawStep{},
	staffQueueScreen:       staffQueueStep{},
	staffDeskScreen:        staffDeskStep{},
	staffColleaguesScreen:  staffColleaguesStep{},
	staffRoleScreen:        staffRoleStep{},
	staffAuditScreen:       staffAuditStep{},
	staffOfficeScreen:      staffOfficeStep{},

	staffMinutesScreen:       staffMinutesStep{},
	staffMinutesOfScreen:     staffMinutesOfStep{},
	staffMinutesReviewScreen: staffMinutesReviewStep{},
	staffStatisticsScreen:    staffStatisticsStep{},

	staffTicketScreen: staffTicketStep{},
	staffSendOnScreen: staffSendOnStep{},
	staffNoteScreen:   staffNoteStep{},
}

func (staffFlow) audience() booking.Audience { return booking.Staff }

// appointment finds one among what was looked up for the clerk.
func (staffFlow) appointment(f Facts, id booking.AppointmentID) (booking.Appointment, bool) {
	return f.lookedUp(id)
}

func (staffFlow) step(t *talk) step {
	if !t.facts.Staff.Clerk.Role.Allows(booking.Viewer) {
		return staffStrangerStep{}
	}
	if s, ok := staffScreens[t.Screen]; ok {
		return s
	}
	if t.Work.Task == noTask {
		return staffMenuStep{}
	}
	return t.next()
}

// questioned tells whether a question stands open: what is typed answers it first,
// and is a command only where it does not.
func (t *talk) questioned(v View) bool {
	return t.Work.Task != noTask && t.Screen == noScreen || v.Typing || v.offers(yesChoice)
}

// wayOut leads back to the task under way, or to the menu.
func (t *talk) wayOut() Group {
	if t.Work.Task != noTask {
		return navigation(backChoice, homeChoice)
	}
	return navigation(homeChoice)
}

// undertake starts a task. The one under way is dropped.
func (t *talk) undertake(task Task) {
	t.reset()
	t.Work.Task, t.Work.Next = task, false
}

// stop leaves the task under way, and returns to what it was about.
func (staffFlow) stop(t *talk) {
	moved := t.Draft.Moving
	t.reset()
	if moved != 0 {
		t.Chosen, t.Screen = moved, staffAppointmentScreen
	}
}

func (staffFlow) leave(t *talk) {
	below := map[Screen]Screen{
		staffAppointmentScreen: t.Work.Below,
		staffCancelScreen:      staffAppointmentScreen,
		staffMissScreen:        staffAppointmentScreen,
		staffClosureScreen:     staffDayScreen,
		staffReopenScreen:      staffClosureScreen,
		staffWithdrawScreen:    staffDayScreen,
		staffDeskScreen:        staffQueueScreen,
		staffRoleScreen:        staffColleaguesScreen,
		staffTicketScreen:      staffQueueScreen,
		staffSendOnScreen:      staffQueueScreen,
		staffNoteScreen:        staffSendOnScreen,

		staffMinutesOfScreen:     staffMinutesScreen,
		staffMinutesReviewScreen: staffMinutesScreen,
	}
	t.Screen = below[t.Screen]
}

func (staffFlow) needs(t *talk, event Event) Need {
	if said, ok := event.(Said); ok {
		t.arrive(said.Office)
	}
	need := t.forStaff(t.spokenNeed(event))
	switch e := event.(type) {
	case nil:
		return need
	case Said:
		return t.openLineNeed(t.staffCommandNeed(t.meantNeed(need), t.read(e.Text)))
	case Asked, Tapped:
		// No days: what is tapped was looked at before. Only at the desk, and where
		// something is done with who is chosen, it matters who is there now.
		if t.Screen != resumeScreen { // which begins with a line that waited
			need.Offices, need.From, need.To = nil, booking.Date{}, booking.Date{}
		}
		need.Staff.Closing = Closing{}
		if _, waits := t.meant(); t.Screen != staffQueueScreen && !waits {
			need.Staff.From, need.Staff.To = booking.Date{}, booking.Date{}
		}
		need.Staff.Took, need.Staff.Replay, need.Staff.Report = false, false, t.reportTapped(e)
		if !need.Staff.Report.From.IsZero() {
			need.Staff.Office = t.workOffice().ID
		}
		if t.whenever().exact() && t.Draft.Start.IsZero() {
			need = need.and(t.window(t.firstOffice()))
		}
		return t.openLineNeed(t.meantNeed(need))
	}
	return Need{}
}

// spokenNeed is what the step needs, and what is spoken of in a booking for a
// caller.
func (t *talk) spokenNeed(event Event) Need {
	need := t.step().need(t)
	if said, ok := event.(Said); ok && t.Work.Task == bookingTask && t.Screen == noScreen {
		return t.wider(need, said.Text)
	}
	return need
}

// forStaff turns what a question wants to know of the person's appointments
// into the one that the clerk looks at.
func (t *talk) forStaff(n Need) Need {
	if n.Appointments {
		n.Staff.Appointment = t.Chosen
		if t.Draft.Moving != 0 && (t.Screen == noScreen || t.Screen == resumeScreen) {
			n.Staff.Appointment = t.Draft.Moving
		}
	}
	n.Appointments, n.Waiting = false, false
	if n.Staff != (StaffNeed{}) {
		n.Staff.Office = t.workOffice().ID
	}
	return n
}

// staffCommandNeed adds what a command names.
func (t *talk) staffCommandNeed(need Need, said reading) Need {
	if back, ok := t.backIn(said); ok && back.Rest != "" {
		return t.backNeed(need, back)
	}
	e, known, err := said.staffCommand(t.workOffice(), t.today())
	if told, ok := t.toldIn(said, e, known, err); ok {
		return t.toldNeed(need, told)
	}
	switch {
	case !known:
		return t.callersNeed(need, said)
	case e.Number != "":
		need.Staff.Find, need.Staff.Office = string(e.Number), t.workOffice().ID
		if e.Do == understand.ToCall {
			return needDay(need, t.today())
		}
	case e.Ticket > 0:
		need.Staff.From, need.Staff.To, need.Staff.Office = t.today(), t.today(), t.workOffice().ID
	case e.Do == understand.ToBook && e.Words != "":
		return need.and(t.forStaff(t.wider(Need{}, e.Words)))
	case e.Do == understand.ToAppoint:
		need.Staff.Colleagues, need.Staff.Office = true, t.workOffice().ID
	case e.Do == understand.ToStatistics && t.facts.allows(booking.Clerk):
		need.Staff.Report, need.Staff.Office = t.daysOfReport(e), t.workOffice().ID
	case e.Do == understand.ToCall && e.Words != "":
		need.Staff.Find = e.Words
		need.Staff.From, need.Staff.To, need.Staff.Office = t.today(), t.today(), t.workOffice().ID
	case e.Do == understand.ToCall, isAboutServed(e.Do):
		need.Staff.From, need.Staff.To, need.Staff.Office = t.today(), t.today(), t.workOffice().ID
	}
	return need
}

// staffHelp says what a clerk can type.
func (t *talk) staffHelp() {
	t.remarks = append(t.remarks, locales.Say("staff.help"))
	if t.facts.allows(booking.Clerk) {
		t.remarks = append(t.remarks, locales.Say("staff.help.clerk"))
	}
	if t.facts.allows(booking.Lead) {
		t.remarks = append(t.remarks, locales.Say("staff.help.lead"))
	}
}

func (staffFlow) start(t *talk, payload string) {
	if id, ok := strings.CutPrefix(payload, "office_"); ok {
		t.settle(booking.OfficeID(id))
	}
	t.begin(payload)
}

func (staffFlow) travel(t *talk, id string) bool {
	switch id {
	case todayChoice, appointmentsChoice:
		t.lookAt(staffDayScreen, t.today())
	case tomorrowChoice:
		t.lookAt(staffDayScreen, t.today().Add(1))
	case weekChoice:
		t.lookAt(staffWeekScreen, t.today())
	case freeChoice:
		t.lookAt(staffFreeScreen, t.today())
	case findChoice:
		t.lookFor("")
	case staffOfficeChoice:
		t.Screen = staffOfficeScreen
	case helpChoice, personChoice:
		t.staffHelp()
	case undoChoice:
		t.undo()
	default:
		return t.travelByRole(id) || t.sharedTravel(id)
	}
	return true
}

// travelByRole carries out those for which one needs to be more than a viewer.
func (t *talk) travelByRole(id string) bool {
	needed, known := map[string]booking.Role{
		statisticsChoice: booking.Clerk,
		newChoice:        booking.Clerk, queueChoice: booking.Clerk, closeChoice: booking.Clerk, openChoice: booking.Clerk,
		colleaguesChoice: booking.Lead, auditChoice: booking.Lead, minutesChoice: booking.Lead,
	}[id]
	if !known || !t.may(needed) {
		return known
	}
	switch id {
	case newChoice:
		t.bookNext()
	case queueChoice:
		t.Screen = staffQueueScreen
	case closeChoice:
		t.beginOverride(closingTask, understand.StaffCommand{})
	case openChoice:
		t.beginOverride(openingTask, understand.StaffCommand{})
	case colleaguesChoice:
		t.Screen = staffColleaguesScreen
	case auditChoice:
		t.Screen = staffAuditScreen
	case statisticsChoice:
		t.showStatistics(understand.StaffCommand{})
	case minutesChoice:
		t.Screen, t.Work.Minutes = staffMinutesScreen, MinutesDraft{}
	}
	return true
}
