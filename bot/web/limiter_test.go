package web

import (
	"fmt"
	"testing"
	"time"
)

// One household has one budget, whatever address of its network it comes from; the
// neighbours have another.
func TestAHouseholdHasOneBudget(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)
	for first, others := range map[string][]string{
		"203.0.113.7:1":       {"203.0.113.7:2", "[::ffff:203.0.113.7]:3"},
		"[2001:db8:1:2::1]:1": {"[2001:db8:1:2::2]:1", "[2001:db8:1:2:ffff:ffff:ffff:ffff]:9", "[2001:db8:1:2::1%eth0]:1"},
		"not an address":      {"nor this"},
	} {
		l := limiter{burst: 3, refill: time.Second}
		for range 3 {
			if !l.admits(first, now) {
				t.Fatalf("%s is refused at once", first)
			}
		}
		for _, other := range others {
			if l.admits(other, now) {
				t.Errorf("%s has a budget beside that of %s", other, first)
			}
		}
		for _, neighbour := range []string{"203.0.113.8:1", "[2001:db8:1:3::1]:1"} {
			if !l.admits(neighbour, now) {
				t.Errorf("%s is refused because of %s", neighbour, first)
			}
		}
		if !l.admits(first, now.Add(time.Second)) || l.admits(first, now.Add(time.Second)) {
			t.Errorf("%s: want one page a second after the burst", first)
		}
	}
}

// However many addresses come, as many are remembered and no more.
func TestSoManyAddressesAreRemembered(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC)
	l := limiter{}
	for n := range 3 * mostVisitors {
		l.admits(fmt.Sprintf("10.%d.%d.%d:1", n>>16, n>>8&255, n&255), now)
		if len(l.seen) > mostVisitors {
			t.Fatalf("%d addresses are remembered, want %d at most", len(l.seen), mostVisitors)
		}
	}
	for range usualBurst {
		l.admits("10.9.9.9:1", now)
	}
	if l.admits("10.9.9.9:1", now) {
		t.Error("who has used up their budget is admitted")
	}
}
