package storagetest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Freeze stops all processes of the server where they are, as a machine does
// that hangs: connections stay, new ones are taken by the system, and nobody is
// answered.
func (s *Server) Freeze() {
	s.tb.Helper()
	s.signal(syscall.SIGSTOP)
	s.tb.Cleanup(s.Thaw)
}

// Thaw lets a frozen server go on.
func (s *Server) Thaw() {
	s.tb.Helper()
	s.signal(syscall.SIGCONT)
}

// Kill ends all processes of the server at once.
func (s *Server) Kill() {
	s.tb.Helper()
	s.signal(syscall.SIGKILL)
}

// signal sends a signal to the server, and then to the processes that it has
// started: it starts no more once it has got it.
func (s *Server) signal(what syscall.Signal) {
	s.tb.Helper()
	first, ok := s.pid()
	if !ok {
		return // it has ended
	}
	all := []int{first}
	if what == syscall.SIGKILL {
		all = append(all, children(first)...) // nobody knows them afterwards
	}
	for i := 0; i < len(all); i++ {
		if err := syscall.Kill(all[i], what); err != nil && !errors.Is(err, syscall.ESRCH) {
			s.tb.Error(err)
		}
		if i == 0 && what != syscall.SIGKILL {
			all = append(all, children(first)...)
		}
	}
}

// pid is the server's first process.
func (s *Server) pid() (int, bool) {
	text, err := os.ReadFile(filepath.Join(s.folder, "data", "postmaster.pid"))
	if err != nil {
		return 0, false
	}
	line, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(line)
	return pid, err == nil && pid > 0
}

// children is the processes that a process has started, as Linux lists them.
func children(of int) (all []int) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", of))
	if err != nil {
		return nil
	}
	for word := range strings.FieldsSeq(string(text)) {
		if pid, err := strconv.Atoi(word); err == nil {
			all = append(all, pid)
		}
	}
	return all
}
