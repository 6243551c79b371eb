package storagetest

import (
	"slices"
	"strings"
	"testing"
)

// Core leaves a test with a database out of a short run, unless it is one of
// those named: the few that try from end to end what their package is for.
func Core(tb testing.TB, names ...string) {
	tb.Helper()
	name, _, _ := strings.Cut(tb.Name(), "/")
	if testing.Short() && !slices.Contains(names, name) {
		tb.Skip("a short run has this package's core alone")
	}
}
