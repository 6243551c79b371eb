package dialogs

import "terminbote/booking"

// Result is what came of a command.
type Result struct {
	Command     Command
	Refused     error               // one of booking's refusals; nil: it is done
	Appointment booking.Appointment // as it now is, where the command had one
	Data        []byte              // of an Export: JSON that people can read
	Override    booking.OverrideID  // of a Close, Open or ChangeMinutes: the override it made
	Code        string              // of a GiveCode: to be read out
	Ready       []Readiness         // of a Ready: what came of each number
	Outlook     booking.Outlook     // of a GiveTicket: what to expect
	Heard       bool                // of an Alarm: the office's channel is connected
	ReadOut     bool                // of an AskCode: a clerk has read one out, so that no mail is sent
}
