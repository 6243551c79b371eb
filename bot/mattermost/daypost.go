package mattermost

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	// lookEvery is how often the day is looked at, and so how often a post is
	// changed at most.
	lookEvery = time.Second
	// longestPause is how long is waited at most after something went wrong.
	longestPause = time.Minute
	// dayKey is the prop by which a day post of ours is known again.
	dayKey = "terminbote_day"
)

// keepDayPosts keeps one post for each office and day until ctx ends.
func (m *Mattermost) keepDayPosts(ctx context.Context) {
	var all sync.WaitGroup
	for office, channel := range m.settings.Channels {
		all.Go(func() { (&dayPost{Mattermost: m, office: office, channel: channel}).keep(ctx) })
		all.Go(func() { (&dayPost{Mattermost: m, office: office, channel: channel}).keepAlarms(ctx) })
	}
	all.Wait()
}

// dayPost is the post of one office. What it shows is read from the database
// each time: who changed it, and on which network, does not matter.
type dayPost struct {
	*Mattermost

	office  booking.OfficeID
	channel string

	post     dialogs.DayPost // as it stands in Mattermost
	kept     dialogs.DayPost // as it is remembered
	recalled bool            // what is remembered was read, for the day of post
	pause    time.Duration   // after something went wrong; 0: all is well
}

func (d *dayPost) keep(ctx context.Context) {
	for ctx.Err() == nil {
		sleep(ctx, d.after(ctx, errors.Join(d.tellBrake(ctx), d.upToDate(ctx))))
	}
}

// after is how long is waited until the next look. What goes wrong is said
// once, and tried again ever more slowly.
func (d *dayPost) after(ctx context.Context, err error) time.Duration {
	switch {
	case err == nil && d.pause > 0:
		d.log.InfoContext(ctx, "day post kept again", "office", string(d.office))
		d.pause = 0
	case err != nil && ctx.Err() == nil:
		if d.pause == 0 {
			d.log.ErrorContext(ctx, "day post not kept; tried again until it is", "office", string(d.office), "error", plainly(err))
		}
		d.host.Metrics.DayPost("failed")
		d.pause = min(max(2*d.pause, lookEvery), longestPause)
		if status(err) == http.StatusUnauthorized {
			d.pause = longestPause
		}
	}
	return max(d.pause, lookEvery)
}

// upToDate has the post show the day as it is.
func (d *dayPost) upToDate(ctx context.Context) error {
	now := d.host.Now()
	o, ok := d.town().Office(d.office)
	if !ok {
		return errors.New("the channel of an office that is not there")
	}
	day := o.Today(now)
	if now.Before(day.At(o.Policy.DayPost.At, o.Calendar.Zone)) {
		return nil
	}
	facts, err := d.board.Plan(ctx, d.office, day, now)
	if err != nil {
		return err
	}
	if o, ok := facts.Town.Office(d.office); !ok || isIdle(o, day, facts) {
		return nil
	}
	if err := d.recall(ctx, day); err != nil {
		return err
	}
	if err := d.show(ctx, d.content(o, day, facts)); err != nil {
		return err
	}
	return d.remember(ctx)
}

// isIdle tells whether nobody works on a day and nobody comes.
func isIdle(o *booking.Office, day booking.Date, facts dialogs.Facts) bool {
	return len(o.Calendar.Shifts(day)) == 0 && len(o.Calendar.ClosuresOn(day)) == 0 && len(facts.Staff.Entries) == 0
}

// recall finds out which post shows the day, unless that is known.
func (d *dayPost) recall(ctx context.Context, day booking.Date) error {
	if d.recalled && d.post.Day == day {
		return nil
	}
	d.recalled = false
	post, found, err := d.board.DayPost(ctx, d.office, day, d.channel)
	if err != nil {
		return err
	}
	if !found {
		post = dialogs.DayPost{Office: d.office, Day: day, Channel: d.channel}
	}
	d.post, d.kept, d.recalled = post, post, true
	return nil
}

func (d *dayPost) remember(ctx context.Context) error {
	if d.post == d.kept {
		return nil
	}
	if err := d.board.KeepDayPost(ctx, d.post); err != nil {
		return err
	}
	d.kept = d.post
	return nil
}

// content is a post as it should be.
type content struct {
	message string
	props   model.StringInterface
	digest  string
}

// content is the plan without names, and a button that shows them to anyone who
// presses it.
func (d *dayPost) content(o *booking.Office, day booking.Date, facts dialogs.Facts) content {
	lang := locales.Match("")
	c := content{message: text(bot.Render(lang, dialogs.ShowDay(facts, d.office, day, o.Policy.DayPost.Names)))}
	name := dayName(d.office, day)
	names := d.carrying(ticket{Purpose: toLook, Channel: d.channel, Choice: name, Lang: lang}, day.Add(2).At(0, o.Calendar.Zone).Unix())
	c.props = model.StringInterface{
		dayKey: name,
		model.PostPropsAttachments: []*model.MessageAttachment{{Actions: []*model.PostAction{{
			Type: model.PostActionTypeButton, Name: say(lang, locales.Say("mattermost.names")), Integration: names,
		}}}},
	}
	sum := sha256.Sum256([]byte(c.message + "\x00" + fmt.Sprint(names.URL, names.Context)))
	c.digest = hex.EncodeToString(sum[:])
	return c
}

// show changes the post where it is not as it should be, or makes one.
func (d *dayPost) show(ctx context.Context, c content) error {
	if d.post.ID == "" {
		return d.begin(ctx, c)
	}
	if d.post.Digest == c.digest {
		return nil
	}
	gone, err := d.patch(ctx, c)
	if gone {
		return d.begin(ctx, c)
	}
	return err
}

// begin makes the post, unless that was done by somebody who could not
// remember it any more: a replica that died, or one that got no answer.
func (d *dayPost) begin(ctx context.Context, c content) error {
	found, err := d.find(ctx)
	if err != nil {
		return err
	}
	if found != "" {
		d.stands(found, "")
		_, err := d.patch(ctx, c)
		return err
	}
	made, _, err := d.api.CreatePost(ctx, &model.Post{
		ChannelId: d.channel, Message: c.message, Props: c.props,
		PendingPostId: d.pending(),
	})
	if err != nil {
		return fmt.Errorf("post the day: %w", err)
	}
	d.host.Metrics.DayPost("posted")
	if made.Message != c.message { // one that was under way already, from when the day was another
		c.digest = ""
	}
	d.stands(made.Id, c.digest)
	return nil
}

// pending is a name under which Mattermost makes no second post for a while.
// In place of one that somebody has deleted there is to be another.
func (d *dayPost) pending() string {
	return strings.Join([]string{string(d.office), d.post.Day.String(), d.channel, d.post.ID}, ":")
}

// stands notes which post shows the day, and what it shows.
func (d *dayPost) stands(id, digest string) {
	d.post.ID, d.post.Digest, d.post.At = id, digest, d.host.Now()
}

// find is the first post of ours that shows the day; empty where there is none.
func (d *dayPost) find(ctx context.Context) (string, error) {
	me, _, err := d.api.GetMe(ctx, "")
	if err != nil {
		return "", fmt.Errorf("find the day's post: %w", err)
	}
	o, _ := d.town().Office(d.office)
	posts, _, err := d.api.GetPostsSince(ctx, d.channel, d.post.Day.At(0, o.Calendar.Zone).UnixMilli(), false)
	if err != nil {
		return "", fmt.Errorf("find the day's post: %w", err)
	}
	var ours []*model.Post
	for _, p := range posts.Posts {
		if p.UserId == me.Id && p.DeleteAt == 0 && p.GetProp(dayKey) == dayName(d.office, d.post.Day) {
			ours = append(ours, p)
		}
	}
	if len(ours) == 0 {
		return "", nil
	}
	return slices.MinFunc(ours, func(a, b *model.Post) int { return int(a.CreateAt - b.CreateAt) }).Id, nil
}

// patch changes the post; gone says that somebody has deleted it.
func (d *dayPost) patch(ctx context.Context, c content) (gone bool, err error) {
	_, _, err = d.api.PatchPost(ctx, d.post.ID, &model.PostPatch{Message: &c.message, Props: &c.props})
	switch {
	case err == nil:
		d.host.Metrics.DayPost("patched")
		d.stands(d.post.ID, c.digest)
		return false, nil
	case status(err) == http.StatusForbidden, status(err) == http.StatusNotFound, status(err) == http.StatusBadRequest:
		// Mattermost says of a post that is gone that it may not be changed.
		gone = d.isGone(ctx)
	}
	return gone, fmt.Errorf("change the day's post: %w", err)
}

func (d *dayPost) isGone(ctx context.Context) bool {
	post, _, err := d.api.GetPost(ctx, d.post.ID, "")
	return status(err) == http.StatusNotFound || err == nil && post.DeleteAt != 0
}

// dayName names a day of an office.
func dayName(office booking.OfficeID, day booking.Date) string {
	return string(office) + "/" + day.String()
}

// sleep waits for d or until ctx ends.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
