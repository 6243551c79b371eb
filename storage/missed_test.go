package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newArrivalWorld is a world whose office records arrivals, at twenty past nine
// on a day on which three people were to come at nine and one at ten.
func newArrivalWorld(t *testing.T) (*tellingWorld, []booking.Appointment) {
	t.Helper()
	w := newTellingWorld(t, test)
	w.town.Offices[0].Policy.ArrivalsRecorded = true
	all := []booking.Appointment{
		w.booked("erika", at(9, 0)), w.booked("otto", at(9, 0)), w.booked("maria", at(9, 15)), w.booked("hans", at(10, 0)),
	}
	w.at(at(9, 20))
	return w, all
}

func (w *tellingWorld) arrived(a booking.Appointment) {
	w.exec(`UPDATE appointment SET state = 'checked in' WHERE id = $1`, int64(a.ID))
}

func (w *tellingWorld) mark(want int) {
	w.Helper()
	if got, err := w.MarkMissed(w.Context(), w.now); err != nil || got != want {
		w.Errorf("%d were missed, %v; want %d", got, err, want)
	}
}

func TestWhoDoesNotComeIsMissedAndToldKindly(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.mark(1)
	w.mark(0)
	var n network
	w.deliver(&n)
	told := 0
	for _, s := range n.all() {
		if s == (said{booking.MissedNotice, "test erika"}) {
			told++
		} else if s.Kind == booking.MissedNotice {
			t.Errorf("%v", s)
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	w.at(at(9, 30))
	w.mark(1) // maria
	if got := w.count(`SELECT count(*) FROM history WHERE what = 'missed' AND actor = 'clock'`); got != 2 {
		t.Errorf("%d entries in the history", got)
	}
}

func TestNobodyIsMissedWhereArrivalsAreNotRecorded(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.mark(0) // nobody's arrival was recorded today
	w.town.Offices[0].Policy.ArrivalsRecorded = false
	w.arrived(all[1])
	w.mark(0)
	w.town.Offices[0].Policy.ArrivalsRecorded = true
	w.at(at(9, 0).AddDate(0, 0, 3))
	w.mark(0) // that was days ago
	w.at(at(9, 14))
	w.mark(0) // within the grace
}

func TestWhoComesLaterIsWaitedFor(t *testing.T) {
	t.Parallel()
	w, all := newArrivalWorld(t)
	w.arrived(all[1])
	w.at(at(9, 5))
	w.must("erika", dialogs.Delay{Appointment: all[0].ID, By: 10 * time.Minute})
	w.at(at(9, 20))
	w.mark(0)
	w.at(at(9, 25))
	w.mark(1)
}
