package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// numberStep asks for the number of an appointment that was booked elsewhere.
type numberStep struct{}

func (numberStep) name() string { return "number" }

func (numberStep) need(*talk) Need { return Need{} }

func (numberStep) show(*talk) View {
	return View{
		Title:  locales.Say("attach.title"),
		Ask:    locales.Say("attach.ask_number"),
		Typing: true,
		Field:  NumberField,
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (numberStep) choose(*talk, string) bool { return false }

func (numberStep) hear(t *talk, said reading) {
	number, ok := t.numberIn(said)
	if !ok {
		t.miss("attach.no_number")
		return
	}
	t.attach(number)
}

// numberIn is the number that is typed, alone or in a sentence: "es ist die 8JM L33".
func (t *talk) numberIn(said reading) (booking.Number, bool) {
	if number, ok := said.appointmentNumber(); ok {
		return number, true
	}
	numbers := values[understand.NumberValue](t.understood(said.text, understand.ExpectCode, View{}))
	if len(numbers) != 1 {
		return "", false
	}
	return numbers[0].Number, true
}

func (t *talk) codeAsked(c AskCode, d Result) {
	if d.Refused == nil {
		t.Screen, t.ReadOut = codeScreen, d.ReadOut
		return
	}
	if errors.Is(d.Refused, booking.ErrTicket) {
		t.do(LinkTicket{Number: c.Number, Lang: t.Lang})
		return
	}
	t.Screen = numberScreen
	number := c.Number.String()
	switch {
	case errors.Is(d.Refused, booking.ErrIncomplete):
		t.remark("attach.no_mail", "Number", number, "Phone", t.phone())
	case errors.Is(d.Refused, booking.ErrLimit):
		t.remark("attach.too_often", "Phone", t.phone())
	default:
		t.remark("attach.unknown", "Number", number, "Phone", t.phone())
	}
}

// codeStep asks for the code that was sent or read out.
type codeStep struct{}

func (codeStep) name() string { return "code" }

func (codeStep) need(*talk) Need { return Need{} }

func (codeStep) show(t *talk) View {
	where := locales.Say("attach.sent", "Number", t.Attaching.String())
	if t.ReadOut {
		where = locales.Say("attach.read_out", "Number", t.Attaching.String())
	}
	return View{
		Title:  locales.Say("attach.title"),
		Body:   []locales.Line{where},
		Ask:    locales.Say("attach.ask_code"),
		Typing: true,
		Field:  CodeField,
		Groups: []Group{navigation(backChoice, homeChoice)},
	}
}

func (codeStep) choose(*talk, string) bool { return false }

// hear tries a code. What cannot be one uses up no try, and the number once more gets another code.
func (codeStep) hear(t *talk, said reading) {
	code, given := said.code()
	number, again := t.numberIn(said)
	switch {
	case given:
		t.do(Attach{Number: t.Attaching, Code: code})
	case strings.Contains(said.text, "@"):
		t.remark("attach.other_mail", "Phone", t.phone())
	case again:
		t.attach(number)
	default:
		t.miss("attach.no_code", "Phone", t.phone())
	}
}

func (t *talk) attached(d Result) {
	switch {
	case d.Refused == nil:
		t.Screen, t.Chosen, t.Attaching = appointmentScreen, d.Appointment.ID, ""
		t.remark("attach.done")
	case errors.Is(d.Refused, booking.ErrLimit):
		t.Screen = numberScreen
		t.remark("attach.used_up", "Phone", t.phone())
	case errors.Is(d.Refused, booking.ErrDayLimit):
		t.remark("attach.ask_clerk", "Phone", t.phone())
	case errors.Is(d.Refused, booking.ErrTooOften):
		t.remark("attach.wait", "Phone", t.phone())
	case errors.Is(d.Refused, booking.ErrUnknown), errors.Is(d.Refused, booking.ErrOver):
		t.Screen = numberScreen
		t.remark("attach.unknown", "Number", t.Attaching.String(), "Phone", t.phone())
	default:
		t.remark("attach.wrong_code")
	}
}
