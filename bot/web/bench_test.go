package web_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/web/browsertest"
	"terminbote/dialogs"
)

// roomy is a town in which thousands can book: for months, and with ten desks.
func roomy(town *booking.Town) {
	generous(town)
	o := town.Offices[0]
	o.Policy.Horizon = 200
	for i := len(o.Desks); i < 10; i++ {
		desk := o.Desks[0]
		desk.ID = booking.DeskID("more-" + strconv.Itoa(i))
		o.Desks = append(o.Desks, desk)
	}
	o.Calendar.Closures = nil
}

// client is a browser that swaps, and asks for nothing twice.
type client struct {
	*browser
}

func (c *client) answer(field, value string) {
	form := c.page.fields()
	form.Set(field, value)
	c.send("/chat", form)
	if c.page.status != http.StatusOK {
		c.Fatalf("%d:\n%s", c.page.status, c.page.body)
	}
}

func (c *client) one(prefix string) string {
	var all []string
	for _, choice := range c.page.choices() {
		if strings.HasPrefix(choice, prefix) {
			all = append(all, choice)
		}
	}
	if len(all) == 0 {
		c.Fatalf("no %s in:\n%s", prefix, c.page.text())
	}
	return all[rand.IntN(len(all))]
}

// book books once, from the town's first page on; every request counts.
func (c *client) book() {
	c.header.Del("X-Talk")
	c.open("/")
	c.open("/anliegen/id-card")
	c.send("/chat/beginn", url.Values{"concern": {"id-card"}})
	c.header.Set("X-Talk", "swap")
	for !strings.Contains(c.page.body, `value="days"`) {
		c.answer("choice", firstAnswer(c.browser, c.page.choices()))
	}
	c.answer("choice", "days")
	c.answer("choice", c.one("day:"))
	for {
		c.answer("choice", c.one("time:"))
		if strings.Contains(c.page.body, `autocomplete="name"`) {
			break // otherwise somebody else was faster
		}
	}
	c.answer("text", "Ada Lovelace")
	c.answer("text", "ada"+strconv.Itoa(rand.Int())+"@example.org")
	c.answer("choice", "yes")
	if !strings.Contains(c.page.body, `class="card"`) {
		c.Fatalf("not booked:\n%s", c.page.text())
	}
}

// Whole bookings over HTTP, every request from the first page to the card, by
// 16 clients at once.
func BenchmarkBookingsOverHTTP(b *testing.B) {
	w := newBench(b)
	var clients sync.WaitGroup
	var next atomic.Int64
	began, worked := clocktest.Now(), processor(b)
	for range 16 {
		clients.Go(func() {
			for next.Add(1) <= int64(b.N) {
				(&client{browser: w.browser()}).book()
			}
		})
	}
	clients.Wait()
	b.ReportMetric(float64(b.N)/clocktest.Since(began).Seconds(), "bookings/s")
	b.ReportMetric(float64((processor(b)-worked).Microseconds())/1000/float64(b.N), "processor-ms/booking")
	b.ReportMetric(0, "ns/op")
}

// processor is how long this process has been at work: server and clients,
// without the database. It says more than the clock where others work as well.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func newBench(b *testing.B) *town {
	b.Helper()
	b.Cleanup(func(before int) func() { return func() { debug.SetGCPercent(before) } }(debug.SetGCPercent(75))) // as serve does
	w := newSite(b, roomy)
	b.ResetTimer()
	return w
}

// Free times over HTTP, with ten desks and a thousand bookings in 21 days.
func BenchmarkFreeTimesOverHTTP(b *testing.B) {
	w := newSite(b, roomy, func(town *booking.Town) { town.Offices[0].Policy.Horizon = 21 })
	for w.confirmed() < 1000 {
		w.fill(100)
	}
	for name, query := range map[string]string{"one day": "&day=" + w.office.Today(w.now).Add(7).String(), "21 days": ""} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			c := w.browser()
			b.ResetTimer()
			for range b.N {
				c.address = newAddress()
				began := clocktest.Now()
				c.open("/termin/frei?concern=id-card" + query)
				took = append(took, clocktest.Since(began))
				if c.page.status != http.StatusOK {
					b.Fatal(c.page.status)
				}
			}
			report(b, took)
		})
	}
}

// fill books so many appointments all over the days that can be booked.
func (w *town) fill(many int) {
	w.Helper()
	today := w.office.Today(w.now)
	for range many {
		day := today.Add(1 + rand.IntN(20))
		facts, err := w.store.Facts(w.Context(), 0, w.now, dialogs.Need{Offices: []booking.OfficeID{w.office.ID}, From: day, To: day})
		if err != nil {
			w.Fatal(err)
		}
		visit, _ := w.office.Visit([]booking.Wish{{Concern: "id-card", Quantity: 1}}, 1)
		hours := w.office.Day(day, facts.Booked[0].Busy)
		starts := hours.Starts(visit.Request(booking.Public), w.now)
		if len(starts) == 0 {
			continue // at the weekend
		}
		order := dialogs.Order{
			Office: w.office.ID, Start: starts[rand.IntN(len(starts))], Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1,
		}
		who := fmt.Sprint("booker ", rand.Int64()) // one person books no thousand times
		held := w.doAs(who, dialogs.Hold{Order: order})
		w.doAs(who, dialogs.Book{Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Ada Lovelace"}})
	}
}

func report(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(0, "ns/op")
}

// From a click to the new question in a real browser.
func BenchmarkTurnInABrowser(b *testing.B) {
	w := newSite(b, roomy)
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/anliegen/id-card")
	v.Click("button.main")
	v.Await("#offen")
	b.ResetTimer()
	var took []time.Duration
	for i := range b.N {
		w.now = w.now.Add(time.Second) // nobody is as quick as this
		choice := []string{"days", "back"}[i%2]
		ms := browsertest.Value[float64](v.Tab, `new Promise(done => {
			const question = document.getElementById("frage"), began = performance.now();
			new MutationObserver((_, o) => { o.disconnect(); requestAnimationFrame(() => done(performance.now() - began)); }).observe(question, {childList: true});
			document.querySelector('button[value="`+choice+`"]').click();
		})`)
		took = append(took, time.Duration(ms*float64(time.Millisecond)))
	}
	report(b, took)
}

// What ten thousand talks that stand open cost in memory.
func BenchmarkOpenTalks(b *testing.B) {
	w := newSite(b, roomy)
	const talks = 10_000
	for range b.N {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range talks {
			c := w.browser()
			r := httptest.NewRequest(http.MethodPost, "/chat/beginn", strings.NewReader("concern=id-card"))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set("Test-Address", c.address)
			answer := httptest.NewRecorder()
			w.server.Config.Handler.ServeHTTP(answer, r)
			if answer.Code != http.StatusSeeOther {
				b.Fatal(answer.Code)
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		if n := w.count(`SELECT count(*) FROM chat WHERE state IS NOT NULL`); n < talks {
			b.Fatalf("%d talks stand open", n)
		}
		b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB-more")
		b.ReportMetric(float64(after.Sys)/1e6, "MB-of-the-process")
	}
}

// The first page is small, and loads nothing from anybody else.
func TestTheFirstPageIsSmallAndOurs(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	v := w.visitor(browsertest.Look{})
	v.Visit(w.server.URL + "/")
	loaded := browsertest.Value[[]string](v.Tab, `performance.getEntriesByType("resource").map(r => r.name)`)
	loaded = append(loaded, w.server.URL+"/")
	size := 0
	for _, address := range loaded {
		if !strings.HasPrefix(address, w.server.URL+"/") {
			t.Errorf("the page loads %s", address)
			continue
		}
		size += w.zipped(address)
	}
	if len(loaded) < 3 || size > 40_000 {
		t.Errorf("%d bytes in %d files: %q", size, len(loaded), loaded)
	}
	t.Logf("%d bytes in %d files", size, len(loaded))
}

// zipped is how many bytes a page has on its way.
func (w *town) zipped(address string) int {
	w.Helper()
	r, err := http.NewRequestWithContext(w.Context(), http.MethodGet, address, nil)
	if err != nil {
		w.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		w.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		w.Fatal(err)
	}
	if _, err := gzip.NewReader(strings.NewReader(string(content))); err != nil {
		w.Error(fmt.Errorf("%s: %w", address, err))
	}
	return len(content)
}
