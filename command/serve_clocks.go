package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"terminbote/bot"
)

const (
	// mostApart is how far our clock and the database's may be apart.
	mostApart = 2 * time.Minute
	// astrayMost is from where on nothing is sent as due either: a clock that is
	// days ahead would remind everybody at once.
	astrayMost = time.Hour
	// compareEvery is how often they are compared while they agree, and
	// compareAgain while they do not.
	compareEvery = time.Hour
	compareAgain = 10 * time.Second
)

// clocks compares our clock with the database's. One that is far ahead would
// erase names of appointments to come, and mark people missed who are on their
// way; which of the two is wrong, nobody can tell from here.
type clocks struct {
	now     func() time.Time
	theirs  func(context.Context) (time.Time, error)
	log     *slog.Logger
	metrics *bot.Metrics

	mu    sync.Mutex
	ahead time.Duration // ours, when they were compared last
	ends  map[*ending]bool
}

func newClocks(now func() time.Time, log *slog.Logger, metrics *bot.Metrics) *clocks {
	return &clocks{now: now, log: log, metrics: metrics, ends: map[*ending]bool{}}
}

// errClocks says that they are too far apart.
var errClocks = errors.New("the clock of this machine and the database's are apart")

// compare compares them now.
func (c *clocks) compare(ctx context.Context) error {
	theirs, err := c.theirs(ctx)
	if err != nil {
		return err
	}
	ahead := c.now().Sub(theirs)
	c.metrics.ClockAhead(ahead)
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.ahead
	c.ahead = ahead
	switch {
	case !apart(ahead) && apart(before):
		c.log.InfoContext(ctx, "the clocks agree again")
	case apart(ahead) && !apart(before):
		c.log.ErrorContext(ctx, "this machine's clock and the database's are apart: nothing is erased or marked missed", "ahead", ahead.Round(time.Second).String())
	}
	if !apart(ahead) {
		return nil
	}
	for one := range c.ends {
		if ahead.Abs() > one.within {
			one.end()
		}
	}
	return errClocks
}

func apart(ahead time.Duration) bool { return ahead.Abs() > mostApart }

// ready says how far they are apart, if that is too far.
func (c *clocks) ready(context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.ahead > mostApart:
		return fmt.Errorf("%v ahead of the database's", c.ahead.Round(time.Second))
	case c.ahead < -mostApart:
		return fmt.Errorf("%v behind the database's", c.ahead.Abs().Round(time.Second))
	}
	return nil
}

// keep compares them from time to time, until ctx ends.
func (c *clocks) keep(ctx context.Context) {
	for ctx.Err() == nil {
		wait := compareEvery
		if c.compare(ctx) != nil {
			wait = compareAgain
		}
		bot.Pause(ctx, wait)
	}
}

// only does something where they agree. Where they do not, that has been said
// already.
func (c *clocks) only(do func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		err := c.compare(ctx)
		if err == nil {
			return do(ctx)
		}
		if errors.Is(err, errClocks) {
			return nil
		}
		return err
	}
}

// while does something while they are at most so far apart, again and again,
// until ctx ends or it has ended by itself. Its context ends when they are
// further apart.
func (c *clocks) while(ctx context.Context, within time.Duration, do func(context.Context)) {
	for ctx.Err() == nil {
		if err := c.compare(ctx); err != nil && (!errors.Is(err, errClocks) || !c.are(within)) {
			bot.Pause(ctx, compareAgain)
			continue
		}
		mine, end := context.WithCancel(ctx)
		one := &ending{within, end}
		c.mu.Lock()
		c.ends[one] = true
		c.mu.Unlock()
		do(mine)
		c.mu.Lock()
		delete(c.ends, one)
		c.mu.Unlock()
		byItself := mine.Err() == nil
		end()
		if byItself {
			return
		}
	}
}

// are tells whether they were at most so far apart when they were compared.
func (c *clocks) are(within time.Duration) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead.Abs() <= within
}

// ending is what ends when they are too far apart for it.
type ending struct {
	within time.Duration
	end    func()
}

// punctual is a lead that only who has the right clock takes and keeps: another
// replica's may be right.
type punctual struct {
	bot.Elector

	clocks *clocks
}

// Lead waits for both, and leads.
func (p punctual) Lead(ctx context.Context, do func(context.Context)) {
	p.clocks.while(ctx, mostApart, func(ctx context.Context) { p.Elector.Lead(ctx, do) })
}
