package telegram_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// load is the real program under load: a process of its own on a database that
// waits for the disk, with Telegram and the people in this one.
type load struct {
	*testing.B
	api     *telegramtest.Server
	meter   *telegramtest.Meter
	program *program
	db      *pgx.Conn
	people  []*telegramtest.User
	steps   []int // how far each of them is
	times   []time.Time
	written int
}

// newLoad starts the program, with more in its environment; noted is told of
// each call.
func newLoad(b *testing.B, people int, noted func(telegramtest.Call), environ ...string) *load {
	b.Helper()
	l := &load{B: b, meter: telegramtest.NewMeter(), steps: make([]int, people), times: freeTimes(500)}
	var err error
	l.api, err = telegramtest.Listen(telegramtest.Config{
		Quiet: true, OnDeliver: l.meter.Delivered, OnCall: func(c telegramtest.Call) { l.meter.Called(c); noted(c) },
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(l.api.Close)
	url := storagetest.DurableURL(b)
	if l.db, err = pgx.Connect(b.Context(), url); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.db.Close(b.Context()) })
	l.program = newProgram(b, build(b), webhook, l.api.URL, l.api.Token, url)
	l.program.env = append(l.program.env, environ...)
	l.program.start()
	for i := range people {
		l.people = append(l.people, l.api.NewUser(fmt.Sprint("Person ", i+1), "de"))
	}
	l.write(0, "/start") // the first word waits until the program is there
	l.answered()
	return l
}

func ignored(telegramtest.Call) {}

func (l *load) write(i int, text string) {
	l.people[i].Say(text)
	l.written++
}

// step has a person take the next step to an appointment, mostly by a press.
func (l *load) step(i int) {
	u, at := l.people[i], l.times[(i+l.steps[i]*7)%len(l.times)]
	way := []string{
		"/start", "Ausweise und Pässe", "Personalausweis beantragen", "Weiter", "1", "1", "Weiter zum Tag",
		at.Format("2.1.2006"), at.Format("15.04"), "Erika Beispiel", "Ohne E-Mail", "Verbindlich buchen", "Meine Termine", "/hilfe",
	}
	word := way[l.steps[i]%len(way)]
	l.steps[i]++
	m, _ := u.Latest()
	if _, ok := m.Button(word); ok {
		u.TapOn(m, word)
		l.written++
		return
	}
	l.write(i, word)
}

// answered waits until everything that was written is answered and drawn.
func (l *load) answered() {
	l.Helper()
	done := 0
	for deadline := clocktest.Now().Add(3 * time.Minute); clocktest.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		err := l.db.QueryRow(l.Context(), `SELECT coalesce(sum(drawn), 0) FROM chat`).Scan(&done)
		if err == nil && done >= l.written {
			return
		}
	}
	l.Fatalf("%d of %d updates were answered\n%s", done, l.written, l.program.log)
}

// cpu is what the program has used of the processors so far.
func (l *load) cpu() time.Duration {
	l.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", l.program.cmd.Process.Pid))
	if err != nil {
		l.Fatal(err)
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')'):])
	ticks := 0
	for _, field := range fields[12:14] { // utime and stime; ')' counts as one
		n, err := strconv.Atoi(string(field))
		if err != nil {
			l.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// steady has people act one after the other, so many a second.
func (l *load) steady(rate int, length time.Duration) {
	began := clocktest.Now()
	for i := range int(length.Seconds() * float64(rate)) {
		time.Sleep(clocktest.Until(began.Add(time.Duration(i) * time.Second / time.Duration(rate))))
		l.step(i % len(l.people))
	}
	l.answered()
}

func (l *load) report(updates int, took, cpu time.Duration) {
	r := l.meter.Report()
	l.ReportMetric(float64(updates)/took.Seconds(), "updates/s")
	l.ReportMetric(float64(cpu.Microseconds())/1000/float64(updates), "cpu-ms/update")
	l.ReportMetric(float64(r.P50.Microseconds())/1000, "p50-ms")
	l.ReportMetric(float64(r.P99.Microseconds())/1000, "p99-ms")
	l.ReportMetric(float64(l.program.stop().Maxrss)/1024, "rss-MB")
	l.ReportMetric(0, "ns/op")
}

// BenchmarkAtThreeHundredASecond is a day on which everybody comes at once.
func BenchmarkAtThreeHundredASecond(b *testing.B) {
	for _, people := range []int{1000, 10000} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			l := newLoad(b, people, ignored)
			l.steady(300, 3*time.Second) // connections and caches are filled
			*l.meter = *telegramtest.NewMeter()
			b.ResetTimer()
			began, cpu, written := clocktest.Now(), l.cpu(), l.written
			l.steady(300, max(20*time.Second, time.Duration(people)*time.Second/300))
			l.report(l.written-written, clocktest.Since(began), l.cpu()-cpu)
		})
	}
}

// BenchmarkAtTheLimit is how fast what has piled up is worked off.
func BenchmarkAtTheLimit(b *testing.B) {
	l := newLoad(b, 1000, ignored)
	b.ResetTimer()
	began, cpu, written := clocktest.Now(), l.cpu(), l.written
	for i := range l.people {
		at := l.times[i%len(l.times)]
		for _, text := range typedWay(at.Format("2.1.2006"), at.Format("15.04")) {
			l.write(i, text)
		}
	}
	l.answered()
	l.report(l.written-written, clocktest.Since(began), l.cpu()-cpu)
}
