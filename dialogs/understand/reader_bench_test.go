package understand_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs/understand"
)

// BenchmarkReader reports how long reading one message takes: p50 and p99 of
// the corpus, with the sample town, with one of 2,000 concerns, and for a
// message of 10,000 characters.
func BenchmarkReader(b *testing.B) {
	all := corpus(b)
	sampleTown, largeTown := directory(sample()), largeDirectory(2000)
	b.Run("sample", func(b *testing.B) { readAll(b, understand.NewReader(sampleTown), all) })
	b.Run("concerns=2000", func(b *testing.B) { readAll(b, understand.NewReader(largeTown), all) })
	b.Run("characters=10000", func(b *testing.B) {
		readAll(b, understand.NewReader(sampleTown), longTexts(all))
	})
}

// BenchmarkNewReader reports what a town of 2,000 concerns keeps in memory.
func BenchmarkNewReader(b *testing.B) {
	d := largeDirectory(2000)
	for b.Loop() {
		before := heap()
		r := understand.NewReader(d)
		b.ReportMetric(float64(heap()-before)/1e6, "MB")
		runtime.KeepAlive(r)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func readAll(b *testing.B, r *understand.Reader, all []utterance) {
	b.Helper()
	r.Read("morgn", all[0].in) // what is made once
	var took []time.Duration
	for n := 0; b.Loop(); n++ {
		u := all[n%len(all)]
		start := clocktest.Now()
		r.Read(u.text, u.in)
		took = append(took, clocktest.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// longTexts are messages of 10,000 characters, of the corpus's own.
func longTexts(all []utterance) []utterance {
	var long []utterance
	for start := range 20 {
		var b strings.Builder
		for n := start * 50; b.Len() < 10_000; n++ {
			b.WriteString(all[n%len(all)].text)
			b.WriteString(". ")
		}
		u := all[start]
		u.text = b.String()[:10_000]
		long = append(long, u)
	}
	return long
}

// largeDirectory is a directory of many concerns, with names of their own.
func largeDirectory(n int) understand.Directory {
	d := directory(sample())
	base := d.Concerns
	for i := len(base); i < n; i++ {
		c := base[i%len(base)]
		kind := fmt.Sprintf("%s%s", syllables[i%len(syllables)], syllables[i/len(syllables)%len(syllables)])
		d.Concerns = append(d.Concerns, understand.ConcernEntry{
			ID:       booking.ConcernID(fmt.Sprintf("%s-%d", c.ID, i)),
			Names:    prefixed(kind, c.Names),
			Synonyms: prefixed(kind, c.Synonyms),
			Words:    c.Words,
		})
	}
	return d
}

var syllables = strings.Fields("bal dor fen gul him jor kas lum mek nor pil qua rus sel tov ulm ver wim xal yor zin bru dra fli gro kle pfu schna stru tre")

func prefixed(kind string, names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, kind+" "+name)
	}
	return all
}
