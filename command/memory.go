package command

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// leastLimit is the memory in bytes above which the garbage collector works
// harder. Without it the program takes twice as much in a rush.
const leastLimit = 56 << 20

// garbage is how much of it may lie beside what is in use before it is collected,
// in percent: below the limit memory is there anyway, and collecting at Go's 100
// takes a tenth of the processor's time of a turn.
const garbage = 200

// collectLess has garbage lie as long as garbage says. GOGC overrides it.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}

// memory keeps the program small, as towns' machines are, and no smaller than what
// it has loaded. What is loaded passes here.
type memory struct {
	slots   chan struct{} // as many as there are processors: files take memory while they are read
	loading atomic.Int32
	setting sync.Mutex
}

func newMemory() *memory { return &memory{slots: make(chan struct{}, runtime.GOMAXPROCS(0))} }

// during loads something. When nothing else is being loaded, the limit is set.
func (m *memory) during(load func()) {
	m.loading.Add(1)
	m.slots <- struct{}{}
	load()
	<-m.slots
	if m.loading.Add(-1) == 0 {
		m.limit()
	}
}

// limit sets the limit by what is in use: twice that, or leastLimit. With less than
// it has loaded a program would do nothing but collect. GOMEMLIMIT overrides it.
func (m *memory) limit() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	m.setting.Lock()
	defer m.setting.Unlock()
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	debug.SetMemoryLimit(limitFor(now.HeapAlloc))
}

// limitFor is the limit for a program that has loaded so many bytes.
func limitFor(loaded uint64) int64 {
	return max(leastLimit, 2*int64(min(loaded, 1<<40))) //nolint:gosec // it is small enough by then
}
