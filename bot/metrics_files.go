package bot

import (
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
)

// filesState is what became of the latest attempt to read the office files.
type filesState struct {
	refused atomic.Bool
	gauge   prometheus.GaugeFunc
}

func (f *filesState) enter(r prometheus.Registerer) {
	f.gauge = prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "terminbote_office_files_refused",
		Help: "1 if something is wrong with the office files as they are now, so that the ones before stay in force.",
	}, func() float64 {
		if f.refused.Load() {
			return 1
		}
		return 0
	})
	r.MustRegister(f.gauge)
}

// lines says it in words. What is wrong stands in the log.
func (f *filesState) lines() []string {
	if f.refused.Load() {
		return []string{"office files: refused, the ones before stay in force; the log says why"}
	}
	return []string{"office files: ok"}
}

// FilesRead says what became of reading the office files.
func (m *Metrics) FilesRead(ok bool) {
	if m != nil {
		m.files.refused.Store(!ok)
	}
}
