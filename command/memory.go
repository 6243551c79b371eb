package command

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"time"

	"terminbote/bot"
)

// leastLimit is the memory in bytes above which the garbage collector works
// harder. Without it the program takes twice as much in a rush.
const leastLimit = 56 << 20

// garbage is how much of it may lie beside what is in use before it is collected,
// in percent. At Go's 100 the peak with 10,000 people is over 80 MB, at 200 it is 85 to
// 89; below, a twentieth more of the processor's time is taken where nothing rests.
const garbage = 75

// loadingLimit is the least limit while something is loaded: what lies about then is
// gone soon, and with less room a thousand offices are collected a hundred times.
const loadingLimit = 6 * leastLimit

// collectLess has garbage lie as long as garbage says. GOGC overrides it.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}

// memory keeps the program small, as towns' machines are, and no smaller than what
// it works with. Files are read here, as many at once as there are processors: they
// take many times the memory while they are read.
type memory struct {
	slots   chan struct{}
	loading atomic.Int32
}

func newMemory() *memory { return &memory{slots: make(chan struct{}, runtime.GOMAXPROCS(0))} }

// during loads something, when there is a slot.
func (m *memory) during(load func()) {
	m.slots <- struct{}{}
	m.loading.Add(1)
	defer func() {
		m.loading.Add(-1)
		<-m.slots
	}()
	load()
}

// limitEvery is how often the limit is set.
const limitEvery = 2 * time.Second

// follow sets the limit by what is in use until ctx ends: with less than it has loaded,
// and keeps of busy days, a program would do nothing but collect. GOMEMLIMIT
// overrides it.
func (m *memory) follow(ctx context.Context) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	for debug.SetMemoryLimit(loadingLimit); ctx.Err() == nil; debug.SetMemoryLimit(m.limit()) {
		bot.Pause(ctx, limitEvery)
	}
}

func (m *memory) limit() int64 {
	now := limitFor(memoryUsed())
	if m.loading.Load() > 0 {
		now = max(now, loadingLimit)
	}
	return now
}

// memoryUsed is the bytes that the last collection found in use, and what the program
// needs beside them: stacks, and pages of which a part is in use.
func memoryUsed() (inUse, beside uint64) {
	now := []metrics.Sample{
		{Name: "/gc/heap/live:bytes"},
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/objects:bytes"},
		{Name: "/memory/classes/heap/free:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}
	metrics.Read(now)
	beside = now[1].Value.Uint64() - now[2].Value.Uint64() - now[3].Value.Uint64() - now[4].Value.Uint64()
	return now[0].Value.Uint64(), beside
}

// limitFor is the limit for a program that uses so many bytes: twice that beside what
// it needs anyway, or leastLimit. The limit counts both, and a program with hundreds
// of towns would collect all the time if it left the latter out.
func limitFor(inUse, beside uint64) int64 {
	return max(leastLimit, int64(min(2*inUse+beside, 1<<40))) //nolint:gosec // it is small enough by then
}
