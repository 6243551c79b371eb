package privatepg

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// rootFolder is where root's private server lies: PostgreSQL refuses to run as
// root, and the user that it runs as instead may not enter root's home.
const rootFolder = "/var/lib/terminbote"

// longestSocket is the longest path a socket may have: 107 bytes on Linux, 103
// on others.
const longestSocket = 103

// gateName is the file that is locked while a server starts or stops; it is
// the first that a folder gets.
const gateName = "gate"

// folder is where a server lives, and the user that owns it.
type folder struct {
	path string
	as   *syscall.Credential // nil: the user we are
}

// DefaultFolder is where a private server's data lie if nothing else is said:
// with the other state of one's programs, root's below /var/lib.
func DefaultFolder() (string, error) { return defaultFolder(os.Getuid(), os.Getenv) }

func defaultFolder(uid int, getenv func(string) string) (string, error) {
	switch {
	case uid == 0:
		return rootFolder, nil
	case filepath.IsAbs(getenv("XDG_STATE_HOME")):
		return filepath.Join(getenv("XDG_STATE_HOME"), "terminbote"), nil
	case filepath.IsAbs(getenv("HOME")):
		return filepath.Join(getenv("HOME"), ".local", "state", "terminbote"), nil
	}
	return "", errors.New("no folder for its data: neither XDG_STATE_HOME nor HOME is set")
}

// newFolder makes the folder at path ready: there, ours, closed to others.
func newFolder(path string) (folder, error) {
	if path == "" {
		var err error
		if path, err = DefaultFolder(); err != nil {
			return folder{}, err
		}
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return folder{}, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return folder{}, err
	}
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return folder{}, err
	}
	f := folder{path: path}
	if err := f.free(); err != nil {
		return folder{}, err
	}
	if os.Getuid() == 0 {
		if f.as, err = unprivileged(path); err != nil {
			return folder{}, err
		}
	}
	return f, f.close()
}

// free refuses a folder that holds something else: it is about to be closed to
// everybody.
func (f folder) free() error {
	entries, err := os.ReadDir(f.path)
	if err != nil || len(entries) == 0 {
		return err
	}
	if _, err := os.Stat(filepath.Join(f.path, gateName)); err != nil {
		return fmt.Errorf("the folder %s holds something else; choose another folder", f.path)
	}
	return nil
}

// close makes the folder its user's own and nobody else's.
func (f folder) close() error {
	if blocked, ok := f.mayEnter(filepath.Dir(f.path)); !ok {
		return fmt.Errorf("the folder %s lies below %s, which the user that PostgreSQL runs as (%d) may not enter; choose another folder",
			f.path, blocked, f.as.Uid)
	}
	owner, err := ownerOf(f.path)
	if err != nil {
		return err
	}
	if f.as == nil && owner.Uid != uint32(os.Getuid()) {
		return fmt.Errorf("the folder %s belongs to another user (%d)", f.path, owner.Uid)
	}
	if err := f.give(f.path); err != nil {
		return err
	}
	return os.Chmod(f.path, 0o700)
}

// open opens the file name in the folder, for locking or appending.
func (f folder) open(name string) (*os.File, error) {
	path := filepath.Join(f.path, name)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.give(path); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// give makes path belong to the user that PostgreSQL runs as.
func (f folder) give(path string) error {
	if f.as == nil {
		return nil
	}
	return os.Lchown(path, int(f.as.Uid), int(f.as.Gid))
}

// mayEnter tells whether PostgreSQL's user may pass through path and all
// folders above it, else which of them is closed.
func (f folder) mayEnter(path string) (blocked string, ok bool) {
	if f.as == nil {
		return "", true
	}
	for ; ; path = filepath.Dir(path) {
		info, err := os.Stat(path)
		if err != nil || !passable(info, f.as) {
			blocked = path // the topmost is the one to name
		}
		if path == filepath.Dir(path) {
			return blocked, blocked == ""
		}
	}
}

func passable(info fs.FileInfo, as *syscall.Credential) bool {
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	switch {
	case owner.Uid == as.Uid:
		return info.Mode()&0o100 != 0
	case owner.Gid == as.Gid:
		return info.Mode()&0o010 != 0
	}
	return info.Mode()&0o001 != 0
}

// socketFolder is the folder for the socket: the server's own where that path
// is short enough, else one below the runtime folder.
func (f folder) socketFolder() (string, error) {
	if len(filepath.Join(f.path, socketName)) <= longestSocket {
		return f.path, nil
	}
	path := filepath.Join(f.runtimeFolder(), f.shortName())
	if err := os.Mkdir(path, 0o700); err == nil {
		return path, f.give(path)
	} else if !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	return path, f.owns(path)
}

func (f folder) shortName() string {
	return fmt.Sprintf("terminbote-%d-%x", f.uid(), sha256.Sum256([]byte(f.path)))[:30]
}

func (f folder) runtimeFolder() string {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); f.as == nil && filepath.IsAbs(dir) && len(dir) < 60 {
		if owner, err := ownerOf(dir); err == nil && owner.Uid == f.uid() {
			return dir
		}
	}
	return "/tmp"
}

// owns refuses a folder that somebody else laid out for us in /tmp.
func (f folder) owns(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() || owner.Uid != f.uid() || info.Mode().Perm() != 0o700 {
		return fmt.Errorf("the folder %s is not ours; remove it", path)
	}
	return nil
}

func (f folder) uid() uint32 {
	if f.as != nil {
		return f.as.Uid
	}
	return uint32(os.Getuid())
}

// unprivileged is the user that root runs PostgreSQL as: the owner of a folder that is
// already somebody's, else the user postgres, else nobody.
func unprivileged(path string) (*syscall.Credential, error) {
	owner, err := ownerOf(path)
	if err != nil {
		return nil, err
	}
	if owner.Uid != 0 {
		return &syscall.Credential{Uid: owner.Uid, Gid: owner.Gid}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			return credential(u)
		}
	}
	return nil, errors.New("it does not run as root, and there is neither a user postgres nor a user nobody")
}

func credential(u *user.User) (*syscall.Credential, error) {
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}

func ownerOf(path string) (*syscall.Stat_t, error) {
	var stat syscall.Stat_t
	if err := syscall.Stat(path, &stat); err != nil {
		return nil, &fs.PathError{Op: "stat", Path: path, Err: err}
	}
	return &stat, nil
}
