package storage_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Once a visit is over, whether they were served, missed or cancelled, nothing of it
// stays with the appointment: no desk, no note and no call. Who comes after all is
// called by every desk.
func TestNothingOfAVisitStaysOnceItIsOver(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	w.office.Policy.Calls = booking.Calls{Times: 1}
	for name, over := range map[string]func(booking.AppointmentID) dialogs.Command{
		"finished":  func(id booking.AppointmentID) dialogs.Command { return dialogs.Finish{Appointment: id} },
		"missed":    func(id booking.AppointmentID) dialogs.Command { return dialogs.Miss{Appointment: id} },
		"cancelled": func(id booking.AppointmentID) dialogs.Command { return dialogs.Cancel{Appointment: id} },
	} {
		w.at(morning)
		a := w.booked(name, at(8, 0))
		w.at(at(8, 0))
		w.orders("anna", dialogs.Arrive{Appointment: a.ID})
		w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
		w.at(at(8, 5))
		w.orders("anna", dialogs.SendOn{Appointment: a.ID, Desk: "desk 2", Note: "Foto fehlt"})
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND served = 300 AND sent_to = 'desk 2' AND note = 'Foto fehlt'`, int64(a.ID)); n != 1 {
			t.Errorf("%s: desk 2 is not told who comes", name)
		}
		if name != "cancelled" {
			w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 2"})
		}
		w.orders("anna", over(a.ID))
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = $2
			AND calls = 0 AND parked_at IS NULL AND served = 0 AND sent_to = '' AND note = ''`, int64(a.ID), name); n != 1 {
			t.Errorf("%s: something of the visit is kept", name)
		}
		if name == "missed" {
			w.orders("anna", dialogs.Arrive{Appointment: a.ID})
			if got := w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"}).Appointment; got.ID != a.ID {
				t.Errorf("desk 1 called %d, and %d had come after all", got.ID, a.ID)
			}
			w.orders("anna", dialogs.Finish{Appointment: a.ID})
		}
	}
}
