package dialogs

import (
	"time"

	"terminbote/booking"
	"terminbote/locales"
	"terminbote/statistics"
)

// talk is a turn under way.
type talk struct {
	State
	flow      flow
	facts     Facts
	looked    map[look][]time.Time // free times found in this turn
	typing    bool                 // the event is typed words
	brief     bool                 // they are a clerk's line, all of a booking
	over      passed               // what has passed since the last turn
	named     Colleague            // of the staff, by those words
	commands  []Command
	seeks     bool // a time is looked for again
	missed    bool // the message was not understood
	answered  bool // a question was answered
	referred  bool // it was said where people are to be reached
	remarks   []locales.Line
	meanwhile []locales.Line     // what has passed since the last turn, said before all else
	report    *statistics.Report // to be handed over as files
	heard     string             // all of the message that is taken up
	asksSome  bool               // some of it is put as a question
	heardAll  bool               // an answer is about all of it, and nothing of it is left over
	askedAt   string             // the step at which what is answered was typed; empty: the one that is open
}

func (t *talk) do(c Command) { t.commands = append(t.commands, c) }

// attach asks for a code to prove that the appointment is the person's own.
func (t *talk) attach(number booking.Number) {
	t.Attaching = number
	t.do(AskCode{Number: number, Lang: t.Lang})
}

func (t *talk) remark(key string, args ...any) {
	t.remarks = append(t.remarks, locales.Say(key, args...))
}

// appointment finds an appointment that the talk may be about.
func (t *talk) appointment(id booking.AppointmentID) (booking.Appointment, bool) {
	return t.flow.appointment(t.facts, id)
}

// phone is the number to call where the chat cannot help.
func (t *talk) phone() string {
	if o, ok := t.facts.Town.Office(t.Draft.Office); ok {
		return o.Phone
	}
	return t.facts.Town.Offices[0].Phone
}

// binds tells whether a yes to the open question books, moves or enters something.
func (t *talk) binds() bool { return bindingSteps[t.step().name()] }

// bindingSteps is the questions whose yes binds.
var bindingSteps = map[string]bool{"review": true, "callersReview": true, "move": true, "waitReview": true}
