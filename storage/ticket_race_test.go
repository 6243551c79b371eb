package storage_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// ticketOffice is an office with clerks that gives tickets for passports.
func ticketOffice(t *testing.T, desks int) *tellingWorld {
	t.Helper()
	w := newOffice(t, desks)
	w.office.Policy.WalkIns = booking.Usual().WalkIns
	w.office.Policy.WalkIns.Tickets = true
	w.Store = w.on(test)
	w.at(at(8, 0))
	return w
}

func ticketFor(concern booking.ConcernID) dialogs.GiveTicket {
	return dialogs.GiveTicket{Office: "hall", Wishes: []booking.Wish{{Concern: concern, Quantity: 1}}, Persons: 1}
}

// Clerks who give tickets at once give every number once and leave none out;
// people who scan one at once get it once; clerks who call at once call
// everybody once.
func TestTicketsUnderAttack(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 4)
	const clerks, rounds, scanners = 6, 3, 5
	for i := range clerks {
		w.employ(fmt.Sprint("clerk ", i), booking.Clerk)
	}
	concern := w.office.Concerns[0].ID
	var mu sync.Mutex
	given := map[int]booking.Appointment{}
	atOnce(clerks, func(i int) {
		for range rounds {
			r, err := w.order(fmt.Sprint("clerk ", i), ticketFor(concern))
			mu.Lock()
			if _, twice := given[r.Appointment.Ticket]; err != nil || r.Refused != nil || twice {
				t.Errorf("ticket %d: %v, %v, given twice: %v", r.Appointment.Ticket, err, r.Refused, twice)
			}
			given[r.Appointment.Ticket] = r.Appointment
			mu.Unlock()
		}
	})
	for n := 1; n <= clerks*rounds; n++ {
		if _, ok := given[n]; !ok {
			t.Fatalf("number %d was left out of %d", n, len(given))
		}
	}
	var mine, theirs int
	atOnce(scanners, func(i int) {
		r, err := w.command(fmt.Sprint("scanner ", i), dialogs.LinkTicket{Number: given[1].Number, Lang: "de"})
		mu.Lock()
		defer mu.Unlock()
		switch {
		case err != nil:
			t.Error(err)
		case r.Refused == nil:
			mine++
		case errors.Is(r.Refused, booking.ErrLinked):
			theirs++
		default:
			t.Errorf("refused: %v", r.Refused)
		}
	})
	if mine != 1 || theirs != scanners-1 {
		t.Errorf("one ticket is in %d chats, and %d were told so", mine, theirs)
	}
	called := map[int]bool{}
	atOnce(clerks, func(i int) {
		for {
			r, err := w.order(fmt.Sprint("clerk ", i), dialogs.Next{Office: "hall", Desk: booking.DeskID(fmt.Sprint("desk ", i%4+1))})
			if err != nil || errors.Is(r.Refused, booking.ErrNobody) {
				if err != nil {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			if called[r.Appointment.Ticket] || r.Refused != nil {
				t.Errorf("ticket %d called twice, or %v", r.Appointment.Ticket, r.Refused)
			}
			called[r.Appointment.Ticket] = true
			mu.Unlock()
		}
	})
	if len(called) != clerks*rounds {
		t.Errorf("%d of %d tickets were called", len(called), clerks*rounds)
	}
}

// atOnce lets several do something at the same time, and waits for all.
func atOnce(many int, do func(i int)) {
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() { do(i) })
	}
	all.Wait()
}

// A ticket sets no time aside, is called in its holder's chat, and is gone the day
// after with all that was noted; its figures stay.
func TestATicketIsOfOneDay(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 1)
	a := w.orders("anna", ticketFor(w.office.Concerns[0].ID)).Appointment
	if busy := w.count(`SELECT count(*) FROM appointment WHERE ticket = 1 AND desk IS NOT NULL`); busy != 0 {
		t.Error("a desk is set aside for a ticket")
	}
	for range 3 { // she scans it again
		w.must("ada", dialogs.LinkTicket{Number: a.Number, Lang: "de"})
	}
	if n := w.count(`SELECT count(*) FROM history WHERE what = 'attached'`); n != 1 {
		t.Errorf("the history says %d times that it was linked", n)
	}
	w.at(at(8, 10))
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	if w.told(booking.CalledNotice, a) != 1 {
		t.Error("who has the ticket in a chat was not called there")
	}
	if found, facts, err := w.Ticket(t.Context(), a.Number, w.now); err != nil || found.State != booking.Called || len(facts.Line) != 1 {
		t.Errorf("looked up: %+v, %+v, %v", found, facts.Line, err)
	}
	facts, err := w.Facts(t.Context(), 0, w.now, dialogs.Need{Line: "hall"})
	if err != nil || len(facts.Line) != 1 || facts.Line[0].Number != "" || facts.Line[0].Contact.Name != "" || facts.Line[0].Holder != 0 {
		t.Errorf("the line tells who waits in it: %+v, %v", facts.Line, err)
	}
	w.at(at(8, 25))
	w.orders("anna", dialogs.Finish{Appointment: a.ID})
	if err := w.EraseOld(t.Context(), at(23, 59)); err != nil {
		t.Fatal(err)
	}
	if w.count(`SELECT count(*) FROM appointment WHERE ticket IS NOT NULL`) != 1 {
		t.Error("a ticket was erased on its day")
	}
	if err := w.EraseOld(t.Context(), at(23, 59).Add(2*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if w.count(`SELECT count(*) FROM appointment WHERE ticket IS NOT NULL`) != 0 {
		t.Error("a ticket outlasts its day")
	}
	if got := w.count(`SELECT count(*) FROM figure WHERE channel = 'ticket' AND state = 'finished' AND waited = 10 AND took = 15`); got != 1 {
		t.Error("what was learned from the ticket is lost")
	}
	report, err := w.Statistics(t.Context(), w.now, "hall", monday, monday)
	if err != nil || report.Tickets.Given != 1 || report.Tickets.Served != 1 || report.Tickets.Waited[10] != 1 || report.Totals().Booked != 0 || report.Waited.Cases() != 0 {
		t.Errorf("the report: %+v, %v", report, err)
	}
	if _, _, err := w.Ticket(t.Context(), a.Number, w.now); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("the ticket of yesterday: %v", err)
	}
}

// order carries out one command of a clerk in a turn of its own, for many at once.
func (w *world) order(name string, command dialogs.Command) (done dialogs.Result, err error) {
	err = w.Serve(w.Context(), chat(name), name, w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	})
	return done, err
}

// command is order for a citizen.
func (w *world) command(name string, command dialogs.Command) (done dialogs.Result, err error) {
	err = w.Converse(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		done, err = r.Do(ctx, command)
		return err
	})
	return done, err
}

// A ticket whose call is taken back waits without a desk, as it did before, and
// what a colleague noted of it is not in the line that everybody sees.
func TestATicketWaitsWithoutADesk(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 2)
	a := w.orders("anna", ticketFor(w.office.Concerns[0].ID)).Appointment
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.Uncall{Appointment: a.ID})
	if busy := w.count(`SELECT count(*) FROM appointment WHERE ticket IS NOT NULL AND desk IS NOT NULL`); busy != 0 {
		t.Error("a desk is set aside for a ticket whose call was taken back")
	}
	w.orders("anna", dialogs.Next{Office: "hall", Desk: "desk 1"})
	w.orders("anna", dialogs.SendOn{Appointment: a.ID, Desk: "desk 2", Note: "Foto fehlt"})
	facts, err := w.Facts(t.Context(), 0, w.now, dialogs.Need{Line: "hall"})
	if err != nil || len(facts.Line) != 1 || facts.Line[0].Visit.Note != "" {
		t.Errorf("the line tells what staff noted: %+v, %v", facts.Line, err)
	}
}

// Numbers of tickets are not for guessing: what is none counts, and ends.
// The line says how many wait and what for, and of nobody who they are; only the numbers
// of those who were called are called out.
func TestTheLineNamesNobody(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(4))
	for name, state := range map[string]string{"ada": "confirmed", "bob": "checked in", "carl": "called"} {
		a := w.booked(name, at(9, 0))
		w.exec(`UPDATE appointment SET state = $2, note = 'x', phone = '1', arrived_at = $3, called_at = CASE WHEN $2 = 'called' THEN $3::timestamptz END WHERE id = $1`, int64(a.ID), state, w.now)
	}
	for number, state := range map[int]string{1: "checked in", 2: "called"} {
		w.exec(`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, holder, name, note, created_at, updated_at, arrived_at, called_at, ticket, ticket_day)
			SELECT 700 + $1::bigint, 700 + $1, 'TICKET' || $1::bigint, 'hall', CASE WHEN $2 = 'called' THEN 'desk 4' END, $3, $3::timestamptz + interval '15 minutes', $2, '[]', 1, '{}', 'staff', max(id), 'W', 'x',
				$3, $3, $3, CASE WHEN $2 = 'called' THEN $3::timestamptz END, $1, '2026-11-23' FROM person WHERE id < 900000`, number, state, w.now)
	}
	facts, err := w.Facts(t.Context(), 0, w.now, dialogs.Need{Line: "hall"})
	w.none(err)
	called := 0
	for _, a := range facts.Line {
		if a.Contact != (booking.Contact{}) || a.Holder != 0 || a.Visit.Note != "" {
			t.Errorf("the line says who waits: %+v", a)
		}
		if mayBeCalledOut := a.State == booking.Called && !a.IsTicket(); (a.Number != "") != mayBeCalledOut {
			t.Errorf("%s, a ticket %v: number %q", a.State, a.IsTicket(), a.Number)
		} else if mayBeCalledOut {
			called++
		}
	}
	if len(facts.Line) != 5 || called != 1 {
		t.Errorf("%d are in the line, %d of them called", len(facts.Line), called)
	}
}

func TestGuessingNumbersOfTicketsEnds(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 1)
	booked := w.booked("ada", at(11, 0))
	a := w.orders("anna", ticketFor(w.office.Concerns[0].ID)).Appointment
	for range 5 {
		w.refuse("eve", dialogs.LinkTicket{Number: booked.Number, Lang: "de"}, booking.ErrUnknown)
	}
	w.refuse("eve", dialogs.LinkTicket{Number: a.Number, Lang: "de"}, booking.ErrLimit)
	w.must("bob", dialogs.LinkTicket{Number: a.Number, Lang: "de"})
}

// A ticket is of its day and hour, speaks the language of who puts it into their chat, and
// takes no number that was given before, returned or not.
func TestATicketIsStoredAsItWasGiven(t *testing.T) {
	t.Parallel()
	w := ticketOffice(t, 2)
	give := func() booking.Appointment { return w.orders("anna", ticketFor(w.office.Concerns[0].ID)).Appointment }
	first, second := give(), give()
	given := w.now
	w.at(at(8, 5))
	w.must("ada", dialogs.LinkTicket{Number: first.Number, Lang: "en"})
	w.refuse("bob", dialogs.LinkTicket{Number: first.Number, Lang: "de"}, booking.ErrLinked)
	w.orders("anna", dialogs.Cancel{Appointment: second.ID})
	third := give()
	if first.Ticket != 1 || second.Ticket != 2 || third.Ticket != 3 {
		t.Errorf("numbers %d, %d, %d", first.Ticket, second.Ticket, third.Ticket)
	}
	const columns = `concat_ws('|', ticket, ticket_day, arrived_at = $1, starts = $1, state, lang, holder IS NULL, claim = id, desk IS NULL, persons, name)`
	want := []string{"1|2026-11-23|t|t|checked in|en|f|t|t|1|W1", "2|2026-11-23|t|t|cancelled||t|t|t|1|W2"}
	if diff := cmp.Diff(want, w.left(`SELECT `+columns+` FROM appointment WHERE ticket IN (1, 2) AND id < 900000`, given)); diff != "" {
		t.Errorf("stored:\n%s", diff)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND updated_at = $2`, int64(first.ID), w.now); n != 1 {
		t.Error("that it was linked is no change of it")
	}
	if n := w.count(`SELECT count(*) FROM figure WHERE channel = 'ticket' AND appointment IN ($1, $2, $3)`, int64(first.ID), int64(second.ID), int64(third.ID)); n != 3 {
		t.Errorf("%d count as tickets, want 3", n)
	}
	for _, number := range []booking.Number{second.Number, third.Number} {
		w.must("carl", dialogs.LinkTicket{Number: third.Number, Lang: "de"})
		if _, facts, err := w.Ticket(t.Context(), number, w.now); err != nil || len(facts.Line) != 2 {
			t.Errorf("%d are in the line (%v), want the two who wait", len(facts.Line), err)
		}
	}
	w.refuse("dora", dialogs.LinkTicket{Number: second.Number, Lang: "de"}, booking.ErrOver)
}

// The page of a ticket shows a ticket, and nobody's appointment.
func TestAnAppointmentIsNoTicket(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	if shown, facts, err := w.Ticket(t.Context(), a.Number, w.now); !errors.Is(err, booking.ErrUnknown) || shown.ID != 0 || len(facts.Line) > 0 {
		t.Errorf("%+v, %+v, %v", shown, facts.Line, err)
	}
}
