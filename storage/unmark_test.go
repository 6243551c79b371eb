package storage_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// toldSince is what has gone out so far, but for the confirmation.
func (w *tellingWorld) toldSince(n *network) (kinds []booking.NoticeKind) {
	w.Helper()
	w.deliver(n)
	for _, s := range n.all() {
		if s.Kind != booking.BookedNotice {
			kinds = append(kinds, s.Kind)
		}
	}
	return kinds
}

// Who was told by mistake that they are called or did not come is told that it was one, once; who was not told
// hears nothing at all.
func TestAMistakeIsPutRightForWhoWasToldOfIt(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", at(8, 0))
	w.at(at(8, 0))
	var n network
	miss := func() {
		w.orders("anna", dialogs.Miss{Appointment: a.ID})
	}
	back := func() {
		w.at(w.now.Add(time.Minute))
		w.orders("anna", dialogs.Unmark{Appointment: a.ID, Mark: booking.Missed})
	}
	miss()
	back()
	if told := w.toldSince(&n); len(told) > 0 {
		t.Errorf("of what was put right before anybody was told: %v", told)
	}
	miss()
	w.deliver(&n)
	back()
	want := []booking.NoticeKind{booking.MissedNotice, booking.MissedNotice, booking.UnmissedNotice, booking.UnmissedNotice} // in the chat and by mail
	if told := w.toldSince(&n); !slices.Equal(told, want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	miss()
	back()
	if told := w.toldSince(&n); !slices.Equal(told, want) {
		t.Errorf("told %v, want no more", told)
	}
	w.orders("anna", dialogs.Arrive{Appointment: a.ID})
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.deliver(&n)
	w.orders("anna", dialogs.Uncall{Appointment: a.ID})
	want = append(want, booking.CalledNotice, booking.UncalledNotice)
	if told := w.toldSince(&n); !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

// Who comes late after a no-show was told rightly, and hears of no mistake.
func TestWhoComesLateHearsOfNoMistake(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", at(8, 0))
	w.at(at(8, 20))
	var n network
	w.orders("anna", dialogs.Miss{Appointment: a.ID})
	w.deliver(&n)
	w.at(at(8, 30))
	w.orders("anna", dialogs.Arrive{Appointment: a.ID})
	want := []booking.NoticeKind{booking.MissedNotice, booking.MissedNotice} // in the chat and by mail
	if told := w.toldSince(&n); !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

// What figures say follows what is taken back, and nobody counts as missed where staff have said that it was a mistake.
func TestFiguresFollowWhatIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	a, b := w.booked("ada", at(8, 0)), w.booked("bob", at(8, 0))
	w.at(at(8, 5))
	w.orders("anna", dialogs.Arrive{Appointment: a.ID})
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.Finish{Appointment: a.ID})
	w.orders("anna", dialogs.Miss{Appointment: b.ID})
	w.orders("anna", dialogs.Unmark{Appointment: a.ID, Mark: booking.Finished})
	w.orders("anna", dialogs.Unmark{Appointment: b.ID, Mark: booking.Missed})
	odd := w.count(`SELECT count(*) FROM figure f JOIN appointment a ON a.id = f.appointment WHERE f.state <> a.state`)
	if odd != 0 {
		t.Errorf("the figures of %d appointments are not as they stand", odd)
	}
	if n := w.count(`SELECT count(*) FROM figure WHERE took IS NOT NULL`); n != 0 {
		t.Error("a visit that is not over took some time")
	}
	w.at(at(11, 0))
	if missed, err := w.MarkMissed(t.Context(), w.now); missed != 0 || err != nil {
		t.Errorf("%d missed, %v", missed, err)
	}
	w.orders("anna", dialogs.Finish{Appointment: a.ID})
	if n := w.count(`SELECT count(*) FROM figure WHERE took IS NOT NULL AND waited IS NOT NULL`); n != 1 {
		t.Errorf("%d visits took some time, want 1", n)
	}
}
