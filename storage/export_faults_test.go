package storage

import (
	"context"
	"net"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"

	"terminbote/booking"
	"terminbote/diagnosis"
	"terminbote/dialogs"
)

// DialerOf connects as an address with those parameters says.
var DialerOf = dialer

// Strip is what the tests look at of how faults are told.
var Strip = strip

// Lock is a lock that tests keep from those who need it.
type Lock = lock

// The locks of what is changed.
var (
	LockOfPerson = lockOfPerson
	LockOfMail   = lockOfMail
	LockOfDay    = lockOfDay
)

// LockOfChat is what keeps two from meeting somebody for the first time at once.
func LockOfChat(chat dialogs.Chat) Lock { return newLock(chatLock, chat.Channel+" "+chat.Address) }

// Numbers is what PostgreSQL knows a lock by.
func (l lock) Numbers() (kind, key int32) { return int32(l.kind), l.key }

// PoolOf is a store's connections, as the tests ask what holds on them.
func PoolOf(s *Store) *pgxpool.Pool { return s.pool }

// FindLeft sets how often a store looks for deliveries that nobody makes.
func FindLeft(s *Store, every time.Duration) { s.findLeft = every }

// ReadDays reads what is booked on some days, and returns no more than what goes wrong.
func ReadDays(rows pgx.Rows) error {
	_, err := readDays(rows)
	return err
}

// The spellings that are tried of a name, and all of a text's words.
var (
	Spellings  = spellings
	Misspelled = misspelled
)

// StandsStill tells whether a store's deliveries stand still.
func StandsStill(ctx context.Context, s *Store) bool { return s.standsStill(ctx) }

// Priority is which notices go first of those that are due at once.
var Priority = priority

// LeftAfter is how long deliveries may take.
const LeftAfter = leftAfter

// Found is of how many days it is kept what was found on them, once so many were looked
// at on which so much is booked.
func Found(days, booked int) (kept, size int) {
	var k busyDays
	busy := make([]booking.Busy, booked)
	for i := range days {
		k.foundOn("hall", booking.Date{Year: 1, Month: 1, Day: 1}.Add(i), busy)
	}
	for _, d := range k.found {
		size += len(d.busy)
	}
	if size != k.foundSize {
		panic("what is kept is not what is counted")
	}
	return len(k.found), size
}

// MostFound is of how many days that is kept, and of how many appointments.
const (
	MostFound = mostFound
	MostKept  = mostKept
)

// FrozenFor is how long somebody waits at most for a server that froze.
const FrozenFor = watchEvery + answersWithin

// TriedLast tells whether a server that fell silent is still tried last when its host
// cannot be looked up any more.
func TriedLast(ctx context.Context) bool {
	l := newLines(&net.Dialer{})
	l.ips["silent.invalid"] = []string{"192.0.2.1"}
	l.fellSilent("192.0.2.1:5432")
	if _, err := l.lookUp(ctx, "silent.invalid"); err == nil {
		return false
	}
	config := &pgx.ConnConfig{Config: pgconn.Config{Host: "silent.invalid", Port: 5432, Fallbacks: []*pgconn.FallbackConfig{{Host: "192.0.2.2", Port: 5432}}}}
	return l.order(ctx, config) == nil && config.Host == "192.0.2.2"
}

// Attempts is how often something is tried that always conflicts with others, and how it
// ends. Silent is one that says nothing of the conflict.
func Attempts(ctx context.Context, s *Store, silent bool) (tried int, err error) {
	err = s.transact(ctx, s.now(), func(t *tx) error {
		tried++
		t.queue(`INSERT INTO person (created_at) VALUES ($1)`, t.now)
		err := t.send(ctx)
		t.retry = true
		if err == nil && !silent {
			err = errMoved
		}
		return err
	})
	return tried, err
}

// EndOfRivers is what ends a transaction of River's in one of ours.
func EndOfRivers(ctx context.Context, conn *pgxpool.Conn) (commit, rollback error) {
	t := riverTx{&tx{conn: conn}}
	return t.Commit(ctx), t.Rollback(ctx)
}

// electing is a context that ends at the moment at which a candidate is elected.
type electing struct {
	context.Context

	h    *helm
	name string
	lost chan struct{}
}

func (e electing) Done() <-chan struct{} {
	e.h.candidates.elect(e.name, e.lost)
	return e.Context.Done()
}

// ElectedLast tells whether somebody leads, and by the lock that was taken, who was elected
// at the moment at which they gave up waiting.
func ElectedLast(ctx context.Context) bool {
	ctx, stop := context.WithCancel(ctx)
	stop()
	var h helm
	h.candidates.asked = true // by the test
	own := electing{ctx, &h, "something", make(chan struct{})}
	lost, leads := h.await(own, nil, own.name) //nolint:contextcheck // own is a context that wraps ctx
	return leads && lost == own.lost
}

// The times that decide whose a delivery is.
const (
	DeliveryTimeout = deliveryTimeout
	StopWithin      = stopWithin
	FindLeftEvery   = findLeftEvery
)

// BringsFor has a store that nobody has told who brings a town's notices work on one.
func BringsFor(ctx context.Context, s *Store, town booking.TownID) error {
	d := &deliverer{database: s.database}
	return d.Work(ctx, &river.Job[deliveryJob]{Args: deliveryJob{Town: string(town)}})
}

// Connections is what is said where a server and a role take so many at once.
func Connections(server, role int) diagnosis.Report {
	var r diagnosis.Report
	judgeConnections(&r, server, role)
	return r
}

// OfficesAtOnce is of how many offices all appointments are read at once.
const OfficesAtOnce = officesAtOnce

// LeavesLate has somebody give up a lead that they lost with a connection, when it was
// taken on another one since. It tells whether it is still held there.
func LeavesLate(ctx context.Context, conn *pgx.Conn) bool {
	const name = "something"
	lost := make(chan struct{})
	h := helm{conn: conn, lost: make(chan struct{}), held: map[string]bool{name: true}}
	if _, err := conn.Exec(ctx, `SELECT pg_advisory_lock(hashtextextended('lead ' || $1, 0))`, name); err != nil {
		return false
	}
	h.leave(ctx, name, lost)
	var locks int
	err := conn.QueryRow(ctx, `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`).Scan(&locks)
	kept := err == nil && locks == 1 && h.held[name]
	h.leave(ctx, name, h.lost)
	err = conn.QueryRow(ctx, `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`).Scan(&locks)
	return kept && err == nil && locks == 0 && !h.held[name]
}

// MarksMissed tells whether an appointment that was listed as begun is recorded as
// missed, whatever became of it since.
func MarksMissed(ctx context.Context, s *Store, listed booking.Appointment, now time.Time) (missed int, err error) {
	office, _ := s.asRead().Office(listed.Office)
	err = s.markMissed(ctx, office, listed, now, &missed)
	return missed, err
}

// Patience is how long is waited for what does not answer, and how often is looked after
// it, by what it is for.
func Patience() map[string]time.Duration {
	return map[string]time.Duration{
		"a server that lets nobody in": connectWithin, "a server that is watched": answersWithin, "between two looks at it": watchEvery,
		"between two asks for a lead": leadEvery, "ending what failed": patience, "one try of a delivery": deliveryTimeout,
		"deliveries when the program stops": stopWithin, "a delivery that nobody makes": leftAfter, "between two looks for one": findLeftEvery,
	}
}

// SameDay is a time within which the day is the same in every zone.
const SameDay = sameDay

// OldestServer is the oldest PostgreSQL that is supported, as it counts itself.
const OldestServer = oldestServer
