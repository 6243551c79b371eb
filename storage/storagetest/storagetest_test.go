package storagetest_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { storagetest.Main(m) }

func count(t *testing.T, pool *pgxpool.Pool, query string) (n int) {
	t.Helper()
	if err := pool.QueryRow(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEveryTestHasADatabaseOfItsOwn(t *testing.T) {
	t.Parallel()
	first, second := storagetest.New(t), storagetest.New(t)
	if _, err := first.Exec(t.Context(), `CREATE TABLE only_here (id int)`); err != nil {
		t.Fatal(err)
	}
	const seen = `SELECT count(*) FROM pg_tables WHERE tablename IN ('only_here', 'river_job')`
	if want, got := 2, count(t, first, seen); got != want {
		t.Errorf("the first sees %d tables, want %d", got, want)
	}
	if want, got := 1, count(t, second, seen); got != want {
		t.Errorf("the second sees %d tables, want %d", got, want)
	}
}

func TestADatabaseEndsWithItsTest(t *testing.T) { //nolint:tparallel // it waits for the end of the test within
	t.Parallel()
	var url string
	t.Run("a test that leaves a connection open", func(t *testing.T) {
		url = storagetest.URL(t)
		if _, err := pgx.Connect(t.Context(), url); err != nil {
			t.Fatal(err)
		}
	})
	if conn, err := pgx.Connect(t.Context(), url); err == nil {
		conn.Close(t.Context())
		t.Error("the database outlives its test")
	}
}

func TestOnlyBenchmarksWaitForTheDisk(t *testing.T) {
	t.Parallel()
	want := map[*pgxpool.Pool]string{storagetest.Durable(t): "on"}
	if os.Getenv("TEST_DATABASE_URL") == "" { // somebody else's server is as it is
		want[storagetest.New(t)] = "off"
	}
	for pool, fsync := range want {
		var got string
		if err := pool.QueryRow(t.Context(), `SHOW fsync`).Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != fsync {
			t.Errorf("fsync is %s, want %s", got, fsync)
		}
	}
}

func TestADatabaseThatGoesAwayComesBack(t *testing.T) {
	t.Parallel()
	server := storagetest.NewServer(t)
	pool, err := pgxpool.New(t.Context(), server.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	if _, err := pool.Exec(t.Context(), `CREATE TABLE kept AS SELECT 1 AS n`); err != nil {
		t.Fatal(err)
	}
	server.Stop()
	if _, err := pool.Exec(t.Context(), `SELECT 1`); err == nil {
		t.Error("a stopped server answers")
	}
	server.Start()
	if n := count(t, pool, `SELECT n FROM kept`); n != 1 {
		t.Errorf("got %d", n)
	}
}

func TestTheSchemaIsOursAndReadable(t *testing.T) {
	t.Parallel()
	schema := storagetest.Schema(t, storagetest.URL(t))
	for _, foreign := range []string{"river_", "goose_db_version", "\nSET ", "Dumped", "public.", "restrict"} {
		if strings.Contains(schema, foreign) {
			t.Errorf("the schema has %q in it:\n%s", foreign, schema)
		}
	}
}

// TestWithoutPostgreSQLTestsFail runs one test of this binary on a machine
// whose server cannot be reached.
func TestWithoutPostgreSQLTestsFail(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestEveryTestHasADatabaseOfItsOwn$")
	cmd.Env = append(os.Environ(), "TEST_DATABASE_URL=postgres:///none?host="+filepath.Join(os.TempDir(), "nowhere"))
	out, err := cmd.CombinedOutput()
	if err == nil || strings.Contains(string(out), "SKIP") {
		t.Errorf("tests pass without a database:\n%s", out)
	}
}

// TestHelperWaitsForever is what the next test kills: a test program with a
// server that it has started itself.
func TestHelperWaitsForever(t *testing.T) {
	t.Parallel()
	if os.Getenv(helper) == "" {
		return
	}
	storagetest.NewServer(t)
	if _, err := os.Stderr.WriteString(helper + "\n"); err != nil {
		t.Fatal(err)
	}
	select {}
}

const helper = "STORAGETEST_HELPER"

// A server that kept the pipe of the program that started it would keep
// go test waiting for the end of its output.
func TestAKilledTestProgramLeavesNothingRunning(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a server of one's own takes seconds")
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestHelperWaitsForever$")
	cmd.Env = append(os.Environ(), helper+"=1")
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for said.Text() != helper && said.Scan() {
		continue
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		_, _ = io.Copy(io.Discard, out) // ends when the last holder is gone
	}()
	select {
	case <-closed:
	case <-time.After(20 * time.Second):
		t.Error("somebody still holds the pipe of a killed test program")
	}
	_ = cmd.Wait() // it says that it was killed
	removeWhenStopped(t, fmt.Sprintf("terminbote-own-%d-*", cmd.Process.Pid))
}

// removeWhenStopped waits for the keeper to stop the server in the one folder
// that matches pattern, in memory or on the disk.
func removeWhenStopped(t *testing.T, pattern string) {
	t.Helper()
	var folders []string
	for _, base := range []string{"/dev/shm", "/tmp", os.TempDir()} {
		found, err := filepath.Glob(filepath.Join(base, pattern))
		if err != nil {
			t.Fatal(err)
		}
		folders = append(folders, found...)
	}
	if folders = slices.Compact(folders); len(folders) != 1 {
		t.Fatalf("the killed program's folder: %q", folders)
	}
	for range 2000 {
		if _, err := os.Stat(filepath.Join(folders[0], "data", "postmaster.pid")); err != nil {
			if err := os.RemoveAll(folders[0]); err != nil {
				t.Error(err)
			}
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("the server in %s still runs", folders[0])
}
