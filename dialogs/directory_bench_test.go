package dialogs

import (
	"fmt"
	"runtime"
	"testing"

	"terminbote/booking"
)

// BenchmarkGrowthDirectories is the memory that what is made of towns' words takes:
// where every town has a word of its own, and where all say the same.
func BenchmarkGrowthDirectories(b *testing.B) {
	new(Directories).Of(called()).ready() // what all share anyway
	for _, alike := range []bool{false, true} {
		for _, towns := range []int{1, 20, 100} {
			b.Run(fmt.Sprintf("alike=%v/towns=%d", alike, towns), func(b *testing.B) {
				all, own := make([]booking.Town, towns), ""
				for n := range all {
					if !alike {
						own = fmt.Sprint("Grützenzettel", n)
					}
					all[n] = called(own)
				}
				before := inUse()
				kept := make([]*Directory, towns)
				for b.Loop() {
					shared := new(Directories)
					for n, town := range all {
						kept[n] = shared.Of(town)
						kept[n].ready()
					}
				}
				b.ReportMetric(float64(inUse()-before)/(1<<20), "MB")
				runtime.KeepAlive(kept)
				runtime.KeepAlive(all)
			})
		}
	}
}

func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc) //nolint:gosec // it is small
}
