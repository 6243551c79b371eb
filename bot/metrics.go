package bot

import (
	"cmp"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Metrics counts what happens, for Prometheus. It counts steps, channels and
// kinds, never persons and never single clerks. A nil Metrics counts nothing.
type Metrics struct {
	registry *prometheus.Registry
	town     string // whose these are; empty: everything's, or those of the town without a name
	towns    *townMetrics
	turns    *prometheus.HistogramVec
	commands *prometheus.CounterVec
	refusals *prometheus.CounterVec
	notices  *prometheus.CounterVec
	waits    *prometheus.HistogramVec
	parked   *prometheus.CounterVec
	refused  *prometheus.CounterVec
	dayPosts *prometheus.CounterVec
	pages    *prometheus.CounterVec
	visits   visitMetrics
	clock    prometheus.Gauge
	vitals   vitals
	files    filesState
}

// NewMetrics makes metrics that start at nothing.
func NewMetrics() *Metrics {
	m := newMetrics()
	m.enter(m.registry)
	m.registry.MustRegister(m.clock, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// newMetrics makes metrics that stand in no registry yet.
func newMetrics() *Metrics {
	return &Metrics{
		registry: prometheus.NewRegistry(),
		towns:    &townMetrics{},
		visits:   newVisitMetrics(),
		turns: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "terminbote_turn_seconds",
			Help:    "Turns and how long they took, by channel and by the step that took them in.",
			Buckets: []float64{.001, .002, .005, .01, .02, .05, .1, .5, 1, 5},
		}, []string{"channel", "step"}),
		commands: counter("terminbote_commands_total", "What was done: hold, book, move, cancel, attach and the like.", "command"),
		refusals: counter("terminbote_refusals_total", "What the rules of the office refused, by command and kind.", "command", "kind"),
		notices:  counter("terminbote_notices_total", "Notices by kind and outcome.", "kind", "outcome"),
		waits: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "terminbote_update_wait_seconds",
			Help:    "From receiving an update to the end of its turn: how far the receiver lags behind.",
			Buckets: []float64{.002, .005, .01, .02, .05, .1, .5, 1, 5, 30, 120},
		}, []string{"channel"}),
		parked:   counter("terminbote_parked_updates_total", "Updates that could not be handled and were set aside.", "channel"),
		refused:  counter("terminbote_refused_calls_total", "Calls that were not allowed, by channel and reason.", "channel", "why"),
		dayPosts: counter("terminbote_day_posts_total", "What was done to posts that show a day: posted, patched, failed.", "outcome"),
		clock: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "terminbote_clock_ahead_seconds",
			Help: "How far this machine's clock is ahead of the database's, when they were compared last.",
		}),
		pages: counter("terminbote_page_requests_total", "Requests of the pages that mails link to, by what was asked for and the answer's status.", "asked", "status"),
	}
}

// enter enters what is counted of a town.
func (m *Metrics) enter(into prometheus.Registerer) {
	into.MustRegister(m.turns, m.commands, m.refusals, m.notices, m.waits, m.parked, m.refused, m.dayPosts, m.pages, &m.vitals,
		m.visits.booked, m.visits.waited, m.visits.took, m.visits.heard)
	m.files.enter(into)
	for _, c := range dialogs.Commands() {
		m.commands.WithLabelValues(dialogs.CommandName(c)) // a rate needs the 0 that it starts from
	}
	m.expectLimits()
	for _, outcome := range []string{"sent", "void", "too late", "unreachable", "failed"} {
		for _, kind := range booking.NoticeKinds() {
			m.notices.WithLabelValues(string(kind), outcome)
		}
	}
	for _, outcome := range []string{"posted", "patched", "failed"} {
		m.dayPosts.WithLabelValues(outcome)
	}
}

// expectLimits counts from nothing what tells of abuse.
func (m *Metrics) expectLimits() {
	for _, c := range []dialogs.Command{dialogs.Hold{}, dialogs.Book{}, dialogs.Move{}, dialogs.Cancel{}, dialogs.AskProof{}} {
		for _, err := range []error{booking.ErrDayLimit, booking.ErrTooOften, booking.ErrAddresses, booking.ErrUnproven} {
			refusal, _ := booking.AsRefusal(err)
			m.refusals.WithLabelValues(dialogs.CommandName(c), refusal.Name)
		}
	}
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

// Describe tells which metrics there are, for Prometheus.
func (m *Metrics) Describe(to chan<- *prometheus.Desc) { m.registry.Describe(to) }

// Handler shows the metrics in Prometheus' format.
func (m *Metrics) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		promhttp.HandlerFor(m.registries(), promhttp.HandlerOpts{}).ServeHTTP(w, r)
	})
}

// Notice counts the outcome of a notice.
func (m *Metrics) Notice(kind, outcome string) {
	if m != nil {
		m.notices.WithLabelValues(kind, outcome).Inc()
	}
}

func (m *Metrics) turn(channel, step string, took time.Duration) {
	if m != nil {
		m.turns.WithLabelValues(channel, step).Observe(took.Seconds())
	}
}

func (m *Metrics) waited(channel string, since time.Duration) {
	if m != nil {
		m.waits.WithLabelValues(channel).Observe(since.Seconds())
	}
}

func (m *Metrics) park(channel string) {
	if m != nil {
		m.parked.WithLabelValues(channel).Inc()
	}
}

// Refused counts a call from a network that was not allowed.
func (m *Metrics) Refused(channel, why string) {
	if m != nil {
		m.refused.WithLabelValues(channel, why).Inc()
	}
}

// ClockAhead shows how far our clock is ahead of the database's.
func (m *Metrics) ClockAhead(d time.Duration) {
	if m != nil {
		m.clock.Set(d.Seconds())
	}
}

// DayPost counts what was done to a post that shows a day.
func (m *Metrics) DayPost(outcome string) {
	if m != nil {
		m.dayPosts.WithLabelValues(outcome).Inc()
	}
}

// Page counts a request of a page: what it asked for, and the status of the
// answer.
func (m *Metrics) Page(asked string, status int) {
	if m != nil {
		m.pages.WithLabelValues(asked, strconv.Itoa(status)).Inc()
	}
}

// Result counts what came of a command.
func (m *Metrics) Result(r dialogs.Result) {
	if m == nil {
		return
	}
	command := dialogs.CommandName(r.Command)
	if r.Refused == nil {
		m.commands.WithLabelValues(command).Inc()
		m.visits.result(r)
		return
	}
	refusal, _ := booking.AsRefusal(r.Refused)
	m.refusals.WithLabelValues(command, cmp.Or(refusal.Name, "other")).Inc()
}
