package storage_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/dialogs"
)

func TestADayIsPostedOnceAndRemembered(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	if _, ok, err := w.DayPost(t.Context(), "hall", monday, "town"); ok || err != nil {
		t.Errorf("a post before there is one: %v, %v", ok, err)
	}
	for i, name := range []string{"first", "second"} { // which takes the first one's place
		p := dialogs.DayPost{Office: "hall", Day: monday, Channel: "town", ID: name, Digest: "of " + name, At: w.now.Add(time.Duration(i) * time.Minute).UTC()}
		if err := w.KeepDayPost(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		got, ok, err := w.DayPost(t.Context(), "hall", monday, "town")
		got.At = got.At.UTC()
		if diff := cmp.Diff(p, got); diff != "" || !ok || err != nil {
			t.Errorf("%v, %v, %s", ok, err, diff)
		}
	}
	if _, ok, err := w.DayPost(t.Context(), "hall", monday.Add(1), "town"); ok || err != nil {
		t.Errorf("another day's: %v, %v", ok, err)
	}
	if err := w.EraseOld(t.Context(), w.now.Add(40*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := w.DayPost(t.Context(), "hall", monday, "town"); ok || err != nil {
		t.Errorf("a month later: %v, %v", ok, err)
	}
}

// The post of a day is remembered for thirty days after it, whatever the hour, and
// those of other days are none of its business.
func TestADaysPostIsRememberedForThirtyDays(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for n := range 4 {
		w.none(w.KeepDayPost(t.Context(), dialogs.DayPost{Office: "hall", Day: monday.Add(n), Channel: "town", ID: "post", At: w.now}))
	}
	for n := range 4 { // how many are gone
		for _, now := range []time.Time{monday.Add(30+n).At(0, time.UTC), monday.Add(31+n).At(0, time.UTC).Add(-just)} {
			w.none(w.EraseOld(t.Context(), now))
			for day := range 4 {
				if _, ok, err := w.DayPost(t.Context(), "hall", monday.Add(day), "town"); ok != (day >= n) || err != nil {
					t.Errorf("at %v the post of %v is there: %v, %v", now, monday.Add(day), ok, err)
				}
			}
		}
	}
}
