// Package privatepg runs a PostgreSQL server of one's own from the programs
// found on the machine: in a folder of its own, reached only through a socket
// in a folder that nobody else may enter, and durable. It knows nothing of
// what is stored in it.
//
// Several programs share the server of one folder. The first starts it, later
// ones join, the last to leave stops it. Each holds a shared lock on the file
// "users" for as long as it lives, so the kernel keeps the count even when a
// program is killed; a small keeper process waits until nobody holds that lock
// any more and then stops a server that was left behind. So the death of the
// program that started the server takes it from nobody else, and does not
// leave it running either. Without the program flock(1) there is no keeper,
// and a server left behind runs until the next one who opens it leaves.
package privatepg

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// superuser owns everything in a private server. Who may enter the folder of
// its socket is already who may do everything.
const superuser = "terminbote"

// Server is a private PostgreSQL server that runs until the last who opened it
// closes it.
type Server struct {
	folder   folder
	programs Programs
	settings []string
	gate     *os.File // held while starting and stopping
	users    *os.File // held shared while in use
	socket   string   // the folder its socket lies in
}

// Option changes how a server runs. It works for who starts the server; who
// joins one takes it as it is.
type Option func(*Server)

// With sets a parameter of PostgreSQL, such as "max_connections".
func With(parameter, value string) Option {
	return func(s *Server) { s.settings = append(s.settings, parameter+"="+value) }
}

// Open starts the private server whose data lie in dir, or joins it where it
// runs already. An empty dir stands for [DefaultFolder]. What takes long or
// changes the machine is announced on log: the first set-up, and installing
// PostgreSQL where it is missing and that can be done. Where it cannot, the
// error is [ErrMissing] and names the command that does.
func Open(ctx context.Context, dir string, log io.Writer, options ...Option) (*Server, error) {
	s, err := open(ctx, dir, log, options)
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	return s, nil
}

func open(ctx context.Context, dir string, log io.Writer, options []Option) (*Server, error) {
	f, err := newFolder(dir)
	if err != nil {
		return nil, err
	}
	s := &Server{folder: f}
	for _, option := range options {
		option(s)
	}
	if err := s.enter(ctx, log); err != nil {
		s.leave()
		return nil, err
	}
	return s, nil
}

// enter counts s among the users of the server and makes it run.
func (s *Server) enter(ctx context.Context, log io.Writer) (err error) {
	if s.gate, err = s.folder.open(gateName); err != nil {
		return err
	}
	if s.users, err = s.folder.open("users"); err != nil {
		return err
	}
	if err := lockExclusive(ctx, s.gate); err != nil {
		return err
	}
	defer unlock(s.gate)
	if err := lockShared(ctx, s.users); err != nil {
		return err
	}
	if s.programs, err = provide(ctx, s.folder, log); err != nil {
		return err
	}
	if err := s.setUp(ctx, log); err != nil {
		return err
	}
	return s.run(ctx)
}

// leave gives up both locks; the keeper stops what nobody uses.
func (s *Server) leave() {
	for _, f := range []*os.File{s.users, s.gate} {
		if f != nil {
			unlock(f)
			f.Close()
		}
	}
}

// URL is where to reach database in this server, for pgx and libpq alike. It
// stays the same when the server is stopped and started again.
func (s *Server) URL(database string) string {
	query := url.Values{"host": {s.socket}, "port": {port}, "user": {superuser}, "sslmode": {"disable"}}
	// libpq does not read a plus sign as a blank.
	return "postgres:///" + url.PathEscape(database) + "?" + strings.ReplaceAll(query.Encode(), "+", "%20")
}

// Programs is the PostgreSQL that the server runs on.
func (s *Server) Programs() Programs { return s.programs }

// Start makes the server run again where it has stopped or died; a server that
// runs is left alone.
func (s *Server) Start(ctx context.Context) error {
	if err := lockExclusive(ctx, s.gate); err != nil {
		return err
	}
	defer unlock(s.gate)
	if err := s.run(ctx); err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	return nil
}

// Stop ends the server though others may use it, and cuts their connections.
// What was committed stays.
func (s *Server) Stop(ctx context.Context) error {
	if err := lockExclusive(ctx, s.gate); err != nil {
		return err
	}
	defer unlock(s.gate)
	if err := s.halt(ctx); err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	return nil
}

// Close leaves the server, and stops it if nobody else uses it. It may be
// called once.
func (s *Server) Close() error {
	defer s.leave()
	ctx := context.Background()
	if err := lockExclusive(ctx, s.gate); err != nil {
		return err
	}
	if !lastUser(s.users) {
		return nil
	}
	if err := s.halt(ctx); err != nil {
		return fmt.Errorf("private PostgreSQL: %w", err)
	}
	if s.socket != s.folder.path {
		os.Remove(s.socket) // only what is empty
	}
	return nil
}

func (s *Server) data() string { return filepath.Join(s.folder.path, "data") }
