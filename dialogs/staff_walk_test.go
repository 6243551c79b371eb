package dialogs_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// A clerk who does not know what they want taps and types at random while time
// passes and others book. Whatever comes of it, every view is sound and nobody
// shares a desk.
func TestAClerksLongWalks(t *testing.T) {
	t.Parallel()
	takesSeconds(t)
	many, long := howFar()
	for seed := range uint64(many) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			roles := booking.Roles()
			at := arriveAsClerk(t, office.Sample(), roles[len(roles)-1-int(seed)%2])
			w := walker{t: t, random: rand.New(rand.NewPCG(seed, 1)), at: at}
			steps := map[string]bool{}
			for range long {
				w.step()
				steps[w.at.step] = true
				if t.Failed() {
					t.Fatalf("seed %d, after:\n%s", seed, w.trace())
				}
			}
			if len(steps) < 10 {
				t.Errorf("the clerk saw only %v", steps)
			}
		})
	}
}
