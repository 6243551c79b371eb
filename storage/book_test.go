package storage_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func TestWhatIsBookedIsFoundAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	held := w.must("ada", hold(at(9, 0)))
	if want := morning.Add(15 * time.Minute); !held.HeldUntil.Equal(want) {
		t.Errorf("held until %v, want %v", held.HeldUntil, want)
	}
	done := w.must("ada", book(held, "ada"))
	want := booking.Appointment{
		ID: held.ID, Claim: held.ID, Number: done.Number, Office: "hall", Desk: held.Desk,
		Span: booking.Span{Start: at(9, 0), End: at(9, 15)}, State: booking.Confirmed,
		Items:   []booking.Item{{Concern: "pass", Name: booking.Text{"de": "Reisepass"}, Quantity: 1, Minutes: 15, Promise: &booking.Promise{}}},
		Persons: 1, Skills: []booking.Skill{"papers"}, Audience: booking.Public, Holder: held.Holder,
		Contact: booking.Contact{Name: "ada", Mail: "ada@example.org"}, Lang: "de", Updated: morning,
	}
	if diff := cmp.Diff(want, done); diff != "" {
		t.Errorf("booked:\n%s", diff)
	}
	if diff := cmp.Diff([]booking.Appointment{want}, w.ahead("ada")); diff != "" {
		t.Errorf("read:\n%s", diff)
	}
	if _, ok := booking.ParseNumber(string(done.Number)); !ok {
		t.Errorf("%q is no number", done.Number)
	}
	if len(w.ahead("bob")) != 0 {
		t.Error("bob sees what is ada's")
	}
	if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND what = 'booked'`, held.ID); n != 1 {
		t.Errorf("%d entries in the history", n)
	}
}

func TestBookingTwiceBooksOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	held := w.must("ada", hold(at(9, 0)))
	first := w.must("ada", book(held, "ada"))
	w.now = w.now.Add(time.Hour)
	if diff := cmp.Diff(first, w.must("ada", book(held, "ada"))); diff != "" {
		t.Errorf("the second time:\n%s", diff)
	}
	if n := w.count(`SELECT count(*) FROM history`); n != 1 {
		t.Errorf("%d entries in the history, want 1", n)
	}
}

func TestAHoldThatRanOutIsRenewedWhereItsTimeIsFree(t *testing.T) {
	t.Parallel()
	for _, dropped := range []bool{false, true} {
		w := newWorld(t, sample(1))
		held := w.must("ada", hold(at(9, 0)))
		w.now = held.HeldUntil.Add(time.Minute)
		if dropped {
			w.must("bob", hold(at(10, 0)))
		}
		done := w.must("ada", book(held, "ada"))
		if done.ID != held.ID || !done.Span.Start.Equal(at(9, 0)) || done.State != booking.Confirmed {
			t.Errorf("renewed as %+v", done)
		}
		if again := w.must("ada", book(held, "ada")); again.Number != done.Number {
			t.Error("the second time it was booked again")
		}
	}
}

func TestLimitsCountWhatIsAhead(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	w.booked("ada", at(8, 0))
	w.booked("ada", at(9, 0))
	w.refuse("ada", hold(at(10, 0)), booking.ErrLimit)
	w.now = at(8, 30) // the first is not ahead any more
	w.booked("ada", at(10, 0))
}

func TestTwoHoldsDoNotGetRoundTheLimit(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	w.booked("ada", at(8, 0))
	one, two := w.must("ada", hold(at(9, 0))), w.must("ada", hold(at(10, 0)))
	w.must("ada", book(one, "ada"))
	w.refuse("ada", book(two, "ada"), booking.ErrLimit)
}

func TestVariantsOfAMailAddressAreOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	for i, mail := range []string{"eve@example.org", "Eve+1@example.org", "EVE+2@Example.org"} {
		name := string(rune('a' + i))
		b := book(w.must(name, hold(at(9, 0))), name)
		b.Contact.Mail = mail
		w.must(name, b)
	}
	b := book(w.must("z", hold(at(9, 0))), "z")
	b.Contact.Mail = "eve+3@example.org"
	w.refuse("z", b, booking.ErrMailLimit)
}

func TestABookingNeedsNameAndMail(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	held := w.must("ada", hold(at(9, 0)))
	b := book(held, "ada")
	b.Contact.Mail = ""
	w.refuse("ada", b, booking.ErrIncomplete)
	b.Contact = booking.Contact{Mail: "ada@example.org"}
	w.refuse("ada", b, booking.ErrIncomplete)
	b = book(held, "ada")
	b.Hold = 0
	w.refuse("ada", b, booking.ErrExpired)
	b = book(held, "ada")
	b.Start = at(9, 30)
	w.refuse("ada", b, booking.ErrExpired)
	w.must("ada", book(held, "ada"))
}

func TestANumberIsGivenOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(9))
	// What is drawn for the second appointment is the first one's at first.
	random := bytes.NewReader(slices.Concat(make([]byte, 8), make([]byte, 15), []byte{1}))
	s, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(9), w.present, storage.Options{Random: random})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	w.Store = s
	if one, two := w.booked("ada", at(9, 0)), w.booked("bob", at(9, 0)); one.Number == two.Number {
		t.Errorf("both have %s", one.Number)
	}
}

func TestWhatIsBookedKeepsItsNamesAndMinutes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	booked := w.booked("ada", at(9, 0))
	changed := sample(2)
	changed.Offices[0].Concerns[0].Name = booking.Text{"de": "Pass"}
	changed.Offices[0].Concerns[0].First = time.Hour
	w.Store = w.reopen(changed)
	if diff := cmp.Diff([]booking.Appointment{booked}, w.ahead("ada")); diff != "" {
		t.Errorf("after the office file changed:\n%s", diff)
	}
	h := dialogs.Hold{Order: dialogs.Order{Office: "hall", Start: at(10, 0), Moving: booked.ID}}
	if moved := w.must("ada", h); moved.Span.Length() != 15*time.Minute || moved.Items[0].Name["de"] != "Reisepass" {
		t.Errorf("moved as %+v", moved)
	}
}
