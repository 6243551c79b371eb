package office

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unsafe"
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

// A thousand files are read at a start: of each there is only the office left when the
// next one is read.
func TestReadingManyFilesKeepsNothingOfThose(t *testing.T) {
	t.Parallel()
	small, folder := read(t, "testdata/small.yaml"), t.TempDir()
	many := 3*runtime.GOMAXPROCS(0) + 3
	for n := range many {
		text := strings.Replace(small, "id: small\n", fmt.Sprintf("id: small-%d\n", n), 1)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(n, ".yaml")), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	var readings []weak.Pointer[report]
	kept := 0
	_, faults, err := inspectAll(folder, func(i inspected) *booking.Office {
		mu.Lock()
		defer mu.Unlock()
		if readings = append(readings, weak.Make(i.report)); len(readings) == many {
			runtime.GC()
			for _, r := range readings {
				if r.Value() != nil {
					kept++
				}
			}
		}
		return i.office()
	})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if kept > runtime.GOMAXPROCS(0)+1 {
		t.Errorf("of %d files, %d are kept as they were read", many, kept)
	}
}

func TestWhatOfficesSayAlikeIsKeptOnce(t *testing.T) {
	t.Parallel()
	a := newAlike()
	one, other := a.text(booking.Text{"de": "Ummelden"}), a.text(booking.Text{"de": "Ummelden"})
	one["en"] = "Move"
	if other["en"] != "Move" {
		t.Error("two texts alike are two")
	}
	if file := "id: werne"; unsafe.StringData(a.string(file[4:])) == unsafe.StringData(file[4:]) {
		t.Error("a text is a part of its file")
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
