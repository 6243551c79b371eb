package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/go-co-op/gocron/v2"
)

// Chore is a job that one replica repeats. It must be safe to run twice: a
// replica may lose the lead in the middle of it.
type Chore struct {
	Name  string
	Every time.Duration
	Do    func(context.Context) error
}

// choreWithin is how long a chore may take. What is left is done the next time.
const choreWithin = 5 * time.Minute

// Clock runs chores while this replica leads. It never sends a notice itself:
// what must not be forgotten is a job in the database.
type Clock struct {
	Leader Elector
	Chores []Chore
	Log    *slog.Logger
}

// Run runs the chores until ctx ends.
func (c Clock) Run(ctx context.Context) {
	c.Leader.Lead(ctx, func(ctx context.Context) {
		if err := c.tick(ctx); err != nil {
			c.Log.ErrorContext(ctx, "clock", "error", err)
		}
	})
}

func (c Clock) tick(ctx context.Context) error {
	scheduler, err := gocron.NewScheduler()
	if err != nil {
		return fmt.Errorf("start clock: %w", err)
	}
	for _, chore := range c.Chores {
		_, err := scheduler.NewJob(
			gocron.DurationJob(chore.Every),
			gocron.NewTask(func() { c.do(ctx, chore) }),
			gocron.WithSingletonMode(gocron.LimitModeReschedule),
			gocron.WithStartAt(gocron.WithStartImmediately()),
		)
		if err != nil {
			return fmt.Errorf("start clock: %s: %w", chore.Name, err)
		}
	}
	scheduler.Start()
	<-ctx.Done()
	return scheduler.Shutdown()
}

// do does a chore once.
func (c Clock) do(ctx context.Context, chore Chore) {
	limited, cancel := context.WithTimeout(ctx, choreWithin)
	defer cancel()
	if err := chore.Do(limited); err != nil && ctx.Err() == nil {
		c.Log.ErrorContext(ctx, "chore", "name", chore.Name, "error", err)
	}
}
