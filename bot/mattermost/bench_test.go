package mattermost_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/bot/mattermost/mattermosttest"
)

// BenchmarkAClerksPressIsAcknowledged measures how long Mattermost waits for
// our answer to a press, with all that is looked up and shown before it.
func BenchmarkAClerksPressIsAcknowledged(b *testing.B) {
	w := newTown(b)
	for _, name := range []string{"A. Eins", "B. Zwei", "C. Drei"} {
		w.booked(w.today(), name)
	}
	b.ResetTimer()
	var took []time.Duration
	for range b.N {
		w.anna.Command("/termin heute")
		w.anna.Tap("Tag danach")
		w.anna.Tap("Tag davor")
		w.clock.advance(10 * time.Second) // so that membership is asked for now and then
		for _, c := range w.server.Callbacks()[len(w.server.Callbacks())-2:] {
			took = append(took, c.Took)
		}
	}
	report(b, took)
}

// BenchmarkTheDayPostFollows measures how long it takes from a booking to the
// post that shows it.
func BenchmarkTheDayPostFollows(b *testing.B) {
	w := newTown(b)
	w.keep()
	w.shows("nichts gebucht")
	b.ResetTimer()
	var took []time.Duration
	for n := range b.N {
		if n%40 == 39 {
			w.clock.advance(24 * time.Hour)
			w.anna.WaitFor("nichts gebucht")
		}
		began := time.Now()
		a := w.booked(w.today(), fmt.Sprintf("Erika %d", n))
		w.eventually(func() bool {
			return slices.ContainsFunc(w.dayPosts(), func(m mattermosttest.Message) bool { return strings.Contains(m.Text, a.Number.String()) })
		})
		took = append(took, time.Since(began))
	}
	report(b, took)
}

func report(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	for _, percent := range []int{50, 99} {
		at := took[min(len(took)-1, len(took)*percent/100)]
		b.ReportMetric(float64(at.Microseconds())/1000, map[int]string{50: "p50-ms", 99: "p99-ms"}[percent])
	}
}
