package command

import (
	"sync/atomic"
	"testing"
)

// Ten accounts book and cancel as fast as they can. What they give back must not
// be hidden from others.
func TestAttackByBookingAndCancelling(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	before := b.seen()
	free := b.capacity()
	rounds := times(60, 4)
	var booked, refused atomic.Int64
	all(10, func(n int) {
		eve := account{b.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
		for i := range rounds {
			eve.Start("") // also what was refused before is over then
			eve.asksTime(spread(before, n*rounds+i, 10*rounds))
			if !eve.holds() || !eve.books() || !eve.cancels() {
				refused.Add(1)
				break
			}
			booked.Add(1)
		}
	})
	seen, left := len(b.seen()), b.capacity()
	t.Logf("times a newcomer sees: %d of %d (%.3f), minutes free: %d of %d (%.3f); %d rounds; accounts stopped by a limit: %d of 10",
		seen, len(before), float64(seen)/float64(len(before)), left, free, float64(left)/float64(free), booked.Load(), refused.Load())
	if float64(seen) < 0.98*float64(len(before)) || float64(left) < 0.98*float64(free) {
		t.Error("want 0.98 of them at least")
	}
	if usual := b.usualDay(times(30, 3)); len(usual) > 0 {
		t.Errorf("usual citizens refused: %d\n%s", len(usual), usual[0])
	}
}

// A thousand new accounts keep a time each, all over the calendar.
func TestAttackByHoarding(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	before, free := b.seen(), b.capacity()
	many := times(1000, 90)
	held := make([]bool, many)
	all(many, func(n int) {
		eve := account{b.api.NewUser("Eve", "de"), "", "Eve Beispiel"}
		eve.asksTime(spread(before, n, many))
		held[n] = eve.holds()
	})
	kept := 0
	for _, h := range held {
		if h {
			kept++
		}
	}
	seen, left := len(b.seen()), b.capacity()
	t.Logf("%d of %d new accounts keep a time; times a newcomer sees: %d of %d (%.3f), minutes free: %d of %d (%.3f)",
		kept, many, seen, len(before), float64(seen)/float64(len(before)), left, free, float64(left)/float64(free))
	if float64(seen) < 0.8*float64(len(before)) || float64(left) < 0.8*float64(free) {
		t.Error("want 0.8 of them at least")
	}
	if kept > 60+atOnce { // those who come at the same time are counted together
		t.Errorf("%d accounts keep a time though the brake takes 60 an hour", kept)
	}
	usual := b.usualDay(times(30, 4))
	t.Logf("usual citizens refused: %d", len(usual))
	if len(usual) > 0 {
		t.Errorf("one of them reads:\n%s", usual[0])
	}
}
