package storage_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"terminbote/dialogs"
)

// undrawn is which chats do not show their last turn, seen so much later.
func (w *world) undrawn(later time.Duration) int {
	w.Helper()
	chats, err := w.Undrawn(w.Context(), "test", w.now.Add(-time.Hour), w.now.Add(later))
	if err != nil {
		w.Fatal(err)
	}
	return len(chats)
}

// redraw is what there is to draw in a chat.
func (w *world) redraw(name string) dialogs.Answered {
	w.Helper()
	a, err := w.Redraw(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Recall(ctx)
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
	return a
}

func (w *world) drawn(name string, turn int64, screen string) {
	w.Helper()
	if err := w.Drawn(w.Context(), dialogs.Drawing{Chat: chat(name), Turn: turn, Screen: screen}); err != nil {
		w.Fatal(err)
	}
}

func TestWhatWasNotDrawnIsFoundAndDrawnOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2))
	w.answer("ada")
	w.answer("ada")
	if soon, late := w.undrawn(0), w.undrawn(time.Second); soon != 0 || late != 1 {
		t.Errorf("%d chats at once and %d later are undrawn, want 0 and 1", soon, late)
	}
	if a := w.redraw("ada"); !a.Found || a.Turn != 2 {
		t.Errorf("redraw finds %+v, want turn 2", a)
	}
	w.drawn("ada", 2, "17")
	w.drawn("ada", 1, "16") // came late
	if a := w.redraw("ada"); a.Found || a.Screen != "17" {
		t.Errorf("redraw finds %+v, want nothing to do and screen 17", a)
	}
	if n := w.undrawn(time.Second); n != 0 {
		t.Errorf("%d chats are undrawn, want none", n)
	}
}

func TestWhoCannotBeReachedIsLeftAloneUntilTheNextWord(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2))
	w.answer("ada")
	if err := w.Unreachable(t.Context(), chat("ada"), w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.undrawn(time.Second); n != 0 {
		t.Error("who cannot be reached is drawn for")
	}
	w.answer("ada")
	if n := w.undrawn(time.Second); n != 1 {
		t.Error("who writes again is not drawn for")
	}
}

func TestWhoCanBeReachedAgainIsDrawnFor(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.receive(letterFrom("ada", 1))
	w.answer("ada")
	if err := w.Unreachable(t.Context(), chat("ada"), w.now); err != nil {
		t.Fatal(err)
	}
	if err := w.Reachable(t.Context(), chat("bob")); err != nil || w.undrawn(time.Second) != 0 {
		t.Errorf("somebody else's chat counts: %v", err)
	}
	if err := w.Reachable(t.Context(), chat("ada")); err != nil || w.undrawn(time.Second) != 1 {
		t.Errorf("who lets us speak again is not drawn for: %v", err)
	}
}

// A turn that was not drawn is found from the hour on in which it was looked for, and
// for as long as its chat has not gone quiet.
func TestWhatWasNotDrawnIsFoundFromItsHourOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.now = morning.Add(20 * time.Minute)
	w.receive(letterFrom("ada", 1))
	w.answer("ada")
	hour := w.now.Truncate(time.Hour)
	for since, want := range map[time.Time]bool{hour: true, w.now: true, hour.Add(time.Hour - just): true, hour.Add(time.Hour): false} {
		all, err := w.Undrawn(t.Context(), "test", since, w.now.Add(2*time.Hour))
		if hers := slices.Contains(all, chat("ada")); err != nil || hers != want {
			t.Errorf("since %v: found %v (%v), want %v", since, hers, err, want)
		}
	}
}

// Who cannot be reached on one network may be reached on another under the same address.
func TestOnlyTheChatThatIsOutOfReachIsLeftAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	other := dialogs.Chat{Channel: "second", Address: "ada"}
	w.receive(letterFrom("ada", 1), letterFrom("bob", 2))
	w.answer("ada")
	w.answer("bob")
	w.exec(`INSERT INTO chat (channel, address, person, created_at, updated_at) SELECT 'second', 'ada', person, created_at, updated_at FROM chat WHERE channel = 'test' AND address = 'ada'`)
	out := func() []string {
		return w.left(`SELECT channel || ' ' || address FROM chat WHERE unreachable_at IS NOT NULL AND id < 900000`)
	}
	w.none(w.Unreachable(t.Context(), other, w.now))
	if got := out(); !slices.Equal(got, []string{"second ada"}) {
		t.Errorf("out of reach: %q", got)
	}
	w.none(w.Unreachable(t.Context(), chat("ada"), w.now))
	w.none(w.Unreachable(t.Context(), chat("ada"), w.now.Add(time.Hour)))
	w.none(w.Reachable(t.Context(), other))
	if got := out(); !slices.Equal(got, []string{"test ada"}) || w.count(`SELECT count(*) FROM chat WHERE unreachable_at = $1`, w.now) != 1 {
		t.Errorf("out of reach: %q, since it was first noted", got)
	}
	w.drawn("bob", 1, "17")
	w.drawn("bob", 1, "18")
	if a := w.redraw("bob"); a.Screen != "17" {
		t.Errorf("one turn is shown as %q, want what was drawn first", a.Screen)
	}
}
