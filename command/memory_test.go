package command

import (
	"runtime"
	"testing"
	"time"
)

func TestTheMemoryLimitFollowsWhatIsInUse(t *testing.T) {
	t.Parallel()
	for inUse, want := range map[uint64]int64{0: leastLimit, 10 << 20: leastLimit, 24 << 20: leastLimit, 500 << 20: 1008 << 20} {
		if got := limitFor(inUse, 8<<20); got != want {
			t.Errorf("with %d MB in use, and 8 beside, the limit is %d MB, want %d", inUse>>20, got>>20, want>>20)
		}
	}
	large := make([]byte, 100<<20)
	runtime.GC()
	if got, beside := memoryUsed(); got < 100<<20 || beside == 0 || beside > 1<<30 {
		t.Errorf("%d bytes are in use and %d beside, want all of what is kept and some for stacks", got, beside)
	}
	runtime.KeepAlive(large)
}

// While files are read there is room for what lies about.
func TestTheMemoryLimitIsLooserWhileSomethingIsLoaded(t *testing.T) {
	t.Parallel()
	m := newMemory()
	m.during(func() {
		if got := m.limit(); got < loadingLimit {
			t.Errorf("the limit is %d MB, want at least %d", got>>20, loadingLimit>>20)
		}
	})
	if n := m.loading.Load(); n != 0 {
		t.Errorf("%d are loaded for good", n)
	}
}

// However often something is loaded, there is a slot again afterwards, and while it is,
// the limit is looser.
func TestASlotIsGivenBack(t *testing.T) {
	t.Parallel()
	m, done := newMemory(), make(chan int)
	go func() {
		loads := 0
		for range 3 * cap(m.slots) {
			m.during(func() {
				if loads++; m.limit() < loadingLimit {
					t.Errorf("while it loads the limit is %d", m.limit())
				}
			})
		}
		done <- loads
	}()
	select {
	case loads := <-done:
		if loads != 3*cap(m.slots) || m.loading.Load() != 0 {
			t.Errorf("loaded %d times, and %d are loading", loads, m.loading.Load())
		}
	case <-time.After(time.Minute):
		t.Fatal("a slot was never given back")
	}
}
