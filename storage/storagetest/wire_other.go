//go:build !linux

package storagetest

import "testing"

// dropAll is known on Linux only.
func dropAll(tb testing.TB, _ int) {
	tb.Helper()
	tb.Skip("packets can be dropped on Linux only")
}

// MayVanish skips tests in which a [Wire] vanishes.
func MayVanish(tb testing.TB) {
	tb.Helper()
	tb.Skip("packets can be dropped on Linux only")
}
