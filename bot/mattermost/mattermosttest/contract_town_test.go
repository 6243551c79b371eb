package mattermosttest_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost/mattermosttest"
)

// town is what the contract is tried on: the double, or a real server with a
// channel, a bot and people of its own.
type town struct {
	bot    *model.Client4 // with the bot's token
	botID  string
	team   place
	staff  place // private; anna, ben and the bot are in it
	square place // public; otto is in it
	closed place // private; nobody is in it but otto

	anna, ben, otto clerk

	revoked func() string                                 // a token of the bot's that was taken away
	command func(t *testing.T, address string) string     // has a slash command set up; its trigger
	leave   func(c clerk, from place)                     // takes somebody out of a channel
	join    func(c clerk, to place)                       // and in
	address func(t *testing.T, h http.HandlerFunc) string // where the server reaches h
	remove  func(post string)                             // deletes a post, as an administrator
	rings   func(t *testing.T, message string) bool       // whether a message of the bot's calls everybody among the staff
	forgive func()                                        // what the double holds against the bot
}

// trial is one promise of the contract, tried on a town.
type trial struct {
	*testing.T
	*town
}

// place is a team or a channel.
type place struct{ id, name string }

// clerk is a person in front of Mattermost.
type clerk interface {
	id() string
	name() string
	// in is the same person in another channel.
	in(where place) clerk
	// types runs a slash command in a channel.
	types(in place, line string) error
	// sees waits for a message with a text in it.
	sees(t *testing.T, text string) sight
	// blind says that there is no such message, nor soon.
	blind(text string) bool
	// presses uses a button, or the option of a select by its value.
	presses(on sight, label, value string) error
	// isAsked waits for a dialog.
	isAsked(t *testing.T) model.OpenDialogRequest
	// submits sends a dialog, whatever was opened.
	submits(d model.SubmitDialogRequest) (model.SubmitDialogResponse, error)
	// posts writes a message with a button of one's own making.
	posts(in place, label, address string, context map[string]any) error
}

// sight is a message as somebody sees it.
type sight struct {
	id      string
	text    string
	message mattermosttest.Message // in the double
	post    *model.Post            // on a real server
}

// newDouble is a town in the double. What the tests do that no correct bot does
// is forgiven only where they say so.
func newDouble(t *testing.T) *town {
	t.Helper()
	s := mattermosttest.New(t, mattermosttest.Config{Patience: 2 * time.Second})
	bot := model.NewAPIv4Client(s.URL)
	bot.SetToken(s.Token)
	closed := s.NewPrivateChannel("chefsache")
	otto := s.NewUser("Otto Fuchs")
	otto.Join(closed)
	team, _, err := bot.GetTeamByName(t.Context(), "werne", "")
	if err != nil {
		t.Fatal(err)
	}
	return &town{
		bot: bot, botID: s.Bot.ID, team: place{team.Id, team.Name},
		staff: placeOf(s.Staff), square: placeOf(s.Square), closed: placeOf(closed),
		anna: double{s.NewMember("Anna Klein"), s}, ben: double{s.NewMember("Ben Horn"), s},
		otto:    double{otto.In(s.Square), s},
		revoked: func() string { s.Revoke(); return s.Token },
		command: func(_ *testing.T, address string) string {
			trigger := "t" + model.NewId()
			s.NewCommand(trigger, address)
			return trigger
		},
		leave: func(c clerk, from place) { c.(double).Leave(channelOf(s, from)) },
		join:  func(c clerk, to place) { c.(double).Join(channelOf(s, to)) },
		address: func(t *testing.T, h http.HandlerFunc) string {
			t.Helper()
			listener := httptest.NewServer(h)
			t.Cleanup(listener.Close)
			return listener.URL
		},
		remove: func(post string) { s.Delete(mattermosttest.Message{ID: post}) },
		rings: func(t *testing.T, message string) bool {
			t.Helper()
			_, _, err := bot.CreatePost(t.Context(), &model.Post{ChannelId: s.Staff.ID, Message: message})
			return len(s.Forgive()) > 0 && err != nil
		},
		forgive: func() { s.Forgive() },
	}
}

func placeOf(c *mattermosttest.Channel) place { return place{c.ID, c.Name} }

// double is a person in the double.
type double struct {
	*mattermosttest.User

	server *mattermosttest.Server
}

func channelOf(s *mattermosttest.Server, p place) *mattermosttest.Channel { return s.Channel(p.id) }

func (d double) at(p place) *mattermosttest.User { return d.In(channelOf(d.server, p)) }

func (d double) id() string   { return d.ID }
func (d double) name() string { return d.Username }

func (d double) in(where place) clerk { return double{d.at(where), d.server} }

func (d double) types(in place, line string) error {
	_, err := d.at(in).TryCommand(line)
	return err
}

func (d double) sees(t *testing.T, text string) sight {
	t.Helper()
	m := d.WaitFor(text)
	return sight{id: m.ID, text: m.Text, message: m}
}

func (d double) blind(text string) bool { return !strings.Contains(d.Transcript(), text) }

func (d double) presses(on sight, label, value string) error {
	if value == "" {
		return d.TapOn(on.message, label)
	}
	for _, a := range on.message.Attachments {
		for _, action := range a.Actions {
			for _, o := range action.Options {
				if o.Value == value {
					return d.TrySelect(label, o.Text)
				}
			}
		}
	}
	return errors.New("no such option")
}

func (d double) isAsked(t *testing.T) model.OpenDialogRequest {
	t.Helper()
	asked := d.Dialog()
	return model.OpenDialogRequest{URL: asked.URL, Dialog: asked.Dialog}
}

func (d double) submits(r model.SubmitDialogRequest) (model.SubmitDialogResponse, error) {
	return d.ForgeDialog(r)
}

func (d double) posts(in place, label, address string, context map[string]any) error {
	d.at(in).PostButton(label, address, context)
	return nil
}

// desk is where the server's callbacks arrive. It answers each as it is told.
type desk struct {
	address string
	answer  func(r *http.Request) any // JSON; a string is plain text, an int a status

	mu  sync.Mutex
	got []received
}

// received is one callback: a form, or JSON.
type received struct {
	header http.Header
	form   url.Values
	json   map[string]any
}

// newDesk opens one whose address the server can reach.
func (t trial) newDesk(answer func(r *http.Request) any) *desk {
	d := &desk{answer: answer}
	d.address = t.address(t.T, d.serve)
	return d
}

func says(answer any) func(*http.Request) any {
	return func(*http.Request) any { return answer }
}

func (d *desk) serve(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	got := received{header: r.Header.Clone()}
	if r.Header.Get("Content-Type") == "application/json" {
		_ = json.Unmarshal(body, &got.json)
	} else {
		got.form, _ = url.ParseQuery(string(body))
	}
	d.mu.Lock()
	d.got = append(d.got, got)
	d.mu.Unlock()
	switch a := d.answer(r).(type) {
	case string:
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, a)
	case int:
		w.WriteHeader(a)
	default:
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(a)
	}
}

// last is the latest callback that arrived.
func (d *desk) last(t *testing.T) received {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.got) == 0 {
		t.Fatal("nothing arrived")
	}
	return d.got[len(d.got)-1]
}

func (d *desk) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.got)
}

// status is that of the server's refusal; 0 of success, -1 of another error.
func status(err error) int {
	var refused *model.AppError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &refused):
		return refused.StatusCode
	}
	return -1
}
