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
	for deadline := clocktest.Now().Add(4 * time.Minute); clocktest.Now().Before(deadline); {
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
	growthRounds = 4
)

// rival is one of two programs of which one has many offices, and whose people write in
// turns: the machine is shared, and what a second is worth changes by the minute.
type rival struct {
	*load
	offices, full  int
	gaps           []time.Time
	took, spentCPU time.Duration
	updates        int
}

func newRival(b *testing.B, offices int) *rival {
	b.Helper()
	r := &rival{load: &load{B: b, meter: telegramtest.NewMeter()}, offices: offices, full: min(offices, 1000), gaps: gaps()}
	url := storagetest.DurableURL(b)
	var err error
	if r.db, err = pgx.Connect(b.Context(), url); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = r.db.Close(b.Context()) })
	fillOffices(b, r.db, r.full)
	r.serve(url, "OFFICE="+writeOffices(b, offices))
	r.program.ready("/readyz", "ready")
	r.calms()
	r.visit()
	return r
}

// visit has somebody look at the days of each full office, as somebody has on any day:
// what is measured is not the first look at it after a start.
func (r *rival) visit() {
	r.Helper()
	for n := range r.full {
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
		for _, text := range placeWay(n*37%r.full, r.offices, n%2 == 0, r.gaps[n%len(r.gaps)]) {
			r.write(first+i, text)
		}
	}
	r.answered()
	if counts {
		r.took, r.spentCPU, r.updates = r.took+clocktest.Since(began), r.spentCPU+r.cpu()-cpu, r.updates+r.written-written
	}
}

func (r *rival) rate() float64 { return float64(r.updates) / r.took.Seconds() }

// BenchmarkGrowthOffices is updates a second with many full offices beside one, in
// turns, by people each in another office.
func BenchmarkGrowthOffices(b *testing.B) {
	for _, offices := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint("offices=", offices), func(b *testing.B) {
			one, many := newRival(b, 1), newRival(b, offices)
			b.ResetTimer()
			for nth := range 1 + growthRounds {
				one.round(nth, nth > 0)
				many.round(nth, nth > 0)
			}
			b.ReportMetric(one.rate(), "updates/s-one")
			b.ReportMetric(many.rate(), "updates/s")
			b.ReportMetric(many.rate()/one.rate(), "ratio")
			b.ReportMetric(one.spent(), "cpu-ms/update-one")
			b.ReportMetric(many.spent(), "cpu-ms/update")
			b.ReportMetric(float64(many.program.stop().Maxrss)/1024, "rss-MB")
			b.ReportMetric(0, "ns/op")
			for _, r := range []*rival{one, many} {
				r.booked((1 + growthRounds) * growthPeople)
			}
		})
	}
}

// spent is the program's processor time for an update, in milliseconds.
func (r *rival) spent() float64 {
	return float64(r.spentCPU.Microseconds()) / 1000 / float64(r.updates)
}

// booked says how many of those who asked have an appointment.
func (r *rival) booked(of int) {
	r.Helper()
	var n int
	if err := r.db.QueryRow(r.Context(), `SELECT count(*) FROM appointment WHERE holder IS NOT NULL AND state = 'confirmed'`).Scan(&n); err != nil {
		r.Fatal(err)
	}
	r.Logf("%d offices: %d of %d have booked", r.offices, n, of)
}
