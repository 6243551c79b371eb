package storage_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// What staff close and open stands in the log with its day, hours, desk and reason, and
// so does that they take it back.
func TestTheLogSaysAllThatWasClosedAndOpened(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	closed := w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("desk 2"), Reason: "Krankheit"}).Override
	extra := dialogs.Extra{Day: monday.Add(5), Hours: booking.Hours{From: 14 * 60, To: 15 * 60}, Desk: "desk 1", Internal: true}
	opened := w.orders("anna", dialogs.Open{Office: "hall", Extra: extra}).Override
	w.orders("anna", dialogs.Reopen{Closure: closed})
	w.orders("anna", dialogs.Withdraw{Extra: opened})
	closure := map[string]any{"office": "hall", "day": "2026-11-25", "from": "09:00", "to": "10:00", "desk": "desk 2", "reason": "Krankheit"}
	hours := map[string]any{"office": "hall", "day": "2026-11-28", "from": "14:00", "to": "15:00", "desk": "desk 1", "internal": true}
	want := map[string]map[string]any{
		dialogs.DayClosed: closure, dialogs.DayReopened: closure, dialogs.HoursOpened: hours, dialogs.HoursWithdrawn: hours,
	}
	got := map[string]map[string]any{}
	for _, act := range w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit {
		if _, asked := want[act.What]; asked {
			got[act.What] = act.Detail
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log (-want +got):\n%s", diff)
	}
}
