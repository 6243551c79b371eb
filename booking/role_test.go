package booking_test

import (
	"testing"

	"terminbote/booking"
)

// A role allows what the lesser ones do, and a word that is none allows nothing
// and is allowed nothing.
func TestARoleIncludesTheLesserOnes(t *testing.T) {
	t.Parallel()
	ranked := []booking.Role{booking.Viewer, booking.Clerk, booking.Lead}
	for i, has := range ranked {
		for j, needed := range ranked {
			if got := has.Allows(needed); got != (i >= j) {
				t.Errorf("%s allows %s: %v", has, needed, got)
			}
		}
		for _, word := range []booking.Role{booking.Stranger, "emperor"} {
			if has.Allows(word) || word.Allows(has) || word.Allows(word) {
				t.Errorf("%s and %q allow each other something", has, word)
			}
		}
	}
}
