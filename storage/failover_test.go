package storage_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// recovers is how long tests wait until a database that was gone is reached
// again. Without watching it takes two minutes.
const recovers = time.Minute

// outages is how a server can be lost to those who are connected to it.
var outages = map[string]func(storagetest.Pair){
	"killed":   func(p storagetest.Pair) { p.Primary.Kill() },
	"frozen":   func(p storagetest.Pair) { p.Primary.Freeze() },
	"vanished": func(p storagetest.Pair) { p.First.Vanish() },
}

// Whatever becomes of the server, turns go on with its standby once that is
// promoted, those under way end, and nothing that was acknowledged is lost.
func TestTurnsGoOnWithTheStandby(t *testing.T) {
	t.Parallel()
	for name, fail := range outages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "vanished" {
				storagetest.MayVanish(t)
			}
			p := storagetest.NewPair(t)
			s := openAt(t, p.URL())
			for i := range 8 { // connections that lie idle when it happens
				if err := talk(t.Context(), s, fmt.Sprint("before ", i)); err != nil {
					t.Fatal(err)
				}
			}
			hanging := make(chan error, 1)
			began := make(chan struct{})
			go func() {
				hanging <- s.Converse(t.Context(), chat("hanging"), morning, func(ctx context.Context, r dialogs.Records) error {
					close(began)
					fail(p)
					return r.Remember(ctx, []byte(`{}`))
				})
			}()
			<-began
			p.Promote()
			promoted := clocktest.Now()
			for err := s.Ping(t.Context()); ; err = talk(t.Context(), s, "after") {
				took := clocktest.Since(promoted)
				if err == nil && p.Standby.Ask(`SELECT count(*) FROM chat WHERE address = 'after'`) == 1 {
					t.Logf("went on %v after the promotion", took)
					break
				}
				if took > recovers {
					t.Fatalf("after %v: %v", took, err)
				}
				time.Sleep(50 * time.Millisecond)
			}
			if err := <-hanging; err != nil && !storage.Unreachable(err) {
				t.Errorf("the turn under way ended with %v", err)
			}
			if kept := p.Standby.Ask(`SELECT count(*) FROM chat WHERE address LIKE 'before%'`); kept != 8 {
				t.Errorf("%d of 8 turns were kept", kept)
			}
		})
	}
}

// A server that hangs for a while is the same again afterwards.
func TestAServerThatHungIsFoundAgain(t *testing.T) {
	t.Parallel()
	server := storagetest.NewServer(t)
	s := openAt(t, server.URL())
	if err := talk(t.Context(), s, "before"); err != nil {
		t.Fatal(err)
	}
	server.Freeze()
	if err := talk(t.Context(), s, "meanwhile"); !storage.Unreachable(err) {
		t.Errorf("a server that hangs answers %v", err)
	}
	server.Thaw()
	for end := clocktest.Now().Add(recovers); ; time.Sleep(50 * time.Millisecond) {
		err := talk(t.Context(), s, "after")
		if err == nil {
			return
		}
		if clocktest.Now().After(end) {
			t.Fatal(err)
		}
	}
}

// Anybody who holds the lead on a server that hangs gives it up, and closing waits
// for nobody.
func TestClosingDoesNotWaitForAServerThatHangs(t *testing.T) {
	t.Parallel()
	server := storagetest.NewServer(t)
	s := openAt(t, server.URL())
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	leads, ended := make(chan struct{}), make(chan struct{})
	go func() {
		s.Leader("something").Lead(ctx, func(ctx context.Context) {
			close(leads)
			<-ctx.Done()
			close(ended)
		})
	}()
	<-leads
	server.Freeze()
	select {
	case <-ended:
	case <-time.After(recovers):
		t.Fatal("it still leads")
	}
	stop()
	server.Thaw()
	for talk(t.Context(), s, "again") != nil {
		time.Sleep(50 * time.Millisecond)
	}
	hanging, hangs := make(chan error, 1), make(chan struct{})
	go func() {
		hanging <- s.Converse(t.Context(), chat("hanging"), morning, func(ctx context.Context, r dialogs.Records) error {
			server.Freeze()
			close(hangs)
			return r.Remember(ctx, []byte(`{}`))
		})
	}()
	<-hangs
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		begun := clocktest.Now()
		s.Close()
		if took := clocktest.Since(begun); took > 10*time.Second {
			t.Errorf("closing takes %v", took)
		}
		<-hanging
	}()
	select {
	case <-closed:
	case <-time.After(recovers):
		t.Fatal("closing waits")
	}
}

// What the address leaves open is limited, and what it says holds.
func TestTheAddressOfADatabaseMaySayOtherwise(t *testing.T) {
	t.Parallel()
	address := storagetest.URL(t)
	with := func(query string) string {
		joined := map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")]
		return address + joined + query
	}
	for query, want := range map[string]string{
		"": "60s 15s 30s", "statement_timeout=5s": "5s 15s 30s", "lock_timeout=1s&statement_timeout=0": "0 1s 30s",
		"options=-c%20idle_in_transaction_session_timeout%3D7s":                                         "60s 15s 7s",
		"keepalives=1&keepalives_idle=3&keepalives_interval=1&keepalives_count=2&tcp_user_timeout=9000": "60s 15s 30s",
		"keepalives=0&connect_timeout=7":                                                                "60s 15s 30s",
	} {
		s := openAt(t, with(query))
		var got string
		err := storage.PoolOf(s).QueryRow(t.Context(), `
			SELECT current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' ' || current_setting('idle_in_transaction_session_timeout')`,
		).Scan(&got)
		got = strings.ReplaceAll(got, "1min", "60s")
		if err != nil || got != want {
			t.Errorf("%q: %q (%v), want %q", query, got, err, want)
		}
	}
}

// A lock that somebody keeps for long keeps nobody waiting for ever.
func TestALockKeptForLongIsAway(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	address := w.pool.Config().ConnString()
	joined := map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")]
	s := openAt(t, address+joined+"lock_timeout=200ms")
	if err := talk(t.Context(), s, "ada"); err != nil {
		t.Fatal(err)
	}
	release := lockChats(t, w.pool)
	defer release()
	if err := talk(t.Context(), s, "ada"); !storage.Unreachable(err) {
		t.Errorf("a turn that waits for a lock ends with %v", err)
	}
}

// lockChats locks all chats until release is called.
func lockChats(t *testing.T, pool *pgxpool.Pool) (release func()) {
	t.Helper()
	tx, err := pool.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(t.Context(), `SELECT FROM chat FOR UPDATE`); err != nil {
		t.Fatal(err)
	}
	return func() { _ = tx.Rollback(context.WithoutCancel(t.Context())) }
}

func openAt(t *testing.T, url string) *storage.Store {
	t.Helper()
	s, err := storage.Open(t.Context(), url, sample(1), clocktest.At(morning), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// talk is a turn in which nothing is said.
func talk(ctx context.Context, s *storage.Store, who string) error {
	return s.Converse(ctx, chat(who), morning, func(ctx context.Context, r dialogs.Records) error {
		return r.Remember(ctx, []byte(`{}`))
	})
}

// Nobody waits longer for a server that froze than docs/performance.md says, and one that
// is only busy has its time to answer.
func TestAServerThatFrozeKeepsNobodyForLong(t *testing.T) {
	t.Parallel()
	if storage.FrozenFor > 10*time.Second || storage.FrozenFor < 3*time.Second {
		t.Errorf("it is waited for %v", storage.FrozenFor)
	}
	if within := storage.PoolOf(openAt(t, storagetest.URL(t))).Config().PingTimeout; within <= 0 || within > storage.FrozenFor {
		t.Errorf("a connection that lay idle is waited for %v", within)
	}
}

// A server that fell silent stays the last that is tried, also while nobody says any
// more where it is.
func TestASilentServerIsTriedLast(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop() // nobody waits for an answer
	if !storage.TriedLast(ctx) {
		t.Error("it is tried first")
	}
}

// How long is waited for what does not answer is said to operators, or adds up to what
// they are told. It cannot be tried without waiting for it.
func TestNothingIsWaitedForLongerThanIsSaid(t *testing.T) {
	t.Parallel()
	want := map[string]time.Duration{
		"a server that lets nobody in": 3 * time.Second, "a server that is watched": 4 * time.Second, "between two looks at it": time.Second,
		"between two asks for a lead": 2 * time.Second, "ending what failed": 2 * time.Second, "one try of a delivery": 20 * time.Second,
		"deliveries when the program stops": 8 * time.Second, "a delivery that nobody makes": time.Minute, "between two looks for one": 10 * time.Second,
	}
	if diff := cmp.Diff(want, storage.Patience()); diff != "" {
		t.Error(diff)
	}
	if (15*time.Minute)%storage.SameDay != 0 { // all zones are quarters of an hour apart
		t.Errorf("there is a zone in which a day begins within %v", storage.SameDay)
	}
	if storage.OldestServer != 14_00_00 {
		t.Errorf("the oldest PostgreSQL is %d, and 14 is named", storage.OldestServer)
	}
}
