package telegramtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

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
// free port without rate limits, whose clock is the real one.
type Config struct {
	Address  string // host:port to listen on; default 127.0.0.1:0
	Token    string // default DefaultToken
	Username string // of the bot; default termine_bot

	Description *Schema          // holds requests against the whole Bot API as well
	Now         func() time.Time // default clocktest.Now; Advance moves it
	Patience    time.Duration    // how long people wait for the bot; default 5 s
	Settle      time.Duration    // how long a chat is quiet before people act; default 20 ms

	Limits   Limits // 429 when exceeded; the zero value never is
	Delivery Delivery

	Quiet bool // keeps no history: no Calls, no Transcript, few messages a chat
	// OnCall runs after each call and OnDeliver when an update goes out, while
	// the server waits: neither may ask the server for anything.
	OnCall    func(Call)
	OnDeliver func(Delivered)
}

// DefaultToken is the bot's token unless Config names another.
const DefaultToken = "4711:telegramtest-token-of-the-sample-bot"

const botID = 4711

// Server is a Bot API server with its people, chats and messages.
type Server struct {
	// URL is where the server is, without a slash at the end.
	URL string
	// Token is the bot's.
	Token string

	config Config
	tb     TB
	http   *http.Server
	ctx    context.Context
	stop   context.CancelFunc
	box    *mailbox

	mu          sync.Mutex
	moved       time.Duration // how far the clock was advanced
	chats       map[int64]*chat
	lastChat    int64
	lastMessage int
	lastPress   int64
	presses     map[string]*press
	profile     profile
	faults      []*Fault
	limiter     bucket
	calls       []Call
	mistakes    []string
}

// New starts a server that ends with the test, and fails it if the bot made
// mistakes or left a press unanswered.
func New(tb TB, config Config) *Server {
	tb.Helper()
	s, err := Listen(config)
	if err != nil {
		tb.Fatalf("telegramtest: %v", err)
	}
	s.tb = tb
	tb.Cleanup(func() {
		tb.Helper()
		if err := s.Check(); err != nil {
			tb.Errorf("telegramtest: %v", err)
		}
		s.Close()
	})
	return s
}

// Listen starts a server that belongs to no test.
func Listen(config Config) (*Server, error) {
	config = config.withDefaults()
	listener, err := net.Listen("tcp", config.Address)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	s := &Server{
		URL: "http://" + listener.Addr().String(), Token: config.Token, config: config, tb: crash{},
		chats: map[int64]*chat{}, presses: map[string]*press{}, lastChat: 1000, profile: newProfile(),
	}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.box = newMailbox(s)
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: time.Minute}
	go func() { _ = s.http.Serve(listener) }() // ends with Close
	return s, nil
}

func (c Config) withDefaults() Config {
	if c.Address == "" {
		c.Address = "127.0.0.1:0"
	}
	if c.Token == "" {
		c.Token = DefaultToken
	}
	if c.Username == "" {
		c.Username = "termine_bot"
	}
	if c.Now == nil {
		c.Now = clocktest.Now
	}
	if c.Patience == 0 {
		c.Patience = 5 * time.Second
	}
	if c.Settle == 0 {
		c.Settle = 20 * time.Millisecond
	}
	c.Delivery = c.Delivery.withDefaults()
	return c
}

// Close ends deliveries and polls and stops listening.
func (s *Server) Close() {
	s.stop()
	s.box.close()
	_ = s.http.Close()
}

// Now is the server's time.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

func (s *Server) now() time.Time { return s.config.Now().Add(s.moved) }

// Advance moves the server's clock: presses, messages and updates grow older.
func (s *Server) Advance(d time.Duration) {
	s.mu.Lock()
	s.moved += d
	s.mu.Unlock()
}

// Calls are all calls so far, or those of the methods named, oldest first.
func (s *Server) Calls(methods ...string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Call
	for _, c := range s.calls {
		if len(methods) == 0 || slices.Contains(methods, c.Method) {
			found = append(found, c)
		}
	}
	return found
}

// Mistakes are the calls so far that no correct bot makes.
func (s *Server) Mistakes() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mistakes)
}

// Forgive forgets mistakes and unanswered presses, and returns them: for tests
// that provoke them.
func (s *Server) Forgive() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	forgiven := slices.Concat(s.mistakes, s.unanswered())
	s.mistakes = nil
	clear(s.presses)
	return forgiven
}

// Check waits a while for presses to be answered and returns what the bot did
// wrong: its mistakes and the presses it never answered.
func (s *Server) Check() error {
	deadline := clocktest.Now().Add(min(s.config.Patience, 2*time.Second))
	for clocktest.Now().Before(deadline) && s.openPresses() > 0 {
		time.Sleep(5 * time.Millisecond)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	wrong := slices.Concat(s.mistakes, s.unanswered())
	if len(wrong) == 0 {
		return nil
	}
	return fmt.Errorf("%d mistakes of the bot:\n  %s", len(wrong), strings.Join(wrong, "\n  "))
}

// crash is the TB of a server without a test.
type crash struct{}

func (crash) Helper()                   {}
func (crash) Cleanup(func())            {}
func (crash) Errorf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }
func (crash) Fatalf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }

func chance(p float64) bool { return p > 0 && rand.Float64() < p }
