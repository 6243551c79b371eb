package command

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/storage"
)

const (
	// stopWithin is how long the work in hand may take once the program is told
	// to stop.
	stopWithin = 9 * time.Second
	// connectAgain is the pause before a database that is not there yet is tried
	// again.
	connectAgain = 2 * time.Second
)

func runServe(ctx context.Context, c console, args []string) error {
	set := c.flags("serve")
	set.Usage = func() { describeSettings(c.err) }
	if _, err := parse(set, args); err != nil {
		return err
	}
	collectLess()
	memory := newMemory()
	go memory.follow(ctx)
	s, err := newServer(c, os.Environ(), memory)
	if err != nil {
		return wrongCall{"the environment is not in order:\n" + err.Error()}
	}
	return s.run(ctx)
}

// newServer reads the settings from environ. The error names everything that is
// wrong.
func newServer(c console, environ []string, memory *memory) (*server, error) {
	set, err := readSettings(environ)
	s := &server{settings: set, now: c.now, metrics: set.metrics(), memory: memory}
	s.log = slog.New(slog.NewJSONHandler(c.err, nil))
	s.clocks = newClocks(unmoved(s.now), s.log, s.metrics)
	if set.Towns != "" {
		var wrong error
		s.named, wrong = townsIn(set.Towns)
		err = errors.Join(err, wrong)
		s.towns.await(s.named)
	}
	if !set.hasOwnTown() {
		return s, err
	}
	s.own = &town{settings: set, now: s.now, log: s.log, metrics: s.metrics, claims: &s.claims, memory: s.memory}
	s.memory.during(func() { err = s.own.prepare(err) })
	if err != nil {
		return nil, err
	}
	s.towns.add(s.own)
	return s, nil
}

// server is the program in production.
type server struct {
	settings settings
	now      func() time.Time
	log      *slog.Logger
	metrics  *bot.Metrics
	clocks   *clocks
	own      *town            // without a name, by the environment; nil: there is none
	named    []booking.TownID // in the folder TOWNS
	towns    townsServed
	claims   claims
	memory   *memory

	store atomic.Pointer[storage.Store] // nil until the database is reached
}

// run serves until ctx ends or something is wrong for good. The HTTP server
// starts first and tells what is still missing.
func (s *server) run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.settings.Listen)
	if err != nil {
		return wrongCall{"LISTEN: " + err.Error()}
	}
	stopMetrics, err := s.serveMetrics(ctx, cancel)
	if err != nil {
		return err
	}
	defer stopMetrics()
	server := s.httpServer()
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			cancel(err)
		}
	}()
	s.log.InfoContext(ctx, "serving", "address", listener.Addr().String())
	late, done := lateness(ctx)
	defer done()
	err = s.untilLate(ctx, late, cancel)
	cancel(err)
	if shutdown := server.Shutdown(late); shutdown != nil {
		_ = server.Close()
	}
	<-served
	s.closeStore(late)
	s.log.InfoContext(ctx, "stopped")
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// closeStore closes the connections to the database, unless late ends before.
func (s *server) closeStore(late context.Context) {
	store := s.store.Load()
	if store == nil || late.Err() != nil {
		return
	}
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		store.Close()
	}()
	select {
	case <-closed:
	case <-late.Done():
	}
}

// lateness is a context that ends stopWithin after ctx, when all must be done.
func lateness(ctx context.Context) (context.Context, context.CancelFunc) {
	late, end := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() {
		bot.Pause(late, stopWithin)
		end()
	})
	return late, end
}

// untilLate works until ctx ends, and finishes the work in hand unless late ends
// before.
func (s *server) untilLate(ctx, late context.Context, fail context.CancelCauseFunc) error {
	done := make(chan error, 1)
	go func() { done <- s.work(ctx, fail) }()
	select {
	case err := <-done:
		return err
	case <-late.Done():
		s.log.WarnContext(ctx, "stopped with work in hand; it will be done again")
		return nil
	}
}
