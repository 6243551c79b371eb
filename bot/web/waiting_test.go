package web_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/web/browsertest"
	"terminbote/dialogs"
)

// clerk carries out a command as a clerk.
func (w *town) clerk(command dialogs.Command) (done dialogs.Result) {
	w.Helper()
	_, err := w.pool.Exec(w.Context(), `INSERT INTO staff (channel, address, name, role, by, at) VALUES ('desk', 'c', 'Clerk', 'clerk', 'test', $1)
		ON CONFLICT DO NOTHING`, w.now)
	if err == nil {
		err = w.store.Serve(w.Context(), dialogs.Chat{Channel: "desk", Address: "c"}, "Clerk", w.now, func(ctx context.Context, r dialogs.Records) (err error) {
			done, err = r.Do(ctx, command)
			return err
		})
	}
	if err != nil || done.Refused != nil {
		w.Fatalf("%T: %v, %v", command, err, done.Refused)
	}
	return done
}

func (w *town) ticket() booking.Appointment {
	w.Helper()
	return w.clerk(dialogs.GiveTicket{Office: w.office.ID, Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1}).Appointment
}

func TestTheScreenShowsNumbersAndDesksAndNobody(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	if p := b.open("/anzeige"); p.status != http.StatusOK || !strings.Contains(p.text(), "Gerade ist niemand aufgerufen") {
		t.Errorf("an empty screen: %d\n%s", p.status, p.text())
	}
	if p := b.open("/anzeige"); !strings.Contains(p.body, "<title>Aufrufe: Bürgerbüro der Stadt Werne</title>") {
		t.Errorf("the window is called:\n%.400s", p.body)
	}
	first, second := w.ticket(), w.ticket()
	w.clerk(dialogs.Next{Office: w.office.ID, Desk: "desk-2"})
	p := b.open("/anzeige")
	for _, want := range []string{"W1", "Schalter 2", "1 Person wartet", `<meta http-equiv="refresh" content="10">`, `aria-live="polite"`} {
		if !strings.Contains(p.body, want) {
			t.Errorf("the screen lacks %q:\n%s", want, p.text())
		}
	}
	for _, secret := range []string{string(first.Number), string(second.Number), first.Number.String(), "Personalausweis"} {
		if strings.Contains(p.body, secret) {
			t.Errorf("the screen tells %q", secret)
		}
	}
	part := b.open("/anzeige/" + string(w.office.ID) + "?teil=1")
	if strings.Contains(part.body, "<html") || !strings.Contains(part.body, "W1") {
		t.Errorf("the part that changes: %s", part.body)
	}
	if p := b.open("/anzeige/nowhere"); p.status != http.StatusNotFound {
		t.Errorf("the screen of no office: %d", p.status)
	}
}

func TestATicketsPageSaysWhatToExpectAndCalls(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	b := w.browser()
	for range 5 {
		w.ticket()
	}
	last := w.ticket()
	page := dialogs.TicketPath + string(last.Number)
	if p := b.open(page); !strings.Contains(p.text(), "Ihre Wartemarke W6") || !strings.Contains(p.text(), "an 6. Stelle") {
		t.Errorf("the page of the sixth ticket: %d\n%s", p.status, p.text())
	}
	if p := b.open(page + "?lang=en"); !strings.Contains(p.text(), "number 6 in line") {
		t.Errorf("in English:\n%s", p.text())
	}
	p := b.send("/chat/beginn", url.Values{"ticket": {string(last.Number)}})
	if !strings.Contains(p.text(), "Ihre Wartemarke W6") {
		t.Errorf("in the talk:\n%s", p.text())
	}
	if p := w.browser().send("/chat/beginn", url.Values{"ticket": {string(last.Number)}}); !strings.Contains(p.text(), "schon mit einem anderen Chat verbunden") {
		t.Errorf("in a stranger's talk:\n%s", p.text())
	}
	for range 6 {
		w.clerk(dialogs.Next{Office: w.office.ID, Desk: "desk-3"})
	}
	if p := b.open(page); !strings.Contains(p.text(), "Bitte kommen Sie jetzt zu Schalter 3") {
		t.Errorf("when it is called:\n%s", p.text())
	}
	w.clerk(dialogs.Finish{Appointment: last.ID})
	if p := b.open(page); !strings.Contains(p.text(), "gilt nicht mehr") {
		t.Errorf("when it is over:\n%s", p.text())
	}
	for _, wrong := range []string{"ZZZ999", "x", "../../etc", strings.Repeat("K", 500)} {
		if p := b.open(dialogs.TicketPath + url.PathEscape(wrong)); p.status != http.StatusNotFound {
			t.Errorf("the page of %.20q: %d", wrong, p.status)
		}
	}
}

// Who has the mail about an appointment says so there on the day; the code at the
// door leads to one's own talk, in which a stranger has nothing to arrive for.
func TestOnesOwnArrivalIsReportedAtTheDoor(t *testing.T) {
	t.Parallel()
	w := newSite(t)
	if p := w.browser().open("/da"); p.status != http.StatusOK || !strings.Contains(p.body, `name="do" value="here"`) {
		t.Errorf("the page at the door: %d\n%s", p.status, p.text())
	}
	if p := w.browser().send("/chat/beginn", url.Values{"do": {"here"}}); !strings.Contains(p.text(), "Ihre Termine") {
		t.Errorf("a stranger at the door:\n%s", p.text())
	}
	a, token := w.booked("de")
	b := w.browser()
	form := url.Values{"do": {"here"}}
	if p := b.open("/termin/" + token); strings.Contains(p.body, `value="here"`) {
		t.Error("days before, one can be there")
	}
	b.send("/termin/"+token, form)
	w.now = a.Span.Start.Add(-10 * time.Minute)
	if p := b.open("/termin/" + token); !strings.Contains(p.body, `value="here"`) {
		t.Errorf("nobody can say that they are there:\n%s", p.text())
	}
	if p := b.send("/termin/"+token, form); !strings.Contains(p.text(), "Sie sind angemeldet") {
		t.Errorf("who is there is not welcomed:\n%s", p.text())
	}
	b.send("/termin/"+token, form) // a second tap
	if called := w.clerk(dialogs.Next{Office: w.office.ID, Desk: "desk-2"}).Appointment; called.ID != a.ID {
		t.Fatalf("%s is called", called.Number)
	}
	if p := b.open("/termin/" + token); !strings.Contains(p.text(), "Sie sind dran: Bitte kommen Sie jetzt zu Schalter 2.") {
		t.Errorf("who is called does not see where to go:\n%s", p.text())
	}
	var state string
	if err := w.pool.QueryRow(t.Context(), `SELECT state FROM appointment WHERE id = $1`, int64(a.ID)).Scan(&state); err != nil || state != "called" {
		t.Errorf("the appointment is %q, %v", state, err)
	}
}

// The screen keeps itself up to date, says that the connection is lost, and goes
// on by itself when it is back.
func TestTheScreenSurvivesALostConnection(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	w := newSite(t)
	w.ticket()
	v := w.visitor(browsertest.Look{Width: 1280, Height: 800})
	v.KeepAxe()
	v.Visit(w.server.URL + "/anzeige")
	v.Until(`document.body.innerText.includes("niemand aufgerufen")`)
	w.clerk(dialogs.Next{Office: w.office.ID, Desk: "desk-2"})
	v.Until(`document.querySelector(".calls")?.innerText.includes("W1")`)
	if faults := v.Faults(); len(faults) > 0 {
		t.Errorf("the screen is not accessible: %v", faults)
	}
	browsertest.Value[int](v.Tab, "window.fetch0 = window.fetch; window.fetch = () => Promise.reject(new TypeError('gone')); 1")
	v.Until(`!document.getElementById("verbindung").hidden && document.getElementById("verbindung").innerText.includes("unterbrochen")`)
	w.clerk(dialogs.GiveTicket{Office: w.office.ID, Wishes: []booking.Wish{{Concern: "id-card", Quantity: 1}}, Persons: 1})
	w.clerk(dialogs.Next{Office: w.office.ID, Desk: "desk-3"})
	browsertest.Value[int](v.Tab, "window.fetch = window.fetch0; 1")
	v.Until(`document.getElementById("verbindung").hidden && document.querySelector(".calls").innerText.includes("W2")`)
}
