package storagetest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"

	"terminbote/storage/privatepg"
)

// server is a PostgreSQL on which test databases are made.
type server struct {
	private *privatepg.Server // nil: somebody else's, at TEST_DATABASE_URL
	hub     string            // a database to give orders from
	idle    chan *pgx.Conn    // to the hub: each one is a process of the server's
}

// quick is the server that all test programs share, opened by the first who
// asks and then held as long as the process lives. It does not wait for the
// disk.
var quick = sync.OnceValues(func() (*server, error) { return openShared("", quickFolder(), "fsync=off") })

// durable is like quick, but on a folder that is on a disk, and waiting for it.
var durable = sync.OnceValues(func() (*server, error) {
	s, err := openShared("-durable", "/var/tmp", "fsync=on")
	if err != nil {
		return nil, err
	}
	return s, s.mustBeDurable()
})

func openShared(suffix, base, fsync string) (*server, error) {
	ctx := context.Background()
	s, err := external()
	if s == nil && err == nil {
		s, err = openPrivate(ctx, sharedFolder(base, suffix), fsync)
	}
	if err != nil {
		return nil, fmt.Errorf("tests need a PostgreSQL: %w", err)
	}
	s.idle = make(chan *pgx.Conn, 2)
	if err := s.prepare(ctx); err != nil {
		return nil, fmt.Errorf("prepare PostgreSQL for tests: %w", err)
	}
	return s, nil
}

func external() (*server, error) {
	hub := os.Getenv("TEST_DATABASE_URL")
	if hub == "" {
		return nil, nil
	}
	if _, err := pgx.ParseConfig(hub); err != nil {
		return nil, fmt.Errorf("TEST_DATABASE_URL: %w", err)
	}
	return &server{hub: hub}, nil
}

func openPrivate(ctx context.Context, folder, fsync string) (*server, error) {
	parameter, value, _ := strings.Cut(fsync, "=")
	private, err := privatepg.Open(ctx, folder, os.Stderr,
		privatepg.With(parameter, value),
		privatepg.With("max_connections", "300"))
	if err != nil {
		return nil, err
	}
	return &server{private: private, hub: private.URL("postgres")}, nil
}

// url is where database is on this server.
func (s *server) url(database string) string {
	if s.private != nil {
		return s.private.URL(database)
	}
	if u, err := url.Parse(s.hub); err == nil && u.Scheme != "" {
		u.Path = "/" + database
		return u.String()
	}
	return s.hub + " dbname=" + database // of keywords, the last one counts
}

// do does at the hub what has to be done there, over a connection that is kept
// for the next one.
func (s *server) do(ctx context.Context, work func(*pgx.Conn) error) error {
	conn, err := s.connection(ctx)
	if err != nil {
		return err
	}
	if err := work(conn); err != nil {
		return errors.Join(err, conn.Close(context.WithoutCancel(ctx)))
	}
	select {
	case s.idle <- conn:
		return nil
	default:
		return conn.Close(context.WithoutCancel(ctx))
	}
}

// connection is one that nobody uses, or a new one.
func (s *server) connection(ctx context.Context) (*pgx.Conn, error) {
	select {
	case conn := <-s.idle:
		return conn, nil
	default:
		return pgx.Connect(ctx, s.hub)
	}
}

func (s *server) exec(ctx context.Context, order string) error {
	return s.do(ctx, func(conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, order)
		return err
	})
}

func (s *server) mustBeDurable() error {
	ctx := context.Background()
	return s.do(ctx, func(conn *pgx.Conn) error {
		var fsync string
		if err := conn.QueryRow(ctx, `SHOW fsync`).Scan(&fsync); err != nil {
			return err
		}
		if fsync != "on" {
			return errors.New("benchmarks need a PostgreSQL with fsync=on")
		}
		return nil
	})
}

func (s *server) close() error {
	for len(s.idle) > 0 {
		_ = (<-s.idle).Close(context.Background()) // the server ends, or this process
	}
	if s.private == nil {
		return nil
	}
	return s.private.Close()
}
