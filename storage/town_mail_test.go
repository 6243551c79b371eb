package storage_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
)

// A mail address is nobody's chat, so mail is named alike in every town; a chat is
// named with its town. Both are told what happens, and a time is offered by mail where
// no chat reaches anybody.
func TestMailIsNamedAlikeInEveryTown(t *testing.T) {
	t.Parallel()
	for town, network := range map[booking.TownID]string{"": "test", "b": "test/b"} {
		named := waitingTown(1)
		named.ID = town
		w := newWorld(t, named)
		w.Store = w.inTown(named)
		a := w.booked("ada", at(9, 0))
		want := []string{"mail", network}
		if got := w.left(`SELECT DISTINCT channel FROM notice WHERE appointment = $1`, int64(a.ID)); cmp.Diff(want, got) != "" {
			t.Errorf("in %q they are told by %v, want %v", town, got, want)
		}
		w.must("bob", wish("bob"))
		w.none(w.Unreachable(t.Context(), chat("bob"), w.now))
		if n := w.match(); n != 1 {
			t.Errorf("in %q %d are offered a time, want the one who reads mails", town, n)
		}
		if n := w.count(`SELECT count(*) FROM notice n JOIN offer o ON o.hold = n.appointment WHERE n.kind = $1 AND n.channel = 'mail'`, string(booking.OfferNotice)); n != 1 {
			t.Errorf("in %q %d offers are mailed", town, n)
		}
	}
}
