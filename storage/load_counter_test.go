package storage_test

import (
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

func (w *world) counterLoad() dialogs.CounterLoad {
	w.Helper()
	l, err := w.Load(w.Context(), w.now)
	if err != nil {
		w.Fatal(err)
	}
	for _, c := range l.Counters {
		if c.Office == string(w.office.ID) {
			c.Oldest = c.Oldest.In(berlin)
			return c
		}
	}
	w.Fatalf("the office is not among %+v", l.Counters)
	return dialogs.CounterLoad{}
}

func TestTheLoadSaysWhichTalksWaitForAnAnswer(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	want := func(talks, unanswered int, since time.Time) {
		t.Helper()
		got := w.counterLoad()
		if got.Handovers != talks || got.Unanswered != unanswered || !got.Oldest.Equal(since) {
			t.Errorf("%d talks, %d unanswered since %v; want %d, %d, %v", got.Handovers, got.Unanswered, got.Oldest, talks, unanswered, since)
		}
	}
	want(0, 0, time.Time{})
	first, opened := w.handedOver("erika"), w.now
	w.at(w.now.Add(time.Minute))
	w.handedOver("karl")
	want(2, 2, opened)
	w.none(w.Reply(t.Context(), first, "post", "Guten Tag", w.now))
	want(2, 1, opened.Add(time.Minute))
	w.at(w.now.Add(-30 * time.Second)) // asks back, and waits longest
	w.must("erika", dialogs.Relay{Text: "Und was kostet das?"})
	want(2, 2, opened.Add(30*time.Second))
	w.none(w.Finish(t.Context(), first, w.now))
	want(1, 1, opened.Add(time.Minute))
}

func TestTheLoadCountsTicketsAndRatings(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 2)
	w.employ("clerk", booking.Clerk)
	for range 2 {
		if r, err := w.order("clerk", ticketFor(w.office.Concerns[0].ID)); err != nil || r.Refused != nil {
			t.Fatal(err, r.Refused)
		}
	}
	week := booking.WeekOf(booking.DateOf(w.now, time.UTC)).At(0, time.UTC)
	for _, at := range []time.Time{week, week.AddDate(0, 0, -7), week.AddDate(0, 0, -7)} {
		w.exec(`INSERT INTO rating (office, week, stars) VALUES ($1, $2, 5)`, string(w.office.ID), at)
	}
	got := w.counterLoad()
	if diff := gocmp.Diff(map[booking.State]int{booking.CheckedIn: 2}, got.Tickets); diff != "" || got.Ratings != 2 {
		t.Errorf("%d ratings, want the 2 of last week; tickets (-want +got):\n%s", got.Ratings, diff)
	}
}

// A talk waits since the first line after the last answer, however often staff answered.
func TestATalkWaitsSinceTheLastAnswer(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id, opened := w.handedOver("erika"), w.now
	for i, text := range []string{"one", "two"} {
		w.none(w.Reply(t.Context(), id, text, text, w.now))
		for range 2 {
			w.at(w.now.Add(time.Minute))
			w.must("erika", dialogs.Relay{Text: "Und das?"})
		}
		if got, want := w.counterLoad(), opened.Add(time.Duration(2*i+1)*time.Minute); got.Unanswered != 1 || !got.Oldest.Equal(want) {
			t.Errorf("after %s it waits since %v, want %v", text, got.Oldest, want)
		}
	}
}
