package storagetest

import (
	"syscall"
	"testing"
)

// dropAll attaches the packet filter that takes no byte of any packet.
func dropAll(tb testing.TB, fd int) {
	tb.Helper()
	nothing := []syscall.SockFilter{*syscall.LsfStmt(syscall.BPF_RET|syscall.BPF_K, 0)} //nolint:staticcheck // its successor is no part of the standard library
	if err := syscall.AttachLsf(fd, nothing); err != nil {                              //nolint:staticcheck // likewise
		tb.Errorf("drop packets: %v", err)
	}
}
