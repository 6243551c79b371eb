package storage_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// otherOffice gives the program files in which the office is another one.
func (w *tellingWorld) otherOffice(id booking.OfficeID) {
	w.Helper()
	w.newFile(func(o *booking.Office) { o.ID = id })
}

func TestWhoBookedAtAnOfficeThatIsNoMoreIsToldAndCanCancel(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.office.Name = booking.Text{"de": "Bürgerbüro Nord", "en": "North office"}
	hit, other := w.booked("ada", wednesday), w.booked("bob", at(9, 0))
	w.tellUnserved(0)
	w.otherOffice("elsewhere")
	if all, err := w.Unserved(t.Context(), w.now); err != nil || len(all) != 2 || !all[0].GivenUp {
		t.Errorf("foreseen: %+v, %v", all, err)
	}
	w.tellUnserved(2)
	w.tellUnserved(0) // once is enough
	if got := w.told(booking.ClosedNotice, hit); got != 2 {
		t.Errorf("ada is told %d times, want by chat and by mail", got)
	}
	w.deliver(&network{answer: func(n dialogs.Notice) error {
		if n.Kind == booking.ClosedNotice && n.Office.Former.In("de") != w.office.Name.In("de") {
			t.Errorf("the office that is no more is called %v, want %v", n.Office.Former, w.office.Name)
		}
		return nil
	}})
	if done := w.must("ada", dialogs.Cancel{Appointment: hit.ID}); done.State != booking.Cancelled {
		t.Errorf("ada cannot cancel: %+v", done)
	}
	w.otherOffice("hall") // the file was missing by mistake
	w.tellUnserved(0)
	if w.told(booking.RestoredNotice, other) == 0 || w.told(booking.RestoredNotice, hit) != 0 {
		t.Error("bob does not learn that his appointment stands after all, or ada does, who cancelled")
	}
}

func TestAnOfficeThatIsNoMoreForgetsItsPeople(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.booked("ada", wednesday)
	w.otherOffice("elsewhere")
	if err := w.EraseOld(t.Context(), wednesday.Add(w.office.Policy.Retention).AddDate(0, 0, 2)); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE mail <> '' OR holder IS NOT NULL`); n != 0 {
		t.Errorf("%d people are remembered for ever", n)
	}
}

func TestNobodyIsAskedToComeToWhatIsNotServed(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.booked("ada", wednesday)
	w.newFile(closeWednesday)
	w.tellUnserved(1)
	w.at(reminders)
	var n network
	w.deliver(&n)
	for _, told := range n.all() {
		if told.Kind == booking.ReminderNotice {
			t.Errorf("told %+v of a time that is closed", told)
		}
	}
	if got := w.told(booking.ReminderNotice, booking.Appointment{ID: 1}); got == 0 {
		t.Error("no reminder was due; this test shows nothing")
	}
}

// An office that is given up is called what it was called last.
func TestAnOfficeThatIsNoMoreIsCalledAsItWasLast(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	w.booked("ada", wednesday)
	for _, name := range []string{"Rathaus", "Bürgerbüro", "Bürgerbüro", "Bürgeramt"} {
		w.newFile(func(o *booking.Office) { o.Name = booking.Text{"de": name} })
		w.tellUnserved(0)
	}
	w.otherOffice("elsewhere")
	if former, ok := w.facts("ada", dialogs.Need{}).Town.Office("hall"); !ok || former.Former.In("de") != "Bürgeramt" {
		t.Errorf("it is called %+v", former)
	}
}
