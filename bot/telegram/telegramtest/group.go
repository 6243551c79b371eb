package telegramtest

import "strings"

// Group is a group chat that the bot was added to. As in Telegram, with the
// bot's privacy on, it hears commands, mentions and replies there, not more.
type Group struct {
	room
	ID int64
}

// NewGroup has the first member make a group and add the bot to it.
func (s *Server) NewGroup(title string, by *User) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.newChat()
	delete(s.chats, c.id)
	c.id = -c.id
	s.chats[c.id] = c
	c.title, c.known = title, true
	s.jot(c, "%s adds the bot", by.Name)
	c.asks()
	s.membership(by, c, "left", "member")
	added := &Message{from: by}
	added.extra.NewChatMembers = []wireUser{s.bot()}
	s.add(c, added)
	s.box.put("message", c.id, c.id, s.wire(added))
	return &Group{room{s, c}, c.id}
}

// Say has a member write in the group.
func (g *Group) Say(u *User, text string) Message {
	g.server.tb.Helper()
	return u.must(g.room.post(u, textMessage(text)))
}

// Tap has a member press a button in the group.
func (g *Group) Tap(u *User, label string) {
	g.server.tb.Helper()
	if err := g.room.tap(u, label, true); err != nil {
		g.fail(err)
	}
}

// Forge has a member press a button with data of their own making in the group.
func (g *Group) Forge(u *User, m Message, data string) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.server.press(u, g.chat, m, "forged: "+data, data)
}

// Remove has a member throw the bot out.
func (g *Group) Remove(by *User) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	g.chat.left = true
	g.server.jot(g.chat, "%s removes the bot", by.Name)
	g.server.membership(by, g.chat, "member", "kicked")
}

// hears says whether the bot gets to see what is written in a chat.
func (s *Server) hears(c *chat, m *Message) bool {
	if c.user != nil {
		return true
	}
	quoted := c.find(m.replyTo)
	return !c.left && (strings.HasPrefix(m.Text, "/") || strings.Contains(m.Text, "@"+s.config.Username) ||
		quoted != nil && quoted.FromBot)
}
