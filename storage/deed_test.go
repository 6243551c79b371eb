package storage_test

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// What counts against limits says nothing about anybody, and stays for its day.
func TestDeedsOutliveThePersonAndNameNobody(t *testing.T) {
	t.Parallel()
	w := newHoldingWorld(t)
	for i := range 3 {
		w.must("erika", hold(at(9, 15*i)))
	}
	w.refuse("erika", hold(at(10, 0)), booking.ErrTooOften)
	w.must("erika", dialogs.Erase{})
	w.refuse("erika", hold(at(10, 0)), booking.ErrTooOften)
	if n := w.count(`SELECT count(*) FROM deed WHERE position('erika'::bytea IN sender) > 0 OR length(sender) <> 32`); n != 0 {
		t.Errorf("%d deeds tell whose they are", n)
	}
	if err := w.TidyDeeds(t.Context(), w.now.Add(24*time.Hour-1)); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM deed`); n == 0 {
		t.Error("what counts was deleted")
	}
	if err := w.TidyDeeds(t.Context(), w.now.Add(24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM deed`); n != 0 {
		t.Errorf("%d deeds stay that count no more", n)
	}
}

// The hash of a sender cannot be made without the key of the installation.
func TestTheKeyIsOneOfTheInstallation(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	if n := w.count(`SELECT count(*) FROM seal WHERE length(key) = 32`); n != 1 {
		t.Fatalf("%d keys, want one of 32 bytes", n)
	}
	w.must("erika", hold(at(9, 0)))
	w.exec(`UPDATE seal SET key = sha256('another')`)
	other := w.reopen(sample(1))
	if err := other.TidyDeeds(t.Context(), w.now); err != nil {
		t.Fatal(err)
	}
	w.Store = other
	w.must("erika", hold(at(9, 15)))
	if n := w.count(`SELECT count(DISTINCT sender) FROM deed`); n != 2 {
		t.Errorf("%d hashes of one chat under two keys, want 2", n)
	}
}

// Staff have no limits, so nothing that they do is counted for anybody.
func TestWhatStaffDoCountsForNobody(t *testing.T) {
	t.Parallel()
	l := newLocked(t, func(o *booking.Office) {
		o.Policy.WalkIns = booking.WalkIns{Rule: booking.DueFirst, Tickets: true}
		o.Policy.ArrivalsRecorded = true
		o.Policy.Calls = booking.Calls{Times: 3}
	})
	for _, command := range l.ordered() { // what was ordered before has been done
		if _, isTicket := command.(dialogs.GiveTicket); isTicket {
			l.orders("lea", command)
		}
	}
	held := l.orders("lea", hold(monday.Add(1).At(9*60, berlin))).Appointment
	l.orders("lea", book(held, "carl"))
	if n := l.count(`SELECT count(*) FROM deed WHERE sender = ''`); n != 0 {
		t.Errorf("%d deeds of nobody are counted", n)
	}
}
