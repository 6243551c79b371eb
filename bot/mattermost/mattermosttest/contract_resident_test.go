package mattermosttest_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking/clocktest"
)

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
