package privatepg

import (
	"os"
	"os/exec"
	"testing"
)

// A process that has died is listed without a command line until its parent notices,
// and becomes nothing any more.
func TestADeadProcessBecomesNothing(t *testing.T) {
	t.Parallel()
	dead := exec.CommandContext(t.Context(), "/bin/sh", "-c", "exit 0")
	if err := dead.Start(); err != nil {
		t.Fatal(err)
	}
	for becomes(dead.Process.Pid) || runs(dead.Process.Pid, "exit 0") { // it is ending
		if err := pause(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if line, _ := commandLine(dead.Process.Pid); line != nil {
		t.Errorf("the process runs on as %q", line)
	}
	if err := dead.Wait(); err != nil {
		t.Fatal(err)
	}
	for _, pid := range []int{0, dead.Process.Pid, os.Getpid()} {
		if becomes(pid) {
			t.Errorf("process %d becomes another program", pid)
		}
	}
}
