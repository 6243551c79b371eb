package bot

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

// townMetrics is the metrics of the towns that share a program.
type townMetrics struct {
	mu  sync.Mutex
	all []*Metrics
}

// OfTown makes metrics for one of several towns. They are shown with the others,
// with the town as a label.
func (m *Metrics) OfTown(name string) *Metrics {
	of := newMetrics()
	of.town = name
	of.enter(prometheus.WrapRegistererWith(prometheus.Labels{"town": name}, of.registry))
	m.towns.mu.Lock()
	defer m.towns.mu.Unlock()
	m.towns.all = append(m.towns.all, of)
	return of
}

// each is the metrics themselves and those of all towns.
func (m *Metrics) each() []*Metrics {
	m.towns.mu.Lock()
	defer m.towns.mu.Unlock()
	return append([]*Metrics{m}, m.towns.all...)
}

// registries is where everything stands that is counted.
func (m *Metrics) registries() prometheus.Gatherers {
	var all prometheus.Gatherers
	for _, of := range m.each() {
		all = append(all, of.registry)
	}
	return all
}

// degraded is what does not do at present what is asked of it, in which town.
func (m *Metrics) degraded() []string {
	return m.said(func(m *Metrics) []string { return m.vitals.degraded() })
}

// fares is how the office files and the networks of each town fare.
func (m *Metrics) fares() []string {
	return m.said(func(m *Metrics) []string { return append(m.files.lines(), m.vitals.lines()...) })
}

// said is what is said of each town, with its name before it.
func (m *Metrics) said(of func(*Metrics) []string) (all []string) {
	for _, one := range m.each() {
		for _, line := range of(one) {
			if one.town != "" {
				line = one.town + ": " + line
			}
			all = append(all, line)
		}
	}
	return all
}
