package mattermost

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

const (
	// threadsEvery is how often is looked for what citizens and clerks wrote.
	threadsEvery = 400 * time.Millisecond
	// attendEvery is how often is looked whether the channel can be written to.
	attendEvery = dialogs.AttendedFor / 4
	// threadsPause is how long is waited at most after something went wrong: when
	// the network is back, people have waited long enough.
	threadsPause = 5 * time.Second
)

// HoldTalks has staff hold talks that citizens hand over to them, each in a thread
// of the channel of their office.
func (m *Mattermost) HoldTalks(counter dialogs.Counter) { m.counter = counter }

// keepThreads keeps the threads of all offices until ctx ends.
func (m *Mattermost) keepThreads(ctx context.Context) {
	if m.counter == nil {
		return
	}
	var all sync.WaitGroup
	for office, channel := range m.settings.Channels {
		all.Go(func() { newThreads(m, office, channel).keep(ctx) })
	}
	all.Wait()
}

// threads is the threads of one office. What stands in them is read from
// Mattermost and the database: who began one, and which replica, does not matter.
type threads struct {
	*Mattermost

	office   booking.OfficeID
	channel  string
	me       string    // the bot's account
	attended time.Time // when the channel was seen last
	pause    time.Duration

	// What was read of the channel. Both are empty where no talk is under way.
	since int64           // until when, by Mattermost's clock; 0: threads are read whole
	taken map[string]bool // posts that were taken in
	sure  map[dialogs.HandoverID]bool
}

func newThreads(m *Mattermost, office booking.OfficeID, channel string) *threads {
	return &threads{Mattermost: m, office: office, channel: channel, taken: map[string]bool{}, sure: map[dialogs.HandoverID]bool{}}
}

func (t *threads) keep(ctx context.Context) {
	for ctx.Err() == nil {
		sleep(ctx, t.round(ctx))
	}
}

// round looks once, and says after how long to look again.
func (t *threads) round(ctx context.Context) time.Duration { return t.after(ctx, t.look(ctx)) }

// after is how long is waited until the next look. What goes wrong is said once,
// and tried again ever more slowly.
func (t *threads) after(ctx context.Context, err error) time.Duration {
	switch {
	case err == nil && t.pause > 0:
		t.log.InfoContext(ctx, "talks with citizens kept again", "office", string(t.office))
		t.pause = 0
	case err != nil && ctx.Err() == nil:
		if t.pause == 0 {
			t.log.ErrorContext(ctx, "talks with citizens not kept; tried again until they are", "office", string(t.office), "error", plainly(err))
		}
		t.pause = min(max(2*t.pause, threadsEvery), threadsPause)
	}
	return max(t.pause, threadsEvery)
}

// look brings what citizens wrote into the threads, and what clerks wrote there to
// the citizens. What fails with one talk does not hold up the others.
func (t *threads) look(ctx context.Context) error {
	if err := t.attend(ctx); err != nil {
		return err
	}
	talks, err := t.counter.Handovers(ctx, t.office)
	if err != nil {
		return err
	}
	var all []error
	for i := range talks {
		all = append(all, t.tend(ctx, &talks[i]))
	}
	all = append(all, t.listen(ctx, talks))
	if len(talks) > 0 {
		all = append(all, t.counter.TellPlaces(ctx, t.office, t.host.Now()))
	}
	return errors.Join(all...)
}

// attend notes that staff can be reached, as long as their channel can be written
// to.
func (t *threads) attend(ctx context.Context) error {
	now := t.host.Now()
	if t.me != "" && now.Sub(t.attended) < attendEvery && !now.Before(t.attended) {
		return nil
	}
	me, _, err := t.api.GetMe(ctx, "")
	if err != nil {
		return fmt.Errorf("ask who we are: %w", err)
	}
	channel, _, err := t.api.GetChannel(ctx, t.channel)
	if err != nil {
		return fmt.Errorf("look at the staff's channel: %w", err)
	}
	if channel.DeleteAt != 0 {
		return errors.New("the staff's channel is archived")
	}
	if err := t.belongs(ctx, t.channel, me.Id); err != nil { // others may look at a public one, too
		return fmt.Errorf("look for ourselves in the staff's channel: %w", err)
	}
	if err := t.counter.Attend(ctx, t.office, now); err != nil {
		return err
	}
	t.me, t.attended = me.Id, now
	return nil
}

// tend brings the thread of a talk up to date, or takes it away.
func (t *threads) tend(ctx context.Context, h *dialogs.Handover) error {
	if h.Erased {
		return t.takeAway(ctx, *h)
	}
	if h.Thread == "" {
		if err := t.begin(ctx, h); err != nil {
			return err
		}
	}
	return t.tell(ctx, *h)
}
