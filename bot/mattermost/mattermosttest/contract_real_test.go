package mattermosttest_test

import (
	"context"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
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
	w.rings = func(t *testing.T, message string) bool { t.Helper(); return rings(t, w, message) }
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

// rings says whether somebody in the channel is called by a message.
func rings(t *testing.T, w *town, message string) bool {
	t.Helper()
	calls := func() int64 {
		in, _, err := w.bot.GetChannelMember(t.Context(), w.staff.id, w.ben.id(), "")
		if err != nil {
			t.Fatal(err)
		}
		return in.MentionCount
	}
	before := calls()
	for _, text := range []string{message, "danach"} {
		if _, _, err := w.bot.CreatePost(t.Context(), &model.Post{ChannelId: w.staff.id, Message: text}); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(300 * time.Millisecond) // calls are counted behind the post
	return calls() > before
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
