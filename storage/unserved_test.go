package storage_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
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

// tellUnserved looks for those the file does not serve, and wants so many told.
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
		t.Error("bob is told, though nothing hits him")
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

// Who chose another time, and is hit there too, is told of that once as well; and that it
// stands after all.
func TestWhoIsHitAgainIsToldAgain(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	hit := w.booked("ada", wednesday)
	w.newFile(closeWednesday)
	w.tellUnserved(1)
	w.must("ada", move(hit, w.must("ada", holdMove(hit, at(10, 0)))))
	w.newFile(func(o *booking.Office) {
		o.Calendar.Closures = []booking.Closure{{Day: monday, Hours: booking.AllDay(), Reason: booking.Text{"de": "Sturm"}}}
	})
	w.tellUnserved(1)
	w.tellUnserved(0)
	w.newFile(func(*booking.Office) {})
	w.tellUnserved(0)
	if got := w.told(booking.RestoredNotice, hit); got != 2 {
		t.Errorf("ada is told %d times that her appointment stands, want by chat and by mail", got)
	}
	said := w.left(`SELECT what FROM history WHERE appointment = $1 AND actor NOT LIKE 'person %' ORDER BY id`, int64(hit.ID))
	if !slices.Equal(said, []string{dialogs.WasHit, dialogs.WasHit, dialogs.WasRestored}) {
		t.Errorf("her history says that the files did %q", said)
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

func TestWhoseConcernIsGivenUpLearnsItOnce(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	tell := func(want int) {
		t.Helper()
		if told, err := w.TellDropped(t.Context(), w.now); err != nil || told != want {
			t.Errorf("%d were told (%v), want %d", told, err, want)
		}
	}
	until := func(day booking.Date) func(*booking.Office) {
		return func(o *booking.Office) { o.Concerns[0].Done.Until = day }
	}
	tell(0)
	w.newFile(until(monday.Add(2)))
	tell(0) // the appointment is on its last day
	w.newFile(until(monday.Add(1)))
	tell(1)
	tell(0)
	if got := w.told(booking.DroppedNotice, a); got != 2 {
		t.Errorf("ada is told %d times, want by chat and by mail", got)
	}
	w.newFile(func(*booking.Office) {}) // it was a slip
	tell(1)
	tell(0)
	w.newFile(func(o *booking.Office) { o.Concerns = o.Concerns[1:] })
	tell(1)
	if got := w.told(booking.DroppedNotice, a); got != 6 {
		t.Errorf("ada is told %d times of all of it, want 6", got)
	}
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.newFile(func(*booking.Office) {})
	tell(0) // what is cancelled needs no word
}

func TestAnotherFileCountsFromTheNextTurnOn(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	held := w.must("ada", hold(wednesday))
	longer := *w.office
	longer.Concerns = slices.Clone(w.office.Concerns)
	longer.Concerns[0].First *= 2
	w.Use(booking.NewTown(&longer))
	if got := w.facts("ada", dialogs.Need{}).Town.Offices[0].Concerns[0].First; got != longer.Concerns[0].First {
		t.Errorf("the old file counts: %v", got)
	}
	booked := w.must("ada", book(held, "ada"))
	if booked.Span.Length() != held.Span.Length() {
		t.Errorf("held for %v and booked for %v", held.Span.Length(), booked.Span.Length())
	}
}

func TestReadingTheFilesIsSaidOnce(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	for _, read := range []struct {
		digest  string
		refused bool
	}{{"one", false}, {"one", false}, {"two", true}, {"two", true}} {
		if err := w.AuditFiles(t.Context(), w.now, read.digest, read.refused); err != nil {
			t.Fatal(err)
		}
	}
	count := map[string]int{}
	for _, act := range w.sees("berta", dialogs.StaffNeed{Audit: true}).Audit {
		count[act.What]++
	}
	if count[dialogs.FileRead] != 1 || count[dialogs.FileRefused] != 1 {
		t.Errorf("leads read of it: %v", count)
	}
}

func TestAnAppointmentTakesWhatHoldsOnItsDay(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	usual := w.office.Concerns[0].First
	w.newFile(func(o *booking.Office) {
		c := &o.Concerns[0]
		c.Lengths = []booking.Lengths{{Period: booking.Period{From: monday.Add(2)}, First: 2 * usual, Further: usual}}
		c.Fees = []booking.Fee{{Rates: []booking.Rate{{Amount: 100}}}, {From: monday.Add(2), Rates: []booking.Rate{{Amount: 200}}}}
	})
	for start, want := range map[time.Time]booking.Cents{at(9, 0): 100, wednesday: 200} {
		a := w.booked(start.Weekday().String(), start)
		if long := a.Span.Length() == 2*usual; long != (want == 200) || a.Items[0].Promise.Fee.Rates[0].Amount != want {
			t.Errorf("%v: %v for %+v", start, a.Span.Length(), a.Items[0].Promise.Fee)
		}
	}
}

// What the files no longer serve concerns those who are still to come, and nobody else.
func TestOnlyWhoIsToComeIsNotServed(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 1)
	a := w.booked("ada", wednesday)
	w.newFile(closeWednesday)
	for state, want := range map[booking.State]bool{
		booking.Confirmed: true, booking.CheckedIn: false, booking.Called: false, booking.Finished: false, booking.Cancelled: false, booking.Missed: false,
	} {
		w.exec(`UPDATE appointment SET state = $2, arrived_at = $3, called_at = $3 WHERE id = $1`, int64(a.ID), string(state), w.now)
		all, err := w.Unserved(t.Context(), w.now)
		if hers := slices.ContainsFunc(all, func(u storage.Unserved) bool { return u.ID == a.ID }); err != nil || hers != want {
			t.Errorf("%s: not served %v (%v), want %v", state, hers, err, want)
		}
	}
}

// Who is hit by a file is told, though somebody else was hit by staff at the same time.
func TestWhatHitAnotherOneIsNotHers(t *testing.T) {
	t.Parallel()
	w := newOffice(t, 2)
	first, second := w.booked("ada", wednesday), w.booked("bob", wednesday)
	w.orders("anna", dialogs.Close{Office: "hall", Closing: from9to10(first.Desk)})
	w.newFile(closeWednesday)
	w.tellUnserved(1)
	for _, a := range []booking.Appointment{first, second} {
		if got := w.told(booking.ClosedNotice, a); got != 2 {
			t.Errorf("%s is told %d times, want by chat and by mail", a.Contact.Name, got)
		}
	}
}

// People that the files no longer serve are listed by time, of however many offices there are.
func TestWhoIsNotServedIsListedByTime(t *testing.T) {
	t.Parallel()
	town := sample(1)
	const offices = 2*storage.OfficesAtOnce + 1
	for i := range offices {
		other := *town.Offices[0]
		other.ID = booking.OfficeID(fmt.Sprintf("office %02d", i))
		town.Offices = append(town.Offices, &other)
	}
	w := newWorld(t, town)
	w.exec(`
		INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT n, n, 'N' || n, 'office ' || to_char(n, 'FM00'), 'gone', at, at + interval '15 minutes', 'confirmed', '[]', 1, '{papers}', 'public', 'x', $1, $1
		FROM generate_series(1, $2::int - 1) AS n, LATERAL (SELECT $1::timestamptz + interval '1 hour' + n * 7 % 43 * interval '1 minute' AS at) AS a`, w.now, offices)
	all, err := w.Unserved(t.Context(), w.now)
	w.none(err)
	all = slices.DeleteFunc(all, func(u storage.Unserved) bool { return u.Office == "hall" })
	byTime := func(a, b storage.Unserved) int { return a.Span.Start.Compare(b.Span.Start) }
	if len(all) != offices-1 || !slices.IsSortedFunc(all, byTime) {
		t.Errorf("%d are listed, want %d, by time %v", len(all), offices-1, slices.IsSortedFunc(all, byTime))
	}
}
