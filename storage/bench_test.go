package storage_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// bench is a store on a server that keeps its promises to the disk.
type bench struct {
	*testing.B
	*storage.Store
	pool *pgxpool.Pool
	town booking.Town
}

const benchConns = 20

func newBench(b *testing.B) *bench {
	b.Helper()
	town := sample(10)
	town.Offices[0].Policy.Horizon = 1_000_000 // so many bookings take years
	for day := time.Monday; day <= time.Friday; day++ {
		town.Offices[0].Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 16 * 60}}
	}
	config, err := pgxpool.ParseConfig(storagetest.DurableURL(b))
	if err != nil {
		b.Fatal(err)
	}
	config.MaxConns = benchConns
	pool, err := pgxpool.NewWithConfig(b.Context(), config)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	s, err := storage.Open(b.Context(), config.ConnString(), town, clocktest.At(morning), storage.Options{Conns: benchConns})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(s.Close)
	return &bench{b, s, pool, town}
}

// workday is the nth day on which the office is open.
func workday(n int) booking.Date { return monday.Add(n/5*7 + n%5) }

const perDay = 100 // bookings on a day that the desks could serve three times over

// nth is the ith time to be booked on a day.
func nth(day booking.Date, i int) time.Time {
	return day.At(8*60, berlin).Add(time.Duration(i%30) * 15 * time.Minute)
}

// fill books what an office has on its next workdays, and lets the server look
// at it, as it does by itself within a minute.
func (b *bench) fill(bookings, days int) {
	b.Helper()
	for i := range bookings {
		b.book(i, nth(workday(i%days), i/days))
	}
	if _, err := b.pool.Exec(b.Context(), "VACUUM ANALYZE"); err != nil {
		b.Fatal(err)
	}
}

// people lets n people exist.
func (b *bench) people(n int) {
	b.Helper()
	_, err := b.pool.Exec(b.Context(), `
		INSERT INTO person (created_at) SELECT $2 FROM generate_series(1, $1)`, n, morning)
	if err != nil {
		b.Fatal(err)
	}
}

// book holds and confirms a time, for the ith person.
func (b *bench) book(i int, start time.Time) {
	by := storage.Actor{Person: booking.PersonID(i + 1)}
	h := hold(start)
	h.Key = "1"
	held, err := b.Hold(b.Context(), by, morning, h)
	if err == nil {
		_, err = b.Book(b.Context(), by, morning, book(held, fmt.Sprintf("person%d", i)))
	}
	if err != nil {
		b.Errorf("book %v: %v", start, err)
	}
}

// percentiles reports how long the middle and the slowest hundredth took.
func percentiles(b *testing.B, took []time.Duration) {
	b.Helper()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// each runs op for as long as the benchmark lasts and reports percentiles.
func each(b *testing.B, op func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		start := clocktest.Now()
		if err := op(); err != nil {
			b.Fatal(err)
		}
		took = append(took, clocktest.Since(start))
	}
	percentiles(b, took)
}

// BenchmarkFreeTimes lists the times that are free, database included, in an
// office with 10 desks and 1,000 bookings in three weeks.
func BenchmarkFreeTimes(b *testing.B) {
	w := newBench(b)
	w.people(before)
	w.fill(before, beforeDays)
	for _, days := range []int{1, 21} {
		b.Run(fmt.Sprintf("days=%d", days), func(b *testing.B) {
			need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday.Add(days - 1)}
			each(b, func() error {
				facts, err := w.Facts(b.Context(), 1, morning, need)
				if err != nil {
					return err
				}
				if freeTimes(facts) == 0 {
					return fmt.Errorf("nothing is free")
				}
				return nil
			})
		})
	}
}

// freeTimes is how many times there are for a visit of half an hour.
func freeTimes(facts dialogs.Facts) (times int) {
	office := facts.Town.Offices[0]
	request := booking.Request{Length: 30 * time.Minute, Skills: []booking.Skill{"papers"}, Audience: booking.Public}
	for _, day := range facts.Booked {
		times += len(office.Day(day.Day, day.Busy).Starts(request, facts.Now))
	}
	return times
}

// BenchmarkTurn is one turn of a conversation: what was said is recalled, the
// times of a day are looked up, and what is said is remembered.
func BenchmarkTurn(b *testing.B) {
	w := newBench(b)
	w.people(before)
	w.fill(before, beforeDays)
	state := []byte(`{"version":1,"revision":7,"lang":"de","draft":{"wishes":[{"concern":"pass","quantity":1}],"persons":1}}`)
	need := dialogs.Need{Appointments: true, Offices: []booking.OfficeID{"hall"}, From: monday, To: monday}
	turn := func(ctx context.Context, r dialogs.Records) error {
		if _, err := r.Recall(ctx); err != nil {
			return err
		}
		facts, err := r.Facts(ctx, need)
		if err != nil {
			return err
		}
		freeTimes(facts)
		return r.Remember(ctx, state)
	}
	for _, clients := range []int{1, 16} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			took := make([][]time.Duration, clients)
			share(b.N, clients, func(client, i int) {
				start := clocktest.Now()
				if err := w.Converse(b.Context(), chat(fmt.Sprintf("%d-%d", client, i%50)), morning, turn); err != nil {
					b.Error(err)
				}
				took[client] = append(took[client], clocktest.Since(start))
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
			percentiles(b, slices.Concat(took...))
		})
	}
}

// share lets clients do n things at once.
func share(n, clients int, do func(client, i int)) {
	var all sync.WaitGroup
	for client := range clients {
		all.Go(func() {
			for i := client; i < n; i += clients {
				do(client, i/clients)
			}
		})
	}
	all.Wait()
}

// What is booked before a benchmark begins.
const (
	before     = 1000
	beforeDays = 15
)

// BenchmarkBookings sets bookings (hold and confirm, two durable commits)
// beside plain durable inserts of one row by as many clients.
func BenchmarkBookings(b *testing.B) {
	tests := []struct {
		name    string
		clients int
		day     func(client, i int) (day, nth int) // where a client's ith booking lies
	}{
		{"clients=1", 1, func(_, i int) (int, int) { return i / perDay, i % perDay }},
		{"clients=16/days=different", 16, func(client, i int) (int, int) { return i/perDay*16 + client, i % perDay }},
		{"clients=16/days=same", 16, func(client, i int) (int, int) { return (i*16 + client) / perDay, (i*16 + client) % perDay }},
	}
	for _, test := range tests {
		b.Run(test.name, func(b *testing.B) {
			w := newBench(b)
			w.people(before + b.N + test.clients)
			w.fill(before, beforeDays)
			took := make([][]time.Duration, test.clients)
			first := w.plain(test.clients)
			b.ResetTimer()
			share(b.N, test.clients, func(client, i int) {
				start := clocktest.Now()
				day, n := test.day(client, i)
				w.book(before+i*test.clients+client, nth(workday(beforeDays+day), n))
				took[client] = append(took[client], clocktest.Since(start))
			})
			b.StopTimer()
			rate := float64(b.N) / b.Elapsed().Seconds()
			plain := (first + w.plain(test.clients)) / 2
			b.ReportMetric(rate, "bookings/s")
			b.ReportMetric(plain, "inserts/s")
			b.ReportMetric(rate/plain, "ratio")
			percentiles(b, slices.Concat(took...))
		})
	}
}

// plain is how many durable inserts of one row a second the server takes from
// so many clients.
func (b *bench) plain(clients int) float64 {
	b.Helper()
	_, err := b.pool.Exec(b.Context(), `CREATE TABLE IF NOT EXISTS plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)`)
	if err != nil {
		b.Fatal(err)
	}
	const lasts = time.Second
	counts := make([]int, clients)
	start := clocktest.Now()
	share(clients, clients, func(client, _ int) {
		for clocktest.Since(start) < lasts {
			if _, err := b.pool.Exec(b.Context(), `INSERT INTO plain (body) VALUES ($1)`, "a row like any other"); err != nil {
				b.Error(err)
				return
			}
			counts[client]++
		}
	})
	total := 0
	for _, n := range counts {
		total += n
	}
	return float64(total) / clocktest.Since(start).Seconds()
}
