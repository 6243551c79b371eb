package privatepg

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// helperFolder makes this test binary open the server in that folder, say so,
// and wait to be told to leave, or to be killed.
const helperFolder = "PRIVATEPG_TEST_FOLDER"

func otherProgram(folder string) int {
	s, err := Open(context.Background(), folder, io.Discard)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("ready")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	if err := s.Close(); err != nil {
		return 1
	}
	return 0
}

// other is another program that shares the server in folder.
type other struct {
	cmd   *exec.Cmd
	leave io.Closer
}

func startOther(t *testing.T, folder string) other {
	t.Helper()
	cmd := exec.CommandContext(context.Background(), os.Args[0]) // ends as the test says
	cmd.Env = append(os.Environ(), helperFolder+"="+folder)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("another program: %q, %v", line, err)
	}
	return other{cmd, in}
}

func (o other) kill(t *testing.T) {
	t.Helper()
	if err := o.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = o.cmd.Wait() // it says that it was killed
}

func (o other) close(t *testing.T) {
	t.Helper()
	o.leave.Close()
	if err := o.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

func TestTheLastToLeaveStopsIt(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	const programs = 4
	servers := make([]*Server, programs)
	var all sync.WaitGroup
	for i := range servers {
		all.Go(func() {
			s, err := Open(t.Context(), folder, io.Discard)
			if err != nil {
				t.Error(err)
			}
			servers[i] = s
		})
	}
	all.Wait()
	if t.Failed() {
		return
	}
	pid := pidOf(t, folder)
	for _, s := range servers[1:] {
		mustClose(t, s)
		if got := ask(t, servers[0], "postgres", `SELECT 'here'`); got != "here" {
			t.Error(got)
		}
	}
	if again := pidOf(t, folder); again != pid {
		t.Errorf("the server changed from %d to %d", pid, again)
	}
	mustClose(t, servers[0])
	if runs(pid, servers[0].data()) {
		t.Error("the server outlives its users")
	}
}

func TestTheDeathOfWhoStartedItTakesItFromNobody(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	first := startOther(t, folder)
	pid := pidOf(t, folder)
	s := mustOpen(t, folder)
	first.kill(t)
	time.Sleep(50 * time.Millisecond)
	if got := ask(t, s, "postgres", `SELECT 'here'`); got != "here" {
		t.Error(got)
	}
	mustClose(t, s)
	awaitStop(t, pid, folder)
}

func TestAServerLeftByAKilledProgramStopsByItself(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	only := startOther(t, folder)
	pid := pidOf(t, folder)
	only.kill(t)
	awaitStop(t, pid, folder)
	if _, err := os.Stat(pidFile(filepath.Join(folder, "data"))); err == nil {
		t.Error("it stopped without tidying up")
	}
}

func TestProgramsComeAndGo(t *testing.T) {
	t.Parallel()
	folder := newServerFolder(t)
	for range 3 {
		first := startOther(t, folder)
		second := startOther(t, folder)
		first.close(t)
		third := startOther(t, folder)
		second.kill(t)
		third.close(t)
	}
	if pid := pidOf(t, folder); pid != 0 {
		awaitStop(t, pid, folder)
	}
}
