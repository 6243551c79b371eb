package understand_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// BenchmarkRead reads messages as people write them, and reports how long half
// of them take at most, and all but one in a hundred.
func BenchmarkRead(b *testing.B) {
	for name, d := range map[string]understand.Directory{"42 concerns": directory(sample()), "2000 concerns": many(2000)} {
		b.Run(name, func(b *testing.B) { benchmarkRead(b, d, messages) })
	}
	b.Run("10000 characters", func(b *testing.B) {
		benchmarkRead(b, directory(sample()), []string{strings.Repeat(messages[len(messages)-1]+" ", 60)})
	})
}

func benchmarkRead(b *testing.B, d understand.Directory, texts []string) {
	b.Helper()
	reader := understand.NewReader(d)
	in := understand.Context{Lang: "de", Today: monday}
	var took []time.Duration
	for b.Loop() {
		for _, text := range texts {
			start := time.Now()
			reader.Read(text, in)
			took = append(took, time.Since(start))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkNewReader reports what a reader for 2,000 concerns keeps in memory.
func BenchmarkNewReader(b *testing.B) {
	d := many(2000)
	var reader *understand.Reader
	before := inUse()
	for b.Loop() {
		reader = understand.NewReader(d)
	}
	b.ReportMetric(float64(inUse()-before)/(1<<20), "MB")
	runtime.KeepAlive(reader)
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

var messages = []string{
	"perso",
	"ich brauch nen neuen perso für mich und meine tochter am besten dienstag nachmittag",
	"2 personalausweise und 1 reisepass",
	"was kostet ein reisepass für ein kind?",
	"hab meine geldbörsse ferloren, da war der ausweiß drin",
	"I lost my ID card and need an appointment on Friday morning please",
	"auto anmelden",
	"Guten Tag, ich bin am 1. November von Hamm nach Werne gezogen und möchte mich und meine beiden Kinder anmelden, wenn es geht " +
		"an einem Donnerstag nach 16 Uhr, mein Name ist Sabine Krüger, meine Mail sabine.krueger@example.org",
}

// many is a directory of n concerns whose names differ, in the manner of a
// large town's: the sample's, over and over, each for something else.
func many(n int) understand.Directory {
	d := directory(sample())
	base := d.Concerns
	d.Concerns = nil
	for i := range n {
		c := base[i%len(base)]
		kind := fmt.Sprintf("Sonderfall %c%c%c", 'a'+i%26, 'b'+i/26%20, 'c'+i/520%20)
		e := understand.ConcernEntry{ID: booking.ConcernID(fmt.Sprintf("%s-%d", c.ID, i))}
		for _, name := range c.Names {
			e.Names = append(e.Names, name+" "+kind)
		}
		for _, s := range c.Synonyms {
			e.Synonyms = append(e.Synonyms, s+" "+kind)
		}
		d.Concerns = append(d.Concerns, e)
	}
	return d
}
