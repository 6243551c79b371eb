package storage_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// figures is the statistics of monday to friday.
func (w *world) figures() statistics.Report {
	w.Helper()
	r, err := w.Statistics(w.Context(), w.now, "hall", monday.Add(-7), monday.Add(21))
	if err != nil {
		w.Fatal(err)
	}
	return r
}

// newOfficeDay is a world with a clerk and a lead.
func newOfficeDay(t *testing.T) *world {
	t.Helper()
	town := sample(2)
	town.Offices[0].Policy.Arrive = booking.Usual().Arrive
	w := newWorld(t, town)
	w.employ("carla", booking.Clerk)
	w.employ("lea", booking.Lead)
	return w
}

// visited serves a visit: the citizen comes, is called after waited and leaves
// after took.
func (w *world) visited(name string, a booking.Appointment, waited, took time.Duration) {
	w.Helper()
	w.now = a.Span.Start.Add(-waited)
	w.must(name, dialogs.Arrive{Appointment: a.ID})
	w.now = a.Span.Start
	called := w.orders("carla", dialogs.Next{Office: "hall", Desk: a.Desk}).Appointment
	if called.ID != a.ID {
		w.Fatalf("called %v, not %v", called.ID, a.ID)
	}
	w.now = a.Span.Start.Add(took)
	w.orders("carla", dialogs.Finish{Appointment: a.ID})
}

// Counted by hand: three came, one cancelled in time, one did not come.
func TestStatisticsCountWhatBecameOfVisits(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	ada, bob := w.booked("ada", at(9, 0)), w.booked("bob", at(10, 0))
	carl, dora := w.booked("carl", at(11, 0)), w.booked("dora", at(9, 30))
	w.now = at(7, 30)
	w.must("carl", dialogs.Cancel{Appointment: carl.ID})
	w.visited("ada", ada, 10*time.Minute, 20*time.Minute)
	w.now = at(9, 50)
	w.orders("carla", dialogs.Miss{Appointment: dora.ID})
	w.visited("bob", bob, 4*time.Minute, 12*time.Minute)
	r := w.figures()
	if diff := cmp.Diff(statistics.Visits{Booked: 4, Finished: 2, Missed: 1, Cancelled: 1}, r.Totals()); diff != "" {
		t.Errorf("visits:\n%s", diff)
	}
	if diff := cmp.Diff(statistics.Spread{10: 1, 4: 1}, r.Waited); diff != "" {
		t.Errorf("waited:\n%s", diff)
	}
	if diff := cmp.Diff(statistics.Spread{210: 1}, r.Ahead); diff != "" { // cancelled at 7:30 for 11:00
		t.Errorf("ahead:\n%s", diff)
	}
	if diff := cmp.Diff(statistics.Spread{20: 1, 12: 1}, r.Concerns[0].Took.Real); diff != "" {
		t.Errorf("took:\n%s", diff)
	}
	if diff := cmp.Diff([]statistics.Channel{{Name: "test", Booked: 4}}, r.Channels); diff != "" {
		t.Errorf("channels:\n%s", diff)
	}
}

// A time that is given back and booked again within ten minutes.
func TestStatisticsCountTimesBookedAgain(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	a, b := w.booked("ada", at(8, 30)), w.booked("bob", at(11, 0))
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.now = w.now.Add(10 * time.Minute)
	w.orders("carla", dialogs.Cancel{Appointment: b.ID})
	w.now = w.now.Add(7 * time.Minute)
	held := w.orders("carla", hold(at(8, 30))).Appointment
	w.orders("carla", book(held, "Erika Muster"))
	f := w.figures().Freed
	want := statistics.Freed{Times: 2, Refilled: statistics.Spread{17: 1}, EarlyTimes: 1, EarlyRefilled: statistics.Spread{}}
	if held.Desk != a.Desk {
		t.Fatalf("booked at %s, freed at %s", held.Desk, a.Desk)
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("freed:\n%s", diff)
	}
	w.orders("lea", dialogs.Restore{Appointment: b.ID}) // it was never free, as it were
	if f := w.figures().Freed; f.Times != 1 {
		t.Errorf("a restored appointment gave %d times back, want 1", f.Times)
	}
}

func TestStatisticsStayWhenPersonalDataIsErased(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	a := w.booked("ada", at(9, 0))
	w.visited("ada", a, 5*time.Minute, 16*time.Minute)
	before := w.figures()
	w.must("ada", dialogs.Erase{})
	if diff := cmp.Diff(before, w.figures()); diff != "" {
		t.Errorf("erased on request:\n%s", diff)
	}
	if err := w.EraseOld(t.Context(), w.now.AddDate(2, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, w.figures()); diff != "" {
		t.Errorf("erased after the time of retention:\n%s", diff)
	}
}

// Whatever people do and undo in whatever order, what was counted is what a second
// program counts that looks at each appointment as it now is.
func TestStatisticsAreWhatIsThere(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	random := rand.New(rand.NewPCG(15, 2))
	var all []booking.Appointment
	for i := range 60 {
		name := fmt.Sprintf("p%d", i%20)
		w.now = w.now.Add(time.Minute)
		switch held := w.do(name, hold(at(8, 5*random.IntN(48)))); {
		case held.Refused == nil:
			if done := w.do(name, book(held.Appointment, name)); done.Refused == nil {
				all = append(all, done.Appointment)
			}
		case len(all) > 0:
			w.anything(random, all[random.IntN(len(all))])
		}
	}
	for range 150 {
		w.now = w.now.Add(time.Duration(random.IntN(5)) * time.Minute)
		w.anything(random, all[random.IntN(len(all))])
	}
	w.countedAgain()
}

// anything does something with an appointment, if that goes.
func (w *world) anything(random *rand.Rand, a booking.Appointment) {
	w.Helper()
	for _, c := range []dialogs.Command{
		dialogs.Cancel{Appointment: a.ID},
		dialogs.Arrive{Appointment: a.ID},
		dialogs.Next{Office: "hall", Desk: "desk 1"},
		dialogs.Finish{Appointment: a.ID},
		dialogs.Miss{Appointment: a.ID},
		dialogs.Uncall{Appointment: a.ID},
		dialogs.Restore{Appointment: a.ID},
		dialogs.Next{Office: "hall", Desk: "desk 2"},
	} {
		if random.IntN(4) == 0 {
			w.served("lea", c)
		}
	}
}

// countedAgain counts the appointments one by one, and compares.
func (w *world) countedAgain() {
	w.Helper()
	entries := w.sees("lea", dialogs.StaffNeed{Office: "hall", From: monday.Add(-7), To: monday.Add(21)}).Entries
	want, waited, took := statistics.Visits{}, statistics.Spread{}, statistics.Spread{}
	for _, e := range entries {
		want.Booked++
		switch e.State {
		case booking.Finished:
			want.Finished++
			if n := whole(e.Updated.Sub(e.CalledAt)); n >= 1 && n <= statistics.Longest {
				took.Add(n, 1)
			}
		case booking.Missed:
			want.Missed++
		case booking.Cancelled:
			want.Cancelled++
		}
		if !e.CalledAt.IsZero() {
			waited.Add(whole(e.CalledAt.Sub(e.Arrived)), 1)
		}
	}
	r := w.figures()
	if diff := cmp.Diff(want, r.Totals()); diff != "" {
		w.Errorf("visits:\n%s", diff)
	}
	if diff := cmp.Diff(waited, r.Waited); diff != "" {
		w.Errorf("waited:\n%s", diff)
	}
	if diff := cmp.Diff(took, r.Concerns[0].Took.Real); diff != "" {
		w.Errorf("took:\n%s", diff)
	}
	if want.Finished == 0 || want.Missed == 0 || want.Cancelled == 0 {
		w.Errorf("too little happened: %+v", want)
	}
}

func whole(d time.Duration) int { return max(0, int(d.Round(time.Minute)/time.Minute)) }

// A day's capacity is what its desks served and nobody had booked, and the first
// free time is counted for each concern, once.
func TestDaysAreMeasuredOnce(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	// What is or was booked takes of a day; what was called off and tickets do not.
	for i, change := range []string{
		"", `state = 'cancelled'`, `ticket = 7, ticket_day = '2026-11-23'`, `state = 'missed'`, `state = 'finished'`, `state = 'checked in'`,
		`state = 'called'`, `state = 'held', held_until = starts`,
	} {
		a := w.booked(fmt.Sprint("ada", i), at(9, 15*i))
		if change != "" {
			w.exec(`UPDATE appointment SET `+change+` WHERE id = $1`, int64(a.ID))
		}
	}
	w.now = monday.Add(1).At(9*60, berlin)
	for range 2 {
		if err := w.MeasureDays(t.Context(), w.now); err != nil {
			t.Fatal(err)
		}
	}
	r := w.figures()
	open, free := r.Minutes()
	if open != 2*4*60 || free != 2*4*60-5*15 {
		t.Errorf("%d minutes open, %d free", open, free)
	}
	if diff := cmp.Diff(statistics.Days{Spread: statistics.Spread{0: 2}}, r.FirstOffers()); diff != "" {
		t.Errorf("first free times:\n%s", diff)
	}
}

func TestTalksAreCountedByWhereTheyEnded(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	turn := func(name string, c dialogs.Course) {
		t.Helper()
		err := w.Converse(t.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) error {
			r.Count(c)
			return r.Remember(ctx, []byte(`{}`))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	turn("ada", dialogs.Course{Step: "category", Heard: true})
	turn("ada", dialogs.Course{Step: "time", Heard: true, Missed: true})
	turn("bob", dialogs.Course{Step: "booked", Booked: true})
	w.must("bob", dialogs.Erase{})
	w.now = w.now.Add(8 * time.Hour)
	turn("ada", dialogs.Course{Step: "name"}) // another talk, which is not over
	want := statistics.Talks{Over: 2, Booked: 1, Heard: 2, Missed: 1, Ended: []statistics.Ending{{Step: "time", Talks: 1}}}
	if diff := cmp.Diff(want, w.figures().Talks); diff != "" {
		t.Errorf("talks:\n%s", diff)
	}
}

// Lengths are learnt from the visits of so many days and of today.
func TestLengthsAreLearntFromVisitsUpToToday(t *testing.T) {
	t.Parallel()
	w := newOfficeDay(t)
	w.visited("ada", w.booked("ada", at(9, 0)), 0, 20*time.Minute)
	for days, want := range map[int]int{0: 1, statistics.LearnDays: 1, statistics.LearnDays + 1: 0} {
		w.now = monday.Add(days).At(12*60, berlin)
		n := 0
		for _, took := range w.sees("lea", dialogs.StaffNeed{Office: "hall", Took: true}).Took {
			n += took.Real.Cases()
		}
		if n != want {
			t.Errorf("%d days later %d visits are learnt from, want %d", days, n, want)
		}
	}
}
