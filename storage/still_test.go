package storage_test

import (
	"testing"
	"time"

	"terminbote/storage"
)

// Deliveries stand still where one has been due for a while and none is under way:
// other work, what waits for its time and what is over say nothing of that.
func TestWhatSaysThatDeliveriesStandStill(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	const ours, others = "deliver_notice", "another"
	for _, tt := range []struct {
		kind, state string
		due         time.Duration // before now
		still       bool
		beside      string // the kind of what runs beside it
	}{
		{ours, "available", storage.LeftAfter + time.Second, true, ""},
		{ours, "available", storage.LeftAfter, false, ""},
		{ours, "available", -time.Hour, false, ""},
		{others, "available", time.Hour, false, ""},
		{ours, "scheduled", time.Hour, false, ""},
		{ours, "retryable", time.Hour, false, ""},
		{ours, "running", time.Hour, false, ""},
		{ours, "available", time.Hour, false, ours},
		{ours, "available", time.Hour, true, others},
	} {
		w.exec(`DELETE FROM river_job`)
		w.exec(`INSERT INTO river_job (kind, args, state, max_attempts, scheduled_at) VALUES ($1, '{}', $2, 14, $3)`, tt.kind, tt.state, w.now.Add(-tt.due))
		if tt.beside != "" {
			w.exec(`INSERT INTO river_job (kind, args, state, max_attempts, scheduled_at) VALUES ($1, '{}', 'running', 14, $2)`, tt.beside, w.now)
		}
		if got := storage.StandsStill(t.Context(), w.Store); got != tt.still {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// What a program left running when it died is taken up again; what is of another kind, is
// over, waits for its time or is under way stays as it is.
func TestOnlyDeliveriesThatWereLeftAreTakenUp(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	old, later := w.now.Add(-time.Hour), w.now.Add(time.Hour)
	ended := w.now.AddDate(100, 0, 0) // so that nobody tidies it away
	job := func(kind, state string, attempted time.Time, finalized any) int {
		return w.count(`INSERT INTO river_job (kind, args, state, max_attempts, attempt, attempted_at, scheduled_at, finalized_at)
			VALUES ($1, '{"notice": 0}', $2::text::river_job_state, 14, 1, $3, $4, $5) RETURNING id`, kind, state, attempted, later, finalized)
	}
	stay := map[int]string{
		job("another_kind", "running", old, nil):       "running",
		job("deliver_notice", "scheduled", old, nil):   "scheduled",
		job("deliver_notice", "retryable", old, nil):   "retryable",
		job("deliver_notice", "running", w.now, nil):   "running",
		job("deliver_notice", "completed", old, ended): "completed",
		job("deliver_notice", "discarded", old, ended): "discarded",
	}
	w.inHand(old)
	w.deliver(&network{})
	for id, want := range stay {
		if n := w.count(`SELECT count(*) FROM river_job WHERE id = $1 AND state = $2::text::river_job_state AND scheduled_at = $3`, id, want, later); n != 1 {
			t.Errorf("a job that was %s is not as it was", want)
		}
	}
}
