package office

import (
	"strings"

	"terminbote/booking"
)

// Hit says, in the language of the office, that it would not serve a booked
// appointment, and why.
func Hit(o *booking.Office, a booking.Appointment, c booking.Changes) string {
	var why []string
	for _, m := range reasons(o.Lang, a, c) {
		why = append(why, m.in(o.Lang))
	}
	at := a.Span.Start.In(o.Calendar.Zone).Format("2006-01-02 15:04")
	return say("%s: appointment %s, %s: %s", a.Office, a.Number, at, strings.Join(why, "; ")).in(o.Lang)
}

func reasons(lang string, a booking.Appointment, c booking.Changes) (why []message) {
	switch {
	case c.GivenUp:
		why = append(why, say("these files have no such office"))
	case c.Closed && len(c.Reason) > 0:
		why = append(why, say("closed (%s)", c.Reason.In(lang)))
	case c.Closed:
		why = append(why, say("desk %s is gone, lacks a skill or does not serve then", a.Desk))
	}
	for _, item := range c.Dropped {
		why = append(why, say("concern %s is gone", item.Concern))
	}
	return why
}

// Hits says how many booked appointments would not be served.
func Hits(o *booking.Office, count int) string {
	return say("%d booked appointments would not be served", count).in(o.Lang)
}
