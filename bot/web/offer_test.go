package web_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// as lets somebody do something in a chat of their own.
func (w *town) as(name string, c dialogs.Command) booking.Appointment {
	w.Helper()
	var done dialogs.Result
	err := w.store.Converse(w.Context(), dialogs.Chat{Channel: "test", Address: name}, w.now,
		func(ctx context.Context, r dialogs.Records) (err error) {
			done, err = r.Do(ctx, c)
			return err
		})
	if err != nil || done.Refused != nil {
		w.Fatalf("%s, %T: %v %v", name, c, err, done.Refused)
	}
	return done.Appointment
}

// order is for an identity card at a time.
func (w *town) order(start time.Time) dialogs.Order {
	return dialogs.Order{
		Office: w.office.ID, Start: start, Wishes: []booking.Wish{{Concern: w.office.Concerns[0].ID, Quantity: 1}}, Persons: 1,
	}
}

func (w *town) bookedBy(name string, start time.Time) booking.Appointment {
	w.Helper()
	order := w.order(start)
	held := w.as(name, dialogs.Hold{Order: order})
	return w.as(name, dialogs.Book{
		Order: order, Hold: held.ID, Lang: "de", Contact: booking.Contact{Name: name, Mail: name + "@example.org"},
	})
}

// offered is a time that Ada gave back and Bob is offered, who has nothing but
// mail reaches: his appointment, the hold, and the token of the mail.
func (w *town) offered() (bobs, hold booking.Appointment, token string) {
	w.Helper()
	free := w.free()
	adas := w.bookedBy("ada", free[0])
	bobs = w.bookedBy("bob", free[len(free)-1])
	w.as("bob", dialogs.Wait{Office: w.office.ID, Appointment: bobs.ID, Lang: "de", Terms: booking.Terms{
		Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: w.office.Today(w.now).Add(14),
	}})
	w.exec(`UPDATE chat SET unreachable_at = $1 WHERE address = 'bob'`, w.now)
	w.as("ada", dialogs.Cancel{Appointment: adas.ID})
	w.offer()
	if n := w.count(`SELECT count(*) FROM notice WHERE kind = 'offer' AND channel = 'mail' AND address = 'bob@example.org'`); n != 1 {
		w.Fatalf("bob is mailed %d offers", n)
	}
	hold = booking.Appointment{ID: booking.AppointmentID(w.count(`SELECT hold FROM offer`)), Span: adas.Span}
	return bobs, hold, w.mailed(hold)
}

// offer offers what there is.
func (w *town) offer() {
	w.Helper()
	if _, err := w.store.OfferTimes(w.Context(), w.now); err != nil {
		w.Fatal(err)
	}
}

func (w *town) exec(query string, args ...any) {
	w.Helper()
	if _, err := w.pool.Exec(w.Context(), query, args...); err != nil {
		w.Fatal(err)
	}
}

// startsAt tells whether an appointment is booked for an instant.
func (w *town) startsAt(a booking.Appointment, start time.Time) bool {
	w.Helper()
	return w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND starts = $2 AND state = 'confirmed'`, int64(a.ID), start) == 1
}

func TestAnOfferIsTakenByMail(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	bobs, hold, token := w.offered()
	before := w.rows()
	shown := w.get(token)
	for _, do := range []string{"", "what", "cancel-yes", "disown-yes", "move", "leave"} {
		w.press(token, do)
	}
	if diff := cmp.Diff(before, w.rows()); diff != "" || shown.title() != "Es ist etwas frei geworden!" {
		t.Errorf("looking at %q changed what is stored:\n%s", shown.title(), diff)
	}
	for _, text := range []string{"Für Sie reserviert bis", "Bisher: ", "Nehmen Sie an, wird Ihr bisheriger Termin dafür frei."} {
		if !strings.Contains(shown.body, text) {
			t.Errorf("no %q in\n%s", text, shown.body)
		}
	}
	if strings.Contains(shown.body, "Bitte mitbringen") {
		t.Error("the answer stands below a long list")
	}
	yes := shown.button(t, "accept", 0)
	for range 2 { // a second press does it no second time
		done := w.press(token, yes)
		if done.status != http.StatusOK || done.title() != "Ihr Termin "+bobs.Number.String() {
			t.Errorf("accepted: %d\n%s", done.status, done.body)
		}
	}
	if !w.startsAt(bobs, hold.Span.Start) {
		t.Error("it was not moved")
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'held'`) + w.count(`SELECT count(*) FROM wait`); n != 0 {
		t.Errorf("%d holds and places are left", n)
	}
	if n := w.count(`SELECT count(*) FROM freed WHERE starts = $1`, bobs.Span.Start); n != 1 {
		t.Error("the old time is not free")
	}
	if n := w.count(`SELECT count(*) FROM history WHERE appointment = $1 AND actor = 'letter' AND what = 'moved'`, int64(bobs.ID)); n != 1 {
		t.Errorf("the history has it %d times", n)
	}
	// The link leads to the appointment now, as those of other mails do.
	w.press(token, w.press(token, "cancel").button(t, "cancel-yes", 0))
	if w.state(bobs) != booking.Cancelled {
		t.Error("it cannot be cancelled there")
	}
}

func TestAFirstAppointmentIsTakenByMail(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.as("carl", dialogs.Wait{
		Office: w.office.ID, Wishes: w.order(monday).Wishes, Persons: 1, Lang: "en",
		Contact: booking.Contact{Name: "Carl", Mail: "carl@example.org"},
		Terms:   booking.Terms{Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: w.office.Today(w.now).Add(14)},
	})
	w.exec(`UPDATE chat SET unreachable_at = $1`, w.now)
	w.offer()
	hold := booking.Appointment{ID: booking.AppointmentID(w.count(`SELECT hold FROM offer`))}
	token := w.mailed(hold)
	done := w.press(token, w.get(token).button(t, "accept", 0))
	if !strings.HasPrefix(done.title(), "Your appointment ") || w.state(hold) != booking.Confirmed {
		t.Errorf("%q, %s", done.title(), w.state(hold))
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND kind = 'booked' AND channel = 'mail'`, int64(hold.ID)); n != 1 {
		t.Errorf("it is confirmed by %d mails", n)
	}
	if again := w.press(token, "accept"); again.title() != done.title() {
		t.Errorf("a second press shows %q", again.title())
	}
}

func TestAnOfferThatIsOverSaysSo(t *testing.T) {
	t.Parallel()
	ends := map[string]func(w *town, token string, until time.Time){
		"ran out": func(w *town, _ string, until time.Time) { w.now = until },
		"swept": func(w *town, _ string, until time.Time) {
			w.now = until.Add(time.Hour)
			w.offer()
			if _, err := w.store.DropHolds(w.Context(), w.now); err != nil {
				w.Error(err)
			}
			w.tidyAt(w.now)
		},
		"declined": func(w *town, token string, _ time.Time) {
			if p := w.press(token, w.get(token).button(w.TB, "decline", 0)); p.title() != "Sie haben die Zeit nicht genommen" {
				w.Errorf("declined:\n%s", p.body)
			}
		},
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTown(t)
			bobs, _, token := w.offered()
			var until time.Time
			if err := w.pool.QueryRow(t.Context(), `SELECT until FROM offer`).Scan(&until); err != nil {
				t.Fatal(err)
			}
			end(w, token, until)
			for _, p := range []page{w.get(token), w.press(token, "accept"), w.press(token, "decline")} {
				if p.status != http.StatusOK || p.title() != "Dieses Angebot gilt nicht mehr" || !strings.Contains(p.body, "Ihr Platz auf der Warteliste bleibt") {
					t.Errorf("%d\n%s", p.status, p.body)
				}
			}
			if !w.startsAt(bobs, bobs.Span.Start) {
				t.Error("the old appointment is gone")
			}
			if n := w.count(`SELECT count(*) FROM wait`); n != 1 {
				t.Error("the place in the list is gone")
			}
			asked := w.press(token, w.get(token).button(t, "leave", 0))
			if w.count(`SELECT count(*) FROM wait`) != 1 {
				t.Error("one step ended the waiting")
			}
			if p := w.press(token, asked.button(t, "leave-yes", 0)); p.title() != "Sie bekommen keine Angebote mehr" {
				t.Errorf("left:\n%s", p.body)
			}
			if p := w.get(token); p.status != http.StatusNotFound || w.count(`SELECT count(*) FROM wait`) != 0 {
				t.Errorf("after that: %d", p.status)
			}
		})
	}
}

// Anybody who presses at the last moment gets the time or hears that it is gone;
// nobody else has it by then, and nobody loses what they had.
func TestAcceptingRacesWithRunningOut(t *testing.T) {
	t.Parallel()
	for range 6 {
		w := newTown(t)
		bobs, hold, token := w.offered()
		var until time.Time
		if err := w.pool.QueryRow(t.Context(), `SELECT until FROM offer`).Scan(&until); err != nil {
			t.Fatal(err)
		}
		carls := w.bookedBy("carl", w.free()[3])
		w.as("carl", dialogs.Wait{Office: w.office.ID, Appointment: carls.ID, Lang: "de", Terms: booking.Terms{
			Weekdays: booking.AnyWeekday, Hours: booking.AllDay(), Until: w.office.Today(w.now).Add(14),
		}})
		var all sync.WaitGroup
		var accepted error
		all.Go(func() {
			_, accepted = w.store.AcceptBy(w.Context(), token, until.Add(-time.Second))
		})
		all.Go(func() {
			if _, err := w.store.DropHolds(w.Context(), until); err != nil {
				t.Error(err)
			}
			if _, err := w.store.OfferTimes(w.Context(), until); err != nil {
				t.Error(err)
			}
		})
		all.Wait()
		// Other desks may be free at that time as well.
		const then = ` FROM appointment WHERE starts = $1 AND state IN ('held', 'confirmed')`
		theirs, desks := w.count(`SELECT count(*)`+then, hold.Span.Start), w.count(`SELECT count(DISTINCT desk)`+then, hold.Span.Start)
		switch moved := w.startsAt(bobs, hold.Span.Start); {
		case accepted == nil && !moved, accepted != nil && (moved || !w.startsAt(bobs, bobs.Span.Start)):
			t.Errorf("accepting ended with %v, and it was moved: %v", accepted, moved)
		case theirs == 0, theirs != desks:
			t.Errorf("%d have the time that was offered, at %d desks", theirs, desks)
		}
	}
}
