package booking

import "time"

// How long a time is offered in most offices: a mail is read later than a chat.
const (
	usualChatOffer = 6 * time.Minute
	usualMailOffer = time.Hour
)

// Window is how long a time is offered to one person (Angebot).
func (p Policy) Window(r Reach) time.Duration {
	switch r {
	case ByChat:
		return p.Offer.Chat
	case ByMail:
		return p.Offer.Mail
	}
	return 0
}

// Prolonged is the end of an offer to a person whose chat cannot be reached, so
// that they can read of it in a mail. If they accept at the last
// moment, the lead time of the office must still be left.
func (p Policy) Prolonged(hold Appointment, now time.Time) time.Time {
	until := now.Add(p.Window(ByMail))
	if last := hold.Span.Start.Add(-p.LeadTime); last.Before(until) {
		until = last
	}
	if until.Before(hold.HeldUntil) {
		return hold.HeldUntil
	}
	return until
}

// OffersAt tells whether offers may be sent at now.
func (o *Office) OffersAt(now time.Time) bool {
	clock := ClockOf(now, o.Calendar.Zone)
	return o.Policy.Offer.Hours.From <= clock && clock < o.Policy.Offer.Hours.To
}
