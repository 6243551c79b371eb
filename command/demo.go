package command

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/demo"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailbox"
	"terminbote/bot/web"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/privatepg"
)

// demoSettings is how the demonstration is to go.
type demoSettings struct {
	listen, office, lang, database string
	keep, quiet                    bool
}

func runDemo(ctx context.Context, c console, args []string) error {
	var s demoSettings
	set := c.flags("demo")
	set.StringVar(&s.listen, "listen", "127.0.0.1:8080", "`ADDRESS` and port of the page; where it is in use, another port is taken")
	office := officeFlag(set)
	set.StringVar(&s.lang, "lang", "de", "the `LANGUAGE` of the page around the three places: de or en")
	url := databaseFlag(set)
	set.BoolVar(&s.keep, "keep", false, "keep what was booked for the next time")
	set.BoolVar(&s.quiet, "no-browser", false, "open no browser")
	if _, err := parse(set, args); err != nil {
		return err
	}
	s.office, s.database = *office, *url
	town, err := loadTown(s.office)
	if err != nil {
		return err
	}
	if town, err = demo.Prepare(town); err != nil {
		return err
	}
	return c.demo(ctx, s, town)
}

// clerk is who works at the office of the demonstration.
var clerk = dialogs.Colleague{Chat: dialogs.Chat{Channel: web.Channel, Address: "staff/Anna"}, Name: "Anna", Role: booking.Lead}

func (c console) demo(ctx context.Context, s demoSettings, town booking.Town) error {
	listener, err := c.listen(ctx, s.listen)
	if err != nil {
		return err
	}
	page := &url.URL{Scheme: "http", Host: listener.Addr().String()}
	log := slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: slog.LevelError}))
	d, err := c.demoDatabase(ctx, s)
	if err != nil {
		return err
	}
	clock := demo.NewClock(c.now, demo.Begin(town.Offices[0], c.now()))
	box, err := mailbox.Open(ctx)
	if err != nil {
		return errors.Join(err, d.close())
	}
	post, err := mail.New(mail.Settings{
		Server: &url.URL{Scheme: "smtp", Host: box.Address}, From: "Bürgerbüro <termine@example.org>",
		Page: page.JoinPath(web.Path), Now: clock.Now, Log: log,
	})
	if err != nil {
		return errors.Join(err, d.close())
	}
	store, err := storage.Open(ctx, d.url, town, clock.Now, storage.Options{
		Log: log, Mailer: post, Channels: []string{mail.Channel}, Leads: []dialogs.Colleague{clerk},
	})
	if err != nil {
		return errors.Join(err, d.close())
	}
	post.Postbook = store
	err = (&stage{console: c, town: town, clock: clock, pace: new(demo.Pace), box: box, post: post, store: store, log: log, lang: s.lang}).
		run(ctx, listener, page, !s.quiet)
	store.Close()
	return errors.Join(err, d.close())
}

// listen takes the port that was asked for, or another one where somebody has
// it.
func (c console) listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if !errors.Is(err, syscall.EADDRINUSE) {
		return listener, err
	}
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(c.err, "port %s is in use; another one is taken\n", port)
	return new(net.ListenConfig).Listen(ctx, "tcp", net.JoinHostPort(host, "0"))
}

// The databases of demonstrations.
const (
	keptDemo    = "terminbote_demo"
	passingDemo = "terminbote_passing_demo_" // and the number of the process
)

// demoDatabase is the demonstration's own, gone at the end unless it is kept.
func (c console) demoDatabase(ctx context.Context, s demoSettings) (database, error) {
	if s.database != "" {
		return openDatabase(ctx, s.database, c.err)
	}
	none := database{}
	server, err := privatepg.Open(ctx, "", c.err)
	if err != nil {
		return none, err
	}
	name, end := keptDemo, server.Close
	if !s.keep {
		name = passingDemo + strconv.Itoa(os.Getpid())
		end = func() error { return errors.Join(server.Discard(context.WithoutCancel(ctx), name), server.Close()) } //nolint:contextcheck // it is stopped though ctx has ended
		// What a demonstration left behind that was killed goes now.
		if err := server.Discard(ctx, passingDemo+"%"); err != nil {
			return none, errors.Join(err, server.Close()) //nolint:contextcheck // the same
		}
	}
	d := database{close: end}
	if d.url, err = server.Database(ctx, name); err == nil {
		err = storage.Migrate(ctx, d.url)
	}
	if err != nil {
		return none, errors.Join(err, d.close())
	}
	return d, nil
}

// stage is a demonstration that is running.
type stage struct {
	console

	town  booking.Town
	clock *demo.Clock
	pace  *demo.Pace
	box   *mailbox.Mailbox
	post  *mail.Mail
	store *storage.Store
	log   *slog.Logger
	lang  string
}

// run shows the page until ctx ends.
func (s *stage) run(ctx context.Context, listener net.Listener, page *url.URL, browser bool) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	server := &http.Server{Handler: s.handler(page), ReadHeaderTimeout: slowest, ReadTimeout: slowest}
	var all sync.WaitGroup
	all.Go(func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			cancel(err)
		}
	})
	all.Go(func() { failWith(cancel, s.deliver(ctx)) })
	all.Go(func() { s.chores().Run(ctx) })
	if err := s.seed(ctx); err != nil && ctx.Err() == nil {
		cancel(err)
	}
	fmt.Fprintf(s.out, "The demonstration is at %s\nCtrl-C ends it.\n", page)
	if browser {
		openBrowser(ctx, page.String())
	}
	<-ctx.Done()
	late, end := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer end()
	if server.Shutdown(late) != nil {
		_ = server.Close()
	}
	all.Wait()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

func (s *stage) handler(page *url.URL) http.Handler {
	host := &bot.Host{
		Conversations: s.store, Staff: s.store, Now: s.clock.Now, Away: storage.Unreachable, Log: s.log, Metrics: bot.NewMetrics(),
	}
	// Anybody who puts the clock forward has not been away meanwhile.
	settings := web.Settings{Town: s.town.Current, PublicURL: page, Now: s.clock.Now, Awake: s.now, Log: s.log, Hosts: []string{"'self'"}, QR: scannable}
	backend := web.Backend{Host: host, Letters: s.store, Times: s.store, Tickets: s.store}
	mux := http.NewServeMux()
	citizens := web.NewSite(settings)
	citizens.Open(backend)
	citizens.Enter(mux)
	settings.Clerk, settings.Base = clerk.Name, demo.OfficePath
	work := web.NewSite(settings)
	work.Open(backend)
	work.Enter(mux)
	stage := demo.Demo{Clock: s.clock, Pace: s.pace, Box: s.box, Staff: s.store, Clerk: clerk, Town: s.town, Lang: s.lang, Log: s.log}
	return stage.Handler(mux)
}

// seed fills the office, unless what was kept fills it.
func (s *stage) seed(ctx context.Context) error {
	o := s.town.Offices[0]
	today := o.Today(s.clock.Now())
	facts, err := s.store.Facts(ctx, 0, s.clock.Now(), dialogs.Need{Offices: []booking.OfficeID{o.ID}, From: today, To: today.Add(7)})
	if err != nil {
		return err
	}
	for _, booked := range facts.Booked {
		if len(booked.Busy) > 0 {
			return nil
		}
	}
	return demo.Seed(ctx, s.store, clerk, o, s.clock.Now())
}

func (s *stage) deliver(ctx context.Context) error {
	courier := bot.Courier{Messengers: map[string]dialogs.Messenger{mail.Channel: s.post}, Now: s.clock.Now}
	return s.store.RunNotices(ctx, courier, func(booking.NoticeKind, storage.Outcome) {})
}

// chores are those of production, more often: the clock makes leaps. What was
// said in a browser is not forgotten because of one.
func (s *stage) chores() bot.Clock {
	own := func() []*storage.Store { return []*storage.Store{s.store} }
	all := chores(s.store, own, s.clock.Now, always) // its clock is put forward
	all = slices.DeleteFunc(all, func(c bot.Chore) bool { return c.Name == forgetting })
	all = append(all, bot.Chore{Name: "let people come", Do: func(ctx context.Context) error {
		return demo.People(ctx, s.store, clerk, s.town.Offices[0], s.clock.Now(), s.pace.Late())
	}})
	for i := range all {
		all[i].Every = time.Second
	}
	return bot.Clock{Leader: s.store.Leader("clock"), Log: s.log, Chores: all}
}

// openBrowser shows the page where there is a browser; where there is none,
// the address has been printed.
func openBrowser(ctx context.Context, page string) {
	program := map[string]string{"darwin": "open", "linux": "xdg-open"}[runtime.GOOS]
	if path, err := exec.LookPath(program); err == nil && program != "" {
		_ = exec.CommandContext(ctx, path, page).Start() //nolint:gosec // the page is ours
	}
}
