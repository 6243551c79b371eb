package storage_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// soak is many where the long proof is asked for (SOAK=1), and few otherwise.
func soak(few, many int) int {
	if os.Getenv("SOAK") == "1" {
		return many
	}
	return few
}

const noConstraint = `ALTER TABLE appointment DROP CONSTRAINT appointment_one_at_a_desk`

// doubleBookings finds them by comparing everybody with everybody, so that the
// constraint is not its own witness.
const doubleBookings = `
	WITH seat AS (
		SELECT id, claim, office, desk, starts, ends, (starts AT TIME ZONE 'Europe/Berlin')::date AS day
		FROM appointment WHERE state IN ('held', 'confirmed', 'checked in', 'called') AND coalesce(held_until > $1, true))
	SELECT count(*) FROM seat a JOIN seat b USING (office, desk, day)
	WHERE a.id < b.id AND a.claim <> b.claim AND a.starts < b.ends AND b.starts < a.ends`

// people lets n persons exist, whose numbers start at 1.
func (w *world) people(n int) {
	w.Helper()
	w.exec(`INSERT INTO person (created_at) SELECT $2 FROM generate_series(1, $1)`, n, w.now)
}

// Twice as many people as there are desks want every time of a day, all at
// once. As many as there are desks get it, and nobody else: with and without
// the constraint, which only guarantees what the lock decides.
func TestManyForFewDesksFillThemExactly(t *testing.T) {
	t.Parallel()
	const desks, times, want = 4, 16, 2 * 4
	rounds := soak(4, 400)
	for _, guarded := range []bool{true, false} {
		t.Run(fmt.Sprintf("constraint=%v", guarded), func(t *testing.T) {
			t.Parallel()
			town := sample(desks)
			town.Offices[0].Policy.Horizon = 1000
			w := newWorld(t, town)
			w.people(rounds * times * want)
			if !guarded {
				w.exec(noConstraint)
			}
			for round := range rounds {
				w.rush(workday(round), round*times*want, times, want)
			}
			if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`); n != rounds*times*desks {
				t.Errorf("%d booked, want exactly the %d that there is room for", n, rounds*times*desks)
			}
			if n := w.count(doubleBookings, w.now); n != 0 {
				t.Errorf("%d double bookings", n)
			}
			t.Logf("%d attempts", rounds*times*want)
		})
	}
}

// rush has people want every time of a day at once.
func (w *world) rush(day booking.Date, first, times, each int) {
	w.Helper()
	var next atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < times*each; i = int(next.Add(1)) - 1 {
				by := storage.Actor{Person: booking.PersonID(first + i + 1)}
				start := day.At(8*60, berlin).Add(time.Duration(i/each) * 15 * time.Minute)
				held, err := w.Hold(w.Context(), by, w.now, hold(start))
				if err == nil {
					_, err = w.Book(w.Context(), by, w.now, book(held, fmt.Sprint("p", first+i)))
				}
				if err != nil && !errors.Is(err, booking.ErrTaken) {
					w.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// Whatever people do at once (hold, book, give back, move, cancel, come too
// late) at desks that are not alike, nobody shares a desk and nobody is left
// without.
func TestNobodySharesADeskWhateverPeopleDo(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a race takes seconds")
	}
	const people = 16
	steps := soak(60, 3000)
	for _, guarded := range []bool{true, false} {
		t.Run(fmt.Sprintf("constraint=%v", guarded), func(t *testing.T) {
			t.Parallel()
			town := sample(4)
			town.Offices[0].Desks[2].Skills = []booking.Skill{"papers"}
			town.Offices[0].Desks[3].Skills = []booking.Skill{"register"}
			town.Offices[0].Policy.PerPerson = 4
			w := newWorld(t, town)
			w.people(people)
			if !guarded {
				w.exec(noConstraint)
			}
			var ticks atomic.Int64
			var all sync.WaitGroup
			for i := range people {
				all.Go(func() {
					c := citizen{world: w, by: storage.Actor{Person: booking.PersonID(i + 1)}, random: rand.New(rand.NewPCG(1, uint64(i)))}
					for range steps {
						// The clock goes on in leaps, so that some holds run out.
						c.step(w.now.Add(time.Duration(ticks.Add(1)) * time.Second))
					}
				})
			}
			all.Wait()
			if n := w.count(doubleBookings, w.now.Add(time.Duration(ticks.Load())*time.Second)); n != 0 {
				t.Errorf("%d double bookings", n)
			}
			if n := w.count(`SELECT count(*) FROM appointment WHERE desk IS NULL`); n != 0 {
				t.Errorf("%d sit nowhere", n)
			}
			if w.count(`SELECT count(*) FROM history WHERE what = 'moved'`) == 0 || w.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`) == 0 {
				t.Error("nothing happened")
			}
		})
	}
}

// citizen does one thing after the other.
type citizen struct {
	*world
	by     storage.Actor
	random *rand.Rand
	held   booking.Appointment
	booked booking.Appointment
}

// step does something by chance. Only a fault is an error.
func (c *citizen) step(now time.Time) {
	ctx := c.Context()
	start := monday.Add(1+c.random.IntN(2)).At(8*60, berlin).Add(time.Duration(c.random.IntN(44)) * 5 * time.Minute)
	h := hold(start)
	h.Former = c.held.ID
	h.Wishes[0].Concern = []booking.ConcernID{"pass", "move"}[c.random.IntN(2)]
	var err error
	switch c.random.IntN(6) {
	case 0, 1:
		err = c.keep(&c.held)(c.Hold(ctx, c.by, now, h))
	case 2:
		h.Wishes, h.Moving = nil, c.booked.ID
		err = c.keep(&c.held)(c.Hold(ctx, c.by, now, h))
	case 3:
		b := book(c.held, "p")
		b.Contact.Mail = fmt.Sprintf("%d@example.org", c.by.Person)
		err = c.keep(&c.booked)(c.Book(ctx, c.by, now, b))
	case 4:
		m := move(c.booked, c.held)
		if m.Start.IsZero() {
			m.Start = start
		}
		err = c.keep(&c.booked)(c.Move(ctx, c.by, now, m))
	case 5:
		if c.random.IntN(2) == 0 {
			err = c.Release(ctx, c.by, now, c.held.ID)
		} else {
			_, err = c.Cancel(ctx, c.by, now, dialogs.Cancel{Appointment: c.booked.ID})
		}
	}
	if err != nil && !refusal(err) {
		c.Errorf("%v", err)
	}
}

// keep notes what came of something, unless it was refused.
func (c *citizen) keep(what *booking.Appointment) func(booking.Appointment, error) error {
	return func(a booking.Appointment, err error) error {
		if err == nil {
			*what = a
		}
		return err
	}
}

func refusal(err error) bool {
	for _, r := range []error{
		booking.ErrTaken, booking.ErrClosed, booking.ErrUnknown, booking.ErrLimit, booking.ErrExpired, booking.ErrOver,
	} {
		if errors.Is(err, r) {
			return true
		}
	}
	return false
}
