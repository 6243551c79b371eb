package bot_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
)

// Chores are done at once and again and again, also after one that failed.
func TestChoresAreRepeated(t *testing.T) {
	t.Parallel()
	var done, failed atomic.Int32
	said := &strings.Builder{}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	clock := bot.Clock{Leader: alone{}, Log: slog.New(slog.NewTextHandler(said, nil)), Chores: []bot.Chore{
		{Name: "work", Every: 10 * time.Millisecond, Do: func(context.Context) error { done.Add(1); return nil }},
		{Name: "fail", Every: 10 * time.Millisecond, Do: func(context.Context) error {
			if failed.Add(1) == 3 {
				defer stop()
			}
			return errors.New("it broke")
		}},
	}}
	clock.Run(ctx)
	if done.Load() < 1 || failed.Load() < 3 {
		t.Errorf("done %d times, failed %d times", done.Load(), failed.Load())
	}
	if text := said.String(); !strings.Contains(text, "name=fail") || !strings.Contains(text, "it broke") || strings.Contains(text, "name=work") {
		t.Errorf("the log says %s", text)
	}
}

// A chore has five minutes, however long the program runs.
func TestAChoreHasFiveMinutes(t *testing.T) {
	t.Parallel()
	const within = 5 * time.Minute
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	began := clocktest.Now()
	log := slog.New(slog.DiscardHandler)
	bot.Clock{Leader: alone{}, Log: log, Chores: []bot.Chore{{Name: "work", Every: time.Hour, Do: func(ctx context.Context) error {
		ends, limited := ctx.Deadline()
		ends = ends.Add(clocktest.Ahead())
		if !limited || ends.Before(began.Add(within)) || ends.After(clocktest.Now().Add(within)) {
			t.Errorf("limited %v, to %v", limited, ends.Sub(began))
		}
		stop()
		return nil
	}}}}.Run(ctx)
}

// Chores that cannot be planned are said to be, and what fails because the program
// ends is not.
func TestAChoreThatCannotBePlannedIsSaid(t *testing.T) {
	t.Parallel()
	said := &logbook{}
	log := slog.New(slog.NewTextHandler(said, nil))
	bot.Clock{Leader: alone{}, Log: log, Chores: []bot.Chore{{Name: "never", Do: func(context.Context) error { return nil }}}}.Run(t.Context())
	if !strings.Contains(said.String(), "never") {
		t.Errorf("the log says %s", said)
	}
	ctx, stop := context.WithCancel(t.Context())
	said = &logbook{}
	bot.Clock{Leader: alone{}, Log: slog.New(slog.NewTextHandler(said, nil)), Chores: []bot.Chore{{Name: "last", Every: time.Hour, Do: func(ctx context.Context) error {
		stop()
		<-ctx.Done()
		return ctx.Err()
	}}}}.Run(ctx)
	if said.String() != "" {
		t.Errorf("at the end the log says %s", said)
	}
}
