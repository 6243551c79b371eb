package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"sync/atomic"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/telegram"
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
	s, err := readSettings(os.Environ())
	town, wrong := loadTown(s.Office)
	var channels map[booking.OfficeID]string
	if wrong != nil {
		err = errors.Join(err, fmt.Errorf("OFFICE: %w", wrong))
	} else {
		channels, wrong = s.MattermostChannels.of(town)
		err = errors.Join(err, wrong)
	}
	if err != nil {
		return wrongCall{"the environment is not in order:\n" + err.Error()}
	}
	stayModest()
	log := slog.New(slog.NewJSONHandler(c.err, nil))
	post, err := s.mail(c.now, log)
	if err != nil {
		return wrongCall{err.Error()}
	}
	return (&server{settings: s, town: town, now: c.now, log: log, metrics: bot.NewMetrics(), mail: post, channels: channels}).run(ctx)
}

// modest is how many bytes the program's memory may grow to before the
// collector works harder: in a rush it would rather take twice as much.
const modest = 56 << 20

// stayModest keeps memory small, as towns' machines are. GOMEMLIMIT says
// otherwise.
func stayModest() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(modest)
	}
}

// server is the program in production.
type server struct {
	settings settings
	town     booking.Town
	now      func() time.Time
	log      *slog.Logger
	metrics  *bot.Metrics
	mail     *mail.Mail                  // nil where mails are off
	channels map[booking.OfficeID]string // of the staff, in Mattermost

	// These are nil until the database is reached.
	store    atomic.Pointer[storage.Store]
	telegram atomic.Pointer[telegram.Telegram]

	updates, pages, staffCalls pending // from Telegram, from mails' links and from Mattermost
}

// run serves until ctx ends or something is wrong for good. The HTTP server
// comes first, so that it can be asked what is still missing.
func (s *server) run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.settings.Listen)
	if err != nil {
		return wrongCall{"LISTEN: " + err.Error()}
	}
	web := s.httpServer()
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			cancel(err)
		}
	}()
	s.log.InfoContext(ctx, "serving", "address", listener.Addr().String())
	late, done := lateness(ctx)
	defer done()
	err = s.untilLate(ctx, late, cancel)
	cancel(err)
	if shutdown := web.Shutdown(late); shutdown != nil {
		_ = web.Close()
	}
	<-served
	// What is still in hand would hold its connection, and so the end, up.
	if store := s.store.Load(); store != nil && late.Err() == nil {
		store.Close()
	}
	s.log.InfoContext(ctx, "stopped")
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// lateness is a context that ends when all must be done: stopWithin after ctx.
func lateness(ctx context.Context) (context.Context, context.CancelFunc) {
	late, end := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() {
		pause(late, stopWithin)
		end()
	})
	return late, end
}

// untilLate works until ctx ends and what was in hand then is done, but not
// any longer than late allows.
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
