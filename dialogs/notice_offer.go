package dialogs

import (
	"terminbote/booking"
	"terminbote/locales"
)

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
