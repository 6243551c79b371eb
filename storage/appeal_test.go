package storage_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// Of the halves of an office it is counted who did not come, whatever the messages
// said to each.
func TestBothHalvesOfRemindersAreCounted(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Appeal = 50
	var want statistics.Reminders
	var all []booking.Appointment
	for i := 0; i < 12 || want.Plain.Booked*want.Appealed.Booked == 0; i++ { // numbers are drawn: all twelve may fall into one half
		a := w.booked(fmt.Sprint("person ", i), wednesday.Add(time.Duration(i)*15*time.Minute))
		half := &want.Plain
		if w.office.Policy.Appeals(a.Number) {
			half = &want.Appealed
		}
		half.Booked++
		if i%3 == 0 {
			half.Missed++
			all = append(all, a)
		}
	}
	w.at(wednesday.Add(-14 * time.Hour))
	w.employ("anna", booking.Clerk)
	var n network
	w.deliver(&n)
	w.at(wednesday.Add(5 * time.Hour))
	for _, a := range all {
		w.orders("anna", dialogs.Miss{Appointment: a.ID})
	}
	r, err := w.Statistics(t.Context(), w.now, w.office.ID, monday, monday.Add(6))
	w.none(err)
	if got := r.Reminders; got.Appealed != want.Appealed || got.Plain != want.Plain || got.Appealed.Booked == 0 || got.Plain.Booked == 0 {
		t.Errorf("got %+v and %+v, want %+v and %+v", got.Appealed, got.Plain, want.Appealed, want.Plain)
	}
}

// What a reminder said is recorded of it alone, and not of the one for another time of
// the same appointment.
func TestAnAppealIsRecordedOfItsOwnReminder(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Appeal = 100
	a := w.booked("ada", wednesday)
	w.exec(`INSERT INTO reminder_figure (appointment, sequence, office, starts) VALUES ($1, 7, 'hall', $2)`, int64(a.ID), wednesday.Add(-time.Hour))
	w.at(wednesday.Add(-14 * time.Hour))
	var n network
	w.deliver(&n)
	got := w.left(`SELECT sequence || ' ' || appealed FROM reminder_figure WHERE appointment = $1`, int64(a.ID))
	if diff := cmp.Diff([]string{"0 true", "7 false"}, got); diff != "" {
		t.Errorf("which reminders said it:\n%s", diff)
	}
}
