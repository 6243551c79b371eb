package dialogs

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/locales"
)

// waitingStep lists the person's places on the waiting list.
type waitingStep struct{}

const (
	waitingChoice = "waiting"
	placePrefix   = "w:"
	acceptChoice  = "accept"
	declineChoice = "decline"
	endChoice     = "end"
)

func (waitingStep) need(*talk) Need { return Need{Appointments: true, Waiting: true} }

func (waitingStep) show(t *talk) View {
	v := View{Title: locales.Say("wait.list"), Ask: locales.Say("wait.ask_which")}
	var choices []Choice
	for _, place := range t.facts.Waiting {
		choices = append(choices, Choice{
			ID: placePrefix + strconv.FormatInt(int64(place.ID), 10), Label: t.placeLabel(place),
		})
	}
	if len(choices) == 0 {
		v.Ask = locales.Say("wait.none")
	} else {
		v.Groups = []Group{list(choices...)}
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// placeLabel names a place by what is waited for.
func (t *talk) placeLabel(place Waiting) locales.Line {
	if a, ok := t.appointment(place.Appointment); ok {
		return locales.Say("wait.choice", "Day", shortDateOf(t.date(a)), "Time", t.timeOf(a), "Number", a.Number.String())
	}
	if len(place.Wishes) == 0 {
		return locales.Say("wait.choice_gone")
	}
	if t.concern(place.Wishes[0].Concern).ID == "" {
		return locales.Say("wait.choice_unserved")
	}
	return locales.Say("wait.choice_first", "Concern", t.named(place.Wishes[0]))
}

func (waitingStep) choose(t *talk, id string) bool {
	digits, ok := strings.CutPrefix(id, placePrefix)
	n, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil {
		return false
	}
	t.Place, t.Screen = booking.WaitID(n), placeScreen
	return true
}

func (waitingStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// placeStep shows one place on the waiting list, and the time that is offered
// for it.
type placeStep struct{}

func (placeStep) need(*talk) Need { return Need{Appointments: true, Waiting: true} }

func (placeStep) show(t *talk) View {
	place, ok := t.place()
	if !ok {
		return View{Ask: locales.Say("wait.gone"), Groups: []Group{navigation(backChoice, homeChoice)}}
	}
	v := View{
		Title: t.placeLabel(place), Body: []locales.Line{termsLine(place.Terms)}, Ask: locales.Say("wait.ask_place"),
	}
	end := Choice{ID: endChoice, Label: locales.Say("wait.end")}
	if place.Offer == nil {
		v.Groups = []Group{list(end), navigation(backChoice, homeChoice)}
		return v
	}
	v.Body = append(v.Body, t.offerLines(*place.Offer)...)
	v.Ask = locales.Say("offer.ask")
	choices := append(offerAnswers(), end)
	v.Groups = []Group{list(choices...), navigation(backChoice, homeChoice)}
	return v
}

// place is the one shown.
func (t *talk) place() (Waiting, bool) {
	i := slices.IndexFunc(t.facts.Waiting, func(w Waiting) bool { return w.ID == t.Place })
	if i < 0 {
		return Waiting{}, false
	}
	return t.facts.Waiting[i], true
}

func (placeStep) choose(t *talk, id string) bool {
	place, _ := t.place()
	if id == endChoice {
		t.do(EndWait{t.Place})
		return true
	}
	if place.Offer == nil {
		return false
	}
	return t.answerOffer(place.Offer.ID, id)
}

func (placeStep) hear(t *talk, _ string) { t.remark("remark.choose") }

// answerOffer takes or leaves the time that a hold offers.
func (t *talk) answerOffer(hold booking.AppointmentID, id string) bool {
	switch id {
	case acceptChoice:
		t.do(Accept{hold})
	case declineChoice:
		t.do(Decline{hold})
	default:
		return false
	}
	return true
}

func offerAnswers() []Choice {
	return []Choice{
		{ID: acceptChoice, Label: locales.Say("offer.accept")},
		{ID: declineChoice, Label: locales.Say("offer.decline")},
	}
}

// tellOffer is what somebody is told to whom a time is offered.
func (t *talk) tellOffer(n Notice) View {
	v := View{
		Title:  locales.Say("offer.title"),
		Body:   t.offerLines(n.Appointment),
		Ask:    locales.Say("offer.ask"),
		Groups: []Group{{Columns: 1, Choices: offerAnswers()}},
	}
	return v
}

// offerLines is which time is offered for what, until when, and what becomes
// of the old one.
func (t *talk) offerLines(hold booking.Appointment) []locales.Line {
	lines := append([]locales.Line{{}}, t.brief(hold)...)
	return append(append(lines, locales.Line{}), t.offerTerms(hold)...)
}

// offerTerms is until when a time is kept, and what becomes of the old one.
func (t *talk) offerTerms(hold booking.Appointment) []locales.Line {
	lines := []locales.Line{locales.Say("offer.until", "Until", locales.Clock(hold.HeldUntil.In(t.zone(hold))))}
	if hold.Moves() {
		lines = append(lines, locales.Say("offer.old"))
	}
	return lines
}

// OfferTerms is until when the time is kept that a notice offers, and what
// becomes of the old one.
func OfferTerms(n Notice) []locales.Line {
	t := talk{facts: Facts{Town: booking.Town{Offices: []*booking.Office{n.Office}}}}
	return t.offerTerms(n.Appointment)
}

// accepted shows the appointment at its new time.
func (t *talk) accepted(d Result) {
	switch {
	case d.Refused == nil:
		t.Screen, t.Chosen = appointmentScreen, d.Appointment.ID
		t.remark("offer.accepted", "Day", t.dayOf(d.Appointment), "Time", t.timeOf(d.Appointment))
	case errors.Is(d.Refused, booking.ErrLimit):
		t.remark("refused.limit", "Phone", t.phone())
		t.Screen = appointmentsScreen
	default:
		t.remark("offer.over")
	}
}

func (t *talk) declined(d Result) {
	if d.Refused != nil {
		t.remark("offer.over")
		return
	}
	t.remark("offer.declined")
}

func (t *talk) ended(d Result) {
	t.Screen, t.Place = waitingScreen, 0
	if d.Refused != nil {
		t.remark("wait.gone")
		return
	}
	t.remark("wait.ended")
}
