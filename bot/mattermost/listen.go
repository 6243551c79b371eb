package mattermost

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	// overlap is how far back is read again, in milliseconds: posts can be seen in
	// another order than they are dated in. What was taken in is taken in once.
	overlap = 5000
	// mostSince is how many changed posts Mattermost lists at once. Where there may
	// be more, threads are read whole.
	mostSince = 1000
	// mostTaken is how many posts are remembered that were taken in. The database
	// remembers them all.
	mostTaken = 4 * mostSince
)

// listen takes in what clerks wrote in the threads of talks that go on.
func (t *threads) listen(ctx context.Context, talks []dialogs.Handover) error {
	open := map[string]dialogs.Handover{}
	for _, h := range talks {
		if h.Thread != "" && h.Ended.IsZero() && !h.Erased {
			open[h.Thread] = h
		}
	}
	if len(open) == 0 {
		t.since = 0
		return nil
	}
	posts, err := t.read(ctx, open)
	if err != nil {
		return err
	}
	latest := t.since
	t.noteHints(posts)
	for _, p := range posts {
		if err := t.take(ctx, open, p); err != nil {
			return err
		}
		latest = max(latest, p.UpdateAt-overlap)
	}
	t.since = latest
	return nil
}

// read is what changed in the channel, in the order in which it was written; at
// first all that stands in the threads.
func (t *threads) read(ctx context.Context, open map[string]dialogs.Handover) ([]*model.Post, error) {
	if t.since > 0 {
		list, _, err := t.api.GetPostsSince(ctx, t.channel, t.since, false)
		if err != nil {
			return nil, fmt.Errorf("read what staff wrote: %w", err)
		}
		if len(list.Posts) < mostSince {
			return inOrder(list), nil
		}
	}
	var all []*model.Post
	for thread, h := range open {
		list, _, err := t.api.GetPostThread(ctx, thread, "", false)
		if err != nil {
			if err := t.unlessGone(ctx, h, err); err != nil {
				return nil, fmt.Errorf("read what staff wrote: %w", err)
			}
			continue
		}
		all = append(all, inOrder(list)...)
	}
	return all, nil
}

// inOrder is posts in the order in which they were written.
func inOrder(list *model.PostList) []*model.Post {
	all := make([]*model.Post, 0, len(list.Posts))
	for _, p := range list.Posts {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *model.Post) int {
		return cmp.Or(cmp.Compare(a.CreateAt, b.CreateAt), strings.Compare(a.Id, b.Id))
	})
	return all
}

// noteHints notes which posts were not passed on, and said so below them: another
// program may have done that.
func (t *threads) noteHints(posts []*model.Post) {
	for _, p := range posts {
		if hinted, ok := p.GetProp(hintKey).(string); ok && p.UserId == t.me {
			id, _, _ := strings.Cut(hinted, ":")
			t.taken[id], t.taken[hinted] = true, true
		}
	}
}

// take takes in a post. That it is of a clerk is looked up among the members of
// the channel and their roles.
func (t *threads) take(ctx context.Context, open map[string]dialogs.Handover, p *model.Post) error {
	if h, isRoot := open[p.Id]; isRoot && p.DeleteAt != 0 {
		delete(open, p.Id)
		return t.counter.Lost(ctx, h.ID, t.host.Now())
	}
	h, known := open[p.RootId]
	if !known || p.DeleteAt != 0 || p.UserId == t.me || p.Type != "" || t.taken[edition(p)] {
		return nil
	}
	var err error
	if t.taken[p.Id] {
		err = t.hint(ctx, h, p, locales.Say("counter.edited"))
	} else {
		err = t.takeFrom(ctx, h, p)
	}
	if err != nil {
		return err
	}
	if len(t.taken) >= mostTaken {
		clear(t.taken)
	}
	t.taken[p.Id], t.taken[edition(p)] = true, true
	return nil
}

// edition names a post as it stands: its ID, and when it was changed.
func edition(p *model.Post) string {
	if p.EditAt == 0 {
		return p.Id
	}
	return fmt.Sprint(p.Id, ":", p.EditAt)
}

// takeFrom takes in a post of somebody's in a thread: an answer, or the word that
// ends the talk. What is not passed on is said.
func (t *threads) takeFrom(ctx context.Context, h dialogs.Handover, p *model.Post) error {
	allowed, err := t.mayHold(ctx, p.UserId)
	if err != nil {
		return err
	}
	words := strings.TrimSpace(p.Message)
	switch {
	case !allowed:
		return t.hint(ctx, h, p, locales.Say("counter.no_role"))
	case dialogs.EndsTalk(words):
		return t.counter.Finish(ctx, h.ID, t.host.Now())
	case words == "":
		return t.hint(ctx, h, p, locales.Say("counter.text_only"))
	}
	err = t.counter.Reply(ctx, h.ID, p.Id, words, t.host.Now())
	switch {
	case errors.Is(err, booking.ErrOver):
		return t.hint(ctx, h, p, locales.Say("counter.too_late"))
	case err == nil && len(p.FileIds) > 0:
		return t.hint(ctx, h, p, locales.Say("counter.text_only"))
	}
	return err
}

// mayHold tells whether somebody is a clerk of the office. Who cannot be looked up
// is looked up again.
func (t *threads) mayHold(ctx context.Context, user string) (bool, error) {
	who, err := t.staff.admit(ctx, user, "")
	switch {
	case errors.Is(err, errStranger):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("look up who wrote: %w", err)
	}
	role, err := t.host.Staff.RoleOf(ctx, who.chat())
	return role.Allows(booking.Clerk), err
}

// hint says in the thread why a post as it stands was not passed on, once.
func (t *threads) hint(ctx context.Context, h dialogs.Handover, p *model.Post, why locales.Line) error {
	_, _, err := t.api.CreatePost(ctx, &model.Post{
		ChannelId: t.channel, RootId: h.Thread, Message: "_" + say(locales.Match(""), why) + "_", PendingPostId: hintKey + ":" + edition(p),
		Props: model.StringInterface{model.PostPropsFromBot: "true", hintKey: edition(p)},
	})
	if err != nil {
		return fmt.Errorf("say that a post is not passed on: %w", err)
	}
	return nil
}

// finish ends a talk for the clerk who pressed the button under its thread.
func (m *Mattermost) finish(ctx context.Context, who member, t ticket) *model.PostActionIntegrationResponse {
	if no := m.forbids(ctx, who, booking.Clerk); no != nil {
		return no
	}
	id, err := strconv.ParseInt(t.Choice, 10, 64)
	if err == nil {
		err = m.counter.Finish(ctx, dialogs.HandoverID(id), m.host.Now())
	}
	if err != nil {
		return m.unseen(ctx, who, err)
	}
	return hint(say(who.lang, locales.Say("counter.finished")))
}
