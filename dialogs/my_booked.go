package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// booked shows the receipt, or what stood in the way.
func (t *talk) booked(d Result) {
	if d.Refused != nil {
		t.flow.refuse(t, d)
		return
	}
	t.Draft = Draft{}
	t.Screen, t.Chosen = bookedScreen, d.Appointment.ID
}

// bookedStep is the receipt: the number, when and where. What to bring was
// said before, and stands under the person's appointments.
type bookedStep struct{}

func (bookedStep) name() string { return "booked" }

func (bookedStep) need(*talk) Need { return Need{Appointments: true} }

func (bookedStep) show(t *talk) View {
	a, ok := t.appointment(t.Chosen)
	if !ok {
		return t.gone()
	}
	v := View{Title: locales.Say("booked.title", "Number", a.Number.String()), Body: t.facts.brief(a)}
	if a.Sequence > 0 {
		v.Title = locales.Say("booked.moved", "Number", a.Number.String())
	}
	if a.Persons > 1 {
		v.Body = append(v.Body, locales.Say("review.persons", "Count", a.Persons))
	}
	v.Body = append(v.Body, locales.Line{}, locales.Say("booked.keep"))
	if len(t.Later) > 0 {
		next := locales.Text(t.facts.concern(t.Later[0]).Name)
		v.Ask = locales.Say("booked.ask_later", "Concern", next)
		if slices.ContainsFunc(a.Items, func(i booking.Item) bool { return i.Concern == t.Later[0] }) {
			v.Ask = locales.Say("booked.ask_another", "Concern", next)
		}
		book := Choice{ID: laterChoice, Label: locales.Say("booked.later", "Concern", next)}
		v.Groups = append(v.Groups, list(append([]Choice{book}, t.dropChoices()...)...))
	}
	v.Groups = append(v.Groups, navigation(appointmentsChoice, homeChoice))
	return v
}

func (bookedStep) choose(t *talk, id string) bool {
	if id == laterChoice {
		return t.bookNoted()
	}
	return t.chooseDrop(id)
}

// hear takes what is typed after a booking as the beginning of the next; no
// means what was asked about.
func (bookedStep) hear(t *talk, said reading) {
	intent := said.intent()
	switch {
	case intent == understand.No && len(t.Later) > 1:
		t.forget(t.Later[0])
	case intent == understand.No:
		t.Later, t.LaterOn, t.LaterCases = nil, nil, nil
		t.allDone()
	case intent == understand.Yes, intent == understand.Next, intent == understand.Enough:
		t.remark("booked.stands")
	default:
		t.Screen = noScreen
		t.search(said)
	}
}

// allDone says to who needs nothing else that the appointment stands.
func (t *talk) allDone() {
	if a, ok := t.appointment(t.Chosen); ok {
		t.remark("booked.fine", "Day", t.facts.dayOf(a), "Time", t.facts.timeOf(a))
	}
}
