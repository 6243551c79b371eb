package web_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// byPhone is an appointment that a clerk booked for Bob, who has no chat.
func (w *town) byPhone() booking.Appointment {
	w.Helper()
	free := w.free()
	staff, order := storage.Actor{Staff: "clerk"}, w.order(free[len(free)-1])
	held, err := w.store.Hold(w.Context(), staff, w.now, dialogs.Hold{Order: order})
	if err != nil {
		w.Fatal(err)
	}
	a, err := w.store.Book(w.Context(), staff, w.now, dialogs.Book{
		Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: "Bob", Mail: "bob@example.org"},
	})
	if err != nil {
		w.Fatal(err)
	}
	return a
}

// Where there is no other time, one can wait for one.
func TestWhereNothingIsFreeOneCanWait(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	_, token := w.booked("de")
	w.office.Calendar.Week = [7][]booking.Shift{}
	p := w.press(token, w.get(token).button(t, "move", 0))
	if !strings.Contains(p.body, "ist keine andere Zeit frei") {
		t.Fatalf("something is free:\n%s", p.body)
	}
	if asked := w.press(token, p.button(t, "wait", 0)); w.press(token, asked.button(t, "wait-yes", 0)).title() != "Sie stehen auf der Warteliste" {
		t.Errorf("there was asked:\n%s", asked.body)
	}
}

// Who booked by phone waits for something earlier as everybody does, from the
// page to the offer and its answer.
func TestWhoBookedByPhoneWaitsOnThePage(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	bobs, adas := w.byPhone(), w.bookedBy("ada", w.free()[0])
	token := w.mailed(bobs)
	asked := w.press(token, w.get(token).button(t, "wait", 0))
	if w.count(`SELECT count(*) FROM wait`) != 0 {
		t.Error("one step put him on the list")
	}
	for range 2 {
		if p := w.press(token, asked.button(t, "wait-yes", 0)); p.title() != "Sie stehen auf der Warteliste" {
			t.Errorf("joined:\n%s", p.body)
		}
	}
	if n := w.count(`SELECT count(*) FROM wait WHERE appointment = $1`, int64(bobs.ID)); n != 1 {
		t.Fatalf("he waits %d times", n)
	}
	if p := w.get(token); len(p.buttons()) == 0 || strings.Contains(p.body, `value="wait"`) || !strings.Contains(p.body, `value="leave"`) {
		t.Errorf("the page does not know that he waits:\n%s", p.body)
	}
	w.as("ada", dialogs.Cancel{Appointment: adas.ID})
	w.offer()
	offer := w.mailed(booking.Appointment{ID: booking.AppointmentID(w.count(`SELECT hold FROM offer`))})
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'offer' AND channel = 'mail' AND address = 'bob@example.org'`); n != 1 {
		t.Errorf("he is mailed %d offers", n)
	}
	w.press(offer, "accept")
	if !w.startsAt(bobs, adas.Span.Start) {
		t.Error("it was not moved")
	}
}

func TestWhoWaitsCanStopOnThePage(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	bobs := w.byPhone()
	token := w.mailed(bobs)
	w.press(token, "wait-yes")
	asked := w.press(token, w.get(token).button(t, "leave", 0))
	if w.count(`SELECT count(*) FROM wait`) != 1 {
		t.Error("one step ended it")
	}
	if p := w.press(token, asked.button(t, "leave-yes", 0)); p.title() != "Sie bekommen keine Angebote mehr" {
		t.Errorf("left:\n%s", p.body)
	}
	if w.count(`SELECT count(*) FROM wait`) != 0 || !w.startsAt(bobs, bobs.Span.Start) {
		t.Error("he waits, or the appointment is gone")
	}
}

// What was wished for in the chat is not overwritten on the page.
func TestAPlaceKeepsItsTermsOnThePage(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	a, token := w.booked("de")
	w.as("ada", dialogs.Wait{Office: a.Office, Appointment: a.ID, Lang: "de", Terms: booking.Terms{
		Weekdays: 1 << 1, Hours: booking.Mornings(), Until: w.office.Today(w.now).Add(3),
	}})
	before := w.rows()
	w.press(token, "wait-yes")
	if w.rows() != before {
		t.Error("the terms are others")
	}
}
