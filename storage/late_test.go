package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// late tells how late the office is, and counts who was told.
func (w *tellingWorld) late() int {
	w.Helper()
	told, err := w.TellLate(w.Context(), w.now)
	if err != nil {
		w.Fatal(err)
	}
	return told
}

// callAll calls three who were on at eight, at desk 1, so much later.
func (w *tellingWorld) callAll(by time.Duration) (called []int64) {
	w.Helper()
	for i, name := range []string{"q1", "q2", "q3"} {
		a := w.booked(name, at(8, 5*i))
		w.exec(`UPDATE appointment SET state = 'finished', arrived_at = starts, called_at = starts + $2 WHERE id = $1`, int64(a.ID), by)
		called = append(called, int64(a.ID))
	}
	return called
}

func TestThoseAtHomeAreToldHowLateItIs(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	soon, later := w.booked("ada", at(9, 30)), w.booked("bob", at(11, 30))
	there := w.booked("carl", at(9, 0))
	w.at(at(7, 59))
	w.callAll(25 * time.Minute)
	w.at(at(8, 50))
	w.must("carl", dialogs.Arrive{Appointment: there.ID})
	if got := w.late(); got != 1 {
		t.Errorf("%d are told, want ada", got)
	}
	if got := w.late(); got != 0 {
		t.Errorf("%d are told twice", got)
	}
	if w.told(booking.LateNotice, soon) != 1 || w.told(booking.LateNotice, later)+w.told(booking.LateNotice, there) != 0 {
		t.Error("others are told than who is at home and on soon, or by mail")
	}
	if got := w.ahead("ada")[0].Behind; got != 25*time.Minute {
		t.Errorf("she is told %v", got)
	}
	// The office catches up before she has heard of it.
	w.exec(`UPDATE appointment SET called_at = starts + '10 minutes' WHERE called_at IS NOT NULL`)
	if w.late() != 1 || w.told(booking.LateNotice, soon) != 1 {
		t.Error("one notice is on its way: the newer one")
	}
	w.must("ada", move(soon, w.must("ada", holdMove(soon, at(9, 45)))))
	if got := w.ahead("ada")[0].Behind; got != 0 {
		t.Errorf("of another time nothing was said, but it says %v", got)
	}
}

// What one is told takes nothing back of what others are told.
func TestEachWhoIsAtHomeIsTold(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	people := []booking.Appointment{w.booked("ada", at(9, 30)), w.booked("bob", at(9, 35)), w.booked("carl", at(9, 40))}
	w.at(at(7, 59))
	called := w.callAll(25 * time.Minute)
	w.at(at(8, 50))
	w.late()
	w.exec(`UPDATE appointment SET called_at = starts + '10 minutes' WHERE id = ANY ($1)`, called)
	if got := w.late(); got != len(people) {
		t.Errorf("%d hear that it is less, want all", got)
	}
	for i, a := range people {
		if got := w.told(booking.LateNotice, a); got != 1 {
			t.Errorf("%d notices are on their way to number %d, want the newer one", got, i)
		}
	}
}

// Who has nothing but mail is told by mail.
func TestWhoHasOnlyMailIsMailedHowLateItIs(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	ada := w.booked("ada", at(9, 30))
	w.exec(`UPDATE chat SET unreachable_at = $1 WHERE address = 'ada'`, w.now)
	w.at(at(7, 59))
	w.callAll(25 * time.Minute)
	w.at(at(8, 50))
	w.late()
	var mailed int
	err := w.pool.QueryRow(w.Context(), `SELECT count(*) FROM notice WHERE kind = 'late' AND appointment = $1 AND channel = 'mail'`, int64(ada.ID)).Scan(&mailed)
	if err != nil || mailed != 1 {
		t.Errorf("ada is mailed %d times, %v", mailed, err)
	}
}

func TestWhereNothingIsKnownNobodyIsTold(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	w.booked("ada", at(9, 30))
	w.at(at(8, 50))
	if got := w.late(); got != 0 {
		t.Errorf("%d are told of no delay", got)
	}
}
