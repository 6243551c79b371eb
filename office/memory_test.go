package office

import (
	"fmt"
	"io/fs"
	"runtime"
	"testing"
	"testing/fstest"
	"weak"

	"terminbote/booking"
)

var nothingBeside fs.FS = fstest.MapFS{}

// A file with its positions takes many times the memory of an office.
func TestAnOfficeKeepsNothingOfItsFile(t *testing.T) {
	t.Parallel()
	i := inspect("werne.yaml", werne, nothingBeside, newAlike())
	file, o := weak.Make(i.file), i.office()
	i = inspected{}
	for range 3 {
		runtime.GC()
	}
	if file.Value() != nil {
		t.Error("the file is kept in memory")
	}
	runtime.KeepAlive(o)
}

func TestWhatOfficesSayAlikeIsKeptOnce(t *testing.T) {
	t.Parallel()
	a := newAlike()
	one, other := a.text(booking.Text{"de": "Ummelden"}), a.text(booking.Text{"de": "Ummelden"})
	one["en"] = "Move"
	if other["en"] != "Move" {
		t.Error("two texts alike are two")
	}
	words := a.synonyms(map[string][]string{"de": {"a", "b"}})
	apart := a.synonyms(map[string][]string{"de": {"ab"}})
	if len(words["de"]) != 2 || len(apart["de"]) != 1 {
		t.Errorf("words became others: %v and %v", words, apart)
	}
}

// BenchmarkGrowthConcerns is the memory that the offices of a town take, with the
// sample's 42 concerns each: where every office says everything in words of its own,
// and where all say the same, as a city's do.
func BenchmarkGrowthConcerns(b *testing.B) {
	for _, alike := range []bool{false, true} {
		for _, offices := range []int{1, 12, 48} {
			b.Run(fmt.Sprintf("alike=%v/concerns=%d", alike, offices*42), func(b *testing.B) {
				before, town := inUse(), booking.Town{}
				for b.Loop() {
					var all []*booking.Office
					others := newAlike()
					for range offices {
						if !alike {
							others = newAlike()
						}
						all = append(all, inspect("werne.yaml", werne, nothingBeside, others).office())
					}
					town = booking.NewTown(all...)
				}
				b.ReportMetric(float64(inUse()-before)/(1<<20), "MB")
				runtime.KeepAlive(town)
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
