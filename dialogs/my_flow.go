package dialogs

import (
	"slices"
	"strings"
	"unicode"

	"terminbote/booking"
	"terminbote/locales"
)

// citizenFlow is a talk with somebody who wants an appointment of their own.
type citizenFlow struct{}

var screens = map[Screen]step{
	resumeScreen:       resumeStep{},
	appointmentsScreen: appointmentsStep{},
	appointmentScreen:  appointmentStep{},
	cancelScreen:       cancelStep{},
	lateScreen:         lateStep{},
	bookedScreen:       bookedStep{},
	numberScreen:       numberStep{},
	codeScreen:         codeStep{},
	proofScreen:        proofStep{},
	eraseScreen:        eraseStep{},
	waitingScreen:      waitingStep{},
	placeScreen:        placeStep{},
	aboutScreen:        aboutStep{},
	personScreen:       personStep{},
	ratingScreen:       ratingStep{},
	ticketScreen:       ticketStep{},
	leaveTicketScreen:  leaveTicketStep{},
}

func (citizenFlow) audience() booking.Audience { return booking.Public }

func (citizenFlow) appointment(f Facts, id booking.AppointmentID) (booking.Appointment, bool) {
	i := slices.IndexFunc(f.Appointments, func(a booking.Appointment) bool { return a.ID == id })
	if i < 0 {
		return booking.Appointment{}, false
	}
	return f.Appointments[i], true
}

func (f citizenFlow) needs(t *talk, event Event) Need {
	under := *t
	under.Handed = under.Handed && event == nil
	need := f.needsFor(&under, event)
	need.Reach = need.Reach || t.reachNeed(event)
	return need
}

// needsFor is what an event for the assistant needs.
func (citizenFlow) needsFor(t *talk, event Event) Need {
	need := t.step().need(t)
	need.Appointments = need.Appointments || t.Draft.Changes || t.Draft.Moving != 0
	switch e := event.(type) {
	case nil:
		return need
	case Said:
		need = t.wider(need, e.Text)
		need.Appointments = true // any of them may be spoken of
		need.Contact = true      // the answer may lead on to the name
		return need
	case Tapped:
		if t.whenever().exact() && t.Draft.Start.IsZero() {
			return t.wider(Need{Appointments: need.Appointments, Waiting: need.Waiting, Contact: need.Contact}, "")
		}
		// No days: whether a time is free is settled when it is held.
		return Need{Appointments: need.Appointments, Waiting: need.Waiting, Contact: need.Contact, Line: need.Line}
	case Started:
		return Need{Appointments: true}
	case Asked:
		return Need{Appointments: e.For == hereChoice}
	case Responded:
		return Need{Appointments: true, Notice: e.Notice}
	}
	return Need{}
}

func (citizenFlow) step(t *talk) step {
	if t.Handed {
		return handoverStep{}
	}
	if s, ok := screens[t.Screen]; ok {
		return s
	}
	return t.next()
}

// start begins with what a link chooses, also the number of an appointment made
// elsewhere.
func (citizenFlow) start(t *talk, payload string) {
	if number, ok := linkedNumber(payload); ok && !t.Draft.Begun() {
		t.reset()
		t.attach(number)
		return
	}
	if payload == HereLink {
		t.here()
		return
	}
	if strings.HasPrefix(payload, ticketPrefix) {
		number, _ := linkedTicket(payload) // what is no number is no ticket's either
		t.do(LinkTicket{Number: number, Lang: t.Lang})
		return
	}
	t.begin(payload)
}

// linkedNumber is the number of the appointment that a link leads to.
func linkedNumber(payload string) (booking.Number, bool) {
	text, ok := strings.CutPrefix(payload, "number_")
	if !ok {
		return "", false
	}
	return booking.ParseNumber(text)
}

// hear takes a word that means the same everywhere, the number or the words of
// a choice, or an answer in the person's own words.
func (citizenFlow) hear(t *talk, e Said) {
	said, view := t.read(e.Text), t.view()
	if number, ok := said.ticket(); ok && !t.hearsItself(said) {
		t.do(LinkTicket{Number: number, Lang: t.Lang})
		return
	}
	if t.Screen == ticketScreen && said.says(locales.Say("ticket.refresh")) {
		t.asOfNow()
		return
	}
	id, ok := t.reminded(view, said)
	if !ok {
		id, ok = said.labelled(view)
	}
	switch {
	case id == waitingChoice && view.offers(waitChoice):
		t.choose(waitChoice)
	case ok:
		t.choose(id)
	case t.hearsItself(said):
		t.step().hear(t, said)
	case said.asksWhether() && t.saysWhy():
	case said.asksAgain():
		t.answered = true // what is seen is shown once more
	case t.takeUp(e.Text, view): // a thumb up says something, too
	case said.empty():
		t.miss("remark.empty")
	case t.answersUnheard(said):
	default:
		t.step().hear(t, t.answering(said, view))
	}
}

// hearsItself tells whether the open question takes what is typed as it stands:
// whatever it is, unless it is one of the words that mean the same everywhere.
func (t *talk) hearsItself(said reading) bool {
	switch t.Screen {
	case codeScreen, proofScreen:
		return (mayBeProof(said.text) || said.undecided()) && !said.everywhere()
	case ratingScreen:
		return !said.everywhere()
	}
	return false
}

// mayBeProof tells whether a message may be an address or a code, which have an @ or some digits:
// who writes something else is heard as anywhere.
func mayBeProof(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return strings.Contains(text, "@") || digits >= fewestOfCode
}

const fewestOfCode = 4 // digits of a code that may have been mistyped; fewer say a time

func (citizenFlow) travel(t *talk, id string) bool {
	switch id {
	case appointmentsChoice:
		t.Screen = appointmentsScreen
	case attachChoice:
		t.Screen = numberScreen
	case waitingChoice:
		t.Screen = waitingScreen
	case eraseChoice:
		t.Screen = eraseScreen
	case aboutChoice:
		t.Screen = aboutScreen
	case dataChoice:
		t.do(Export{})
	case hereChoice:
		t.here()
	case personChoice:
		t.toPerson()
	case assistantChoice:
		t.remark("handover.none")
	case helpChoice:
		t.remark("help.text", "Phone", t.phone())
	default:
		if own, ok := strings.CutPrefix(id, ownPrefix); ok {
			return t.own(own)
		}
		return t.sharedTravel(id)
	}
	return true
}

func (citizenFlow) leave(t *talk) {
	below := map[Screen]Screen{
		appointmentScreen: appointmentsScreen,
		cancelScreen:      appointmentScreen,
		lateScreen:        appointmentScreen,
		numberScreen:      appointmentsScreen,
		codeScreen:        numberScreen,
		waitingScreen:     appointmentsScreen,
		placeScreen:       waitingScreen,
		leaveTicketScreen: ticketScreen,
	}
	t.Screen = below[t.Screen]
}

func (citizenFlow) stop(t *talk) {
	switch {
	case t.Draft.Wait.On && t.Draft.Moving == 0:
		t.Draft.Wait = WaitDraft{}
	case t.Draft.Moving != 0:
		t.release()
		t.Draft, t.Screen = Draft{}, appointmentScreen
	default:
		t.remark("remark.beginning")
	}
}
