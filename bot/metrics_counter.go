package bot

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"terminbote/booking"
	"terminbote/dialogs"
)

var (
	ticketsNow   = describe("tickets", "Tickets of people without an appointment, of today, by office and state.", "office", "state")
	talksHeld    = describe("handovers", "Talks that staff hold, by office.", "office")
	talksWait    = describe("handovers_unanswered", "Those of them in which the person wrote last, by office.", "office")
	talksOldest  = describe("handovers_unanswered_oldest_seconds", "How long the first of them has waited for an answer; 0: none waits.", "office")
	ratingsSoFar = describe("ratings", "Ratings of the weeks that are over, by office.", "office")
)

// ofCounters is the metrics of who is at the counters.
var ofCounters = []*prometheus.Desc{ticketsNow, talksHeld, talksWait, talksOldest, ratingsSoFar}

// shownStates is the states of a ticket, shown also where there is none.
var shownStates = []booking.State{booking.CheckedIn, booking.Called, booking.Finished, booking.Missed, booking.Cancelled}

// atCounter shows who is at the counter of an office.
func atCounter(gauge func(*prometheus.Desc, float64, ...string), c *dialogs.CounterLoad, now time.Time) {
	for _, state := range shownStates {
		gauge(ticketsNow, float64(c.Tickets[state]), c.Office, string(state))
	}
	gauge(talksHeld, float64(c.Handovers), c.Office)
	gauge(talksWait, float64(c.Unanswered), c.Office)
	waited := 0.0
	if !c.Oldest.IsZero() {
		waited = max(0, now.Sub(c.Oldest).Seconds())
	}
	gauge(talksOldest, waited, c.Office)
	gauge(ratingsSoFar, float64(c.Ratings), c.Office)
}
