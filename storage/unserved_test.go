package storage_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// newFile gives the office another file, as when the program starts with it.
func (w *tellingWorld) newFile(change func(*booking.Office)) {
	w.Helper()
	with := *w.office
	with.Desks = slices.Clone(w.office.Desks)
	with.Concerns = slices.Clone(w.office.Concerns)
	change(&with)
	w.town = booking.NewTown(&with)
	w.Store = w.on(test, mail)
}

// tellUnserved looks for whom the file does not serve, and wants so many told.
func (w *tellingWorld) tellUnserved(want int) {
	w.Helper()
	told, err := w.TellUnserved(w.Context(), w.now)
	if err != nil {
		w.Fatal(err)
	}
	if told != want {
		w.Errorf("%d were told, want %d", told, want)
	}
}

func closeWednesday(o *booking.Office) {
	o.Calendar.Closures = []booking.Closure{{
		Day: monday.Add(2), Hours: booking.Hours{From: 9 * 60, To: 10 * 60}, Reason: booking.Text{"de": "Personalversammlung"},
	}}
}

func TestAClosureInTheFileIsToldToWhomItHits(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	hit, other := w.booked("ada", wednesday), w.booked("bob", at(9, 0))
	w.tellUnserved(0)
	w.newFile(closeWednesday)
	if all, err := w.Unserved(t.Context(), w.now); err != nil || len(all) != 1 || all[0].ID != hit.ID || all[0].Reason == nil {
		t.Errorf("foreseen: %+v, %v", all, err)
	}
	w.tellUnserved(1)
	w.tellUnserved(0) // once is enough
	if got := w.told(booking.ClosedNotice, hit); got != 2 {
		t.Errorf("ada is told %d times, want by chat and by mail", got)
	}
	if w.told(booking.ClosedNotice, other) != 0 {
		t.Error("bob is told, whom nothing hits")
	}
	acts := w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit
	if !slices.ContainsFunc(acts, func(a dialogs.AuditEntry) bool { return a.What == dialogs.FileHit && a.Detail["count"] == 1.0 }) {
		t.Errorf("leads do not learn of it: %+v", acts)
	}
}

func TestWhoMovedAwayIsNotToldAgain(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	hit := w.booked("ada", wednesday)
	w.newFile(closeWednesday)
	w.tellUnserved(1)
	w.must("ada", move(hit, w.must("ada", holdMove(hit, at(10, 0)))))
	w.tellUnserved(0)
	w.newFile(func(*booking.Office) {}) // the closure is taken out again
	w.tellUnserved(0)
	if got := w.told(booking.RestoredNotice, hit); got != 0 {
		t.Errorf("who has chosen another time is told %d times that the old one stands", got)
	}
}

func TestAFileThatServesAgainLetsAppointmentsStand(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	hit := w.booked("ada", wednesday)
	w.newFile(closeWednesday)
	w.tellUnserved(1)
	w.newFile(func(*booking.Office) {})
	w.tellUnserved(0)
	w.tellUnserved(0)
	if got := w.told(booking.RestoredNotice, hit); got != 2 {
		t.Errorf("ada is told %d times that her appointment stands, want 2", got)
	}
	w.newFile(closeWednesday)
	w.tellUnserved(1)
}

func TestWhoseDeskIsGoneSitsElsewhereIfThereIsADesk(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	one, two := w.booked("ada", wednesday), w.booked("bob", wednesday.Add(0))
	gone := func(desk booking.DeskID) func(*booking.Office) {
		return func(o *booking.Office) {
			o.Desks = slices.DeleteFunc(o.Desks, func(d booking.Desk) bool { return d.ID == desk })
		}
	}
	w.must("bob", dialogs.Cancel{Appointment: two.ID})
	w.newFile(gone(one.Desk))
	w.tellUnserved(0)
	if now := w.ahead("ada")[0]; now.Desk == one.Desk {
		t.Errorf("ada still sits at %s, which is gone", now.Desk)
	}
}

func TestAFileThatLosesASkillOrAConcernIsNoticed(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.newFile(func(o *booking.Office) { o.Desks[0].Skills = []booking.Skill{"other"} })
	w.tellUnserved(1)
	w.newFile(func(o *booking.Office) { o.Concerns[0].ID = "another" })
	all, err := w.Unserved(t.Context(), w.now)
	if err != nil || len(all) != 1 || len(all[0].Dropped) != 1 || all[0].Closed || all[0].ID != a.ID {
		t.Errorf("without its concern: %+v, %v", all, err)
	}
}

func TestWhatStaffClosedIsNotToldTwice(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10("")})
	w.tellUnserved(0)
	if got := w.told(booking.ClosedNotice, a); got != 2 {
		t.Errorf("told %d times", got)
	}
}

func TestThePromiseIsStoredWithTheAppointment(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	fee := booking.Fee{Rates: []booking.Rate{{Name: booking.Text{"de": "ab 24"}, Amount: 4600}, {Name: booking.Text{"de": "darunter"}, Amount: 2760}}}
	photo := booking.Document{ID: "photo", Name: booking.Text{"de": "Foto"}}
	w.newFile(func(o *booking.Office) {
		o.Concerns[0].Fees, o.Concerns[0].Documents = []booking.Fee{fee}, []booking.Document{photo}
	})
	w.booked("ada", wednesday)
	w.newFile(func(*booking.Office) {})
	office := w.facts("ada", dialogs.Need{}).Town.Offices[0]
	visit := office.Booked(w.ahead("ada")[0])
	if cost := visit.Cost(monday.Add(2)); cost.High != 4600 || cost.Low != 2760 || cost.Open {
		t.Errorf("it costs %+v now", cost)
	}
	if docs := visit.Documents(); len(docs) != 1 || docs[0].Name.In("de") != "Foto" {
		t.Errorf("to bring: %v", docs)
	}
}
