package telegram_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// townsLoad is the program with many towns, each with a full office and a bot of its
// own, and some people in each.
type townsLoad struct {
	*load
	meters []*telegramtest.Meter
}

const peopleInATown = 3

// newTownsLoad starts the program and returns once every town is served, and how long
// that took.
func newTownsLoad(b *testing.B, towns int) (t *townsLoad, took time.Duration) {
	b.Helper()
	l := &load{B: b, times: gaps()}
	t = &townsLoad{load: l}
	url, folder := storagetest.DurableURL(b), b.TempDir()
	var err error
	if l.db, err = pgx.Connect(b.Context(), url); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.db.Close(b.Context()) })
	fillOffices(b, l.db, towns)
	for n := range towns {
		t.add(folder, n)
	}
	if _, err := l.db.Exec(b.Context(), `INSERT INTO office_town (office, town) SELECT 'o-' || lpad(n::text, 5, '0'), 't-' || n FROM generate_series(0, $1) AS n`, towns-1); err != nil {
		b.Fatal(err)
	}
	l.steps = make([]int, len(l.people))
	l.program = newProgram(b, build(b), polling, "", "", url)
	l.program.env = append(slices.DeleteFunc(l.program.env, func(v string) bool { return strings.HasPrefix(v, "TELEGRAM_") }), "TOWNS="+folder)
	began := clocktest.Now()
	l.program.start()
	for strings.Count(l.program.log.String(), `"msg":"town served"`) < towns {
		if clocktest.Since(began) > 4*time.Minute {
			b.Fatalf("not all towns are served\n%.2000s", l.program.log)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return t, clocktest.Since(began)
}

// add makes the nth town: its folder, its bot and its people.
func (t *townsLoad) add(folder string, n int) {
	t.Helper()
	meter := telegramtest.NewMeter()
	api, err := telegramtest.Listen(telegramtest.Config{
		Quiet: true, Token: fmt.Sprintf("%d:the-bot-of-town-%d", 4711+n, n), OnDeliver: meter.Delivered, OnCall: meter.Called,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(api.Close)
	name := filepath.Join(folder, fmt.Sprint("t-", n))
	writeOffice(t, filepath.Join(name, "office.yaml"), n)
	variables := "TELEGRAM_TOKEN=" + api.Token + "\nTELEGRAM_API_URL=" + api.URL + "\n"
	if err := os.WriteFile(filepath.Join(name, "settings.env"), []byte(variables), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range peopleInATown {
		t.people = append(t.people, api.NewUser(fmt.Sprint("Person ", i), "de"))
	}
	t.meters = append(t.meters, meter)
}

// BenchmarkGrowthTowns is how long it takes until all towns are served, and what the
// program then takes though nobody writes.
func BenchmarkGrowthTowns(b *testing.B) {
	for _, towns := range []int{1, 100, 400} {
		b.Run(fmt.Sprint("towns=", towns), func(b *testing.B) {
			t, took := newTownsLoad(b, towns)
			b.ReportMetric(took.Seconds(), "s-until-served")
			b.ReportMetric(t.cpu().Seconds(), "cpu-s-until-served")
			t.idle()
		})
	}
}

// BenchmarkDriveTowns has people of 400 towns go on with their talks, as many updates
// a second as TOWNS_RATE says, for as many seconds as the benchmark has rounds. None
// may be refused, lost or answered by a fault. The single round by which Go tries a
// benchmark before is driven in a few towns, since 400 take minutes to fill.
func BenchmarkDriveTowns(b *testing.B) {
	rate, err := strconv.Atoi(os.Getenv("TOWNS_RATE"))
	if err != nil {
		rate = 50
	}
	towns := 400
	if b.N == 1 {
		towns = 4
	}
	t, _ := newTownsLoad(b, towns)
	b.ResetTimer()
	began, cpu, written := clocktest.Now(), t.cpu(), t.written
	t.steady(rate, time.Duration(b.N)*time.Second)
	took, updates := clocktest.Since(began), t.written-written
	t.says(float64(updates)/took.Seconds(), "updates/s")
	t.says(float64(updates), "updates")
	t.says(float64((t.cpu()-cpu).Microseconds())/1000/float64(updates), "cpu-ms/update")
	t.waits()
	for line := range strings.Lines(t.program.log.String()) {
		// The job queue chooses its leader again where the machine is busy for seconds.
		if !strings.Contains(line, `"level":"INFO"`) && !strings.Contains(line, "leadership.Elector") {
			b.Errorf("the log says %s", line)
		}
	}
	var parked int
	if err := t.db.QueryRow(b.Context(), `SELECT count(*) FROM inbox WHERE reason IS NOT NULL`).Scan(&parked); err != nil || parked > 0 {
		b.Errorf("%d updates could not be handled: %v", parked, err)
	}
	t.says(float64(t.program.stop().Maxrss)/1024, "rss-MB")
	b.ReportMetric(0, "ns/op")
}

// says reports a figure also where the benchmark fails in the end, which keeps the others
// to itself.
func (t *townsLoad) says(value float64, unit string) {
	t.Helper()
	t.Logf("%.4g %s", value, unit)
	t.ReportMetric(value, unit)
}

// waits reports how long people waited for an answer, over all towns, and in the one
// with the slowest in the middle.
func (t *townsLoad) waits() {
	var all, middles []time.Duration
	for _, m := range t.meters {
		all, middles = append(all, m.Took()...), append(middles, m.Report().P50)
	}
	slices.Sort(all)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	t.says(ms(all[len(all)/2]), "ms-p50")
	t.says(ms(all[len(all)*99/100]), "ms-p99")
	t.says(ms(all[len(all)-1]), "ms-slowest")
	t.says(ms(slices.Max(middles)), "ms-p50-of-the-slowest-town")
}
