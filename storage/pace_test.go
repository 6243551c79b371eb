package storage_test

import (
	"testing"
	"time"

	"terminbote/storage"
)

// Turns follow each other, no matter who takes them; another sender's are apart, and
// turns that nobody took are lost.
func TestReplicasShareTheTurnsOfASender(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	other := w.reopen(sample(1))
	const apart = time.Hour // far more than the test takes
	take := func(s *storage.Store, sender string, many int, want time.Duration) {
		t.Helper()
		in, err := s.Pace(sender).Take(t.Context(), many, apart)
		if err != nil || in > want || in < want-30*time.Minute {
			t.Errorf("the turns of %s come in %v, %v, want %v", sender, in, err, want)
		}
	}
	take(w.Store, "bot", 2, 0)
	take(other, "bot", 3, 2*apart)
	take(w.Store, "bot", 1, 5*apart)
	take(w.Store, "another", 1, 0)
	w.exec(`UPDATE pace SET given = given - interval '1 day' WHERE sender = 'bot'`)
	take(w.Store, "bot", 1, 0)
	take(other, "bot", 1, apart)
}
