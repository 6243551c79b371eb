package bot

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"terminbote/dialogs"
)

// loadTimeout is how long the database may take to say how much waits.
const loadTimeout = 5 * time.Second

// Loads shows how much the database has in hand, which read says whenever
// somebody looks. Channels with nothing to do are shown too.
func (m *Metrics) Loads(channels []string, now func() time.Time, read func(context.Context, time.Time) (dialogs.Load, error)) {
	m.registry.MustRegister(load{channels, now, read})
}

// load looks at the database when it is asked: what nobody looks at need not
// be counted.
type load struct {
	channels []string
	now      func() time.Time
	read     func(context.Context, time.Time) (dialogs.Load, error)
}

func describe(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("terminbote_"+name, help, labels, nil)
}

var (
	databaseUp    = describe("database_up", "Whether the database answers: 1, or 0.")
	noticesDue    = describe("notices_due", "Notices that are due and not sent, by channel.", "channel")
	noticesOldest = describe("notices_due_oldest_seconds", "How long the oldest of them has been due; 0: there is none.", "channel")
	updatesWait   = describe("updates_waiting", "Updates that were received and are not answered, by channel.", "channel")
	updatesOldest = describe("updates_waiting_oldest_seconds", "How long ago the oldest of them came; 0: there is none.", "channel")
	jobsInQueue   = describe("jobs", "Jobs in the queue, by their state.", "state")
	connections   = describe("database_connections", "Connections to the database: used, idle.", "state")
	mostConns     = describe("database_connections_max", "How many connections there can be.")
	connWaits     = describe("database_connection_waits_total", "How often a connection had to be waited for.")
	newcomers     = describe("newcomers", "People never seen before who wanted a time within the last hour, by office.", "office")
	newcomersMost = describe("newcomers_usual", "How many came in the busiest usual hour of the last weeks, by office.", "office")
	brakeOn       = describe("brake_on", "Whether people never seen before prove a mail address first: 1, or 0.", "office")
	connWaited    = describe("database_connection_wait_seconds_total", "How long connections were waited for.")
)

// Describe is for Prometheus.
func (l load) Describe(to chan<- *prometheus.Desc) {
	for _, d := range append([]*prometheus.Desc{
		databaseUp, noticesDue, noticesOldest, updatesWait, updatesOldest, jobsInQueue, connections, mostConns, connWaits, connWaited,
		newcomers, newcomersMost, brakeOn,
	}, ofCounters...) {
		to <- d
	}
}

// Collect is for Prometheus.
func (l load) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), loadTimeout)
	defer cancel()
	now := l.now()
	found, err := l.read(ctx, now)
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	if err != nil {
		gauge(databaseUp, 0)
		return
	}
	gauge(databaseUp, 1)
	l.backlog(gauge, noticesDue, noticesOldest, found.Notices, now)
	l.backlog(gauge, updatesWait, updatesOldest, found.Updates, now)
	for state, many := range found.Jobs {
		gauge(jobsInQueue, float64(many), state)
	}
	for _, r := range found.Rushes {
		gauge(newcomers, float64(r.Newcomers), r.Office)
		gauge(newcomersMost, float64(r.Usual), r.Office)
		gauge(brakeOn, map[bool]float64{true: 1}[r.Braked], r.Office)
	}
	for i := range found.Counters {
		atCounter(gauge, &found.Counters[i], now)
	}
	c := found.Connections
	gauge(connections, float64(c.Used), "used")
	gauge(connections, float64(c.Idle), "idle")
	gauge(mostConns, float64(c.Most))
	to <- prometheus.MustNewConstMetric(connWaits, prometheus.CounterValue, float64(c.Waits))
	to <- prometheus.MustNewConstMetric(connWaited, prometheus.CounterValue, c.Waited.Seconds())
}

// backlog shows what waits on each channel, and for how long.
func (l load) backlog(gauge func(*prometheus.Desc, float64, ...string), many, oldest *prometheus.Desc, waiting []dialogs.Backlog, now time.Time) {
	shown := map[string]bool{}
	for _, b := range waiting {
		shown[b.Channel] = true
		gauge(many, float64(b.Many), b.Channel)
		gauge(oldest, max(0, now.Sub(b.Oldest).Seconds()), b.Channel)
	}
	for _, channel := range l.channels {
		if !shown[channel] {
			gauge(many, 0, channel)
			gauge(oldest, 0, channel)
		}
	}
}

// Build says which program this is.
func (m *Metrics) Build(version, revision, goVersion string) {
	info := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "terminbote_build_info", Help: "Which program this is; always 1.",
	}, []string{"version", "revision", "goversion"})
	info.WithLabelValues(version, revision, goVersion).Set(1)
	m.registry.MustRegister(info)
}
