package storage_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/dialogs"
	"terminbote/storage"
)

func letterFrom(name string, id int64) dialogs.Update {
	return dialogs.Update{Channel: "test", ID: id, Address: name, Raw: fmt.Appendf(nil, "%s %d", name, id)}
}

func (w *world) receive(updates ...dialogs.Update) {
	w.Helper()
	if err := w.Receive(w.Context(), w.now, updates...); err != nil {
		w.Fatal(err)
	}
}

// answer takes a chat's oldest update and remembers it after those before.
func (w *world) answer(name string) (dialogs.Answered, string) {
	w.Helper()
	oldest, err := w.Oldest(w.Context(), chat(name))
	if err != nil {
		w.Fatal(err)
	}
	if oldest == nil {
		return dialogs.Answered{}, ""
	}
	a, err := w.Answer(w.Context(), *oldest, w.now, func(ctx context.Context, r dialogs.Records) error {
		return r.Remember(ctx, []byte("1"))
	})
	if err != nil {
		w.Fatal(err)
	}
	return a, string(oldest.Raw)
}

func TestUpdatesOfAChatAreAnsweredInOrderAndOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 3), letterFrom("bob", 2), letterFrom("ada", 1), letterFrom("ada", 3))
	w.receive(letterFrom("ada", 1))
	for i, want := range []struct {
		took        string
		found, more bool
		turn        int64
	}{{"ada 1", true, true, 1}, {"ada 3", true, false, 2}, {"", false, false, 0}} {
		a, took := w.answer("ada")
		if took != want.took || a.Found != want.found || (a.Next != nil) != want.more || a.Turn != want.turn {
			t.Errorf("answer %d: %q, %+v, want %+v", i, took, a, want)
		}
	}
	w.receive(letterFrom("ada", 1), letterFrom("ada", 3)) // delivered again, long after
	if a, took := w.answer("ada"); a.Found {
		t.Errorf("answered again: %q", took)
	}
	if n := w.count(`SELECT count(*) FROM inbox WHERE address = 'ada' AND raw IS NULL AND done_at IS NOT NULL`); n != 2 {
		t.Errorf("%d answered updates without content, want 2", n)
	}
}

func TestAnUpdateIsAnsweredOnceByManyReplicas(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	const updates = 40
	for id := range int64(updates) {
		w.receive(letterFrom("ada", id))
	}
	took := make(chan string, 2*updates)
	var all sync.WaitGroup
	for range 4 {
		store := w.reopen(sample(1))
		all.Go(func() {
			for more := true; more; {
				oldest, err := store.Oldest(t.Context(), chat("ada"))
				if more = oldest != nil; !more || err != nil {
					continue
				}
				_, err = store.Answer(t.Context(), *oldest, w.now, func(ctx context.Context, r dialogs.Records) error {
					took <- string(oldest.Raw)
					return r.Remember(ctx, []byte("1"))
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	close(took)
	i := 0
	for got := range took {
		if want := fmt.Sprint("ada ", i); got != want {
			t.Errorf("answer %d was to %q, want %q", i, got, want)
		}
		i++
	}
	if i != updates {
		t.Errorf("%d answers, want %d", i, updates)
	}
}

func TestATurnThatFailsLeavesItsUpdateWaiting(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1))
	fault := errors.New("fault")
	_, err := w.Answer(t.Context(), letterFrom("ada", 1), w.now, func(ctx context.Context, r dialogs.Records) error {
		return errors.Join(r.Remember(ctx, []byte("2")), fault)
	})
	if !errors.Is(err, fault) {
		t.Errorf("error %v, want the turn's", err)
	}
	if a, took := w.answer("ada"); took != "ada 1" || a.Turn != 1 {
		t.Errorf("answered %q as turn %d, want ada 1 as turn 1", took, a.Turn)
	}
}

func TestAParkedUpdateLetsTheNextOneGoOn(t *testing.T) {
	t.Parallel()
	reasons := map[string]string{
		"plain":         "it cannot be read",
		"not UTF-8":     "panic: \xff\x00",
		"cut in a rune": strings.Repeat("a", 1999) + "äää",
		"none":          "",
	}
	for name, reason := range reasons {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, sample(1))
			w.receive(letterFrom("ada", 1), letterFrom("ada", 2))
			if err := w.Park(t.Context(), w.now, letterFrom("ada", 1), reason); err != nil {
				t.Fatal(err)
			}
			if _, took := w.answer("ada"); took != "ada 2" {
				t.Errorf("answered %q, want ada 2", took)
			}
			if n := w.count(`SELECT count(*) FROM inbox WHERE id = 1 AND raw IS NOT NULL AND reason IS NOT NULL`); n != 1 {
				t.Error("what was parked cannot be looked at")
			}
		})
	}
}

func TestWhatBelongsToNobodyIsParkedAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("", 1))
	if n := w.count(`SELECT count(*) FROM inbox WHERE id = 1 AND reason IS NOT NULL AND done_at IS NOT NULL`); n != 1 {
		t.Error("it is not parked")
	}
}

func TestWhatWasLeftWaitingIsFound(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2), letterFrom("bob", 3))
	w.answer("bob")
	for before, want := range map[time.Time]int{w.now: 0, w.now.Add(time.Second): 1} {
		chats, err := w.Waiting(t.Context(), "test", before)
		if err != nil {
			t.Fatal(err)
		}
		if len(chats) != want {
			t.Errorf("waiting since before %v: %v, want %d", before, chats, want)
		}
	}
}

func TestTheInboxForgets(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2), letterFrom("bob", 3))
	w.answer("ada")
	if err := w.Park(t.Context(), w.now, letterFrom("ada", 2), "odd"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		after time.Duration
		left  int
	}{{47 * time.Hour, 3}, {49 * time.Hour, 2}, {8 * 24 * time.Hour, 1}} {
		if err := w.TidyInbox(t.Context(), w.now.Add(want.after)); err != nil {
			t.Fatal(err)
		}
		if got := w.count(`SELECT count(*) FROM inbox`); got != want.left {
			t.Errorf("after %v %d are left, want %d", want.after, got, want.left)
		}
	}
}

// Updates are stored in the order of their numbers, however they come: of two programs
// that are given the same, neither waits for what the other one has while that waits too.
func TestUpdatesAreStoredInOneOrder(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	for _, given := range [][]dialogs.Update{
		{letterFrom("ada", 1), letterFrom("bob", 2)}, {letterFrom("ada", 2), letterFrom("bob", 1)}, {letterFrom("bob", 2), letterFrom("bob", 1)},
	} {
		other, err := l.pool.Begin(t.Context())
		l.none(err)
		store := `INSERT INTO inbox (channel, id, address, raw, received_at) VALUES ('test', $1, 'x', '', $2)`
		_, err = other.Exec(t.Context(), store, 1, l.now)
		l.none(err)
		received := make(chan error, 1)
		go func() { received <- l.Receive(t.Context(), l.now, given...) }()
		for l.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 && len(received) == 0 {
			runtime.Gosched()
		}
		_, err = other.Exec(t.Context(), `SET LOCAL lock_timeout = '50ms'`)
		l.none(err)
		if _, err = other.Exec(t.Context(), store, 2, l.now); err != nil {
			t.Errorf("of %v the second is stored first: %v", given, err)
		}
		l.none(other.Rollback(t.Context()))
		l.none(<-received)
		l.exec(`DELETE FROM inbox WHERE channel = 'test' AND id IN (1, 2)`)
	}
}

// An update is set aside once: what was answered, or set aside before, stays as it is, and
// so does that of another network with its number.
func TestAnUpdateIsSetAsideOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2), letterFrom("bob", 3))
	other := letterFrom("ada", 2)
	other.Channel = "second"
	w.receive(other)
	w.answer("ada")
	for _, id := range []int64{1, 2, 2} {
		w.none(w.Park(t.Context(), w.now, letterFrom("ada", id), fmt.Sprint("since ", w.now.Sub(morning))))
		w.now = w.now.Add(time.Hour)
	}
	got := w.left(`SELECT channel || ' ' || id || ': ' || coalesce(reason, '') || ' ' || coalesce((done_at - $1)::text, '') FROM inbox WHERE channel IN ('test', 'second') AND id < 900000 ORDER BY channel, id`, morning)
	want := []string{"second 2:  ", "test 1:  00:00:00", "test 2: since 1h0m0s 01:00:00", "test 3:  "}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Who waits until somebody else has met a person for the first time sees what that one has
// answered, and does not answer it again.
func TestTheFirstUpdateOfAChatIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2))
	kind, key := storage.LockOfChat(chat("ada")).Numbers()
	first, err := w.pool.Begin(t.Context())
	w.none(err)
	_, err = first.Exec(t.Context(), advisory, kind, key)
	w.none(err)
	var answered dialogs.Answered
	second := make(chan error, 1)
	go func() {
		var err error
		answered, err = w.Answer(t.Context(), letterFrom("ada", 1), w.now, func(context.Context, dialogs.Records) error {
			t.Error("it is answered again")
			return nil
		})
		second <- err
	}()
	for w.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 && len(second) == 0 {
		runtime.Gosched()
	}
	for _, done := range []string{
		`INSERT INTO person (id, created_at) VALUES (60, $1)`,
		`INSERT INTO chat (channel, address, person, created_at, updated_at, turns) VALUES ('test', 'ada', 60, $1, $1, 1)`,
		`UPDATE inbox SET done_at = $1 WHERE channel = 'test' AND id = 1`,
	} {
		_, err = first.Exec(t.Context(), done, w.now)
		w.none(err)
	}
	w.none(first.Commit(t.Context()))
	w.none(<-second)
	if answered.Found || answered.Next == nil || answered.Next.ID != 2 {
		t.Errorf("%+v, want that the second is next", answered)
	}
}

// A reason is kept up to two thousand bytes, and no letter of it by half.
func TestAReasonIsKeptUpToItsLength(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	id := int64(0)
	for said, kept := range map[string]int{
		strings.Repeat("x", 1999): 1999, strings.Repeat("x", 2000): 2000, strings.Repeat("x", 2001): 2000, strings.Repeat("x", 9000): 2000,
		strings.Repeat("x", 1998) + "ä": 2000, strings.Repeat("x", 1999) + "ä": 1999,
	} {
		id++
		w.receive(letterFrom("ada", id))
		w.none(w.Park(t.Context(), w.now, letterFrom("ada", id), said))
		if got := w.count(`SELECT octet_length(reason) FROM inbox WHERE channel = 'test' AND id = $1 AND starts_with($2, reason)`, id, said); got != kept {
			t.Errorf("of %d bytes %d are kept, want %d", len(said), got, kept)
		}
	}
}
