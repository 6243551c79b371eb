package telegram_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/storage/storagetest"
)

func TestMain(m *testing.M) { os.Exit(withFolder(m)) }

// folder is where the program is built.
var folder string

func withFolder(m *testing.M) int {
	var err error
	if folder, err = os.MkdirTemp("", "terminbote-program-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	return storagetest.Run(m)
}

// built is the program, with the clock of the tests, made once for all of them.
var built = sync.OnceValues(func() (path string, err error) {
	path = filepath.Join(folder, "terminbote")
	flags := "-ldflags=-s -w -X=terminbote/command.ahead=" + clocktest.Ahead().String()
	out, err := exec.CommandContext(context.Background(), "go", "build", flags, "-o", path, "terminbote").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the program: %w: %s", err, out)
	}
	return path, nil
})

// build is where the program is.
func build(tb testing.TB) string {
	tb.Helper()
	if testing.Short() {
		tb.Skip("the program takes seconds to build")
	}
	path, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	return path
}

// program is `terminbote serve` as a process of its own: HTTP and environment
// are all that it shares with the test.
type program struct {
	tb      testing.TB
	path    string
	env     []string
	address string // of its HTTP server
	log     *logbook
	cmd     *exec.Cmd
}

// newProgram prepares the program to serve for the Bot API at api, on a database. It is not
// started yet.
func newProgram(tb testing.TB, path string, way way, api, token, database string) *program {
	tb.Helper()
	p := &program{tb: tb, path: path, address: loopbacktest.Address(tb), log: &logbook{}}
	p.env = append(os.Environ(), "DATABASE_URL="+database, "LISTEN="+p.address, "OFFICE=",
		"TELEGRAM_TOKEN="+token, "TELEGRAM_API_URL="+api, "TELEGRAM_WEBHOOK_SECRET=")
	if way == webhook {
		p.env = append(p.env, "TELEGRAM_WEBHOOK_SECRET="+secret, "PUBLIC_URL=http://"+p.address)
	}
	tb.Cleanup(p.kill)
	return p
}

func (p *program) start() {
	p.tb.Helper()
	p.cmd = exec.Command(p.path, "serve")
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = p.env, p.log, p.log
	if err := p.cmd.Start(); err != nil {
		p.tb.Fatal(err)
	}
}

// kill ends the program at once, whatever it is doing.
func (p *program) kill() {
	if p.cmd != nil && p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
	}
}

// stop has the program end by itself, and returns what it used.
func (p *program) stop() *syscall.Rusage {
	p.tb.Helper()
	began := clocktest.Now()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.tb.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		p.tb.Errorf("the program ended with %v\n%s", err, p.log)
	}
	if took := clocktest.Since(began); took > 10*time.Second {
		p.tb.Errorf("stopping took %v", took)
	}
	return p.cmd.ProcessState.SysUsage().(*syscall.Rusage)
}
