package storage_test

import (
	"fmt"
	"math"
	"syscall"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// growth runs a benchmark at growing sizes and reports how long the middle round
// takes, what our process works in a round, since the machine is shared, and with
// which power of the size the middle round has grown since the one before: 1 is
// in proportion, 2 is four times as long for twice as much.
func growth(b *testing.B, what string, sizes []int, prepare func(b *testing.B, size int) (round func() error)) {
	b.Helper()
	var before float64
	for i, size := range sizes {
		b.Run(fmt.Sprintf("%s=%d", what, size), func(b *testing.B) {
			round := prepare(b, size)
			var all []time.Duration
			worked := processorTime(b)
			for b.Loop() {
				began := clocktest.Now()
				if err := round(); err != nil {
					b.Fatal(err)
				}
				all = append(all, clocktest.Since(began))
			}
			worked = processorTime(b) - worked
			percentiles(b, all)
			b.ReportMetric(float64(worked.Microseconds())/1000/float64(len(all)), "cpu-ms")
			took := all[len(all)/2].Seconds()
			if i > 0 && before > 0 {
				b.ReportMetric(math.Log(took/before)/math.Log(float64(size)/float64(sizes[i-1])), "exponent")
			}
			before = took
		})
	}
}

// processorTime is what our process has used of the processors so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// What is booked of the 25 half-hours of a desk's day: four fifths of them, as
// in a full office, or all before four o'clock.
const (
	fourFifths = `(slot + desk) % 5 <> 0`
	untilFour  = `slot < 16`
)

// full is an office that is open from 8:00 to 20:30, with visits of half an hour
// on some days.
func full(b *testing.B, desks, horizon, days int, booked string) *bench {
	b.Helper()
	town := sample(desks)
	office := town.Offices[0]
	office.Policy.Horizon = horizon
	office.Policy.Offer.Chat, office.Policy.Offer.Hours = 10*time.Minute, booking.AllDay()
	for day := range office.Calendar.Week {
		office.Calendar.Week[day] = []booking.Shift{{From: 8 * 60, To: 20*60 + 30}}
	}
	pool := storagetest.Durable(b)
	s, err := storage.Open(b.Context(), pool.Config().ConnString(), town, clocktest.At(morning), storage.Options{Channels: []string{"test"}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(s.Close)
	w := &bench{b, s, pool, town}
	w.exec(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT n, n, 'N' || n, 'hall', 'desk ' || desk, starts, starts + interval '30 minutes', 'confirmed', '[]', 1, '{papers}', 'public', 'Somebody', $1, $1
		FROM (
			SELECT row_number() OVER () AS n, desk,
				$1::timestamptz + interval '1 hour' + day * interval '1 day' + slot * interval '30 minutes' AS starts
			FROM generate_series(1, $2) AS desk, generate_series(0, $3 - 1) AS day, generate_series(0, 24) AS slot
			WHERE `+booked+`) AS visits`, morning, desks, days)
	w.exec(`SELECT setval('appointment_id_seq', (SELECT max(id) FROM appointment))`)
	w.exec(`VACUUM ANALYZE`)
	return w
}

func (b *bench) exec(order string, args ...any) {
	b.Helper()
	if _, err := b.pool.Exec(b.Context(), order, args...); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkGrowthFreeTimes lists all free times of 21 days in a full office that
// do not change between two looks, database included.
func BenchmarkGrowthFreeTimes(b *testing.B) {
	growth(b, "desks", []int{10, 50, 200}, func(b *testing.B, desks int) func() error {
		b.Helper()
		w := full(b, desks, 21, 21, fourFifths)
		need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday.Add(20)}
		return w.lookAt(need)
	})
}

// BenchmarkGrowthHorizon asks for all days of an office with ten desks that can
// be booked, and the next 21 of them are full, as a citizen is asked for the day.
func BenchmarkGrowthHorizon(b *testing.B) {
	growth(b, "days", []int{21, 90, 365}, func(b *testing.B, days int) func() error {
		b.Helper()
		w := full(b, 10, days, 21, fourFifths)
		need := dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: monday, To: monday.Add(days - 1)}
		return w.lookAt(need)
	})
}

// lookAt looks for free times again and again, as turns do. The first look is not
// measured: it reads days that are known from then on.
func (b *bench) lookAt(need dialogs.Need) func() error {
	b.Helper()
	began := clocktest.Now()
	if err := b.someFree(need); err != nil {
		b.Fatal(err)
	}
	b.Logf("the first look: %v", clocktest.Since(began))
	return func() error { return b.someFree(need) }
}

func (b *bench) someFree(need dialogs.Need) error {
	facts, err := b.Facts(b.Context(), 1, morning, need)
	if err == nil && freeTimes(facts) == 0 {
		err = fmt.Errorf("nothing is free")
	}
	return err
}

// BenchmarkGrowthWaiting runs the chore of the waiting list where nothing can be
// offered: half of those who wait want an earlier time, and one was freed that
// is too short for them; the others want a first one in the morning, when
// everything is taken, while each afternoon is free.
func BenchmarkGrowthWaiting(b *testing.B) {
	growth(b, "people", []int{10, 100, 1_000, 10_000, 100_000}, func(b *testing.B, people int) func() error {
		b.Helper()
		w := full(b, 10, 21, 22, untilFour)
		w.exec(`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ('hall', 'desk 1', $1, $2, $3, $4)`,
			monday.Add(1).At(8*60, berlin), monday.Add(1).At(8*60+10, berlin), morning, morning.Add(time.Hour))
		w.exec(`INSERT INTO person (created_at) SELECT $2 FROM generate_series(1, $1)`, people, morning)
		w.exec(`INSERT INTO chat (channel, address, person, created_at, updated_at) SELECT 'test', id, id, $1, $1 FROM person`, morning)
		// They have appointments after the horizon, so that each of them could come earlier.
		w.exec(`
			INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, holder, name, created_at, updated_at)
			SELECT 10000000 + id, 10000000 + id, 'W' || id, 'hall', 'far ' || id, $1, $1::timestamptz + interval '30 minutes', 'confirmed', '[]', 1, '{papers}',
				'public', id, 'Somebody', $2, $2 FROM person WHERE id % 2 = 0`, monday.Add(40).At(9*60, berlin), morning)
		w.exec(`
			INSERT INTO wait (person, appointment, office, wishes, persons, weekdays, from_minute, to_minute, until, name, mail, mail_key, created_at)
			SELECT id, CASE WHEN id % 2 = 0 THEN 10000000 + id END, 'hall',
				CASE WHEN id % 2 = 0 THEN '[]'::jsonb ELSE '[{"concern": "move", "quantity": 9}]'::jsonb END, 1, 127, 480, 720, $1,
				CASE WHEN id % 2 = 0 THEN '' ELSE 'Somebody' END, 'p' || id || '@example.org', 'p' || id || '@example.org', $2
			FROM person`, monday.Add(60).At(0, time.UTC), morning)
		w.exec(`VACUUM ANALYZE`)
		return func() error {
			made, err := w.OfferTimes(b.Context(), morning.Add(2*time.Hour))
			if err == nil && made > 0 {
				err = fmt.Errorf("%d were offered something", made)
			}
			return err
		}
	})
}

// BenchmarkGrowthErase looks for what is to be erased where all that is past has
// been, as the hourly chore finds it.
func BenchmarkGrowthErase(b *testing.B) {
	growth(b, "past", []int{1_000, 10_000, 100_000}, func(b *testing.B, past int) func() error {
		b.Helper()
		w := full(b, 10, 21, 21, fourFifths)
		w.town.Offices[0].Policy.Retention = 30 * 24 * time.Hour
		w.anonymous(past)
		return func() error { return w.EraseOld(b.Context(), morning) }
	})
}

// BenchmarkGrowthDropHolds drops a hold that ran out among what is past.
func BenchmarkGrowthDropHolds(b *testing.B) {
	growth(b, "past", []int{1_000, 10_000, 100_000}, func(b *testing.B, past int) func() error {
		b.Helper()
		w := full(b, 10, 21, 21, fourFifths)
		w.anonymous(past)
		return func() error {
			w.exec(`
				INSERT INTO appointment (claim, office, desk, starts, ends, state, held_until, items, persons, skills, audience, created_at, updated_at, id)
				VALUES (0, 'hall', 'none', $1, $2, 'held', $1, '[]', 1, '{papers}', 'public', $1, $1, 0)`, morning, morning.Add(time.Hour))
			dropped, err := w.DropHolds(b.Context(), morning)
			if err == nil && dropped != 1 {
				err = fmt.Errorf("%d holds were dropped", dropped)
			}
			return err
		}
	})
}

// anonymous writes past appointments whose holders are erased.
func (b *bench) anonymous(past int) {
	b.Helper()
	b.exec(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT 10000000 + n, 10000000 + n, 'P' || n, 'hall', 'desk 1', $2::timestamptz - n * interval '30 minutes',
			$2::timestamptz - (n - 1) * interval '30 minutes', 'finished', '[]', 1, '{papers}', 'public', '-', $2, $2
		FROM generate_series(1, $1) AS n`, past, morning.AddDate(0, -2, 0))
	b.exec(`VACUUM ANALYZE`)
}
