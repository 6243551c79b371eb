package storagetest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"terminbote/storage/privatepg"
)

// Pair is a server and its synchronous standby, each behind a wire: what is
// committed is on both.
type Pair struct {
	Primary, Standby *Server
	First, Second    *Wire
}

// NewPair starts both.
func NewPair(tb testing.TB) Pair {
	tb.Helper()
	p := Pair{Primary: NewServer(tb)}
	p.Standby = newStandby(tb, p.Primary)
	p.Primary.order(`ALTER SYSTEM SET synchronous_standby_names = '*'`)
	p.Primary.order(`SELECT pg_reload_conf()`)
	p.Primary.until(`SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')`)
	p.First, p.Second = NewWire(tb, p.Primary), NewWire(tb, p.Standby)
	return p
}

// URL names both, and asks for the one that takes what is written.
func (p Pair) URL() string {
	return fmt.Sprintf("postgres://terminbote@%s,%s/terminbote?target_session_attrs=read-write&sslmode=disable", p.First.Address(), p.Second.Address())
}

// Promote makes the standby the server that is written to.
func (p Pair) Promote() {
	p.Standby.tb.Helper()
	p.Standby.order(`SELECT pg_promote()`)
}

// newStandby starts a server that follows another.
func newStandby(tb testing.TB, of *Server) *Server {
	tb.Helper()
	s := &Server{tb: tb, folder: makeFolder(tb)}
	program := "pg_basebackup"
	if path := filepath.Join(of.private.Programs().Folder, program); exists(path) {
		program = path
	}
	owner := ownerOf(tb, filepath.Join(of.folder, "data"))
	for _, path := range []string{s.folder, filepath.Join(s.folder, "gate")} {
		if path != s.folder {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				tb.Fatal(err)
			}
		}
		if err := os.Chown(path, int(owner.Uid), int(owner.Gid)); err != nil {
			tb.Fatal(err)
		}
	}
	copying := exec.Command(program, "--host="+filepath.Dir(of.socket()), "--port=5432", "--username=terminbote",
		"--pgdata="+filepath.Join(s.folder, "data"), "--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync")
	copying.Dir = s.folder
	if os.Getuid() == 0 {
		copying.SysProcAttr = &syscall.SysProcAttr{Credential: owner}
	}
	if out, err := copying.CombinedOutput(); err != nil {
		tb.Fatalf("copy the server: %v: %s", err, out)
	}
	s.open(privatepg.With("hot_standby", "on"))
	s.url = s.private.URL("terminbote")
	return s
}

// socket is the file of the server's socket.
func (s *Server) socket() string {
	s.tb.Helper()
	config, err := pgx.ParseConfig(s.private.URL("postgres"))
	if err != nil {
		s.tb.Fatal(err)
	}
	_, path := pgconn.NetworkAddress(config.Host, config.Port)
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func ownerOf(tb testing.TB, path string) *syscall.Credential {
	tb.Helper()
	info, err := os.Stat(path)
	if err != nil {
		tb.Fatal(err)
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		tb.Fatal("this system knows no owners of files")
	}
	return &syscall.Credential{Uid: owner.Uid, Gid: owner.Gid}
}

// order has the server do something.
func (s *Server) order(what string) {
	s.tb.Helper()
	s.asked(func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, what)
		return err
	})
}

// until waits until the answer to a question is yes.
func (s *Server) until(question string) {
	s.tb.Helper()
	s.asked(func(ctx context.Context, conn *pgx.Conn) error {
		for {
			var yes bool
			if err := conn.QueryRow(ctx, question).Scan(&yes); err != nil || yes {
				return err
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(20 * time.Millisecond):
			}
		}
	})
}

// Ask returns the number that answers a question, asked of this very server.
func (s *Server) Ask(question string) (n int) {
	s.tb.Helper()
	s.asked(func(ctx context.Context, conn *pgx.Conn) error { return conn.QueryRow(ctx, question).Scan(&n) })
	return n
}

func (s *Server) asked(do func(context.Context, *pgx.Conn) error) {
	s.tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*tidyTime)
	defer cancel()
	conn, err := pgx.Connect(ctx, s.url)
	if err == nil {
		defer conn.Close(ctx)
		err = do(ctx, conn)
	}
	if err != nil {
		s.tb.Fatal(err)
	}
}
