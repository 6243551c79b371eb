// Package storagetest gives every test a database of its own with all of our
// tables in it, on a real PostgreSQL, in some twenty milliseconds.
//
// The server is the one at TEST_DATABASE_URL, whose user must be allowed to
// create databases, or else a private one. All test programs that run at once
// share it, as package privatepg describes; it stops when the last of them
// ends, however that happens. It does not wait for the disk unless asked to:
// see [Durable].
//
// The databases are copies of a template that is made once for each state of
// the migrations. Tests of package storage itself have to be in storage_test,
// since this package uses storage.
package storagetest

import (
	"context"
	"fmt"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// tidyTime is how long tidying up after a test may take.
const tidyTime = 30 * time.Second

// Main runs the tests of a package that needs the server for most of them: it
// says once, not in each of them, if there is none, and has it stopped when it
// returns. Call it from TestMain; without it the server is started by the first
// test that asks.
func Main(m *testing.M) { os.Exit(Run(m)) }

// Run is like [Main] for a TestMain that has something to tidy up itself: it
// returns the code to exit with.
func Run(m *testing.M) int {
	s, err := quick()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	code := m.Run()
	if err := s.close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return max(code, 1)
	}
	return code
}

// New is a pool of connections to a new database with all tables, empty. Both
// are gone when the test ends.
func New(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	return pool(tb, URL(tb))
}

// URL is where a new database with all tables is, empty. It is gone when the
// test ends, even if somebody is still connected to it.
func URL(tb testing.TB) string {
	tb.Helper()
	return database(tb, quick, templateName())
}

// Filled is like [New], but for the rows that an order in SQL has put in. Databases
// with the same rows are copies as well, so that they cost no more than empty ones.
func Filled(tb testing.TB, order string) *pgxpool.Pool {
	tb.Helper()
	s, err := quick()
	if err != nil {
		tb.Fatal(err)
	}
	template, err := s.filled(tb.Context(), order)
	if err != nil {
		tb.Fatalf("fill a database for tests: %v", err)
	}
	return pool(tb, database(tb, quick, template))
}

// Empty is like [New], but without tables.
func Empty(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	return pool(tb, database(tb, quick, "template0"))
}

// Durable is like [New] on a server that has every commit on disk before it
// says so, as in an office: for benchmarks.
func Durable(tb testing.TB) *pgxpool.Pool {
	tb.Helper()
	return pool(tb, DurableURL(tb))
}

// DurableURL is like [URL] on the server of [Durable].
func DurableURL(tb testing.TB) string {
	tb.Helper()
	return database(tb, durable, templateName())
}

func pool(tb testing.TB, url string) *pgxpool.Pool {
	tb.Helper()
	p, err := pgxpool.New(tb.Context(), url)
	if err != nil {
		tb.Fatalf("connect to the test's database: %v", err)
	}
	tb.Cleanup(p.Close)
	return p
}

var databases atomic.Int64

// database makes a copy of template on a server and drops it in the end.
func database(tb testing.TB, on func() (*server, error), template string) string {
	tb.Helper()
	s, err := on()
	if err != nil {
		tb.Fatal(err)
	}
	name := fmt.Sprintf("%s%d_%d", testPrefix, os.Getpid(), databases.Add(1))
	if err := s.copyTemplate(tb.Context(), template, name); err != nil {
		tb.Fatalf("make the test's database: %v", err)
	}
	tb.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), tidyTime)
		defer cancel()
		if err := s.exec(ctx, "DROP DATABASE "+pgx.Identifier{name}.Sanitize()+" WITH (FORCE)"); err != nil {
			tb.Errorf("drop the test's database: %v", err)
		}
	})
	return s.url(name)
}
