package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

func TestTheNextIsCalledServedAndDone(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	second, first := w.booked("bob", at(8, 15)), w.booked("ada", at(8, 0))
	next := dialogs.Next{Office: "hall", Desk: "desk 2"}
	w.at(at(8, 0))
	w.denied("anna", next, booking.ErrNobody)
	w.denied("anna", dialogs.Next{Office: "hall", Desk: "nowhere"}, booking.ErrUnknown)
	w.denied("anna", dialogs.Next{Office: "nowhere", Desk: "desk 2"}, booking.ErrUnknown)
	w.orders("anna", dialogs.Arrive{Appointment: second.ID})
	w.must("ada", dialogs.Arrive{Appointment: first.ID})
	w.at(at(8, 2))
	called := w.orders("anna", next).Appointment
	if called.ID != first.ID || called.Desk != "desk 2" || called.State != booking.Called || !called.CalledAt.Equal(w.now) || !called.Arrived.Equal(at(8, 0)) {
		t.Errorf("called %+v", called)
	}
	if got := w.orders("anna", next).Appointment; got.ID != second.ID {
		t.Errorf("called %+v", got)
	}
	w.denied("anna", next, booking.ErrNobody)
	var n network
	w.deliver(&n)
	if got := w.count(`SELECT count(*) FROM notice WHERE kind = 'called' AND channel = 'mail'`); got != 0 {
		t.Error("a call was mailed")
	}
	if got := w.count(`SELECT count(*) FROM notice WHERE kind = 'called' AND outcome = 'sent'`); got != 2 {
		t.Errorf("%d calls were told", got)
	}
	for range 2 {
		if got := w.orders("anna", dialogs.Finish{Appointment: first.ID}).Appointment; got.State != booking.Finished {
			t.Errorf("finished as %+v", got)
		}
	}
	for range 2 {
		w.at(at(8, 20))
		if got := w.orders("anna", dialogs.Miss{Appointment: second.ID}).Appointment; got.State != booking.Missed {
			t.Errorf("missed as %+v", got)
		}
	}
	if w.told(booking.MissedNotice, second) != 2 {
		t.Error("bob is not told that nobody saw him")
	}
	w.denied("anna", dialogs.Finish{Appointment: second.ID}, booking.ErrOver)
}

// A person who is called goes to the desk that is ready, and not to the one that was
// set aside for them; those who sit there in the plan keep their time.
func TestACallPushesNobodyAside(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	mine, other := w.booked("ada", at(8, 0)), w.booked("bob", at(8, 0))
	w.at(at(8, 0))
	w.orders("anna", dialogs.Arrive{Appointment: mine.ID})
	called := w.orders("anna", dialogs.Next{Office: "hall", Desk: other.Desk}).Appointment
	if called.ID != mine.ID || called.Desk != other.Desk {
		t.Errorf("called %+v", called)
	}
	if got := w.ahead("bob"); len(got) != 1 || got[0].Desk != other.Desk {
		t.Errorf("bob has %+v", got)
	}
	// Taken back, the desk of the plan is free again.
	back := w.orders("anna", dialogs.Uncall{Appointment: mine.ID}).Appointment
	if back.State != booking.CheckedIn || back.Desk != mine.Desk || !back.Arrived.Equal(at(8, 0)) {
		t.Errorf("waits again as %+v", back)
	}
	w.orders("anna", dialogs.Uncall{Appointment: mine.ID}) // a second time it is done already
	if got := w.orders("anna", dialogs.Next{Office: "hall", Desk: mine.Desk}).Appointment; got.ID != mine.ID {
		t.Errorf("called %+v", got)
	}
	w.at(w.now.Add(10*time.Minute + time.Second))
	w.denied("anna", dialogs.Uncall{Appointment: mine.ID}, booking.ErrOver)
}

func TestWhoseCallIsTakenBackIsNotToldOfIt(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", at(8, 0))
	w.at(at(8, 0))
	w.orders("anna", dialogs.Arrive{Appointment: a.ID})
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.Uncall{Appointment: a.ID})
	var n network
	w.deliver(&n)
	for _, s := range n.all() {
		if s.Kind == booking.CalledNotice {
			t.Errorf("told %v", s)
		}
	}
}

// Where somebody else has got the desk meanwhile, who comes after all waits
// without one, and is called like all others.
func TestWhoCountedAsMissedComesAfterAll(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.office.Calendar.Week[time.Monday][0].To = 13 * 60
	a := w.booked("ada", at(8, 0))
	long := dialogs.Order{Office: "hall", Start: at(8, 30), Wishes: []booking.Wish{{Concern: "move", Quantity: 1}}, Persons: 1}
	held := w.must("bob", dialogs.Hold{Order: long})
	late := w.must("bob", dialogs.Book{Order: long, Hold: held.ID, Contact: booking.Contact{Name: "bob", Mail: "bob@example.org"}})
	w.at(at(8, 35))
	for _, x := range []booking.Appointment{a, late} {
		w.orders("anna", dialogs.Miss{Appointment: x.ID})
	}
	w.orders("anna", hold(at(8, 45))) // in bob's time
	if got := w.orders("anna", dialogs.Arrive{Appointment: a.ID}).Appointment; got.Desk != "desk 1" {
		t.Errorf("ada sits at %q", got.Desk)
	}
	if got := w.orders("anna", dialogs.Arrive{Appointment: late.ID}).Appointment; got.State != booking.CheckedIn || got.Desk != "" {
		t.Errorf("bob waits as %+v", got)
	}
	next := dialogs.Next{Office: "hall", Desk: "desk 1"}
	w.orders("anna", next)
	if got := w.orders("anna", next).Appointment; got.Desk != "desk 1" {
		t.Errorf("called to %q", got.Desk)
	}
}

// Where the office has closed meanwhile, who was called waits without a desk too.
func TestWhoseCallIsTakenBackWaitsThoughTheOfficeCloses(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", at(8, 0))
	w.at(at(8, 0))
	w.orders("anna", dialogs.Arrive{Appointment: a.ID})
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.Close{Office: "hall", Closing: dialogs.Closing{Day: monday, Hours: booking.AllDay()}})
	if back := w.orders("anna", dialogs.Uncall{Appointment: a.ID}).Appointment; back.State != booking.CheckedIn || back.Desk != "" {
		t.Errorf("waits as %+v", back)
	}
	if got := w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"}).Appointment; got.ID != a.ID {
		t.Errorf("called %+v", got)
	}
}

func TestStaffReceiveOnTheDayOnly(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	today, tomorrow := w.booked("ada", at(11, 0)), w.booked("bob", wednesday)
	w.orders("anna", dialogs.Arrive{Appointment: today.ID})
	w.denied("anna", dialogs.Arrive{Appointment: tomorrow.ID}, booking.ErrTooSoon)
	w.at(wednesday.AddDate(0, 0, 1))
	w.denied("anna", dialogs.Arrive{Appointment: tomorrow.ID}, booking.ErrOver)
}
