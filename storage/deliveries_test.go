package storage_test

import (
	"testing"
	"time"
)

// Overdue is what an office of the town should have told before a time and has not.
func TestOverdueIsWhatShouldHaveBeenTold(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("ada", wednesday)
	w.exec(`DELETE FROM notice WHERE appointment = $1`, int64(a.ID))
	overdue := func(want int) {
		t.Helper()
		if got, err := w.Overdue(t.Context(), w.now); err != nil || got != want {
			t.Errorf("%d notices are overdue (%v), want %d", got, err, want)
		}
	}
	planned := func(about int64, due time.Time, outcome any) {
		w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due, outcome, settled_at) VALUES ($1, 'reminder', 0, 'test', 'ada', $2, $3, CASE WHEN $3::text IS NOT NULL THEN $2::timestamptz END)`, about, due, outcome)
	}
	planned(int64(a.ID), w.now, nil) // is due only now
	planned(int64(a.ID), w.now.Add(-just), "sent")
	planned(int64(a.ID), w.now.Add(-just), "void")
	planned(910001, w.now.Add(-just), nil) // another town's
	overdue(0)
	planned(int64(a.ID), w.now.Add(-just), nil)
	planned(int64(a.ID), w.now.AddDate(0, 0, -9), nil)
	overdue(2)
}
