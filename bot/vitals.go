package bot

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// vitals is when each network last did what was asked of it, and when it last
// did not.
type vitals struct {
	mu       sync.Mutex
	networks []string
	last     map[string]vital
}

type vital struct {
	success, fault time.Time
	err            error // of the last fault
	faulty         bool  // no success has come since
	faults         int   // how often that was
}

// Expect has a network shown as one that is on, though nothing was asked of it
// yet.
func (m *Metrics) Expect(network string) {
	if m == nil {
		return
	}
	m.vitals.mu.Lock()
	defer m.vitals.mu.Unlock()
	m.vitals.expect(network)
	m.parked.WithLabelValues(network) // from 0 on
}

func (v *vitals) expect(network string) {
	if _, known := v.last[network]; known {
		return
	}
	if v.last == nil {
		v.last = map[string]vital{}
	}
	v.last[network] = vital{}
	v.networks = append(v.networks, network)
	slices.Sort(v.networks)
}

// Seen notes that a network has just done what was asked of it, or has not.
// The error is shown to admins: it must not name anybody.
func (m *Metrics) Seen(network string, now time.Time, err error) {
	if m == nil {
		return
	}
	m.vitals.mu.Lock()
	defer m.vitals.mu.Unlock()
	m.vitals.expect(network)
	v := m.vitals.last[network]
	if err == nil {
		v.success, v.faulty = now, false
	} else {
		v.fault, v.err, v.faulty = now, err, true
		v.faults++
	}
	m.vitals.last[network] = v
}

// lines says of each network how it fares.
func (v *vitals) lines() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	var all []string
	for _, network := range v.networks {
		all = append(all, network+": "+v.last[network].String())
	}
	return all
}

// degraded is what does not do at present what is asked of it, and why.
func (v *vitals) degraded() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	var all []string
	for _, network := range v.networks {
		if now := v.last[network]; now.faulty {
			all = append(all, fmt.Sprintf("%s (%v)", network, now.err))
		}
	}
	return all
}

// String says it in words. A fault that a success came after is over.
func (v vital) String() string {
	at := func(t time.Time) string { return t.UTC().Format(time.RFC3339) }
	var parts []string
	switch {
	case v.success.IsZero() && v.fault.IsZero():
		return "not asked yet"
	case v.faulty:
		parts = append(parts, "faulty")
	default:
		parts = append(parts, "ok")
	}
	if !v.success.IsZero() {
		parts = append(parts, "last success "+at(v.success))
	}
	if !v.fault.IsZero() {
		parts = append(parts, fmt.Sprintf("last fault %s (%v)", at(v.fault), v.err))
	}
	return strings.Join(parts, ", ")
}

var (
	lastSuccess = prometheus.NewDesc("terminbote_network_last_success_timestamp_seconds",
		"When a network last did what was asked of it; 0: not yet.", []string{"network"}, nil)
	lastFault = prometheus.NewDesc("terminbote_network_last_fault_timestamp_seconds",
		"When a network last did not; 0: not yet.", []string{"network"}, nil)
	faults = prometheus.NewDesc("terminbote_network_faults_total",
		"How often a network did not do what was asked of it.", []string{"network"}, nil)
	degraded = prometheus.NewDesc("terminbote_network_degraded",
		"Whether a network's last call failed: 1, or 0.", []string{"network"}, nil)
)

// Describe is for Prometheus.
func (v *vitals) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{lastSuccess, lastFault, faults, degraded} {
		to <- d
	}
}

// Collect is for Prometheus.
func (v *vitals) Collect(to chan<- prometheus.Metric) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for network, vital := range v.last {
		to <- prometheus.MustNewConstMetric(lastSuccess, prometheus.GaugeValue, seconds(vital.success), network)
		to <- prometheus.MustNewConstMetric(lastFault, prometheus.GaugeValue, seconds(vital.fault), network)
		to <- prometheus.MustNewConstMetric(faults, prometheus.CounterValue, float64(vital.faults), network)
		now := 0.0
		if vital.faulty {
			now = 1
		}
		to <- prometheus.MustNewConstMetric(degraded, prometheus.GaugeValue, now, network)
	}
}

// seconds is an instant as Prometheus has it; 0 for none.
func seconds(t time.Time) float64 {
	if t.IsZero() {
		return 0
	}
	return float64(t.UnixMilli()) / 1000
}

// Watch notes of every call how a network fares: one that answers has done its
// part, unless it says that it cannot, or does not know us.
func (m *Metrics) Watch(network string, now func() time.Time, calls http.RoundTripper) http.RoundTripper {
	if m == nil {
		return calls
	}
	return watched{m, network, now, calls}
}

type watched struct {
	metrics *Metrics
	network string
	now     func() time.Time
	calls   http.RoundTripper
}

// RoundTrip makes a call.
func (w watched) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := w.calls.RoundTrip(r)
	switch {
	case err != nil && r.Context().Err() != nil: // nobody waited for the answer
	case err != nil:
		w.metrics.Seen(w.network, w.now(), errNotReached) // its own text can name a token
	case response.StatusCode >= http.StatusInternalServerError, response.StatusCode == http.StatusUnauthorized:
		w.metrics.Seen(w.network, w.now(), fmt.Errorf("status %d", response.StatusCode))
	default:
		w.metrics.Seen(w.network, w.now(), nil)
	}
	return response, err
}

var errNotReached = errors.New("not reached")
