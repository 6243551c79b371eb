package privatepg

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// postmaster is what a server says of itself in its file postmaster.pid. The
// zero postmaster stands for no such file.
type postmaster struct {
	pid    int
	socket string
	memory string // the id of its shared memory
	ready  bool
}

// The lines of postmaster.pid that we read (src/include/utils/pidfile.h).
const (
	pidLine    = 0
	socketLine = 4
	memoryLine = 6 // key and id
	statusLine = 7
)

func readPostmaster(data string) (postmaster, error) {
	text, err := os.ReadFile(pidFile(data))
	if errors.Is(err, fs.ErrNotExist) {
		return postmaster{}, nil
	}
	if err != nil {
		return postmaster{}, err
	}
	return parsePostmaster(string(text)), nil
}

// parsePostmaster takes what is there: the server writes the file line by line
// while it starts.
func parsePostmaster(text string) postmaster {
	lines := strings.Split(text, "\n")
	pid, err := strconv.Atoi(lines[pidLine])
	if err != nil || pid <= 0 {
		return postmaster{}
	}
	pm := postmaster{pid: pid}
	if len(lines) > socketLine {
		pm.socket = lines[socketLine]
	}
	if len(lines) > memoryLine+1 {
		if words := strings.Fields(lines[memoryLine]); len(words) == 2 {
			pm.memory = words[1]
		}
	}
	if len(lines) > statusLine {
		pm.ready = strings.TrimSpace(lines[statusLine]) == "ready"
	}
	return pm
}

func pidFile(data string) string { return filepath.Join(data, "postmaster.pid") }

// clearCrash makes room for a new server after the old one crashed: it waits
// until the last of the old one's processes has noticed, and removes the files
// that hold its number where that is still listed: as another program's by
// now, or as that of a dead process whose parent does not care. PostgreSQL
// would refuse to start beside either.
func (s *Server) clearCrash(ctx context.Context) error {
	pm, err := readPostmaster(s.data())
	if err != nil || pm.pid == 0 {
		return err
	}
	for attached(pm.memory) {
		if err := pause(ctx); err != nil {
			return fmt.Errorf("wait for the rest of a crashed server: %w", err)
		}
	}
	if errors.Is(syscall.Kill(pm.pid, 0), syscall.ESRCH) {
		return nil
	}
	for _, left := range []string{filepath.Join(pm.socket, socketName+".lock"), pidFile(s.data())} {
		if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove what a crash left: %w", err)
		}
	}
	return nil
}

// attached tells whether a process still uses the shared memory of that id;
// where the system does not list it, none does.
func attached(memory string) bool {
	table, err := os.ReadFile("/proc/sysvipc/shm")
	if err != nil || memory == "" {
		return false
	}
	for row := range strings.Lines(string(table)) {
		const id, users = 1, 6
		columns := strings.Fields(row)
		if len(columns) > users && columns[id] == memory {
			return columns[users] != "0"
		}
	}
	return false
}

// runs tells whether process pid is the server of data. Numbers are given
// again, and a server that has died may still be listed, without a command
// line, until its parent notices.
func runs(pid int, data string) bool {
	if pid == 0 {
		return false
	}
	line, known := commandLine(pid)
	if !known {
		return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
	}
	for _, argument := range line {
		if string(argument) == data || string(argument) == filepath.Dir(data) {
			return true
		}
	}
	return false
}

// becomes tells whether process pid is about to be another program: it is listed
// without a command line, and is not one that has died and waits for its parent.
// On a busy machine that takes more than a moment.
func becomes(pid int) bool {
	if line, known := commandLine(pid); pid == 0 || !known || line != nil {
		return false
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, state, ok := bytes.Cut(stat, []byte(") "))
	return err == nil && ok && !bytes.ContainsAny(state[:1], "ZX")
}

// commandLine is the command line of process pid: nil if there is none such,
// and unknown where the system does not tell.
func commandLine(pid int) (line [][]byte, known bool) {
	if _, err := os.Stat("/proc/self/cmdline"); err != nil {
		return nil, false
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil || len(text) == 0 {
		return nil, true
	}
	return bytes.Split(text, []byte{0}), true
}
