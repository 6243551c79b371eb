package storage

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"terminbote/booking"
	"terminbote/dialogs"
)

const (
	// deliverers is how many notices are sent in parallel: enough to keep two
	// cores busy when no network slows us down.
	deliverers = 100
	// fetchEvery is how often jobs are fetched at most.
	fetchEvery = 20 * time.Millisecond
	// deliveryTimeout is how long one try may take.
	deliveryTimeout = 20 * time.Second
	// deliveryTries is how often a notice is tried before it is given up. The
	// pauses grow with the fourth power of the tries and add up to a day.
	deliveryTries = 14
	// jobLocks keeps River's advisory locks apart from ours, which begin with
	// the small numbers of lockKind.
	jobLocks = 0x7e41
	// stopWithin is how long running deliveries may take when the program stops.
	stopWithin = 8 * time.Second
)

// deliveryJob is the job that delivers a notice. It holds only an ID:
// everything else is looked up when it runs.
type deliveryJob struct {
	Notice int64  `json:"notice"`
	Town   string `json:"town,omitempty"` // whose it is; empty: of the town without a name
}

// Kind names the job.
func (deliveryJob) Kind() string { return "deliver_notice" }

// InsertOpts says how often the job is tried.
func (deliveryJob) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: deliveryTries}
}

// jobConfig is what all our River clients share.
func jobConfig(log *slog.Logger, now func() time.Time) *river.Config {
	return &river.Config{
		AdvisoryLockPrefix:   jobLocks,
		JobTimeout:           deliveryTimeout,
		RescueStuckJobsAfter: neverRescue,
		SoftStopTimeout:      stopWithin,
		RetryPolicy:          pauses{now},
		Logger:               log,
		Test:                 river.TestConfig{Time: givenClock{now}},
	}
}

// courier brings a town's notices to people. observe is called with each outcome.
type courier struct {
	messenger dialogs.Messenger
	observe   func(booking.NoticeKind, Outcome)
}

// Delivers says who brings the town's notices to people, for the program that
// runs the notices of all towns. observe is called with each outcome.
func (s *Store) Delivers(messenger dialogs.Messenger, observe func(booking.NoticeKind, Outcome)) {
	s.courier.Store(&courier{messenger, observe})
}

// RunNotices delivers the notices of the town, and of all others that
// [Store.Delivers] has somebody for, until ctx ends, and finishes the running
// ones.
func (s *Store) RunNotices(ctx context.Context, messenger dialogs.Messenger, observe func(booking.NoticeKind, Outcome)) error {
	s.Delivers(messenger, observe)
	return s.RunAllNotices(ctx)
}

// RunAllNotices does the same for the towns that [Store.Delivers] has somebody for.
// Deliveries that have come to a standstill are begun again.
func (s *Store) RunAllNotices(ctx context.Context) error {
	for {
		stalled, err := s.runDeliveries(ctx)
		if err != nil || !stalled {
			return err
		}
		s.log.WarnContext(ctx, "deliveries stood still, and begin again")
	}
}

// runDeliveries delivers until ctx ends, or until deliveries stand still.
func (s *Store) runDeliveries(ctx context.Context) (stalled bool, err error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, &deliverer{database: s.database})
	config := jobConfig(s.log, s.now)
	config.Workers = workers
	config.FetchCooldown = fetchEvery
	config.Queues = map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: deliverers}}
	client, err := river.NewClient(riverpgxv5.New(s.pool), config)
	if err != nil {
		return false, fmt.Errorf("run notices: %w", err)
	}
	if err := client.Start(ctx); err != nil {
		if ctx.Err() != nil {
			return false, nil
		}
		return false, fmt.Errorf("run notices: %w", err)
	}
	if stalled = s.takeUpLeft(ctx); stalled {
		err = client.Stop(ctx)
	}
	<-client.Stopped()
	return stalled && ctx.Err() == nil, err
}

// deliverer runs delivery jobs.
type deliverer struct {
	river.WorkerDefaults[deliveryJob]
	database *database
}

// townAway is the pause before a job of a town is tried again whose files or
// networks this program does not have.
const townAway = time.Minute

// Work has the town of a notice deliver it.
func (d *deliverer) Work(ctx context.Context, job *river.Job[deliveryJob]) error {
	known, _ := d.database.towns.Load(booking.TownID(job.Args.Town))
	store, _ := known.(*Store)
	if store == nil || store.courier.Load() == nil {
		return river.JobSnooze(townAway)
	}
	return delivery{store, store.courier.Load()}.work(ctx, job)
}

// delivery is the delivery of one notice.
type delivery struct {
	store *Store
	*courier
}

// work delivers the notice, if it is still true.
func (d delivery) work(ctx context.Context, job *river.Job[deliveryJob]) error {
	p, err := d.store.readNotice(ctx, booking.NoticeID(job.Args.Notice), d.store.now())
	if err != nil || !p.ok || p.settled {
		return err
	}
	if !p.True(p.Appointment, d.store.now()) {
		return d.settle(ctx, p, p.untold())
	}
	if night := p.Office.UntilMorning(p.Notice.Notice, d.store.now()); night > 0 {
		return river.JobSnooze(night)
	}
	err = d.messenger.Deliver(ctx, p.Notice)
	var later dialogs.Later
	switch {
	case err == nil:
		return d.settle(ctx, p, Sent)
	case errors.As(err, &later):
		return river.JobSnooze(later.After)
	case errors.Is(err, dialogs.ErrUnreachable):
		return d.giveUp(ctx, p, NotReached)
	case job.Attempt >= job.MaxAttempts:
		return errors.Join(err, d.giveUp(ctx, p, Failed))
	}
	return err
}

func (d delivery) settle(ctx context.Context, p plannedNotice, outcome Outcome) error {
	// It was sent, which must be recorded even if the program stops.
	appealed := p.Kind == booking.ReminderNotice && p.Office.Policy.Appeals(p.Appointment.Number)
	err := d.store.settle(context.WithoutCancel(ctx), p.ID, outcome, appealed, d.store.now())
	if err == nil {
		d.observe(p.Kind, outcome)
	}
	return err
}

// giveUp records that nobody was told, and leaves it to a mail if there can be
// one.
func (d delivery) giveUp(ctx context.Context, p plannedNotice, outcome Outcome) error {
	err := d.store.giveUp(context.WithoutCancel(ctx), p, outcome, d.store.now())
	if err == nil {
		d.observe(p.Kind, outcome)
	}
	return err
}

// givenClock lets River use our clock, which may stand still or run ahead.
type givenClock struct{ now func() time.Time }

var _ rivertype.TimeGenerator = givenClock{}

// Now is the present moment.
func (c givenClock) Now() time.Time { return c.now() }

// NowOrNil is the present time too: SQL must not read a clock of its own.
func (c givenClock) NowOrNil() *time.Time {
	now := c.now()
	return &now
}

// pauses are River's own pauses between tries, by our clock.
type pauses struct{ now func() time.Time }

var _ river.ClientRetryPolicy = pauses{}

// NextRetry is when a job that failed is tried again.
func (p pauses) NextRetry(job *rivertype.JobRow) time.Time {
	n := time.Duration(len(job.Errors) + 1)
	return p.now().Add(n * n * n * n * time.Second)
}
