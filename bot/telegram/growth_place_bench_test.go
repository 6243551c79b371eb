package telegram_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// counter is the program without a network: turns are run and not drawn.
type counter struct {
	*testing.B
	host *bot.Host
}

func newCounter(b *testing.B, offices int) counter {
	b.Helper()
	url := storagetest.DurableURL(b)
	db, err := pgx.Connect(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close(b.Context()) }()
	fillOffices(b, db, offices)
	files, err := office.OpenFiles(writeOffices(b, offices))
	if err != nil {
		b.Fatal(err)
	}
	store, err := storage.Open(b.Context(), url, files.Current(), clocktest.Now, storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(store.Close)
	return counter{b, &bot.Host{Conversations: store, Inbox: store, Screens: store, Now: clocktest.Now, Away: storage.Unreachable}}
}

// says has somebody say something, and returns what they see and how long it took.
func (c counter) says(who, text string) (string, time.Duration) {
	c.Helper()
	began := clocktest.Now()
	page, err := c.host.Handle(c.Context(), dialogs.Chat{Channel: "test", Address: who}, "de", dialogs.Said{Text: text})
	took := clocktest.Since(began)
	if err != nil {
		c.Fatal(err)
	}
	return bot.InWords(page), took
}

// BenchmarkGrowthPlace is the turn at which somebody is asked for the place, where
// each of many offices is full, the one at which they name it, and the one that
// shows its free times.
func BenchmarkGrowthPlace(b *testing.B) {
	before, last := 0.0, 0
	for _, offices := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint("offices=", offices), func(b *testing.B) {
			c := newCounter(b, offices)
			var asked, named, timed []time.Duration
			n := 0
			for b.Loop() {
				n++
				who := fmt.Sprint("person ", n)
				_, name := nthOffice(n * 37 % offices)
				c.says(who, "/start")
				page, took := c.says(who, "Personalausweis")
				for strings.Contains(page, "1. 1") { // how many, for how many
					page, took = c.says(who, "1")
				}
				asked = append(asked, took)
				page, took = c.says(who, name)
				named = append(named, took)
				if !strings.Contains(page, " Uhr") {
					b.Fatalf("%q leads to\n%s", name, page)
				}
				_, took = c.says(who, "anderer Tag")
				timed = append(timed, took)
			}
			for what, all := range map[string][]time.Duration{"asked": asked, "named": named, "days": timed} {
				slices.Sort(all)
				b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "ms-p50-"+what)
				b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "ms-p99-"+what)
			}
			now := float64(asked[len(asked)/2].Microseconds())
			if last > 0 {
				b.ReportMetric(exponent(before, now, last, offices), "exponent")
			}
			before, last = now, offices
		})
	}
}
