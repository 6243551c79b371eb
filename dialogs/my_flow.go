package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// citizenFlow is a talk with somebody who wants an appointment of their own.
type citizenFlow struct{}

// The questions of a booking and of a move.
var (
	bookQuestions = []question{
		whichStep{},
		categoryStep{},
		concernStep{},
		agreeStep{},
		quantityStep{},
		personsStep{},
		bringStep{},
		officeStep{},
		whenStep{},
		dayStep{},
		timeStep{},
		nameStep{},
		mailStep{},
		reviewStep{},
	}
	moveQuestions = []question{whenStep{}, dayStep{}, timeStep{}, moveStep{}}
)

// The questions for a place on the waiting list: for a first appointment, and
// for an earlier time of one.
var (
	waitQuestions        = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, nameStep{}, mailStep{}, waitReviewStep{}}
	waitEarlierQuestions = []question{waitDaysStep{}, waitHoursStep{}, waitUntilStep{}, waitReviewStep{}}
)

var screens = map[Screen]step{
	resumeScreen:       resumeStep{},
	appointmentsScreen: appointmentsStep{},
	appointmentScreen:  appointmentStep{},
	cancelScreen:       cancelStep{},
	lateScreen:         lateStep{},
	bookedScreen:       bookedStep{},
	numberScreen:       numberStep{},
	codeScreen:         codeStep{},
	eraseScreen:        eraseStep{},
	waitingScreen:      waitingStep{},
	placeScreen:        placeStep{},
	aboutScreen:        aboutStep{},
}

func (citizenFlow) audience() booking.Audience { return booking.Public }

func (citizenFlow) appointment(f Facts, id booking.AppointmentID) (booking.Appointment, bool) {
	i := slices.IndexFunc(f.Appointments, func(a booking.Appointment) bool { return a.ID == id })
	if i < 0 {
		return booking.Appointment{}, false
	}
	return f.Appointments[i], true
}

func (citizenFlow) needs(t *talk, event Event) Need {
	need := t.step().need(t)
	switch e := event.(type) {
	case nil:
		return need
	case Said:
		need = t.wider(need, e.Text)
		need.Appointments = true
		return t.answerNeeds(need, e.Text)
	case Tapped:
		if t.wanted().exact() && t.Screen == noScreen && t.Draft.Start.IsZero() {
			return t.wider(Need{Appointments: need.Appointments, Waiting: need.Waiting}, "")
		}
		// No days: whether a time is free is settled when it is held.
		return Need{Appointments: need.Appointments, Waiting: need.Waiting}
	case Asked:
		return Need{Appointments: e.For == hereChoice}
	case Responded:
		return Need{Appointments: true, Notice: e.Notice}
	}
	return Need{}
}

func (citizenFlow) step(t *talk) step {
	if s, ok := screens[t.Screen]; ok {
		return s
	}
	return t.next()
}

func (citizenFlow) questions(t *talk) []question {
	switch {
	case t.Draft.Wait.On && t.Draft.Moving != 0:
		return waitEarlierQuestions
	case t.Draft.Wait.On:
		return waitQuestions
	case t.Draft.Moving != 0:
		return moveQuestions
	}
	return bookQuestions
}

func (citizenFlow) start(t *talk, payload string) { t.begin(payload) }

// hear takes a word that means the same everywhere, the number or the words of
// a choice, or an answer in the person's own words.
func (citizenFlow) hear(t *talk, e Said) {
	said, view := t.read(e.Text), t.step().show(t)
	id, ok := t.reminded(view, said)
	if !ok {
		id, ok = said.labelled(view)
	}
	switch {
	case ok:
		t.choose(id)
	case t.hearsItself():
		t.step().hear(t, said)
	case t.takeUp(e.Text, view): // a thumb up says something, too
	case said.empty():
		t.remark("remark.empty")
	default:
		t.step().hear(t, said)
	}
}

// hearsItself tells whether the open question takes what is typed as it
// stands.
func (t *talk) hearsItself() bool { return t.Screen == codeScreen }

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

// wider asks for the days that a message may speak of, too: who names a concern
// and a time gets that time at once.
func (t *talk) wider(need Need, text string) Need {
	ids := t.firstOffice()
	if t.Screen != noScreen || len(t.Draft.Wishes) == 0 && t.Draft.Moving == 0 {
		ids = t.spokenOf(text)
	}
	if len(ids) == 0 {
		return need
	}
	wide := t.window(ids)
	wide.Waiting, wide.Notice = need.Waiting, need.Notice
	wide.Appointments = wide.Appointments || need.Appointments
	return wide
}

// spokenOf is the offices whose days a message may be about.
func (t *talk) spokenOf(text string) []booking.OfficeID {
	var wanted []booking.ConcernID
	speaks := t.Screen != noScreen
	for _, f := range t.understood(text, understand.ExpectWish, View{}).Found {
		switch v := f.Value.(type) {
		case understand.ConcernValue:
			wanted = append(wanted, v.ID)
		case understand.DaysValue, understand.HoursValue, understand.ShiftValue:
			speaks = speaks || len(wanted) > 0
		}
	}
	var ids []booking.OfficeID
	for _, o := range t.facts.Town.Serving(wanted) {
		if speaks || len(wanted) > 0 {
			ids = append(ids, o.ID)
		}
	}
	return ids
}
