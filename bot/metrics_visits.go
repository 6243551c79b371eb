package bot

import (
	"github.com/prometheus/client_golang/prometheus"

	"terminbote/dialogs"
)

// visitMetrics counts visits as they go on, for rates and alerts: what a report
// says of past days stands in the database. Nothing is counted by desk, so that
// nothing is by clerk.
type visitMetrics struct {
	booked *prometheus.CounterVec
	waited prometheus.Histogram
	took   prometheus.Histogram
	heard  *prometheus.CounterVec
}

func newVisitMetrics() visitMetrics {
	v := visitMetrics{
		booked: counter("terminbote_booked_visits_total", "Visits booked, by the network on which they were.", "channel"),
		waited: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "terminbote_visit_wait_seconds", Help: "From check-in to call.",
			Buckets: []float64{60, 180, 300, 600, 900, 1200, 1800, 2700, 3600},
		}),
		took: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "terminbote_visit_real_to_planned_ratio", Help: "How long visits took, against what was planned.",
			Buckets: []float64{.25, .5, .75, 1, 1.25, 1.5, 2, 3, 5},
		}),
		heard: counter("terminbote_typed_messages_total", "Typed messages of citizens, by whether they were understood.", "understood"),
	}
	for _, answer := range []string{understoodYes, understoodNo} {
		v.heard.WithLabelValues(answer)
	}
	return v
}

const (
	understoodYes = "yes"
	understoodNo  = "no"
)

// result counts what a command says of a visit.
func (v visitMetrics) result(r dialogs.Result) {
	a := r.Appointment
	switch r.Command.(type) {
	case dialogs.Next:
		if !a.Arrived.IsZero() {
			v.waited.Observe(max(0, a.CalledAt.Sub(a.Arrived).Seconds()))
		}
	case dialogs.Finish:
		if planned := a.Span.Length(); planned > 0 && !a.CalledAt.IsZero() {
			v.took.Observe(max(0, a.Updated.Sub(a.CalledAt).Seconds()) / planned.Seconds())
		}
	}
}

// course counts a turn of a citizen's talk.
func (m *Metrics) course(channel string, c dialogs.Course) {
	if m == nil {
		return
	}
	if c.Booked {
		m.visits.booked.WithLabelValues(channel).Inc()
	}
	if !c.Heard {
		return
	}
	answer := understoodYes
	if c.Missed {
		answer = understoodNo
	}
	m.visits.heard.WithLabelValues(answer).Inc()
}
