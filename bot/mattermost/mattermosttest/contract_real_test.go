package mattermosttest_test

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking/clocktest"
)

// newReal makes a town on the server that the environment names, and takes
// it away again when the test ends.
func newReal(t *testing.T, address string) *town {
	t.Helper()
	m := &mayor{t: t, url: address, admin: model.NewAPIv4Client(address), suffix: strings.ToLower(model.NewId()[:8])}
	m.admin.SetToken(os.Getenv("MATTERMOST_TEST_TOKEN"))
	team, _, err := m.admin.GetTeamByName(t.Context(), os.Getenv("MATTERMOST_TEST_TEAM"), "")
	m.must("find the team", err)
	m.team = team
	botID, token := m.bot()
	bot := model.NewAPIv4Client(address)
	bot.SetToken(token)
	w := &town{
		bot: bot, botID: botID, team: place{team.Id, team.Name},
		square: m.channel("square", model.ChannelTypeOpen),
		staff:  m.channel("staff", model.ChannelTypePrivate), closed: m.channel("closed", model.ChannelTypePrivate),
		anna: m.clerk("anna"), ben: m.clerk("ben"), otto: m.clerk("otto"),
		revoked: func() string { return m.revoked(botID) }, command: m.command, leave: m.leave,
		join:    func(c clerk, to place) { m.join(to, c.id()) },
		address: m.listen(), remove: m.remove, forgive: func() {},
	}
	for _, id := range []string{botID, w.anna.id(), w.ben.id()} {
		m.join(w.staff, id)
	}
	m.join(w.closed, w.otto.id())
	m.join(w.square, w.otto.id())
	return w
}

// mayor sets up a real town, as an administrator.
type mayor struct {
	t      *testing.T
	url    string
	admin  *model.Client4
	team   *model.Team
	suffix string // of all names
}

func (m *mayor) must(what string, err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatalf("%s: %v", what, err)
	}
}

// later takes something away that was made. The test is over then, and so is
// its context.
func (m *mayor) later(what string, undo func(context.Context) error) {
	m.t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := undo(ctx); err != nil {
			m.t.Errorf("%s: %v", what, err)
		}
	})
}

func (m *mayor) bot() (id, token string) {
	ctx := m.t.Context()
	bot, _, err := m.admin.CreateBot(ctx, &model.Bot{Username: "bot-" + m.suffix, Description: "contract test"})
	m.must("create bot", err)
	m.later("disable bot", func(ctx context.Context) error {
		_, _, err := m.admin.DisableBot(ctx, bot.UserId)
		return err
	})
	_, _, err = m.admin.AddTeamMember(ctx, m.team.Id, bot.UserId)
	m.must("add bot to team", err)
	made, _, err := m.admin.CreateUserAccessToken(ctx, bot.UserId, "contract test")
	m.must("create token", err)
	return bot.UserId, made.Token
}

func (m *mayor) revoked(bot string) string {
	made, _, err := m.admin.CreateUserAccessToken(m.t.Context(), bot, "to be revoked")
	m.must("create token", err)
	_, err = m.admin.RevokeUserAccessToken(m.t.Context(), made.Id)
	m.must("revoke token", err)
	return made.Token
}

func (m *mayor) channel(name string, kind model.ChannelType) place {
	made, _, err := m.admin.CreateChannel(m.t.Context(), &model.Channel{
		TeamId: m.team.Id, Name: name + "-" + m.suffix, DisplayName: name, Type: kind,
	})
	m.must("create channel", err)
	m.later("delete channel", func(ctx context.Context) error {
		_, err := m.admin.DeleteChannel(ctx, made.Id)
		return err
	})
	return place{made.Id, made.Name}
}

func (m *mayor) join(p place, user string) {
	_, _, err := m.admin.AddChannelMember(m.t.Context(), p.id, user)
	m.must("add to channel", err)
}

func (m *mayor) leave(c clerk, from place) {
	_, err := m.admin.RemoveUserFromChannel(m.t.Context(), from.id, c.id())
	m.must("remove from channel", err)
}

func (m *mayor) remove(post string) {
	_, err := m.admin.DeletePost(m.t.Context(), post)
	m.must("delete post", err)
}

func (m *mayor) command(t *testing.T, address string) string {
	t.Helper()
	trigger := "t" + strings.ToLower(model.NewId()[:10])
	made, _, err := m.admin.CreateCommand(t.Context(), &model.Command{
		TeamId: m.team.Id, Trigger: trigger, Method: model.CommandMethodPost, URL: address, DisplayName: "contract test", AutoComplete: true,
	})
	m.must("create command", err)
	m.later("delete command", func(ctx context.Context) error {
		_, err := m.admin.DeleteCommand(ctx, made.Id)
		return err
	})
	return trigger
}

// listen opens one listener for all desks, at the address under which the
// server reaches this machine.
func (m *mayor) listen() func(*testing.T, http.HandlerFunc) string {
	at := os.Getenv("MATTERMOST_TEST_CALLBACK")
	if at == "" {
		at = "127.0.0.1:0"
	}
	host, port, err := net.SplitHostPort(at)
	m.must("MATTERMOST_TEST_CALLBACK", err)
	listener, err := net.Listen("tcp", net.JoinHostPort("", port))
	m.must("listen", err)
	mux := http.NewServeMux()
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // ends with Close
	m.t.Cleanup(func() { _ = server.Close() })
	_, port, _ = net.SplitHostPort(listener.Addr().String())
	return func(_ *testing.T, h http.HandlerFunc) string {
		path := "/" + model.NewId()
		mux.HandleFunc(path, h)
		return "http://" + net.JoinHostPort(host, port) + path
	}
}

// resident is a person at a real server: an app of their own, which hears what the
// server tells it.
type resident struct {
	user   *model.User
	client *model.Client4
	team   string

	mu      sync.Mutex
	seen    []*model.Post
	dialogs []model.OpenDialogRequest
}

func (m *mayor) clerk(name string) *resident {
	ctx := m.t.Context()
	password := "Pw-1!" + model.NewId()
	user, _, err := m.admin.CreateUser(ctx, &model.User{
		Username: name + "-" + m.suffix, Email: name + "-" + m.suffix + "@example.org", Password: password,
	})
	m.must("create user", err)
	m.later("deactivate user", func(ctx context.Context) error {
		_, err := m.admin.UpdateUserActive(ctx, user.Id, false)
		return err
	})
	_, _, err = m.admin.AddTeamMember(ctx, m.team.Id, user.Id)
	m.must("add to team", err)
	c := &resident{user: user, client: model.NewAPIv4Client(m.url), team: m.team.Id}
	_, _, err = c.client.Login(ctx, user.Username, password)
	m.must("log in", err)
	m.hear(c)
	return c
}

// hear keeps what the server tells the person's app.
func (m *mayor) hear(c *resident) {
	app, err := model.NewWebSocketClient4("ws"+strings.TrimPrefix(m.url, "http"), c.client.AuthToken)
	m.must("connect", err)
	app.Listen()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case event, ok := <-app.EventChannel:
				if !ok {
					return
				}
				c.take(event)
			case <-app.ResponseChannel:
			}
		}
	}()
	m.t.Cleanup(func() { app.Close(); <-done })
}

func (c *resident) take(event *model.WebSocketEvent) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if text, ok := event.GetData()["post"].(string); ok {
		p := &model.Post{}
		if json.Unmarshal([]byte(text), p) == nil {
			c.seen = append(c.seen, p)
		}
	}
	if text, ok := event.GetData()["dialog"].(string); ok {
		var d model.OpenDialogRequest
		if json.Unmarshal([]byte(text), &d) == nil {
			c.dialogs = append(c.dialogs, d)
		}
	}
}

func (c *resident) id() string   { return c.user.Id }
func (c *resident) name() string { return c.user.Username }

// in is the same: an app hears of all channels.
func (c *resident) in(place) clerk { return c }

// types names the team, without which no command runs in a direct channel.
func (c *resident) types(in place, line string) error {
	_, _, err := c.client.ExecuteCommandWithTeam(context.Background(), in.id, c.team, line)
	return err
}

func (c *resident) find(text string) *model.Post {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := len(c.seen) - 1; i >= 0; i-- {
		if data, _ := json.Marshal(c.seen[i]); strings.Contains(string(data), text) {
			return c.seen[i]
		}
	}
	return nil
}

// eventually asks again and again, for some seconds at most.
func eventually(is func() bool) bool {
	for end := clocktest.Now().Add(5 * time.Second); clocktest.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if is() {
			return true
		}
	}
	return false
}

func (c *resident) sees(t *testing.T, text string) sight {
	t.Helper()
	var p *model.Post
	if !eventually(func() bool { p = c.find(text); return p != nil }) {
		t.Fatalf("%s never saw %q", c.name(), text)
	}
	return sight{id: p.Id, text: p.Message, post: p}
}

func (c *resident) blind(text string) bool {
	time.Sleep(300 * time.Millisecond)
	return c.find(text) == nil
}

func (c *resident) presses(on sight, label, value string) error {
	for _, a := range on.post.Attachments() {
		for _, action := range a.Actions {
			if action.Name == label {
				_, err := c.client.DoPostActionWithCookie(context.Background(), on.id, action.Id, value, action.Cookie)
				return err
			}
		}
	}
	return &model.AppError{Message: "no button " + label}
}

func (c *resident) isAsked(t *testing.T) model.OpenDialogRequest {
	t.Helper()
	var asked model.OpenDialogRequest
	if !eventually(func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		if len(c.dialogs) == 0 {
			return false
		}
		asked, c.dialogs = c.dialogs[0], c.dialogs[1:]
		return true
	}) {
		t.Fatalf("no dialog opened for %s", c.name())
	}
	return asked
}

func (c *resident) submits(d model.SubmitDialogRequest) (model.SubmitDialogResponse, error) {
	d.TeamId = c.team
	answer, _, err := c.client.SubmitInteractiveDialog(context.Background(), d)
	if answer == nil {
		answer = &model.SubmitDialogResponse{}
	}
	return *answer, err
}

func (c *resident) posts(in place, label, address string, contents map[string]any) error {
	p := &model.Post{ChannelId: in.id, Message: "forged"}
	p.AddProp("attachments", []*model.MessageAttachment{{Text: label, Actions: []*model.PostAction{{
		Id: "forged", Name: label, Type: model.PostActionTypeButton,
		Integration: &model.PostActionIntegration{URL: address, Context: contents},
	}}}})
	_, _, err := c.client.CreatePost(context.Background(), p)
	return err
}
