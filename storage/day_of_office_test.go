package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// What an office looks up of a day is of that office and that day: nobody of another
// one is called, told of a delay, or counted for one.
func TestADayIsOfOneOffice(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 4)
	annex := *w.office
	annex.ID = "annex"
	w.town.Offices = append(w.town.Offices, &annex)
	w.Store = w.on(test, mail)
	var others []booking.Appointment
	for i, name := range []string{"annie", "bert", "conrad", "doro"} {
		others = append(others, w.booked(name, at(9, 30+5*i)))
	}
	mine, tomorrow := w.booked("ada", at(9, 30)), w.booked("bob", at(24+9, 30))
	for _, a := range others {
		w.exec(`UPDATE appointment SET office = 'annex' WHERE id = $1`, int64(a.ID))
	}
	w.at(at(7, 59))
	w.callAll(25 * time.Minute)
	w.exec(`UPDATE appointment SET state = 'finished', arrived_at = $2, called_at = starts WHERE id = ANY ($1)`, []int64{int64(others[1].ID), int64(others[2].ID), int64(others[3].ID)}, w.now)
	w.at(at(8, 50))
	if got := w.late(); got != 1 || w.told(booking.LateNotice, mine) != 1 || w.told(booking.LateNotice, others[0])+w.told(booking.LateNotice, tomorrow) != 0 {
		t.Errorf("%d are told of a delay, want ada alone", got)
	}
	w.exec(`UPDATE appointment SET state = 'checked in', arrived_at = $2 WHERE id = ANY ($1)`, []int64{int64(others[0].ID), int64(tomorrow.ID)}, w.now)
	w.denied("anna", dialogs.Next{Office: "hall", Desk: "desk 1"}, booking.ErrNobody)
	facts, err := w.Facts(t.Context(), 0, w.now, dialogs.Need{Line: "hall"})
	w.none(err)
	for _, a := range facts.Line {
		if a.ID != mine.ID {
			t.Errorf("%d stands in the line of the hall", a.ID)
		}
	}
}
