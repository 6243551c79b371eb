// Package loopbacktest finds tests an address for a program to listen on.
package loopbacktest

import (
	"math/rand/v2"
	"net"
	"strconv"
	"testing"
)

// The ports are below those that the kernel hands out by itself.
const (
	firstPort = 20000
	ports     = 12000
)

// Address is a TCP address of this machine where nobody listens, and where
// nobody but its test comes to. A port that the kernel says is free would not do:
// until the program takes it, or between two of its starts, the kernel may hand
// it to another. The address belongs to the test until it ends, which other tests
// see by a listener on the same port of another loopback address.
func Address(tb testing.TB) string {
	tb.Helper()
	for range ports {
		port := strconv.Itoa(firstPort + rand.IntN(ports))
		claim, err := net.Listen("tcp", "127.0.0.2:"+port)
		if err != nil {
			continue
		}
		tb.Cleanup(func() { _ = claim.Close() })
		// Not by listening: a program that is started just then would hold on to the
		// port for a moment.
		address := "127.0.0.1:" + port
		if probe, err := net.Dial("tcp", address); err == nil {
			_ = probe.Close()
			continue
		}
		return address
	}
	tb.Fatal("no port of this machine is free")
	return ""
}
