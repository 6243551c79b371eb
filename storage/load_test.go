package storage_test

import (
	"errors"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func TestWhatIsDueAndUnsentIsKnownByChannel(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	w.booked("erika", wednesday)
	w.at(w.now.Add(time.Minute))
	w.booked("otto", wednesday.Add(time.Hour))
	due := func() []dialogs.Backlog {
		t.Helper()
		l, err := w.Load(t.Context(), w.now)
		if err != nil {
			t.Fatal(err)
		}
		for i := range l.Notices {
			l.Notices[i].Oldest = l.Notices[i].Oldest.In(berlin)
		}
		return l.Notices
	}
	want := []dialogs.Backlog{{Channel: mail, Many: 2, Oldest: morning}, {Channel: test, Many: 2, Oldest: morning}}
	if diff := gocmp.Diff(want, due()); diff != "" {
		t.Errorf("before anything is sent (-want +got):\n%s", diff)
	}
	n := network{answer: func(n dialogs.Notice) error {
		if n.Chat.Channel == mail {
			return errors.New("away")
		}
		return nil
	}}
	w.deliver(&n)
	if diff := gocmp.Diff(want[:1], due()); diff != "" {
		t.Errorf("while mail is away (-want +got):\n%s", diff)
	}
	n.answer = nil
	w.at(w.now.Add(time.Hour))
	w.deliver(&n)
	if got := due(); len(got) > 0 {
		t.Errorf("all was sent, and %+v is due: reminders are not yet", got)
	}
}

func TestTheLoadSaysWhatWaitsInTheQueueAndThePool(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	if err := w.Receive(t.Context(), w.now, dialogs.Update{Channel: test, ID: 1, Address: "otto", Raw: []byte("{}")}); err != nil {
		t.Fatal(err)
	}
	l, err := w.Load(t.Context(), w.now)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Updates) != 1 || l.Updates[0].Channel != test || l.Updates[0].Many != 1 || !l.Updates[0].Oldest.Equal(w.now) {
		t.Errorf("updates: %+v", l.Updates)
	}
	if l.Jobs["available"] != 1 || l.Jobs["scheduled"] != 1 {
		t.Errorf("a confirmation now and a reminder later are the jobs %v", l.Jobs)
	}
	if c := l.Connections; c.Most != 16 || c.Used+c.Idle < 1 || c.Used+c.Idle > c.Most {
		t.Errorf("connections: %+v", c)
	}
}

// What time has made untrue is a fault of the one who should have sent it, and what
// somebody has made untrue is not.
func TestTooLateIsToldApartFromVoid(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	late, gone := w.booked("erika", wednesday), w.booked("otto", wednesday.Add(time.Hour))
	w.must("otto", dialogs.Cancel{Appointment: gone.ID})
	w.at(wednesday.Add(2 * time.Hour)) // nothing could be sent for two days
	var n network
	w.deliver(&n)
	outcomes := func(id booking.AppointmentID) map[booking.NoticeKind]string {
		kinds := map[booking.NoticeKind]string{}
		for _, d := range w.deliveries(id) {
			kinds[d.Kind] = d.Outcome
		}
		return kinds
	}
	tooLate, void := string(storage.TooLate), string(storage.Void)
	if diff := gocmp.Diff(map[booking.NoticeKind]string{booking.BookedNotice: tooLate, booking.ReminderNotice: tooLate}, outcomes(late.ID)); diff != "" {
		t.Errorf("the visit has begun (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff(map[booking.NoticeKind]string{
		booking.BookedNotice: void, booking.ReminderNotice: void, booking.CancelledNotice: string(storage.Sent),
	}, outcomes(gone.ID)); diff != "" {
		t.Errorf("the visit was cancelled (-want +got):\n%s", diff)
	}
}
