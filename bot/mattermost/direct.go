package mattermost

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/locales"
)

const (
	// talkKey is the prop by which the message that shows a talk is known
	// again: the day it was made for.
	talkKey = "terminbote_talk"
	// longestProps is how many characters the props of a stored message have,
	// buttons and their tickets included, before Mattermost 6.0.
	longestProps = 8000
	// lengthOfID is how much longer the ID makes a button that Mattermost
	// gives to it.
	lengthOfID = len(`"id":"abcdefghijklmnopqrstuvwxyz",`)
	// shownWithin is how long a command waits for its message, beyond soonest.
	shownWithin = 900 * time.Millisecond
	// longestDay is how long ago today can have begun: once a year an hour is
	// put back.
	longestDay = 25 * time.Hour
)

// isDirect tells whether a channel is the one between somebody and us, where
// nobody else can read. Its name is only what sets off to ask; what cannot be
// asked is none. Which channel that is never changes.
func (m *Mattermost) isDirect(ctx context.Context, user, channel, name string) bool {
	if !m.settings.Direct {
		return false
	}
	if known, ok := m.direct.Load(user); ok {
		return known == channel
	}
	if len(name) != len(user+"__"+user) {
		return false
	}
	me, _, err := m.api.GetMe(ctx, "")
	if err != nil || name != me.Id+"__"+user && name != user+"__"+me.Id {
		return false
	}
	found, _, err := m.api.GetChannel(ctx, channel)
	if err != nil || found.Type != model.ChannelTypeDirect || found.Name != name {
		return false
	}
	m.direct.Store(user, channel)
	return true
}

// answered shows what comes of a command in the message that stands in the
// direct channel. Where that fails it is whispered like anywhere else.
func (m *Mattermost) answered(ctx context.Context, p place, page bot.Page) *model.CommandResponse {
	ctx, cancel := context.WithTimeout(ctx, shownWithin)
	defer cancel()
	isLast, err := m.stand(ctx, p, page)
	switch {
	case err != nil:
		m.log.WarnContext(ctx, "page not shown in the direct channel", "error", plainly(err))
		p.live = false
		return m.drawn(p, page)
	case !isLast:
		return whisper(say(page.Lang, locales.Say("mattermost.above")))
	}
	return &model.CommandResponse{}
}

// stand has today's message show a page, or makes it; isLast tells that no
// other message follows it.
func (m *Mattermost) stand(ctx context.Context, p place, page bot.Page) (isLast bool, err error) {
	s, err := m.standing(ctx, p)
	if err != nil {
		return false, fmt.Errorf("find the talk's message: %w", err)
	}
	message, props := m.lasting(p, page)
	if s.id == "" {
		// Under one pending ID there comes one post of commands that meet.
		pending := fmt.Sprintf("talk:%s:%s:%d", m.today(), p.channel, s.gone)
		made, _, err := m.api.CreatePost(ctx, &model.Post{ChannelId: p.channel, Message: message, Props: props, PendingPostId: pending})
		if err != nil {
			return false, fmt.Errorf("post the talk: %w", err)
		}
		if made.Message == message {
			return true, nil
		}
		s = standing{id: made.Id, isLast: true}
	}
	if _, _, err := m.api.PatchPost(ctx, s.id, &model.PostPatch{Message: &message, Props: &props}); err != nil {
		return false, fmt.Errorf("change the talk's message: %w", err)
	}
	return s.isLast, nil
}

// standing is the message that shows today's talk.
type standing struct {
	id     string // empty: there is none
	isLast bool   // nothing was written since
	gone   int    // how many messages were deleted lately
}

// standing is our latest message in the direct channel that shows today's talk.
func (m *Mattermost) standing(ctx context.Context, p place) (standing, error) {
	posts, _, err := m.api.GetPostsSince(ctx, p.channel, m.host.Now().Add(-longestDay).UnixMilli(), false)
	if err != nil {
		return standing{}, err
	}
	var s standing
	var ours, last int64
	for _, post := range posts.Posts {
		if post.DeleteAt != 0 {
			s.gone++
			continue
		}
		last = max(last, post.CreateAt)
		if post.UserId != p.who.id && post.GetProp(talkKey) == m.today() && post.CreateAt > ours {
			s.id, ours = post.Id, post.CreateAt
		}
	}
	s.isLast = ours == last
	return s, nil
}

func (m *Mattermost) today() string { return m.town().Offices[0].Today(m.host.Now()).String() }

// changed is a page in place of the one whose button was pressed.
func (m *Mattermost) changed(p place, page bot.Page) *model.PostActionIntegrationResponse {
	message, props := m.lasting(p, page)
	return &model.PostActionIntegrationResponse{Update: &model.Post{Message: message, Props: props}}
}

// lasting is a page as a message that is stored. Where there are too many
// buttons for one they become lists, and in the end words.
func (m *Mattermost) lasting(p place, page bot.Page) (string, model.StringInterface) {
	for _, most := range []int{mostButtons, 1} {
		boxes := m.boxes(p, page, most)
		if props := m.talkProps(boxes); fits(props, boxes) {
			return text(page), props
		}
	}
	return m.wordy(page), m.talkProps(nil)
}

// talkProps is all that a message of ours has beside its text. Whatever is not
// repeated with a change is gone.
func (m *Mattermost) talkProps(boxes []*model.MessageAttachment) model.StringInterface {
	return model.StringInterface{
		model.PostPropsFromBot: "true", talkKey: m.today(), model.PostPropsAttachments: boxes,
	}
}

// fits tells whether every Mattermost stores these props, with the buttons in
// them.
func fits(props model.StringInterface, boxes []*model.MessageAttachment) bool {
	n := utf8.RuneCountInString(model.StringInterfaceToJSON(props))
	for _, box := range boxes {
		n += lengthOfID * len(box.Actions)
	}
	return n <= longestProps
}
