package telegram_test

import (
	"fmt"
	"io"
	"math"
	"net/http"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

func fetch(url string) (int, string) {
	response, err := http.Get(url)
	if err != nil {
		return 0, ""
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, ""
	}
	return response.StatusCode, string(body)
}

// exponent is with which power of a size something has grown.
func exponent(before, now float64, sizeBefore, size int) float64 {
	return math.Log(now/before) / math.Log(float64(size)/float64(sizeBefore))
}

// BenchmarkGrowthStart is how long the program takes from its start until it is
// ready, with so many offices of Werne's size, and what it then takes of a processor
// though nobody writes.
func BenchmarkGrowthStart(b *testing.B) {
	before := map[int]time.Duration{}
	last := 0
	for _, offices := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint("offices=", offices), func(b *testing.B) {
			l := &load{B: b, meter: telegramtest.NewMeter()}
			l.serve(storagetest.DurableURL(b), "OFFICE="+writeOffices(b, offices))
			before[offices] = l.program.ready("/readyz", "ready")
			l.ReportMetric(before[offices].Seconds(), "s-to-ready")
			l.ReportMetric(l.cpu().Seconds(), "cpu-s-to-ready")
			if last > 0 {
				l.ReportMetric(exponent(before[last].Seconds(), before[offices].Seconds(), last, offices), "exponent")
			}
			last = offices
			l.idle()
		})
	}
}

// idle reports what the program takes though nobody writes.
func (l *load) idle() {
	l.Helper()
	l.calms()
	const watched = 30 * time.Second
	cpu, asked := l.cpu(), l.transactions()
	time.Sleep(watched)
	l.ReportMetric((l.cpu()-cpu).Seconds()/watched.Seconds()*100, "%-of-a-processor-idle")
	l.ReportMetric(float64(l.transactions()-asked)/watched.Seconds(), "transactions/s-idle")
	l.ReportMetric(float64(l.program.stop().Maxrss)/1024, "rss-MB")
	l.ReportMetric(0, "ns/op")
}

// calms waits until the program has done what it does after a start: among others it
// compares everything that is booked with the office files.
func (l *load) calms() {
	l.Helper()
	const look = 3 * time.Second
	for deadline := clocktest.Now().Add(settlesWithin); clocktest.Now().Before(deadline); {
		before := l.cpu()
		time.Sleep(look)
		if l.cpu()-before < look/20 {
			return
		}
	}
	l.Fatal("the program never comes to rest")
}

// transactions is how many the database has done.
func (l *load) transactions() (n int) {
	l.Helper()
	if err := l.db.QueryRow(l.Context(), `SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()`).Scan(&n); err != nil {
		l.Fatal(err)
	}
	return n
}

// serve starts the program on a database, with a Bot API of the test's own.
func (l *load) serve(url string, environ ...string) {
	l.Helper()
	var err error
	l.api, err = telegramtest.Listen(telegramtest.Config{Quiet: true, OnDeliver: l.meter.Delivered, OnCall: l.meter.Called})
	if err != nil {
		l.Fatal(err)
	}
	l.Cleanup(l.api.Close)
	if l.db == nil {
		if l.db, err = pgx.Connect(l.Context(), url); err != nil {
			l.Fatal(err)
		}
		l.Cleanup(func() { _ = l.db.Close(l.Context()) })
	}
	l.program = newProgram(l, build(l), webhook, l.api.URL, l.api.Token, url)
	l.program.env = append(l.program.env, environ...)
	l.program.start()
}

// A round is so many people, who each book once.
const (
	growthPeople = 30
	growthRounds = 10
)

// rival is one of two programs that differ in one thing, and whose people write in
// turns: the machine is shared, and what a second is worth changes by the minute.
type rival struct {
	*load
	offices        int
	visited        int // of them
	gaps           []time.Time
	took, spentCPU time.Duration
	updates        int
}

// newRival is a program with so many offices; so many of them are full, and people go to
// those that are visited.
func newRival(b *testing.B, offices, full int) *rival {
	b.Helper()
	r := &rival{load: &load{B: b, meter: telegramtest.NewMeter()}, offices: offices, visited: min(offices, 1000), gaps: gaps()}
	url := storagetest.DurableURL(b)
	var err error
	if r.db, err = pgx.Connect(b.Context(), url); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = r.db.Close(b.Context()) })
	fillOffices(b, r.db, full)
	r.serve(url, "OFFICE="+writeOffices(b, offices))
	r.program.ready("/readyz", "ready")
	r.calms()
	r.visit()
	return r
}

// visit has somebody look at the days of each office, as somebody has on any day:
// what is measured is not the first look at it after a start.
func (r *rival) visit() {
	r.Helper()
	for n := range r.visited {
		u := r.api.NewUser(fmt.Sprint("Visitor ", n), "de")
		for _, text := range placeWay(n, r.offices, false, r.gaps[0])[:5] {
			u.Say(text)
			r.written++
		}
		if n%20 == 0 {
			r.answered()
		}
	}
	r.answered()
}

// round has people write all that leads to an appointment, and counts how long the
// program takes to answer.
func (r *rival) round(nth int, counts bool) {
	r.Helper()
	first := len(r.people)
	for i := range growthPeople {
		r.people = append(r.people, r.api.NewUser(fmt.Sprint("Person ", first+i), "de"))
	}
	began, cpu, written := clocktest.Now(), r.cpu(), r.written
	for i := range growthPeople {
		n := nth*growthPeople + i
		for _, text := range placeWay(n*37%r.visited, r.offices, n%2 == 0, r.gaps[n%len(r.gaps)]) {
			r.write(first+i, text)
		}
	}
	r.answered()
	if counts {
		r.took, r.spentCPU, r.updates = r.took+clocktest.Since(began), r.spentCPU+r.cpu()-cpu, r.updates+r.written-written
	}
	r.booked()
}

func (r *rival) rate() float64 { return float64(r.updates) / r.took.Seconds() }

// BenchmarkGrowthOffices is updates a second with many full offices beside one, by people
// each in another office, and with which power of their number an update grows. Of ten
// thousand, a thousand are full, and people go to these.
func BenchmarkGrowthOffices(b *testing.B) {
	before, last := 1.0, 1
	for _, offices := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint("offices=", offices), func(b *testing.B) {
			now := 1 / beside(b, newRival(b, 1, 1), newRival(b, offices, min(offices, 1000)))
			b.ReportMetric(exponent(before, now, last, offices), "exponent")
			before, last = now, offices
		})
	}
}

// BenchmarkGrowthFull is updates a second in a full office beside an empty one.
func BenchmarkGrowthFull(b *testing.B) {
	beside(b, newRival(b, 1, 0), newRival(b, 1, 1))
}

// beside has people of both write in turns, and reports the second beside the first. It
// returns the share of the first's updates a second that the second reaches.
func beside(b *testing.B, first, second *rival) float64 {
	b.Helper()
	b.ResetTimer()
	for nth := range 1 + growthRounds {
		first.round(nth, nth > 0)
		second.round(nth, nth > 0)
	}
	b.ReportMetric(first.rate(), "updates/s-first")
	b.ReportMetric(second.rate(), "updates/s")
	b.ReportMetric(second.rate()/first.rate(), "ratio")
	b.ReportMetric(first.spent(), "cpu-ms/update-first")
	b.ReportMetric(second.spent(), "cpu-ms/update")
	b.ReportMetric(first.spent()/second.spent(), "cpu-ratio")
	b.ReportMetric(float64(second.program.stop().Maxrss)/1024, "rss-MB")
	b.ReportMetric(0, "ns/op")
	return second.rate() / first.rate()
}

// spent is the program's processor time for an update, in milliseconds.
func (r *rival) spent() float64 {
	return float64(r.spentCPU.Microseconds()) / 1000 / float64(r.updates)
}

// booked demands that everybody of a round has an appointment, and takes them away, so
// that the next ones find the office as it was.
func (r *rival) booked() {
	r.Helper()
	gone, err := r.db.Exec(r.Context(), `UPDATE appointment SET state = 'cancelled' WHERE holder IS NOT NULL AND state = 'confirmed'`)
	if err != nil {
		r.Fatal(err)
	}
	if n := gone.RowsAffected(); n != growthPeople {
		r.Errorf("with %d offices, %d of %d have booked", r.offices, n, growthPeople)
	}
}
