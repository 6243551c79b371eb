package privatepg

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const (
	port       = "5432"
	socketName = ".s.PGSQL." + port
	logLimit   = 1 << 20
)

//go:embed start.sh
var startScript string

// setUp makes the data folder where there is none, once. It is made aside and
// then renamed, so that it is whole or not there.
func (s *Server) setUp(ctx context.Context, log io.Writer) error {
	version, err := dataVersion(s.folder)
	if err != nil || version != 0 {
		return err // provide has chosen programs of that version
	}
	fmt.Fprintf(log, "Setting up a private PostgreSQL %d in %s.\n", s.programs.Version, s.folder.path)
	fresh := s.data() + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := s.initdb(ctx, "--pgdata="+fresh, "--username="+superuser, "--auth=trust",
		"--encoding=UTF8", "--locale=C", "--no-sync"); err != nil {
		return err
	}
	// One pass over all files at the end costs less than initdb's own care.
	if err := s.initdb(ctx, "--pgdata="+fresh, "--sync-only"); err != nil {
		return err
	}
	return os.Rename(fresh, s.data())
}

func (s *Server) initdb(ctx context.Context, arguments ...string) error {
	cmd := s.command(ctx, s.programs.path("initdb"), arguments...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, lastLines(string(out), 3))
	}
	return nil
}

// dataVersion is the major version of PostgreSQL that made the data in f; 0
// if there are none yet.
func dataVersion(f folder) (int, error) {
	path := filepath.Join(f.path, "data", "PG_VERSION")
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	version, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	return version, nil
}

// run makes the server run and waits until it takes connections.
func (s *Server) run(ctx context.Context) error {
	running, err := s.await(ctx, 0)
	if err != nil || running {
		return err
	}
	if err := s.clearCrash(ctx); err != nil {
		return err
	}
	if err := s.trimLog(); err != nil {
		return err
	}
	pid, err := s.launch(ctx)
	if err != nil {
		return err
	}
	running, err = s.await(ctx, pid)
	if err == nil && !running {
		return fmt.Errorf("it did not start: %s", lastLines(s.readLog(), 5))
	}
	return err
}

// await waits while a server starts up or shuts down. It tells whether one
// runs in the end, and remembers where its socket is. The process launched
// counts as a server though it has not said so yet, also while it becomes another
// program. It is looked at once more when it seems gone.
func (s *Server) await(ctx context.Context, launched int) (bool, error) {
	gone := launched == 0
	for {
		pm, err := readPostmaster(s.data())
		if err != nil {
			return false, err
		}
		serves := pm.pid != 0 && runs(pm.pid, s.data())
		if serves && pm.ready {
			s.socket = pm.socket
			return true, nil
		}
		alive := serves || runs(launched, s.data()) || becomes(launched)
		if !alive && gone {
			return false, nil
		}
		gone = launched == 0 || !alive
		if err := pause(ctx); err != nil {
			return false, fmt.Errorf("wait for it to start: %w", err)
		}
	}
}

func (s *Server) launch(ctx context.Context) (pid int, err error) {
	socket, err := s.folder.socketFolder()
	if err != nil {
		return 0, err
	}
	arguments := []string{"-c", startScript, "start.sh", s.programs.path("postgres"), s.folder.path}
	for _, setting := range append(baseSettings(socket), s.settings...) {
		arguments = append(arguments, "-c", setting)
	}
	out, err := s.command(ctx, "/bin/sh", arguments...).Output()
	if err != nil {
		return 0, fmt.Errorf("start: %w", err)
	}
	return strconv.Atoi(strings.TrimSpace(string(out)))
}

func baseSettings(socket string) []string {
	return []string{
		"listen_addresses=", "port=" + port,
		"unix_socket_directories=" + quoted(socket), "unix_socket_permissions=0700",
		"timezone=UTC", "log_timezone=UTC",
		"logging_collector=off", "log_destination=stderr",
	}
}

// quoted is a folder as an element of a list, in which commas have a meaning.
func quoted(path string) string { return `"` + strings.ReplaceAll(path, `"`, `""`) + `"` }

// command prepares a program that runs as the server's user, on its own feet:
// an interrupt typed at the terminal is not meant for it.
func (s *Server) command(ctx context.Context, program string, arguments ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, arguments...)
	cmd.Dir = s.folder.path // the server's user may not be able to enter ours
	cmd.Env = []string{"LC_ALL=C", "TZ=UTC", "PATH=" + os.Getenv("PATH"), "LD_LIBRARY_PATH=" + os.Getenv("LD_LIBRARY_PATH")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Credential: s.folder.as}
	return cmd
}

// halt stops the server: open transactions are rolled back, connections cut.
func (s *Server) halt(ctx context.Context) error {
	pm, err := readPostmaster(s.data())
	if err != nil || pm.pid == 0 || !runs(pm.pid, s.data()) {
		return err
	}
	if err := syscall.Kill(pm.pid, syscall.SIGINT); err != nil && !errors.Is(err, syscall.ESRCH) {
		return fmt.Errorf("stop: %w", err)
	}
	for runs(pm.pid, s.data()) {
		if err := pause(ctx); err != nil {
			return fmt.Errorf("stop: %w", err)
		}
	}
	return nil
}

// trimLog keeps the server's log from growing for ever.
func (s *Server) trimLog() error {
	log, err := s.folder.open("log")
	if err != nil {
		return err
	}
	defer log.Close()
	if info, err := log.Stat(); err != nil || info.Size() < logLimit {
		return err
	}
	return log.Truncate(0)
}

func (s *Server) readLog() string {
	text, err := os.ReadFile(filepath.Join(s.folder.path, "log"))
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "; ")
}
