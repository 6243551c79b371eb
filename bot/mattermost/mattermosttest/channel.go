package mattermosttest

import (
	"net/http"
	"slices"

	"github.com/mattermost/mattermost/server/public/model"
)

// Channel is a place where people and the bot talk. Server.mu guards it.
type Channel struct {
	ID   string
	Name string

	kind    model.ChannelType
	members []*person
	posts   []*post // without ephemeral ones
}

// NewPrivateChannel makes one that nobody is in.
func (s *Server) NewPrivateChannel(name string) *Channel {
	return s.newChannel(name, model.ChannelTypePrivate)
}

func (s *Server) newChannel(name string, kind model.ChannelType) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.addChannel(name, kind)
}

func (s *Server) addChannel(name string, kind model.ChannelType) *Channel {
	c := &Channel{ID: model.NewId(), Name: name, kind: kind}
	s.channels[c.ID] = c
	return c
}

// Direct is the channel between somebody and the bot. The first time it is
// opened.
func (s *Server) Direct(u *User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.direct(u.person, s.Bot.person)
}

func (s *Server) direct(a, b *person) *Channel {
	name := model.GetDMNameFromIds(a.ID, b.ID)
	for _, c := range s.channels {
		if c.Name == name {
			return c
		}
	}
	c := s.addChannel(name, model.ChannelTypeDirect)
	s.join(a, c)
	s.join(b, c)
	return c
}

// openDirect opens the channel between two people, or finds it.
func (c *call) openDirect() (any, *refusal) {
	var ids []string
	if err := c.read(&ids); err != nil {
		return nil, err
	}
	if len(ids) != 2 || ids[0] != c.by.ID && ids[1] != c.by.ID {
		return nil, blame("a direct channel is between oneself and another")
	}
	a, b := c.people[ids[0]], c.people[ids[1]]
	if a == nil || b == nil {
		return nil, refuse(http.StatusBadRequest, "api.channel.create_direct_channel.invalid_user.app_error", "Invalid user ID for direct channel creation.")
	}
	return c.wireChannel(c.direct(a, b)), nil
}

// Join makes somebody a member of a channel.
func (u *User) Join(c *Channel) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.server.join(u.person, c)
}

func (s *Server) join(p *person, c *Channel) {
	if !c.has(p) {
		c.members = append(c.members, p)
		p.screens[c] = &screen{posts: c.standing()}
	}
}

// Leave ends a membership: somebody left, or was removed.
func (u *User) Leave(c *Channel) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	c.members = slices.DeleteFunc(c.members, func(p *person) bool { return p == u.person })
}

// standing are the posts that are not deleted.
func (c *Channel) standing() []*post {
	return slices.DeleteFunc(slices.Clone(c.posts), func(p *post) bool { return p.DeleteAt != 0 })
}

func (c *Channel) has(p *person) bool { return slices.Contains(c.members, p) }

// mayRead says whether somebody may read in the channel: its members, and in a
// public one everybody.
func (c *Channel) mayRead(p *person) bool {
	return c.has(p) || c.kind == model.ChannelTypeOpen && p.roles != model.SystemGuestRoleId
}

func (s *Server) wireChannel(c *Channel) *model.Channel {
	return &model.Channel{
		Id: c.ID, Name: c.Name, DisplayName: c.Name, Type: c.kind, TeamId: s.teamOf(c), CreateAt: 1, UpdateAt: 1,
	}
}

// teamOf is the team of a channel; direct ones have none.
func (s *Server) teamOf(c *Channel) string {
	if c.kind == model.ChannelTypeDirect {
		return ""
	}
	return s.teamID
}

// channel finds the one that the path speaks of, if the bot may see it.
func (c *call) channel() (*Channel, *refusal) {
	found := c.channels[c.r.PathValue("channel")]
	if found == nil {
		return nil, notFound("app.channel.get.existing.app_error", "channel")
	}
	if !found.mayRead(c.by) {
		return nil, notAllowed()
	}
	return found, nil
}

func (c *call) getChannel() (any, *refusal) {
	found, err := c.channel()
	if err != nil {
		return nil, err
	}
	return c.wireChannel(found), nil
}

// getChannelByName tells nobody that a private channel exists who is not in it.
func (c *call) getChannelByName() (any, *refusal) {
	if team := c.r.PathValue("team"); team != c.teamID && team != c.config.Team {
		return nil, notFound("app.team.get_by_name.missing.app_error", "team")
	}
	for _, found := range c.channels {
		if found.Name == c.r.PathValue("name") && found.mayRead(c.by) {
			return c.wireChannel(found), nil
		}
	}
	return nil, notFound("app.channel.get_by_name.missing.app_error", "channel")
}

func (c *call) getChannelMember() (any, *refusal) {
	found, err := c.channel()
	if err != nil {
		return nil, err
	}
	member := c.people[c.r.PathValue("user")]
	if member == nil || !found.has(member) {
		return nil, notFound("app.channel.get_member.missing.app_error", "channel member")
	}
	guest := member.roles == model.SystemGuestRoleId
	w := &model.ChannelMember{ChannelId: found.ID, UserId: member.ID, Roles: model.ChannelUserRoleId, SchemeUser: !guest, SchemeGuest: guest}
	if guest {
		w.Roles = model.ChannelGuestRoleId
	}
	return w, nil
}

// Channel finds a channel by its id.
func (s *Server) Channel(id string) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.channels[id]
}
