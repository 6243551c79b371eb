package mattermost

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	// talkWithKey is the prop by which the root of a thread is known again, lineKey
	// the one of a line in it, and hintKey of what was said about a clerk's post.
	talkWithKey = "terminbote_handover"
	lineKey     = "terminbote_line"
	hintKey     = "terminbote_hint"
	// lookBack is how far before a talk began its thread is looked for: clocks
	// differ.
	lookBack = 10 * time.Minute
	// endsFor is how long the button under a thread holds.
	endsFor = 366 * 24 * time.Hour
)

// begin begins the thread of a talk, unless that was done by somebody who could
// not remember it any more.
func (t *threads) begin(ctx context.Context, h *dialogs.Handover) error {
	posts, _, err := t.api.GetPostsSince(ctx, t.channel, h.Opened.Add(-lookBack).UnixMilli(), false)
	if err != nil {
		return fmt.Errorf("look for the thread of a talk: %w", err)
	}
	name := strconv.FormatInt(int64(h.ID), 10)
	for _, p := range posts.Posts {
		if p.UserId == t.me && p.DeleteAt == 0 && p.GetProp(talkWithKey) == name {
			h.Thread, t.since = p.Id, 0 // what was answered there is read whole
			return t.counter.Begun(ctx, h.ID, p.Id)
		}
	}
	made, _, err := t.api.CreatePost(ctx, &model.Post{
		ChannelId: t.channel, Message: t.heading(*h, true), Props: t.rootProps(*h, true), PendingPostId: talkWithKey + ":" + name,
	})
	if err != nil {
		return fmt.Errorf("begin the thread of a talk: %w", err)
	}
	h.Thread, t.sure[h.ID] = made.Id, true
	return t.counter.Begun(ctx, h.ID, made.Id)
}

// heading is the first message of a thread: nobody's name, and how to answer.
func (t *threads) heading(h dialogs.Handover, goesOn bool) string {
	lang := locales.Match("")
	page := bot.Page{Lang: lang, Title: say(lang, locales.Say("counter.title"))}
	o, ok := t.town().Office(t.office)
	if ok {
		page.Body = append(page.Body, say(lang, locales.Say("counter.from", "Network", networkName(h.Network),
			"Language", locales.Name(h.Lang), "Time", locales.Clock(h.Opened.In(o.Calendar.Zone)))))
	}
	var about locales.List
	for _, id := range h.Concerns {
		if c, ok := t.town().Concern(id); ok {
			about = append(about, locales.Say("text", "Text", locales.Text(c.Name)))
		}
	}
	if len(about) > 0 {
		page.Body = append(page.Body, say(lang, locales.Say("counter.about", "Concerns", about)))
	}
	page.Ask = say(lang, locales.Say("counter.how"))
	if !goesOn {
		page.Ask = say(lang, locales.Say("counter.over"))
	}
	return text(page)
}

// networkName is what people call a network.
func networkName(network string) locales.Line {
	switch network {
	case "web":
		return locales.Say("counter.web")
	case "terminal":
		return locales.Say("counter.terminal")
	}
	if network == "" {
		return locales.Plain("–")
	}
	return locales.Plain(strings.ToUpper(network[:1]) + network[1:])
}

// rootProps is what the first message has beside its text: while the talk goes on,
// a button for every clerk that ends it.
func (t *threads) rootProps(h dialogs.Handover, goesOn bool) model.StringInterface {
	name := strconv.FormatInt(int64(h.ID), 10)
	props := model.StringInterface{model.PostPropsFromBot: "true", talkWithKey: name}
	if goesOn {
		lang := locales.Match("")
		finish := t.carrying(ticket{Purpose: toFinish, Channel: t.channel, Choice: name, Lang: lang}, t.host.Now().Add(endsFor).Unix())
		props[model.PostPropsAttachments] = []*model.MessageAttachment{{Actions: []*model.PostAction{{
			Type: model.PostActionTypeButton, Name: say(lang, locales.Say("counter.finish")), Integration: finish,
		}}}}
	}
	return props
}

// tell writes what staff have not been told yet into the thread, in order and once.
func (t *threads) tell(ctx context.Context, h dialogs.Handover) error {
	lines, err := t.counter.Untold(ctx, h.ID)
	if err != nil || len(lines) == 0 {
		return err
	}
	known := map[string]string{}
	if !t.sure[h.ID] {
		if known, err = t.known(ctx, h); err != nil {
			return t.unlessGone(ctx, h, err)
		}
	}
	for _, l := range lines {
		if err := t.tellLine(ctx, h, l, known); err != nil {
			t.sure[h.ID] = false
			return t.unlessGone(ctx, h, err)
		}
	}
	t.sure[h.ID] = true
	return nil
}

// known is the lines that stand in a thread already, and their posts. A call that
// got no answer, or a replica that died, may have left them.
func (t *threads) known(ctx context.Context, h dialogs.Handover) (map[string]string, error) {
	posts, _, err := t.api.GetPostThread(ctx, h.Thread, "", false)
	if err != nil {
		return nil, fmt.Errorf("read the thread of a talk: %w", err)
	}
	known := map[string]string{}
	for _, p := range posts.Posts {
		if line, ok := p.GetProp(lineKey).(string); ok && p.UserId == t.me {
			known[line] = p.Id
		}
	}
	return known, nil
}

func (t *threads) tellLine(ctx context.Context, h dialogs.Handover, l dialogs.HandoverLine, known map[string]string) error {
	name := strconv.FormatInt(l.ID, 10)
	post := known[name]
	if post == "" {
		made, _, err := t.api.CreatePost(ctx, &model.Post{
			ChannelId: t.channel, RootId: h.Thread, Message: lineText(l), PendingPostId: lineKey + ":" + name,
			Props: model.StringInterface{model.PostPropsFromBot: "true", lineKey: name},
		})
		if err != nil {
			return fmt.Errorf("write into the thread of a talk: %w", err)
		}
		post = made.Id
	}
	if l.Kind != dialogs.CitizenLine {
		if err := t.close(ctx, h); err != nil {
			return err
		}
	}
	return t.counter.Told(ctx, l.ID, post, t.host.Now())
}

// lineText is a line as staff see it: what a citizen wrote as it is, and what the
// assistant says in italics.
func lineText(l dialogs.HandoverLine) string {
	lang := locales.Match("")
	switch l.Kind {
	case dialogs.LeftLine:
		return "_" + say(lang, locales.Say("counter.left")) + "_"
	case dialogs.EndedLine:
		return "_" + say(lang, locales.Say("counter.finished")) + "_"
	}
	return shorten(foreign(l.Text), longestText)
}

// close takes the button away from a thread whose talk is over.
func (t *threads) close(ctx context.Context, h dialogs.Handover) error {
	message, props := t.heading(h, false), t.rootProps(h, false)
	if _, _, err := t.api.PatchPost(ctx, h.Thread, &model.PostPatch{Message: &message, Props: &props}); err != nil {
		return fmt.Errorf("close the thread of a talk: %w", err)
	}
	return nil
}

// unlessGone ends a talk whose thread is gone; any other error it returns.
func (t *threads) unlessGone(ctx context.Context, h dialogs.Handover, err error) error {
	if status(err) < http.StatusBadRequest || status(err) >= http.StatusInternalServerError {
		return err
	}
	gone, asked := t.isGone(ctx, h.Thread)
	if asked != nil || !gone {
		return err
	}
	return t.counter.Lost(ctx, h.ID, t.host.Now())
}

// isGone tells whether somebody has deleted a post.
func (t *threads) isGone(ctx context.Context, id string) (bool, error) {
	post, _, err := t.api.GetPost(ctx, id, "")
	switch {
	case status(err) == http.StatusNotFound:
		return true, nil
	case err != nil:
		return false, err
	}
	return post.DeleteAt != 0, nil
}

// takeAway takes the thread of a talk away that is to be erased.
func (t *threads) takeAway(ctx context.Context, h dialogs.Handover) error {
	if h.Thread != "" {
		if _, err := t.api.DeletePost(ctx, h.Thread); err != nil {
			if gone, asked := t.isGone(ctx, h.Thread); asked != nil || !gone {
				return fmt.Errorf("take the thread of a talk away: %w", err)
			}
		}
	}
	return t.counter.Forget(ctx, h.ID)
}
