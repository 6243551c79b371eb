package storage_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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

// What somebody has heard of a delay stays recorded as said; only what they have not
// heard yet is void once there is something newer.
func TestWhatWasSaidOfADelayStaysRecorded(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	ada := w.booked("ada", at(9, 30))
	w.at(at(7, 59))
	called := w.callAll(20 * time.Minute)
	w.at(at(8, 50))
	for i, by := range []time.Duration{20, 30, 40} {
		w.exec(`UPDATE appointment SET called_at = starts + $2 WHERE id = ANY ($1)`, called, by*time.Minute)
		if got := w.late(); got != 1 {
			t.Errorf("%d minutes late: %d are told, want ada", by, got)
		}
		if i == 0 {
			w.exec(`UPDATE notice SET outcome = 'sent', settled_at = $1 WHERE kind = 'late' AND outcome IS NULL`, w.now)
		}
	}
	got := w.left(`SELECT coalesce(outcome, 'under way') FROM notice WHERE appointment = $1 AND kind = 'late'`, int64(ada.ID))
	if diff := cmp.Diff([]string{"sent", "under way", "void"}, got); diff != "" {
		t.Errorf("what is recorded of the three:\n%s", diff)
	}
}

// An office is looked at for as long as somebody called today tells how late it is,
// whenever on that day that was, and not by who is called elsewhere.
func TestWhoeverWasCalledTodayTellsHowLateItIs(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	w.office.Calendar.Week[time.Monday] = []booking.Shift{{From: 0, To: booking.Midnight}}
	w.booked("ada", at(23, 0))
	w.at(at(7, 59))
	called := w.callAll(25 * time.Minute)
	w.at(at(22, 30))
	for _, tt := range []struct {
		start time.Time
		told  int
	}{{at(22, 0), 1}, {at(0, 0), 1}, {at(0, 0).Add(-10 * time.Minute), 0}} {
		w.exec(`UPDATE appointment SET behind = 0 WHERE name = 'ada'`)
		w.exec(`UPDATE appointment SET starts = $2, ends = $2::timestamptz + interval '5 minutes', arrived_at = $2, called_at = $3, desk = 'desk ' || (id % 4 + 1) WHERE id = ANY ($1)`,
			called, tt.start, w.now.Add(-2*time.Minute))
		if got := w.late(); got != tt.told {
			t.Errorf("called were those of %s: %d are told, want %d", tt.start.Format("15:04"), got, tt.told)
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

// Only what was said of the delay before is not true any more: all else that is on its
// way to somebody still reaches them.
func TestADelayTakesNothingElseBack(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	ada := w.booked("ada", at(9, 30))
	w.exec(`
		INSERT INTO notice (appointment, kind, sequence, channel, address, due)
		SELECT $1, kind, 7, 'test', 'ada', $2 FROM unnest($3::text[]) AS kind`, int64(ada.ID), w.now, booking.NoticeKinds())
	w.at(at(7, 59))
	w.callAll(25 * time.Minute)
	w.at(at(8, 50))
	if got := w.late(); got != 1 {
		t.Fatalf("%d are told, want ada", got)
	}
	void := w.left(`SELECT kind FROM notice WHERE appointment = $1 AND sequence = 7 AND outcome IS NOT NULL`, int64(ada.ID))
	if diff := cmp.Diff([]string{"late"}, void); diff != "" {
		t.Errorf("void is:\n%s", diff)
	}
}

// Where too few were called of late nobody knows how late it is, which is no news to who
// has heard of a delay.
func TestWhoHasHeardOfADelayIsNotToldOfNothing(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	ada := w.booked("ada", at(9, 30))
	w.at(at(7, 59))
	called := w.callAll(25 * time.Minute)
	w.at(at(8, 50))
	if got := w.late(); got != 1 {
		t.Fatalf("%d are told, want ada", got)
	}
	w.exec(`UPDATE appointment SET called_at = NULL WHERE id = $1`, called[0])
	if got := w.late(); got != 0 || w.ahead("ada")[0].Behind != 25*time.Minute || w.told(booking.LateNotice, ada) != 1 {
		t.Errorf("%d are told of nothing, and she has heard of %v", got, w.ahead("ada")[0].Behind)
	}
}
