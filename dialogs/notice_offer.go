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

// tellOffer offers somebody a time.
func (f Facts) tellOffer(n Notice) View {
	v := View{
		Title:  locales.Say("offer.title"),
		Body:   f.offerLines(n.Appointment),
		Ask:    locales.Say("offer.ask"),
		Groups: []Group{{Columns: 1, Choices: offerAnswers()}},
	}
	return v
}

// offerLines is which time is offered for what, until when, and what becomes
// of the old one.
func (f Facts) offerLines(hold booking.Appointment) []locales.Line {
	lines := append([]locales.Line{{}}, f.brief(hold)...)
	return append(append(lines, locales.Line{}), f.offerTerms(hold)...)
}

// offerTerms says how long a time is kept, and what becomes of the old one.
func (f Facts) offerTerms(hold booking.Appointment) []locales.Line {
	lines := []locales.Line{locales.Say("offer.until", "Until", locales.Clock(hold.HeldUntil.In(f.zone(hold))))}
	if hold.Moves() {
		lines = append(lines, locales.Say("offer.old"))
	}
	return lines
}

// OfferTerms says how long the time that a notice offers is kept, and what
// becomes of the old one.
func OfferTerms(n Notice) []locales.Line {
	return n.facts().offerTerms(n.Appointment)
}
