package mattermosttest

import (
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// person has an account; the bot is one too. Server.mu guards it.
type person struct {
	ID       string
	Username string

	server      *Server
	name        string
	roles       string
	locale      string
	bot         bool
	deactivated bool
	screens     map[*Channel]*screen
	dialog      *Dialog // that is open
}

// NewMember has somebody join the team and the staff channel.
func (s *Server) NewMember(name string) *User {
	u := s.NewUser(name)
	u.Join(s.Staff)
	return u
}

// NewUser has somebody join the team, but not the staff channel.
func (s *Server) NewUser(name string) *User { return s.newUser(name, model.SystemUserRoleId) }

// NewGuest is NewMember for a guest of the team.
func (s *Server) NewGuest(name string) *User {
	u := s.newUser(name, model.SystemGuestRoleId)
	u.Join(s.Staff)
	return u
}

// NewBot is a bot account of the team with that token. It is in no channel of the
// staff's before it joins one.
func (s *Server) NewBot(name, token string) *User {
	u := s.newUser(name, model.SystemUserRoleId)
	s.mu.Lock()
	defer s.mu.Unlock()
	u.bot, s.sessions[token] = true, u.person
	return u
}

func (s *Server) newUser(name, roles string) *User {
	p := &person{
		ID: model.NewId(), Username: strings.ToLower(strings.ReplaceAll(name, " ", ".")), server: s,
		name: name, roles: roles, locale: "de", screens: map[*Channel]*screen{},
	}
	s.mu.Lock()
	s.people[p.ID] = p
	s.mu.Unlock()
	u := &User{p, s.Staff}
	u.Join(s.Square)
	return u
}

// Deactivate has an administrator deactivate the account.
func (u *User) Deactivate() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.deactivated = true
}

// Rename has the person choose another user name.
func (u *User) Rename(username string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.Username = username
}

// Speaks sets the language of the person's Mattermost, which is "de" otherwise.
func (u *User) Speaks(locale string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.locale = locale
}

// wire is the account as the server sends it.
func (p *person) wire() *model.User {
	first, last, _ := strings.Cut(p.name, " ")
	w := &model.User{
		Id: p.ID, Username: p.Username, FirstName: first, LastName: last, Roles: p.roles, Locale: p.locale,
		CreateAt: 1, UpdateAt: 1, IsBot: p.bot,
	}
	if p.deactivated {
		w.DeleteAt = 1
	}
	return w
}

func (c *call) getMe() (any, *refusal) { return c.by.wire(), nil }

func (c *call) getUser() (any, *refusal) {
	return c.person(func(p *person) bool { return p.ID == c.r.PathValue("user") })
}

func (c *call) getUserByName() (any, *refusal) {
	return c.person(func(p *person) bool { return p.Username == c.r.PathValue("name") })
}

func (c *call) person(is func(*person) bool) (any, *refusal) {
	for _, p := range c.people {
		if is(p) {
			return p.wire(), nil
		}
	}
	return nil, notFound("app.user.missing_account.const", "user")
}

func (c *call) getTeamByName() (any, *refusal) {
	if c.r.PathValue("team") != c.config.Team {
		return nil, notFound("app.team.get_by_name.missing.app_error", "team")
	}
	return &model.Team{
		Id: c.teamID, Name: c.config.Team, DisplayName: c.config.Team, Type: model.TeamInvite, CreateAt: 1, UpdateAt: 1,
	}, nil
}
