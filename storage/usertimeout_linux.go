package storage

import "syscall"

// tcpUserTimeout is Linux's option of that name (tcp(7)); package syscall does
// not name it.
const tcpUserTimeout = 18

// giveUpAfter has the system end a connection whose other side has acknowledged
// nothing for so many milliseconds. Keep-alives do not run while something is
// on its way.
func giveUpAfter(milliseconds int) func(network, address string, raw syscall.RawConn) error {
	return func(network, _ string, raw syscall.RawConn) error {
		if network == "unix" {
			return nil
		}
		return raw.Control(func(fd uintptr) {
			// A system without the option still has the watch over the database.
			_ = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, milliseconds)
		})
	}
}
