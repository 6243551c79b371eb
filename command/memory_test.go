package command

import (
	"runtime"
	"testing"
)

func TestTheMemoryLimitFollowsWhatIsInUse(t *testing.T) {
	t.Parallel()
	for inUse, want := range map[uint64]int64{0: leastLimit, 10 << 20: leastLimit, 28 << 20: leastLimit, 500 << 20: 1000 << 20} {
		if got := limitFor(inUse); got != want {
			t.Errorf("with %d MB in use the limit is %d MB, want %d", inUse>>20, got>>20, want>>20)
		}
	}
	large := make([]byte, 100<<20)
	runtime.GC()
	if got := inUse(); got < 100<<20 {
		t.Errorf("%d bytes are in use, want all of what is kept", got)
	}
	runtime.KeepAlive(large)
}
