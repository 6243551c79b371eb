package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// While citizens do what they do, clerks close desks and open them again, cancel
// and restore: nobody shares a desk, and nobody who was told that the
// appointment stands is without one.
func TestNobodySharesADeskWhateverStaffDoMeanwhile(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a race takes seconds")
	}
	const citizens, clerks = 8, 4
	steps := soak(60, 2000)
	for _, guarded := range []bool{true, false} {
		t.Run(fmt.Sprintf("constraint=%v", guarded), func(t *testing.T) {
			t.Parallel()
			town := sample(4)
			town.Offices[0].Desks[3].Skills = []booking.Skill{"papers"}
			w := newWorld(t, town)
			w.people(citizens)
			if !guarded {
				w.exec(noConstraint)
			}
			var ticks atomic.Int64
			var all sync.WaitGroup
			tick := func() time.Time { return w.now.Add(time.Duration(ticks.Add(1)) * time.Second) }
			for i := range citizens {
				c := citizen{world: w, by: storage.Actor{Person: booking.PersonID(i + 1)}, random: rand.New(rand.NewPCG(2, uint64(i)))}
				all.Go(func() {
					for range steps {
						c.step(tick())
					}
				})
			}
			for i := range clerks {
				c := clerk{world: w, name: fmt.Sprint("clerk ", i), random: rand.New(rand.NewPCG(3, uint64(i)))}
				w.employ(c.name, booking.Lead)
				all.Go(func() {
					for range steps {
						c.step(tick())
					}
				})
			}
			all.Wait()
			if n := w.count(doubleBookings, tick()); n != 0 {
				t.Errorf("%d double bookings", n)
			}
			if n := w.count(`SELECT count(*) FROM appointment WHERE desk IS NULL`); n != 0 {
				t.Errorf("%d sit nowhere", n)
			}
			for _, what := range []string{dialogs.WasHit, dialogs.WasRestored, dialogs.WasCancelled} {
				if w.count(`SELECT count(*) FROM history WHERE what = $1 AND staff`, what) == 0 {
					t.Errorf("nobody was %s", what)
				}
			}
		})
	}
}

// clerk does one thing after the other.
type clerk struct {
	*world
	name     string
	random   *rand.Rand
	override booking.OverrideID
	gone     []booking.AppointmentID
}

// step does something by chance. Only a fault is an error.
func (c *clerk) step(now time.Time) {
	day := monday.Add(1 + c.random.IntN(2))
	switch c.random.IntN(4) {
	case 0:
		if c.override != 0 {
			c.order(now, dialogs.Reopen{Closure: c.override})
			c.override = 0
			return
		}
		desk := append(deskIDs(c.office), "", "")[c.random.IntN(len(c.office.Desks)+2)]
		c.override = c.order(now, dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: day, Hours: booking.AllDay(), Desk: desk}}).Override
	case 1:
		plan, err := c.Plan(c.Context(), "hall", day, now)
		if err != nil {
			c.Error(err)
		}
		if ahead := slices.DeleteFunc(plan.Staff.Entries, func(e dialogs.Entry) bool { return e.State != booking.Confirmed }); len(ahead) > 0 {
			id := ahead[c.random.IntN(len(ahead))].ID
			c.order(now, dialogs.Cancel{Appointment: id})
			c.gone = append(c.gone, id)
		}
	default:
		if n := len(c.gone); n > 0 {
			c.order(now, dialogs.Restore{Appointment: c.gone[n-1]})
			c.gone = c.gone[:n-1]
		}
	}
}

func (c *clerk) order(now time.Time, command dialogs.Command) (done dialogs.Result) {
	err := c.Serve(c.Context(), chat(c.name), c.name, now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	})
	if err != nil {
		c.Errorf("%s: %T: %v", c.name, command, err)
	}
	return done
}

func deskIDs(o *booking.Office) (ids []booking.DeskID) {
	for _, desk := range o.Desks {
		ids = append(ids, desk.ID)
	}
	return ids
}
