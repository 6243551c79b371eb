package privatepg

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(helperFolder); folder != "" {
		os.Exit(otherProgram(folder))
	}
	os.Exit(withTemplate(m))
}

// template is a folder with a server set up once: doing that for every test
// would take most of their time.
var template string

func withTemplate(m *testing.M) int {
	if flag.Parse(); testing.Short() {
		return m.Run()
	}
	var err error
	if template, err = os.MkdirTemp(quickFolder(), "privatepg-test-"); err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(template)
	s, err := Open(context.Background(), template, os.Stderr)
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	return m.Run()
}

// quickFolder is in memory, where there is room for some servers: a disk's file
// system takes longer than what they do.
func quickFolder() string {
	const memory, room = "/dev/shm", 1 << 30
	var has syscall.Statfs_t
	if syscall.Statfs(memory, &has) == nil && has.Bavail*uint64(has.Bsize) >= room {
		return memory
	}
	return "/tmp"
}

// newServerFolder is a folder with a server that does not run yet.
func newServerFolder(t *testing.T) string {
	t.Helper()
	dir := newTestFolder(t)
	if out, err := exec.CommandContext(t.Context(), "cp", "-a", template+"/.", dir).CombinedOutput(); err != nil {
		t.Fatalf("copy the server: %v: %s", err, out)
	}
	return dir
}

// newTestFolder is an empty folder for a server. t.TempDir would be closed to the
// user that root's server runs as.
func newTestFolder(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a server takes seconds to start and stop")
	}
	dir, err := os.MkdirTemp(quickFolder(), "privatepg-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := removeWhenLeft(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// removeWhenLeft removes a folder in which the keeper of a server that failed
// may still be opening its files: it looks around once and goes.
func removeWhenLeft(dir string) (err error) {
	for range 600 {
		if err = os.RemoveAll(dir); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

func mustOpen(t *testing.T, folder string) *Server {
	t.Helper()
	s, err := Open(t.Context(), folder, t.Output())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustClose(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// ask runs a query that answers with one text.
func ask(t *testing.T, s *Server, database, query string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), s.URL(database))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var answer string
	if err := conn.QueryRow(t.Context(), query).Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func pidOf(t *testing.T, folder string) int {
	t.Helper()
	pm, err := readPostmaster(filepath.Join(folder, "data"))
	if err != nil {
		t.Fatal(err)
	}
	return pm.pid
}

func awaitStop(t *testing.T, pid int, folder string) {
	t.Helper()
	for range 2000 {
		if !runs(pid, filepath.Join(folder, "data")) {
			return
		}
		time.Sleep(patience)
	}
	t.Errorf("server %d still runs", pid)
}

func TestAServerIsDurableAndTheSameEverywhere(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, newServerFolder(t))
	defer mustClose(t, s)
	want := map[string]string{
		"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "listen_addresses": "",
		"server_encoding": "UTF8", "TimeZone": "UTC", "log_timezone": "UTC", "unix_socket_permissions": "0700",
		"logging_collector": "off", "log_destination": "stderr", // where the program reads it and keeps it short
	}
	for parameter, value := range want {
		if got := ask(t, s, "postgres", "SHOW "+parameter); got != value {
			t.Errorf("%s is %q, want %q", parameter, got, value)
		}
	}
	if got := ask(t, s, "postgres", `SELECT datcollate FROM pg_database WHERE datname = 'template1'`); got != "C" {
		t.Errorf("collation is %s, want C", got)
	}
}

func TestNobodyElseMayEnter(t *testing.T) {
	t.Parallel()
	folder := newTestFolder(t)
	s := mustOpen(t, folder)
	defer mustClose(t, s)
	info, err := os.Stat(folder)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o700 {
		t.Errorf("the folder's mode is %o", info.Mode().Perm())
	}
	if owner, ok := info.Sys().(*syscall.Stat_t); !ok || owner.Uid == 0 {
		t.Error("the folder belongs to root")
	}
}

func TestWhatIsStoredOutlivesTheServer(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	s := mustOpen(t, folder)
	for range 2 { // the second time it is there already
		if _, err := s.Database(t.Context(), "office db"); err != nil {
			t.Fatal(err)
		}
	}
	ask(t, s, "office db", `WITH made AS (SELECT set_config('x.y', 'z', false)) SELECT set_config FROM made`)
	conn, err := pgx.Connect(t.Context(), s.URL("office db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), `CREATE TABLE kept AS SELECT 'yes' AS word`); err != nil {
		t.Fatal(err)
	}
	conn.Close(t.Context())
	pid := pidOf(t, folder)
	mustClose(t, s)
	if runs(pid, s.data()) {
		t.Error("the server runs though nobody uses it")
	}

	s = mustOpen(t, folder)
	defer mustClose(t, s)
	if got := ask(t, s, "office db", `SELECT word FROM kept`); got != "yes" {
		t.Errorf("got %q", got)
	}
}

func TestACrashIsMended(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	s := mustOpen(t, folder)
	defer mustClose(t, s)
	before := s.URL("postgres")
	busy, err := pgx.Connect(t.Context(), before) // its process outlives the server's a little
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close(context.Background())
	if err := syscall.Kill(pidOf(t, folder), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	awaitStop(t, pidOf(t, folder), folder)
	if err := s.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s, "postgres", `SELECT 'back'`); got != "back" || s.URL("postgres") != before {
		t.Errorf("got %q at %s, want it at %s", got, s.URL("postgres"), before)
	}
}

func TestAPidThatIsSomebodyElsesNowIsNoServer(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	mustClose(t, mustOpen(t, folder))
	// As after a power cut: the file is there, the number is this test's now.
	stale := fmt.Sprintf("%d\n%s/data\n1700000000\n5432\n%s\n\n  5432001    131\nready   \n", os.Getpid(), folder, folder)
	if err := os.WriteFile(pidFile(filepath.Join(folder, "data")), []byte(stale), 0o644); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, folder)
	defer mustClose(t, s)
	if got := ask(t, s, "postgres", `SELECT 'here'`); got != "here" {
		t.Error(got)
	}
}

func TestStopAndStart(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, newServerFolder(t))
	defer mustClose(t, s)
	if err := s.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if conn, err := pgx.Connect(t.Context(), s.URL("postgres")); err == nil {
		conn.Close(t.Context())
		t.Error("a stopped server answers")
	}
	if err := s.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, s, "postgres", `SELECT 'here'`); got != "here" {
		t.Error(got)
	}
}

func TestDataOfAnotherVersionAreRefused(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	s := mustOpen(t, folder)
	mustClose(t, s)
	version := filepath.Join(s.data(), "PG_VERSION")
	if err := os.WriteFile(version, []byte("99\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), folder, io.Discard)
	want := "were made by PostgreSQL 99, but here is only " + strconv.Itoa(s.Programs().Version)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

func TestAServerThatCannotStartSaysWhy(t *testing.T) {
	t.Parallel()
	_, err := Open(t.Context(), newServerFolder(t), io.Discard, With("shared_buffers", "plenty"))
	if err == nil || !strings.Contains(err.Error(), `invalid value for parameter "shared_buffers"`) {
		t.Errorf("got %v", err)
	}
}

func TestALongPathAndABlankInIt(t *testing.T) {
	t.Parallel()
	base := newTestFolder(t)
	if err := os.Chmod(base, 0o755); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(base, "a + b", strings.Repeat("long", 25))
	s := mustOpen(t, folder)
	if got := ask(t, s, "postgres", `SELECT 'here'`); got != "here" {
		t.Error(got)
	}
	mustClose(t, s)
	if _, err := os.Stat(s.socket); err == nil {
		t.Errorf("%s is left over", s.socket)
	}
}

func TestDatabasesThatNobodyUsesAreDiscarded(t *testing.T) {
	t.Parallel()
	s, err := Open(t.Context(), newServerFolder(t), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	urls := map[string]string{}
	for _, name := range []string{"kept", "passing_1", "passing_2"} {
		if urls[name], err = s.Database(t.Context(), name); err != nil {
			t.Fatal(err)
		}
	}
	used, err := pgx.Connect(t.Context(), urls["passing_2"])
	if err != nil {
		t.Fatal(err)
	}
	defer used.Close(context.Background())
	if err := s.Discard(t.Context(), "passing_%"); err != nil {
		t.Fatal(err)
	}
	for name, there := range map[string]bool{"kept": true, "passing_1": false, "passing_2": true} {
		conn, err := pgx.Connect(t.Context(), urls[name])
		if got := err == nil; got != there {
			t.Errorf("%s is there: %v, want %v (%v)", name, got, there, err)
		}
		if err == nil {
			_ = conn.Close(t.Context())
		}
	}
}
