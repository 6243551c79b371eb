package bot_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
)

// A step is tried until it is done, in growing pauses, and as late as the network
// asks.
func TestAStepIsTriedUntilItIsDone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now() //nolint:forbidigo // within synctest
		var tries []time.Duration
		step := func(context.Context) error {
			tries = append(tries, time.Since(began).Round(time.Millisecond)) //nolint:forbidigo // within synctest
			if len(tries) < 8 {
				return errors.New("bad gateway")
			}
			return nil
		}
		asks := func(error) (bool, time.Duration) {
			if len(tries) == 2 {
				return false, 30 * time.Second
			}
			return false, 0
		}
		if err := bot.Persist(t.Context(), step, asks); err != nil {
			t.Fatal(err)
		}
		want := []time.Duration{0, 300, 30300, 31500, 33900, 38700, 43700, 48700}
		for i, at := range tries {
			if at != want[i]*time.Millisecond {
				t.Errorf("try %d came after %v, want %v ms", i+1, at, int64(want[i]))
			}
		}
	})
}

func TestAStepThatFailsForGoodIsNotTriedAgain(t *testing.T) {
	t.Parallel()
	wrong, tries := errors.New("no such token"), 0
	err := bot.Persist(t.Context(), func(context.Context) error { tries++; return wrong }, func(error) (bool, time.Duration) { return true, 0 })
	if !errors.Is(err, wrong) || tries != 1 {
		t.Errorf("%d tries, %v", tries, err)
	}
}

func TestAStepEndsWithItsProgram(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	err := bot.Persist(ctx, func(context.Context) error { stop(); return errors.New("away") }, func(error) (bool, time.Duration) {
		t.Error("what fails because the program ends is looked into")
		return true, 0
	})
	if err != nil {
		t.Error(err)
	}
}
