package privatepg

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestDataLieWithTheOtherStateOfOnesPrograms(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		uid  int
		env  map[string]string
		want string
	}{
		{"root", 0, map[string]string{"HOME": "/home/chief", "XDG_STATE_HOME": "/home/chief/state"}, "/var/lib/terminbote"},
		{"a user", 1000, map[string]string{"HOME": "/home/ada"}, "/home/ada/.local/state/terminbote"},
		{"a user with a say", 1000, map[string]string{"HOME": "/home/ada", "XDG_STATE_HOME": "/state"}, "/state/terminbote"},
		{"a relative say does not count", 1000, map[string]string{"HOME": "/home/ada", "XDG_STATE_HOME": "state"}, "/home/ada/.local/state/terminbote"},
		{"nobody's home", 1000, nil, ""},
	}
	for _, test := range tests {
		got, err := defaultFolder(test.uid, func(name string) string { return test.env[name] })
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%s: got %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

func TestALongPathGetsAShortSocket(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), strings.Repeat("long", 30))
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	f := folder{path: path}
	for range 2 { // the second finds the folder of the first
		socket, err := f.socketFolder()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Remove(socket) })
		if n := len(filepath.Join(socket, socketName)); n > longestSocket {
			t.Errorf("the socket's path has %d bytes", n)
		}
	}
}

func TestASocketFolderOfSomebodyElseIsRefused(t *testing.T) {
	t.Parallel()
	open := t.TempDir()
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(open, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{open, link} {
		if err := (folder{}).owns(path); err == nil {
			t.Errorf("%s passes for ours", path)
		}
	}
}

func TestAFolderThatHoldsSomethingElseIsLeftAlone(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	if err := os.Chmod(path, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "letter"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := newFolder(path); err == nil || !strings.Contains(err.Error(), "holds something else") {
		t.Errorf("got %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("its mode is %v now (%v)", info.Mode(), err)
	}
}

func TestWhatIsClosedToTheServersUserIsNamed(t *testing.T) {
	t.Parallel()
	closed := filepath.Join(t.TempDir(), "closed")
	inside := filepath.Join(closed, "inside")
	if err := os.MkdirAll(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	stranger := folder{as: &syscall.Credential{Uid: 54321, Gid: 54321}}
	if blocked, ok := stranger.mayEnter(inside); ok {
		t.Errorf("a stranger may enter %s (blocked %q)", inside, blocked)
	}
	if _, ok := stranger.mayEnter("/usr"); !ok {
		t.Error("a stranger may not enter /usr")
	}
}
