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
