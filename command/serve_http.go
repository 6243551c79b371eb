package command

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"terminbote/bot"
)

// slowest is how long a request's header, and then its body, may take.
const slowest = 15 * time.Second

// httpServer answers all requests. It is there before the database is reached,
// so that it can be asked what is still missing.
func (s *server) httpServer() *http.Server {
	mux := s.publicMux()
	if s.own != nil {
		s.own.enter(mux)
	}
	return &http.Server{
		Handler:           marked(bot.BehindProxies(s.settings.TrustedProxies, s.towns.byHost(mux))),
		ReadHeaderTimeout: slowest,
		ReadTimeout:       slowest,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
}

// publicMux answers the admin's paths such as /metrics as well, unless METRICS_LISTEN
// gives them an address of their own.
func (s *server) publicMux() *http.ServeMux {
	if s.settings.MetricsListen != "" {
		return bot.NewPublicMux(s.metrics, s.checks()...)
	}
	return bot.NewMux(s.metrics, s.checks()...)
}

// serveMetrics answers the program's admin at an address of its own, until the
// returned function is called. Without one it does nothing.
func (s *server) serveMetrics(ctx context.Context, fail context.CancelCauseFunc) (stop func(), err error) {
	if s.settings.MetricsListen == "" {
		return func() {}, nil
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.settings.MetricsListen)
	if err != nil {
		return nil, wrongCall{"METRICS_LISTEN: " + err.Error()}
	}
	server := &http.Server{Handler: bot.NewMux(s.metrics, s.checks()...), ReadHeaderTimeout: slowest, ReadTimeout: slowest}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			fail(err)
		}
	}()
	return func() { _ = server.Close() }, nil
}

// pending is a handler that is not there yet. Until it is opened, callers are
// asked to try again; mail readers, Telegram and Mattermost do.
type pending struct {
	handler atomic.Pointer[http.Handler]
}

func (p *pending) open(h http.Handler) { p.handler.Store(&h) }

// ServeHTTP hands a request to the handler, once that is there.
func (p *pending) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h := p.handler.Load(); h != nil {
		(*h).ServeHTTP(w, r)
		return
	}
	w.Header().Set("Retry-After", "5")
	http.Error(w, "try again", http.StatusServiceUnavailable)
}

// checks is what the server needs to be ready. A town of the folder TOWNS that is
// wrong keeps the others from nothing.
func (s *server) checks() []bot.Check {
	all := []bot.Check{{Name: "database", Of: s.databaseReady}, {Name: "clock", Of: s.clocks.ready}}
	if s.settings.Towns != "" {
		all = append(all, bot.Check{Name: "towns", Of: s.towns.ready})
	}
	if s.own == nil {
		return all
	}
	if s.settings.wantsTelegram() {
		all = append(all, bot.Check{Name: "telegram", Of: s.own.telegramReady})
	}
	if s.own.site != nil {
		all = append(all, bot.Check{Name: "web", Of: s.own.webReady})
	}
	return all
}

var errNotYet = errors.New("not reached yet")

func (s *server) databaseReady(ctx context.Context) error {
	store := s.store.Load()
	if store == nil {
		return errNotYet
	}
	if err := store.Ping(ctx); err != nil {
		return errors.New("away")
	}
	return nil
}

func (s *town) webReady(context.Context) error {
	if !s.site.IsOpen() {
		return errNotYet
	}
	return nil
}

func (s *town) telegramReady(context.Context) error {
	if t := s.telegram.Load(); t == nil || !t.Introduced() {
		return errNotYet
	}
	return nil
}
