package storage

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Store is the database of a town. Several towns may share one; each has a store,
// and sees nothing of the others (see town.go).
type Store struct {
	*database
	id        booking.TownID
	files     atomic.Pointer[officeFiles]
	former    []booking.Former // that have appointments, when the store was opened
	mailer    Mailer
	channels  []string                  // networks on which people are told things
	plainMail func() bool               // see [Options]
	reachable bool                      // likewise
	looks     bool                      // likewise
	site      string                    // likewise
	leads     leads                     // of staff
	overrides atomic.Pointer[overrides] // as they were last seen
	seen      atomic.Pointer[seenTown]  // the town as people saw it last
	courier   atomic.Pointer[courier]   // who brings the town's notices; nil: nobody yet
}

// database is what the stores of all towns in it share.
type database struct {
	pool     *pgxpool.Pool
	lines    *lines // those of the pool
	unwatch  func() // ends the watch over the database
	now      func() time.Time
	random   io.Reader
	log      *slog.Logger
	jobs     *river.Client[pgx.Tx] // plans deliveries
	busy     busyDays              // what is booked, as it was last seen
	seal     []byte                // key of the hashes by which senders are counted
	helm     helm                  // holds what this program leads
	findLeft time.Duration         // findLeftEvery, but in tests that wait for it
	towns    sync.Map              // of *Store, by booking.TownID
	left     leftBehind            // by crashes, in all towns
	words    dialogs.Directories   // what towns are called by, shared by those that say the same
}

// Mailer sends one-time codes. It is called after the commit.
type Mailer interface {
	// SendCode sends code, which attaches the appointment of that number to
	// another chat, to a mail address. Without a number the code proves that the
	// address is the person's. An error means that nobody was mailed it.
	SendCode(ctx context.Context, to, lang string, number booking.Number, code string) error
}

// Options is what a store needs besides its database.
type Options struct {
	Mailer Mailer       // none: codes go nowhere, and asking for one says that a clerk must help
	Random io.Reader    // for numbers and codes; nil: the system's
	Log    *slog.Logger // nil: silent
	Conns  int32        // at most so many connections; 0: 16

	// PlainMail tells whether mails reach no address with letters beyond ASCII
	// before the @; nil: they do.
	PlainMail func() bool

	// Reachable says that staff may be reached in citizens' chats: it is looked up.
	Reachable bool

	Channels []string // networks on which people are told things; none: nobody is told

	Site string // where the town's pages are; empty: it has none

	// Looks says that nothing is entered: which offices are whose is noted by others.
	Looks bool

	// Leads are leads without having been given the role: somebody must be the
	// first. Colleagues see those who have a name.
	Leads []dialogs.Colleague
}

const (
	// usualConns is how many connections turns and chores share.
	usualConns = 16
	// besideConns is one for all that a program leads, and one that watches.
	besideConns = 2
)

// Open connects to the database at url, which [Migrate] has brought up to
// date, on behalf of a town; [Store.Beside] opens it for further ones.
// Deliveries are planned and made by the clock now, the one of the caller's
// turns. Connections that break later are replaced as they are needed.
func Open(ctx context.Context, url string, town booking.Town, now func() time.Time, options Options) (*Store, error) {
	config, lines, err := poolConfig(url)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	config.MaxConns = usualConns
	if options.Conns > 0 {
		config.MaxConns = options.Conns
	}
	session(config.ConnConfig)
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	d := &database{pool: pool, lines: lines, now: now, random: options.Random, log: options.Log, findLeft: findLeftEvery}
	if d.random == nil {
		d.random = rand.Reader
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	s := newStore(d, town, options)
	err = s.readSeal(ctx)
	if err == nil {
		err = s.enter(ctx)
	}
	if err == nil {
		s.jobs, err = river.NewClient(riverpgxv5.New(pool), jobConfig(s.log, now))
	}
	if err != nil {
		pool.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	s.startWatch(context.WithoutCancel(ctx))
	return s, nil
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.pool.Ping(ctx) }

// Close closes the connections. Calls under way may end first, unless they
// wait for a server that does not answer.
func (s *Store) Close() {
	s.unwatch()
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		s.pool.Close()
	}()
	select {
	case <-closed:
	case <-time.After(patience):
		s.lines.end()
		<-closed
	}
}

// moment is now as precisely as Postgres stores it, so that an answer equals
// what is read later.
func moment(now time.Time) time.Time { return now.Truncate(time.Microsecond) }
