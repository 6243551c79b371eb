package storagetest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"terminbote/storage"
	"terminbote/storage/privatepg"
)

// ownPrefix begins the names of the folders of such servers; the process
// follows.
const ownPrefix = "terminbote-own-"

// Server is a database server of a test's own, with one database that has all
// tables: for tests in which the database goes away. It takes about a second
// to set up, so that these tests are left out with -short.
type Server struct {
	tb      testing.TB
	private *privatepg.Server
	folder  string
	url     string
}

// NewServer starts a server of the test's own. It is gone when the test ends.
func NewServer(tb testing.TB, options ...privatepg.Option) *Server {
	tb.Helper()
	if testing.Short() {
		tb.Skip("a server of one's own takes seconds")
	}
	s := &Server{tb: tb, folder: makeFolder(tb)}
	s.open(options...)
	s.fill()
	return s
}

// makeFolder makes a folder for a server, which is gone when the test ends.
func makeFolder(tb testing.TB) string {
	tb.Helper()
	// Not tb.TempDir: as root, that is closed to the user PostgreSQL runs as.
	removeAbandoned()
	folder, err := os.MkdirTemp(quickFolder(), fmt.Sprintf("%s%d-", ownPrefix, os.Getpid()))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(folder); err != nil {
			tb.Error(err)
		}
	})
	return folder
}

// open starts the server in its folder until the test ends.
func (s *Server) open(options ...privatepg.Option) {
	s.tb.Helper()
	var err error
	options = append([]privatepg.Option{privatepg.With("fsync", "off")}, options...)
	if s.private, err = privatepg.Open(s.tb.Context(), s.folder, s.tb.Output(), options...); err != nil {
		s.tb.Fatalf("tests need a PostgreSQL: %v", err)
	}
	s.tb.Cleanup(func() {
		if err := s.private.Close(); err != nil {
			s.tb.Error(err)
		}
	})
}

// removeAbandoned removes the folders of test programs that were killed, once
// their servers have had the time to stop.
func removeAbandoned() {
	folders, err := filepath.Glob(filepath.Join(quickFolder(), ownPrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		info, err := os.Stat(folder)
		if err == nil && time.Since(info.ModTime()) > time.Minute && abandoned(filepath.Base(folder), ownPrefix, "-") {
			_ = os.RemoveAll(folder) // what stays takes room and does no harm
		}
	}
}

func (s *Server) fill() {
	s.tb.Helper()
	var err error
	if s.url, err = s.private.Database(s.tb.Context(), "terminbote"); err != nil {
		s.tb.Fatal(err)
	}
	if err := storage.Migrate(s.tb.Context(), s.url); err != nil {
		s.tb.Fatal(err)
	}
}

// URL is where the server's database is. It stays the same over [Server.Stop]
// and [Server.Start].
func (s *Server) URL() string { return s.url }

// Stop takes the server away: connections are cut, new ones refused. What was
// committed stays.
func (s *Server) Stop() {
	s.tb.Helper()
	if err := s.private.Stop(context.Background()); err != nil {
		s.tb.Fatal(err)
	}
}

// Start brings the server back.
func (s *Server) Start() {
	s.tb.Helper()
	if err := s.private.Start(context.Background()); err != nil {
		s.tb.Fatal(err)
	}
}
