package storagetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"terminbote/storage/privatepg"
)

// memory is where Linux keeps files in memory alone.
const memory = "/dev/shm"

// roomNeeded is how much must be free there: many times what the databases of
// a whole suite take at once.
const roomNeeded = 2 << 30

// quickFolder is where servers lie that need not outlive the machine: in
// memory where there is room. Each test makes and drops some 400 files, which
// costs a disk's file system more than what PostgreSQL does with them.
func quickFolder() string {
	var room syscall.Statfs_t
	if syscall.Statfs(memory, &room) == nil && room.Bavail*uint64(room.Bsize) >= roomNeeded && syscall.Access(memory, writable) == nil {
		return memory
	}
	if os.Getuid() == 0 {
		return "/tmp" // root's TMPDIR may be closed to the user that PostgreSQL runs as
	}
	return os.TempDir()
}

// writable is W_OK and X_OK of access(2).
const writable = 0x2 | 0x1

// sharedFolder is where the server of all test programs of this user lives.
// What did not wait for the disk is worth nothing after the machine went down,
// and what another PostgreSQL made cannot be read, so both are in its name.
func sharedFolder(base, suffix string) string {
	ours := filepath.Join(base, fmt.Sprintf("terminbote-test-%d-", os.Getuid()))
	boot := bootID()
	removeOtherBoots(ours, boot)
	version := 0
	if programs, err := privatepg.Find(); err == nil {
		version = programs.Version
	}
	return fmt.Sprintf("%s%s-pg%d%s", ours, boot, version, suffix)
}

// bootID changes whenever the machine starts, where it has such a thing.
func bootID() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil || len(id) < 8 {
		return "noboot"
	}
	return string(id[:8])
}

// removeOtherBoots removes folders whose servers went down with the machine.
func removeOtherBoots(ours, boot string) {
	folders, err := filepath.Glob(ours + "*")
	if err != nil {
		return
	}
	for _, folder := range folders {
		if !strings.HasPrefix(folder, ours+boot) {
			_ = os.RemoveAll(folder) // what stays takes room and does no harm
		}
	}
}
