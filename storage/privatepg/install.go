package privatepg

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// ErrMissing says that PostgreSQL is not on this machine.
var ErrMissing = errors.New("PostgreSQL's programs (postgres, initdb) are not on this machine")

//go:embed install.sh
var installScript string

// packagers is the package managers we know, and the command that installs
// PostgreSQL with each.
var packagers = []struct{ program, command string }{
	{"apt-get", "apt-get install -y postgresql"},
	{"dnf", "dnf install -y postgresql-server postgresql-contrib"},
	{"zypper", "zypper install -y postgresql-server postgresql-contrib"},
	{"pacman", "pacman -S --noconfirm postgresql"},
	{"apk", "apk add postgresql postgresql-contrib"},
	{"brew", "brew install postgresql@17"},
}

// missing is [ErrMissing] with what to do about it, in one line.
func missing(m machine) error {
	for _, p := range packagers {
		if _, err := m.lookPath(p.program); err != nil {
			continue
		}
		if m.root || p.program == "brew" {
			return fmt.Errorf("%w; install them with: %s", ErrMissing, p.command)
		}
		return fmt.Errorf("%w; install them with: sudo %s", ErrMissing, p.command)
	}
	return fmt.Errorf("%w; install PostgreSQL %d or newer (https://www.postgresql.org/download/) and put its programs into $PATH", ErrMissing, oldest)
}

// install installs PostgreSQL after saying so on log: with apt-get, as root or
// where sudo asks for no password. Otherwise it only says what to do.
func (m machine) install(ctx context.Context, log io.Writer, run func(context.Context, []string) error) error {
	command, ok := m.installer()
	if !ok {
		return missing(m)
	}
	fmt.Fprintln(log, "PostgreSQL is missing; installing it with apt-get install postgresql (no server is set up for the machine).")
	if err := run(ctx, command); err != nil {
		return fmt.Errorf("%w; installing did not work: %w", missing(m), err)
	}
	return nil
}

// installer is the command that runs a script as root, if there is one.
func (m machine) installer() ([]string, bool) {
	if _, err := m.lookPath("apt-get"); err != nil {
		return nil, false
	}
	if m.root {
		return []string{"/bin/sh", "-c", installScript}, true
	}
	if _, err := m.lookPath("sudo"); err != nil {
		return nil, false
	}
	if _, err := m.output("sudo", "-nv"); err != nil {
		return nil, false
	}
	return []string{"sudo", "-n", "/bin/sh", "-c", installScript}, true
}

func runInstall(ctx context.Context, command []string) error {
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%w: %s", err, lastLines(strings.TrimSpace(said.String()), 2))
	}
	return nil
}
