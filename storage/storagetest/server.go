package storagetest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"

	"terminbote/storage/privatepg"
)

// server is a PostgreSQL on which test databases are made.
type server struct {
	private *privatepg.Server // nil: somebody else's, at TEST_DATABASE_URL
	hub     string            // a database to give orders from
}

// quick is the server that all test programs share, opened by the first who
// asks and then held as long as the process lives. It does not wait for the
// disk.
var quick = sync.OnceValues(func() (*server, error) { return openShared("", os.TempDir(), "fsync=off") })

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

// sharedFolder is where the server of all test programs of this user lives.
// What did not wait for the disk is worth nothing after the machine went down,
// and what another PostgreSQL made cannot be read, so both are in its name.
func sharedFolder(base, suffix string) string {
	if os.Getuid() == 0 {
		// Root's TMPDIR may be closed to the user that PostgreSQL runs as.
		base = strings.Replace(base, os.TempDir(), "/tmp", 1)
	}
	ours := filepath.Join(base, fmt.Sprintf("terminbote-test-%d-", os.Getuid()))
	boot := bootID()
	removeOtherBoots(ours, boot)
	version := 0
	if programs, err := privatepg.Find(); err == nil {
		version = programs.Version
	}
	return fmt.Sprintf("%s%s-pg%d%s", ours, boot, version, suffix)
}

// bootID changes whenever the machine starts, where it has such a thing.
func bootID() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil || len(id) < 8 {
		return "noboot"
	}
	return string(id[:8])
}

// removeOtherBoots removes folders whose servers went down with the machine.
func removeOtherBoots(ours, boot string) {
	folders, err := filepath.Glob(ours + "*")
	if err != nil {
		return
	}
	for _, folder := range folders {
		if !strings.HasPrefix(folder, ours+boot) {
			_ = os.RemoveAll(folder) // what stays takes room and does no harm
		}
	}
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

// do connects to the hub for what has to be done there.
func (s *server) do(ctx context.Context, work func(*pgx.Conn) error) error {
	conn, err := pgx.Connect(ctx, s.hub)
	if err != nil {
		return err
	}
	return errors.Join(work(conn), conn.Close(context.WithoutCancel(ctx)))
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
	if s.private == nil {
		return nil
	}
	return s.private.Close()
}
