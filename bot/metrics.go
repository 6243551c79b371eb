package bot

import (
	"errors"
	"net/http"
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
	turns    *prometheus.HistogramVec
	commands *prometheus.CounterVec
	refusals *prometheus.CounterVec
	notices  *prometheus.CounterVec
	waits    *prometheus.HistogramVec
	parked   *prometheus.CounterVec
	refused  *prometheus.CounterVec
	dayPosts *prometheus.CounterVec
}

// NewMetrics makes metrics that start at nothing.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
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
	}
	m.registry.MustRegister(m.turns, m.commands, m.refusals, m.notices, m.waits, m.parked, m.refused, m.dayPosts,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

// Handler shows the metrics in Prometheus' format.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
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

// DayPost counts what was done to a post that shows a day.
func (m *Metrics) DayPost(outcome string) {
	if m != nil {
		m.dayPosts.WithLabelValues(outcome).Inc()
	}
}

func (m *Metrics) done(d dialogs.Result) {
	if m == nil {
		return
	}
	command := commandName(d.Command)
	if d.Refused == nil {
		m.commands.WithLabelValues(command).Inc()
		return
	}
	m.refusals.WithLabelValues(command, refusalName(d.Refused)).Inc()
}

func commandName(c dialogs.Command) string {
	switch c.(type) {
	case dialogs.Hold:
		return "hold"
	case dialogs.Release:
		return "release"
	case dialogs.Book:
		return "book"
	case dialogs.Move:
		return "move"
	case dialogs.Cancel:
		return "cancel"
	case dialogs.Affirm:
		return "affirm"
	case dialogs.Arrive:
		return "arrive"
	case dialogs.Delay:
		return "delay"
	case dialogs.AskCode:
		return "ask code"
	case dialogs.Attach:
		return "attach"
	case dialogs.Export:
		return "export"
	case dialogs.Erase:
		return "erase"
	}
	return clerksCommandName(c)
}

func clerksCommandName(c dialogs.Command) string {
	switch c.(type) {
	case dialogs.Close:
		return "close"
	case dialogs.Reopen:
		return "reopen"
	case dialogs.Open:
		return "open"
	case dialogs.Withdraw:
		return "withdraw"
	case dialogs.Restore:
		return "restore"
	case dialogs.Next:
		return "call"
	case dialogs.Uncall:
		return "uncall"
	case dialogs.Finish:
		return "finish"
	case dialogs.Miss:
		return "miss"
	case dialogs.GiveCode:
		return "give code"
	case dialogs.SetRole:
		return "appoint"
	}
	return "other"
}

func refusalName(err error) string {
	names := []struct {
		err  error
		name string
	}{
		{booking.ErrTaken, "taken"},
		{booking.ErrClosed, "closed"},
		{booking.ErrTooSoon, "too soon"},
		{booking.ErrTooFar, "too far"},
		{booking.ErrTooLong, "too long"},
		{booking.ErrTooMany, "too many"},
		{booking.ErrLimit, "limit"},
		{booking.ErrTooOften, "too often"},
		{booking.ErrExpired, "expired"},
		{booking.ErrOver, "over"},
		{booking.ErrCode, "code"},
		{booking.ErrUnknown, "unknown"},
		{booking.ErrIncomplete, "incomplete"},
		{booking.ErrNotAllowed, "not allowed"},
		{booking.ErrNobody, "nobody"},
	}
	for _, n := range names {
		if errors.Is(err, n.err) {
			return n.name
		}
	}
	return "other"
}
