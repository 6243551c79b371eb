package privatepg

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
)

func TestWhatIsMissingIsNamedWithTheCommandThatInstallsIt(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		path map[string]string
		root bool
		want string
	}{
		{"Debian", map[string]string{"apt-get": ""}, false, "install them with: sudo apt-get install -y postgresql"},
		{"Debian, as root", map[string]string{"apt-get": ""}, true, "install them with: apt-get install -y postgresql"},
		{"Fedora", map[string]string{"dnf": ""}, false, "install them with: sudo dnf install -y postgresql-server postgresql-contrib"},
		{"a Mac", map[string]string{"brew": ""}, false, "install them with: brew install postgresql@17"},
		{"elsewhere", nil, false, "https://www.postgresql.org/download/"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			m := fakeMachine(nil, test.path)
			m.root = test.root
			err := missing(m)
			if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %q, want one line with %q", err, test.want)
			}
		})
	}
}

func TestItIsInstalledOnlyWhereThatCanBeDone(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		path map[string]string
		root bool
		want string // the program that is run
	}{
		{"root on Debian", map[string]string{"apt-get": ""}, true, "/bin/sh"},
		{"sudo without a password", map[string]string{"apt-get": "", "sudo": ""}, false, "sudo"},
		{"no sudo", map[string]string{"apt-get": ""}, false, ""},
		{"another system", map[string]string{"dnf": ""}, true, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			m := fakeMachine(nil, test.path)
			m.root = test.root
			var said strings.Builder
			var ran string
			err := m.install(context.Background(), &said, func(_ context.Context, command []string) error {
				ran = command[0]
				return nil
			})
			if ran != test.want {
				t.Errorf("ran %q, want %q", ran, test.want)
			}
			if installs := test.want != ""; installs != (err == nil) || installs != strings.Contains(said.String(), "installing") {
				t.Errorf("error %v, said %q", err, said.String())
			}
		})
	}
}

func TestASudoThatAsksForAPasswordIsLeftAlone(t *testing.T) {
	t.Parallel()
	m := fakeMachine(nil, map[string]string{"apt-get": "", "sudo": ""})
	m.output = func(string, string) (string, error) { return "", errors.New("a password is required") }
	if command, ok := m.installer(); ok {
		t.Errorf("would run %q", command)
	}
}

func TestAFailedInstallationStillNamesTheCommand(t *testing.T) {
	t.Parallel()
	m := fakeMachine(nil, map[string]string{"apt-get": ""})
	m.root = true
	err := m.install(context.Background(), &strings.Builder{}, func(context.Context, []string) error {
		return errors.New("no network")
	})
	if !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "apt-get install -y postgresql; installing did not work: no network") {
		t.Errorf("got %v", err)
	}
}

func TestTheScriptsAreSoundShell(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{"start.sh": startScript, "install.sh": installScript} {
		if out, err := exec.CommandContext(t.Context(), "/bin/sh", "-n", "-c", script).CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
}
