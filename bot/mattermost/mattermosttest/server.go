package mattermosttest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking/clocktest"
)

// TB is what the server needs of a test; *testing.T is one.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// Config says how a server behaves. The zero value is a strict server on a
// free port whose clock is the real one.
type Config struct {
	Team  string // name of the one team; default werne
	Staff string // name of the private channel that the bot is in; default buergerbuero
	Bot   string // user name of the bot; default terminbot

	Now      func() time.Time // default clocktest.Now; Advance moves it
	Patience time.Duration    // how long people wait for what is to appear; default 5 s
	Answer   time.Duration    // how long the server waits for an answer of the bot's; default 3 s

	// Reach says where an address of the bot's really is, such as a loopback
	// port behind a public name. Without it addresses are taken as they are.
	Reach func(address string) string
}

// Server is a Mattermost server with one team, its channels and its people.
type Server struct {
	URL    string   // without a slash at the end
	Token  string   // the bot's
	Bot    *User    // member of Staff and Square
	Staff  *Channel // private
	Square *Channel // public, where everybody of the team is

	config Config
	tb     TB
	http   *http.Server
	client *http.Client
	ctx    context.Context
	stop   context.CancelFunc

	mu        sync.Mutex
	moved     time.Duration // how far the clock was advanced
	watch     chan struct{} // closed at the next change
	teamID    string
	sessions  map[string]*person // by token
	people    map[string]*person // by id
	channels  map[string]*Channel
	posts     map[string]*post    // ephemeral ones too
	pending   map[string]*pending // by pending post id
	files     map[string]*File
	commands  map[string]*command // by trigger
	hooks     map[string]*hook    // by the last part of a response_url
	triggers  map[string]trigger
	faults    []*Fault
	calls     []Call
	callbacks []Callback
	mistakes  []string
}

// New starts a server that ends with the test, and fails it if the bot made
// mistakes.
func New(tb TB, config Config) *Server {
	tb.Helper()
	s, err := start(config.withDefaults())
	if err != nil {
		tb.Fatalf("mattermosttest: %v", err)
	}
	s.tb = tb
	tb.Cleanup(func() {
		tb.Helper()
		s.close()
		if err := s.Check(); err != nil {
			tb.Errorf("mattermosttest: %v", err)
		}
	})
	return s
}

func start(config Config) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	s := &Server{
		URL: "http://" + listener.Addr().String(), Token: model.NewId(), config: config,
		watch: make(chan struct{}), teamID: model.NewId(),
		sessions: map[string]*person{}, people: map[string]*person{}, channels: map[string]*Channel{},
		posts: map[string]*post{}, pending: map[string]*pending{}, commands: map[string]*command{},
		hooks: map[string]*hook{}, triggers: map[string]trigger{},
	}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.client = &http.Client{
		Transport:     &http.Transport{MaxIdleConnsPerHost: 16},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	s.found()
	s.http = &http.Server{Handler: s.routes(), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = s.http.Serve(listener) }() // ends with close
	return s, nil
}

// found fills the town with what every town has.
func (s *Server) found() {
	s.Staff = s.newChannel(s.config.Staff, model.ChannelTypePrivate)
	s.Square = s.newChannel("town-square", model.ChannelTypeOpen)
	s.Bot = s.NewBot(s.config.Bot, s.Token)
	s.Bot.Join(s.Staff)
}

func (c Config) withDefaults() Config {
	c.Team = cmp.Or(c.Team, "werne")
	c.Staff = cmp.Or(c.Staff, "buergerbuero")
	c.Bot = cmp.Or(c.Bot, "terminbot")
	c.Patience = cmp.Or(c.Patience, 5*time.Second)
	c.Answer = cmp.Or(c.Answer, 3*time.Second)
	if c.Now == nil {
		c.Now = clocktest.Now
	}
	return c
}

func (s *Server) close() {
	s.stop()
	_ = s.http.Close()
	s.client.CloseIdleConnections()
}

// Now is the server's time.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

func (s *Server) now() time.Time { return s.config.Now().Add(s.moved) }

// Advance moves the server's clock: triggers and response_urls grow older.
func (s *Server) Advance(d time.Duration) {
	s.mu.Lock()
	s.moved += d
	s.mu.Unlock()
}

// Revoke takes the bot's token away: every call is refused from now on.
func (s *Server) Revoke() {
	s.mu.Lock()
	delete(s.sessions, s.Token)
	s.mu.Unlock()
}

// changed wakes those who wait for something to happen; s.mu is held.
func (s *Server) changed() {
	close(s.watch)
	s.watch = make(chan struct{})
}

// await returns once is says so, or an error when patience is at an end. is is
// asked with s.mu held, at every change.
func (s *Server) await(is func() bool) bool {
	patience := time.NewTimer(s.config.Patience)
	defer patience.Stop()
	for {
		s.mu.Lock()
		done, watch := is(), s.watch
		s.mu.Unlock()
		if done {
			return true
		}
		select {
		case <-watch:
		case <-patience.C:
			return false
		}
	}
}

// Calls are all calls of the bot so far, or those of the routes named, such as
// "POST /posts", oldest first.
func (s *Server) Calls(routes ...string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Call
	for _, c := range s.calls {
		if len(routes) == 0 || slices.Contains(routes, c.Route) {
			found = append(found, c)
		}
	}
	return found
}

// Forgive forgets the bot's mistakes and returns them: for tests that provoke
// them.
func (s *Server) Forgive() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	forgiven := s.mistakes
	s.mistakes = nil
	return forgiven
}

// Check returns what the bot did that no correct bot does.
func (s *Server) Check() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.mistakes) == 0 {
		return nil
	}
	return errors.New("mistakes of the bot:\n  " + strings.Join(s.mistakes, "\n  "))
}

// mistake notes something that no correct bot does; s.mu is held.
func (s *Server) mistake(format string, args ...any) {
	s.mistakes = append(s.mistakes, fmt.Sprintf(format, args...))
}
