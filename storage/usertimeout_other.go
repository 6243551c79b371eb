//go:build !linux

package storage

import "syscall"

// giveUpAfter does nothing: only Linux has such an option.
func giveUpAfter(int) func(network, address string, raw syscall.RawConn) error { return nil }
