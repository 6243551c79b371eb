package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Many wait, many give back, and several replicas match at once, while people
// accept, decline, let offers run out, leave the list, and strangers book what
// they can get. Nobody is offered a time twice, nobody shares a desk, and in
// the end every time is either somebody's or free: with and without the
// constraint, which only guarantees what the lock decides.
func TestOffersAreARaceThatNobodyLoses(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a race takes seconds")
	}
	steps := soak(70, 2500)
	for _, guarded := range []bool{true, false} {
		t.Run(fmt.Sprintf("constraint=%v", guarded), func(t *testing.T) {
			t.Parallel()
			r := newOfferRace(t)
			if !guarded {
				r.exec(noConstraint)
			}
			var all sync.WaitGroup
			for i := range 8 {
				all.Go(func() {
					random := rand.New(rand.NewPCG(3, uint64(i)))
					for range steps {
						r.step(random)
					}
				})
			}
			all.Wait()
			r.finish()
		})
	}
}

const (
	raceDesks   = 2
	raceWaiters = 16 // with an appointment on thursday
	raceFirsts  = 8  // without any
	raceSlots   = 16 // quarters of an hour in a morning

	// mostTicks is how many seconds go by at once: so few that even the long
	// race ends before wednesday comes, when times would be past and not free.
	mostTicks = 120
)

// offerRace is a wednesday that is full, and people who would like to come then.
type offerRace struct {
	*world
	ticks    atomic.Int64
	accepted atomic.Int64
	declined atomic.Int64
	lapsed   atomic.Int64 // offers seen that had run out; who leaves the list takes them along
	wed, thu booking.Date
}

func newOfferRace(t *testing.T) *offerRace {
	t.Helper()
	town := waitingTown(raceDesks)
	o := town.Offices[0]
	o.Policy.Grid, o.Policy.PerPerson, o.Policy.PerMail, o.Policy.Horizon = 15*time.Minute, 100, 100, 3
	o.Policy.Offer.Hours = booking.AllDay()
	r := &offerRace{world: newWaitingWorld(t, town), wed: monday.Add(2), thu: monday.Add(3)}
	o.Calendar.Week[time.Monday], o.Calendar.Week[time.Tuesday] = nil, nil
	for i := range raceDesks * raceSlots {
		r.booked(fmt.Sprint("w", i), r.quarter(r.wed, i/raceDesks))
	}
	for i := range raceWaiters {
		r.must(fmt.Sprint("t", i), improve(r.booked(fmt.Sprint("t", i), r.quarter(r.thu, i))))
	}
	for i := range raceFirsts {
		r.must(fmt.Sprint("f", i), wish(fmt.Sprint("f", i)))
	}
	return r
}

func (r *offerRace) quarter(day booking.Date, i int) time.Time {
	return day.At(booking.Clock(8*60+15*i), berlin)
}

func (r *offerRace) clock() time.Time { return r.now.Add(time.Duration(r.ticks.Load()) * time.Second) }

// step does something by chance. Only a fault is an error.
func (r *offerRace) step(random *rand.Rand) {
	somebody := fmt.Sprint("t", random.IntN(raceWaiters))
	if random.IntN(3) == 0 {
		somebody = fmt.Sprint("f", random.IntN(raceFirsts))
	}
	switch random.IntN(9) {
	case 0, 1:
		if _, err := r.OfferTimes(r.Context(), r.clock()); err != nil {
			r.Error(err)
		}
	case 2, 3:
		r.answer(somebody, func(hold booking.AppointmentID) dialogs.Command { return dialogs.Accept{Hold: hold} }, &r.accepted)
	case 4:
		r.answer(somebody, func(hold booking.AppointmentID) dialogs.Command { return dialogs.Decline{Hold: hold} }, &r.declined)
	case 5:
		r.ticks.Add(int64(random.IntN(mostTicks)))
		r.lapsed.Add(int64(r.count(`SELECT count(*) FROM offer WHERE outcome = 'lapsed'`)))
	case 6, 7:
		r.giveBack(fmt.Sprint([]string{"w", "t", "f"}[random.IntN(3)], random.IntN(raceDesks*raceSlots)))
	case 8:
		r.join(somebody)
		r.grab(fmt.Sprint("s", random.IntN(4)), r.quarter(r.wed, random.IntN(raceSlots)))
	}
}

// turn lets somebody do something; a refusal is none of our business.
func (r *offerRace) turn(name string, turn func(context.Context, dialogs.Records) error) {
	err := r.Converse(r.Context(), chat(name), r.clock(), turn)
	if err != nil {
		r.Errorf("%s: %v", name, err)
	}
}

// answer answers an open offer, from a look that may be out of date by then.
func (r *offerRace) answer(name string, command func(booking.AppointmentID) dialogs.Command, count *atomic.Int64) {
	var open []booking.AppointmentID
	r.turn(name, func(ctx context.Context, records dialogs.Records) error {
		facts, err := records.Facts(ctx, dialogs.Need{Waiting: true})
		open = nil
		for _, place := range facts.Waiting {
			if place.Offer != nil {
				open = append(open, place.Offer.ID)
			}
		}
		return err
	})
	for _, hold := range open {
		var done dialogs.Result
		r.turn(name, func(ctx context.Context, records dialogs.Records) (err error) {
			done, err = records.Do(ctx, command(hold))
			return err
		})
		if done.Command != nil && done.Refused == nil {
			count.Add(1)
		}
	}
}

// giveBack cancels the first that somebody has, or leaves the list.
func (r *offerRace) giveBack(name string) {
	r.turn(name, func(ctx context.Context, records dialogs.Records) error {
		facts, err := records.Facts(ctx, dialogs.Need{Appointments: true, Waiting: true})
		switch {
		case err != nil:
			return err
		case len(facts.Appointments) > 0:
			_, err = records.Do(ctx, dialogs.Cancel{Appointment: facts.Appointments[0].ID})
		case len(facts.Waiting) > 0:
			_, err = records.Do(ctx, dialogs.EndWait{Wait: facts.Waiting[0].ID})
		}
		return err
	})
}

func (r *offerRace) join(name string) {
	r.turn(name, func(ctx context.Context, records dialogs.Records) error {
		facts, err := records.Facts(ctx, dialogs.Need{Appointments: true})
		if err != nil {
			return err
		}
		command := wish(name)
		if len(facts.Appointments) > 0 {
			command = improve(facts.Appointments[0])
		}
		_, err = records.Do(ctx, command)
		return err
	})
}

// grab books a time for a stranger, if the public can have it.
func (r *offerRace) grab(name string, start time.Time) {
	r.turn(name, func(ctx context.Context, records dialogs.Records) error {
		done, err := records.Do(ctx, hold(start))
		if err != nil || done.Refused != nil {
			return err
		}
		_, err = records.Do(ctx, book(done.Appointment, name))
		return err
	})
}

// finish lets everything run out and counts.
func (r *offerRace) finish() {
	if r.accepted.Load() == 0 || r.declined.Load() == 0 || r.lapsed.Load() == 0 {
		r.Errorf("%d accepted, %d declined, %d lapsed: not enough happened", r.accepted.Load(), r.declined.Load(), r.lapsed.Load())
	}
	if n := r.count(doubleBookings, r.clock()); n != 0 {
		r.Errorf("%d double bookings", n)
	}
	if n := r.count(`
		SELECT count(*) FROM offer a JOIN offer b USING (wait)
		WHERE a.id < b.id AND a.starts < b.ends AND b.starts < a.ends`); n != 0 {
		r.Errorf("%d times were offered to somebody twice", n)
	}
	if n := r.count(`
		SELECT count(*) FROM appointment a JOIN offer o ON o.hold = a.id AND o.outcome IS NOT NULL
		WHERE a.state = 'held' AND a.held_until > $1`, r.clock()); n != 0 {
		r.Errorf("%d holds are left of offers that are over", n)
	}
	r.now = r.clock().Add(2 * time.Hour)
	booked := r.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
	free := 0
	facts := r.facts("looker", dialogs.Need{Offices: []booking.OfficeID{"hall"}, From: r.wed, To: r.thu})
	for _, b := range facts.Booked {
		for _, o := range r.office.Desks {
			one := *r.office
			one.Desks = []booking.Desk{o}
			var here []booking.Busy
			for _, x := range b.Busy {
				if x.Desk == o.ID {
					here = append(here, x)
				}
			}
			free += len(one.Day(b.Day, here).Starts(booking.Request{Length: 15 * time.Minute, Skills: []booking.Skill{"papers"}}, r.now))
		}
	}
	if want := 2 * raceDesks * raceSlots; booked+free != want {
		r.Errorf("%d booked and %d free make %d, want the %d that there are", booked, free, booked+free, want)
	}
	r.Logf("%d accepted, %d declined, %d booked in the end", r.accepted.Load(), r.declined.Load(), booked)
}
