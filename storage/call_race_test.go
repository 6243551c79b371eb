package storage_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Two to eight clerks press at once, again and again, for desks that are not
// alike, until nobody waits: nobody is called twice, and each desk calls those
// it can serve in the order in which their turns are.
func TestClerksWhoPressAtOnceCallEverybodyOnceAndInTurn(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	w.office.Desks[2].Skills = []booking.Skill{"papers"}
	w.office.Desks[3].Skills = []booking.Skill{"register"}
	w.Store = w.on(test)
	for i := range 8 {
		w.employ(fmt.Sprint("clerk ", i), booking.Clerk)
	}
	const people = 40
	presses := 0
	for round := 0; presses < soak(120, 10_000); round++ {
		day := workday(round)
		w.at(day.At(9*60, berlin))
		w.queueUp(day, people, uint64(round)) //nolint:gosec // a small number
		presses += w.pressAtOnce(2 + round%7)
		w.wantInTurn(day, people)
	}
	t.Logf("%d presses", presses)
}

// queueUp lets people be there on a day, who have appointments at a few times
// and came in any order.
func (w *tellingWorld) queueUp(day booking.Date, people int, seed uint64) {
	w.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	for i := range people {
		start := day.At(booking.Clock(8*60+15*(i%4)), berlin)
		skill := []string{"papers", "register"}[random.IntN(2)]
		w.exec(`
			INSERT INTO appointment (claim, number, office, starts, ends, state, items, persons, skills, audience, name, created_at,
				updated_at, arrived_at, id)
			SELECT id, upper(to_hex(id + 1000000)), 'hall', $1::timestamptz, $1::timestamptz + interval '15 minutes', 'checked in', '[]', 1, ARRAY[$2::text], 'public', 'p', $3::timestamptz, $3, $3, id
			FROM (SELECT nextval('appointment_id_seq') AS id) AS n`,
			start, skill, start.Add(-time.Duration(random.IntN(10))*time.Minute))
	}
}

// pressAtOnce has clerks press until nobody waits, and counts who was called.
func (w *tellingWorld) pressAtOnce(clerks int) int {
	w.Helper()
	var presses atomic.Int64
	var all sync.WaitGroup
	for i := range clerks {
		next := dialogs.Next{Office: "hall", Desk: w.office.Desks[i%len(w.office.Desks)].ID}
		name := fmt.Sprint("clerk ", i)
		all.Go(func() {
			for w.pressed(name, next) {
				presses.Add(1)
			}
		})
	}
	all.Wait()
	return int(presses.Load())
}

// pressed tells whether there was somebody to call.
func (w *tellingWorld) pressed(name string, next dialogs.Next) bool {
	var done dialogs.Result
	err := w.Serve(w.Context(), chat(name), name, w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, next)
		return err
	})
	if err != nil || done.Refused != nil && !errors.Is(done.Refused, booking.ErrNobody) {
		w.Errorf("%s: %v, %v", name, err, done.Refused)
	}
	return err == nil && done.Refused == nil
}

// call is one as the history has it.
type call struct {
	ID              int64
	Desk            string
	Skill           string
	Starts, Arrived time.Time
}

// wantInTurn holds that everybody who was there on a day was called once, and
// nobody before somebody whose turn was first at the same desk.
func (w *tellingWorld) wantInTurn(day booking.Date, people int) {
	w.Helper()
	rows, err := w.pool.Query(w.Context(), `
		SELECT a.id, h.detail ->> 'desk', a.skills[1], a.starts, a.arrived_at
		FROM history h JOIN appointment a ON a.id = h.appointment
		WHERE h.what = 'called' AND a.starts BETWEEN $1 AND $2 ORDER BY h.id`, day.At(0, berlin), day.At(booking.Midnight, berlin))
	if err != nil {
		w.Fatal(err)
	}
	calls, err := pgx.CollectRows(rows, pgx.RowToStructByPos[call])
	if err != nil {
		w.Fatal(err)
	}
	seen := map[int64]bool{}
	for i, c := range calls {
		if seen[c.ID] {
			w.Errorf("%s: %d was called twice", day, c.ID)
		}
		seen[c.ID] = true
		for _, later := range calls[i+1:] {
			if w.can(c.Desk, later.Skill) && cmp.Or(later.Starts.Compare(c.Starts), later.Arrived.Compare(c.Arrived), cmp.Compare(later.ID, c.ID)) < 0 {
				w.Errorf("%s: desk %s called %+v before %+v", day, c.Desk, c, later)
			}
		}
	}
	if len(seen) != people {
		w.Errorf("%s: %d were called, want %d", day, len(seen), people)
	}
}

func (w *tellingWorld) can(desk, skill string) bool {
	return slices.ContainsFunc(w.office.Desks, func(d booking.Desk) bool {
		return string(d.ID) == desk && d.Can([]booking.Skill{booking.Skill(skill)})
	})
}
