package bot

import (
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
)

// filesState is what became of the latest attempt to read the office files, and a
// town's variables.
type filesState struct {
	refused   atomic.Bool
	variables atomic.Bool // were refused
	unserved  atomic.Bool // the town is not served at all
	gauge     prometheus.GaugeFunc
}

func (f *filesState) enter(r prometheus.Registerer) {
	f.gauge = prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "terminbote_office_files_refused",
		Help: "1 if something is wrong with the office files or a town's variables as they are now, so that the ones before stay in force.",
	}, func() float64 {
		if f.refused.Load() || f.variables.Load() || f.unserved.Load() {
			return 1
		}
		return 0
	})
	r.MustRegister(f.gauge)
}

// lines says it in words. What is wrong stands in the log.
func (f *filesState) lines() (all []string) {
	const before = "refused, the ones before stay in force; the log says why"
	switch {
	case f.unserved.Load():
		return []string{"not served; the log says why"}
	case f.refused.Load():
		all = []string{"office files: " + before}
	default:
		all = []string{"office files: ok"}
	}
	if f.variables.Load() {
		all = append(all, "variables: "+before)
	}
	return all
}

// FilesRead says what became of reading the office files.
func (m *Metrics) FilesRead(ok bool) {
	if m != nil {
		m.files.refused.Store(!ok)
	}
}

// VariablesRead says what became of reading a town's variables again.
func (m *Metrics) VariablesRead(ok bool) { m.files.variables.Store(!ok) }

// Unserved says whether something keeps a town from being served.
func (m *Metrics) Unserved(is bool) {
	m.files.unserved.Store(is)
	if !is {
		m.files.refused.Store(false)
		m.files.variables.Store(false)
	}
}
