package storagetest

import (
	"os"
	"syscall"
	"testing"
)

// dropAll attaches the packet filter that takes no byte of any packet.
func dropAll(tb testing.TB, fd int) {
	tb.Helper()
	if err := attach(fd); err != nil {
		tb.Errorf("drop packets: %v", err)
	}
}

func attach(fd int) error {
	nothing := []syscall.SockFilter{*syscall.LsfStmt(syscall.BPF_RET|syscall.BPF_K, 0)} //nolint:staticcheck // its successor is no part of the standard library
	return syscall.AttachLsf(fd, nothing)                                               //nolint:staticcheck // likewise
}

// MayVanish skips a test of a [Wire] that vanishes where the system lets nobody
// but root drop packets.
func MayVanish(tb testing.TB) {
	tb.Helper()
	socket, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = syscall.Close(socket) }()
	switch err := attach(socket); {
	case err == nil:
	case os.Geteuid() == 0:
		tb.Fatalf("root may drop no packets: %v", err)
	default:
		tb.Skipf("this user may drop no packets (root may): %v", err)
	}
}
