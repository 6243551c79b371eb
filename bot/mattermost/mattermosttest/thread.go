package mattermosttest

import (
	"net/http"

	"github.com/mattermost/mattermost/server/public/model"
)

// checkRoot refuses an answer to what is no message of the channel, or an answer
// itself. Threads have one level.
func (s *Server) checkRoot(sent *model.Post) *refusal {
	if sent.RootId == "" {
		return nil
	}
	root := s.posts[sent.RootId]
	switch {
	case root == nil || root.to != nil || root.DeleteAt != 0 || root.RootId != "":
		return refuse(http.StatusBadRequest, "api.post.create_post.root_id.app_error", "Invalid RootId parameter.")
	case root.channel.ID != sent.ChannelId:
		return refuse(http.StatusInternalServerError, "api.post.create_post.channel_root_id.app_error", "Invalid ChannelId for RootId parameter.")
	}
	return nil
}

// getThread lists a message with its answers, whichever of them is asked for.
func (c *call) getThread() (any, *refusal) {
	p, no := c.readable()
	if no != nil {
		return nil, no
	}
	root := p.Id
	if p.RootId != "" {
		root = p.RootId
	}
	list := model.NewPostList()
	for _, one := range p.channel.standing() {
		if one.Id == root || one.RootId == root {
			list.AddPost(wirePost(one.Post))
			list.AddOrder(one.Id)
		}
	}
	return list, nil
}

// deletePost takes a post of the bot's away, with all that answers it. One that is
// gone is refused like one of somebody else's.
func (c *call) deletePost() (any, *refusal) {
	p := c.existing()
	if p == nil || p.from != c.by {
		return nil, notAllowed()
	}
	c.remove(p)
	return map[string]string{"status": "OK"}, nil
}

// remove takes a message of a channel away, with all that answers it.
func (s *Server) remove(p *post) {
	for _, one := range p.channel.posts {
		if one.DeleteAt != 0 || one != p && one.RootId != p.Id {
			continue
		}
		one.DeleteAt = s.now().UnixMilli()
		one.UpdateAt = one.DeleteAt
		for _, reader := range one.channel.members {
			if seen := reader.screens[one.channel]; seen != nil {
				seen.drop(one)
			}
		}
	}
	s.changed()
}

// Reply has the person answer a message of the channel in its thread.
func (u *User) Reply(to Message, text string) Message {
	u.server.tb.Helper()
	return u.reply(to, &model.Post{Message: text})
}

// ReplyWithFile has the person answer with a file and no word.
func (u *User) ReplyWithFile(to Message) Message {
	u.server.tb.Helper()
	return u.reply(to, &model.Post{FileIds: []string{model.NewId()}})
}

// Edit has the person change what they wrote.
func (u *User) Edit(m Message, text string) {
	u.server.tb.Helper()
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	p := u.server.posts[m.ID]
	if p == nil || p.UserId != u.ID {
		u.server.tb.Fatalf("mattermosttest: %s did not write that", u.Username)
	}
	if refused := u.server.rewrite(p, text, p.GetProps()); refused != nil {
		u.server.tb.Fatalf("mattermosttest: %s cannot change it: %s", u.Username, refused.message)
	}
}

// Announces has Mattermost, or an app, say something in the person's name, as when
// somebody is added to the channel.
func (u *User) Announces(to Message, text string) Message {
	u.server.tb.Helper()
	return u.reply(to, &model.Post{Message: text, Type: model.PostTypeSystemGeneric})
}

func (u *User) reply(to Message, p *model.Post) Message {
	u.server.tb.Helper()
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	p.RootId, p.ChannelId = to.ID, u.channel.ID
	if to.Root != "" {
		p.RootId = to.Root
	}
	if refused := u.server.checkRoot(p); refused != nil {
		u.server.tb.Fatalf("mattermosttest: %s cannot answer: %s", u.Username, refused.message)
	}
	return u.server.publish(&post{Post: p, channel: u.channel, from: u.person}).snapshot()
}

// Thread is a message and its answers as the person sees them.
func (u *User) Thread(root Message) []Message {
	var all []Message
	for _, m := range u.Screen() {
		if m.ID == root.ID || m.Root == root.ID {
			all = append(all, m)
		}
	}
	return all
}
