package storage_test

import (
	"encoding/base64"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// mailed is the link of a mail about an appointment, or about the hold of an offer.
func (w *world) mailed(to string, about booking.Appointment) string {
	w.Helper()
	token, err := w.Post(w.Context(), dialogs.Posting{To: to, Appointment: about.ID, Office: about.Office, Kind: booking.ReminderNotice}, w.now)
	if err != nil {
		w.Fatal(err)
	}
	return token
}

// offeredByMail is a world in which bob is offered nine o'clock instead of eleven.
func offeredByMail(t *testing.T) (w *world, late booking.Appointment, offer string) {
	t.Helper()
	w = newWaitingWorld(t, waitingTown(1))
	first := w.booked("ada", at(9, 0))
	late = w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("ada", dialogs.Cancel{Appointment: first.ID})
	w.match()
	return w, late, w.mailed("bob@example.org", w.offer("bob"))
}

func TestAnOfferIsAcceptedByItsMail(t *testing.T) {
	t.Parallel()
	w, late, token := offeredByMail(t)
	l, err := w.Letter(t.Context(), token, w.now)
	if err != nil || !l.Open(w.now) || !l.Appointment.Span.Start.Equal(at(9, 0)) || l.Old.ID != late.ID || l.Wait == nil || l.Office.ID != "hall" {
		t.Fatalf("the mail offers %+v, %v", l, err)
	}
	moved, err := w.AcceptBy(t.Context(), token, w.now)
	if err != nil || moved.ID != late.ID || !moved.Span.Start.Equal(at(9, 0)) {
		t.Fatalf("accepted: %+v, %v", moved, err)
	}
	if _, err := w.AcceptBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("accepted twice: %v", err)
	}
	if l, err := w.Letter(t.Context(), token, w.now); err != nil || l.Offer || l.Appointment.ID != late.ID {
		t.Errorf("afterwards the link leads to %+v, %v", l, err)
	}
}

// A time that is declined by mail goes to the next, and the place stays.
func TestAnOfferIsDeclinedByItsMail(t *testing.T) {
	t.Parallel()
	w, late, token := offeredByMail(t)
	if err := w.DeclineBy(t.Context(), token, w.now); err != nil {
		t.Fatal(err)
	}
	if err := w.DeclineBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("declined twice: %v", err)
	}
	if _, err := w.AcceptBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("accepted after it was declined: %v", err)
	}
	if got := w.ahead("bob"); len(got) != 1 || !got[0].Span.Start.Equal(late.Span.Start) || len(w.places("bob")) != 1 {
		t.Errorf("bob has %v and %d places", got, len(w.places("bob")))
	}
	w.noOffer("bob")
}

// The mail of an offer accepts and declines it, and that of an appointment does all else:
// what the other one is for is refused, and nothing changes.
func TestALinkDoesOnlyWhatItsMailIsFor(t *testing.T) {
	t.Parallel()
	w, late, offer := offeredByMail(t)
	appointment := w.mailed("bob@example.org", late)
	state := func() []string {
		return w.left(`SELECT id || ' ' || state || ' ' || starts || ' ' || name FROM appointment UNION ALL SELECT 'place ' || id FROM wait UNION ALL
			SELECT 'offer ' || id || coalesce(outcome, '') FROM offer`)
	}
	before := state()
	for what, do := range map[string]func() error{
		"cancelled": func() error { _, err := w.CancelBy(t.Context(), offer, w.now); return err },
		"arrived":   func() error { _, err := w.ArriveBy(t.Context(), offer, at(9, 0)); return err },
		"moved":     func() error { _, err := w.MoveBy(t.Context(), offer, at(10, 0), w.now); return err },
		"disowned":  func() error { return w.Disown(t.Context(), offer, w.now) },
		"waiting":   func() error { return w.WaitBy(t.Context(), offer, w.now) },
		"accepted":  func() error { _, err := w.AcceptBy(t.Context(), appointment, w.now); return err },
		"declined":  func() error { return w.DeclineBy(t.Context(), appointment, w.now) },
	} {
		if err := do(); !isRefused(err) {
			t.Errorf("%s by the other mail: %v", what, err)
		}
		if diff := cmp.Diff(before, state()); diff != "" {
			t.Errorf("%s by the other mail changes:\n%s", what, diff)
		}
	}
}

func TestAnOffersMailLeadsNowhereOnceItIsOver(t *testing.T) {
	t.Parallel()
	w, _, token := offeredByMail(t)
	w.now = w.now.Add(time.Hour)
	if l, err := w.Letter(t.Context(), token, w.now); err != nil || l.Open(w.now) || l.Appointment.State != booking.Expired || l.Office == nil {
		t.Errorf("an offer that ran out: %+v, %v", l, err)
	}
	if _, err := w.AcceptBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("accepted after it ran out: %v", err)
	}
	if err := w.DeclineBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrExpired) {
		t.Errorf("declined after it ran out: %v", err)
	}
	if _, err := w.AcceptBy(t.Context(), "nobody's", w.now); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("no link at all: %v", err)
	}
}

// What would move is named as long as it can: not once somebody has come to it, or
// nobody did.
func TestAnOffersMailNamesWhatWouldMoveWhileItCan(t *testing.T) {
	t.Parallel()
	w, late, token := offeredByMail(t)
	for _, state := range []booking.State{booking.Confirmed, booking.CheckedIn, booking.Called, booking.Missed, booking.Finished} {
		w.exec(`UPDATE appointment SET state = $2, arrived_at = $3, called_at = $3 WHERE id = $1`, int64(late.ID), string(state), w.now)
		l, err := w.Letter(t.Context(), token, w.now)
		if err != nil || !l.Open(w.now) || (l.Old.ID == late.ID) != (state == booking.Confirmed) {
			t.Errorf("%s: the link leads to %+v, %v", state, l, err)
		}
	}
}

// Who has no chat waits for an earlier time by the link of a mail, once, and
// leaves the list by it.
func TestWhoHasNoChatWaitsByTheMailsPage(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", wednesday)
	w.exec(`UPDATE appointment SET holder = NULL`)
	token := w.mailed("ada@example.org", a)
	if err := w.LeaveBy(t.Context(), token, w.now); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("left without a place: %v", err)
	}
	for range 2 {
		if err := w.WaitBy(t.Context(), token, w.now); err != nil {
			t.Fatal(err)
		}
	}
	if n := w.count(`SELECT count(*) FROM wait w JOIN appointment a ON a.id = w.appointment AND a.holder = w.person WHERE w.until = $1::date AND w.weekdays = 127`, a.Span.Start); n != 1 {
		t.Errorf("%d places, want one until the day of the appointment", n)
	}
	if err := w.LeaveBy(t.Context(), token, w.now); err != nil || w.count(`SELECT count(*) FROM wait`) != 0 {
		t.Errorf("left: %v", err)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`); n != 1 {
		t.Error("leaving the list cost the appointment")
	}
	if err := w.WaitBy(t.Context(), token, a.Span.Start); !errors.Is(err, booking.ErrOver) {
		t.Errorf("waited for an earlier time of what has begun: %v", err)
	}
}

// The link of a mail acts on its own appointment, in its time, and not on another.
func TestAMailsLinkActsOnItsAppointmentAlone(t *testing.T) {
	t.Parallel()
	town := waitingTown(2)
	town.Offices[0].Policy.Arrive.Before, town.Offices[0].Policy.Arrive.After = 15*time.Minute, 5*time.Minute
	w := newWaitingWorld(t, town)
	adas, bobs := w.booked("ada", at(9, 0)), w.booked("bob", at(9, 0))
	token := w.mailed("ada@example.org", adas)
	if _, err := w.ArriveBy(t.Context(), token, at(8, 44)); !errors.Is(err, booking.ErrTooSoon) {
		t.Errorf("arrived too soon: %v", err)
	}
	if here, err := w.ArriveBy(t.Context(), token, at(8, 45)); err != nil || here.State != booking.CheckedIn || here.ID != adas.ID {
		t.Errorf("arrived: %+v, %v", here, err)
	}
	if _, err := w.CancelBy(t.Context(), w.mailed("bob@example.org", bobs), w.now); err != nil {
		t.Errorf("cancelled: %v", err)
	}
	for id, want := range map[booking.AppointmentID]booking.State{adas.ID: booking.CheckedIn, bobs.ID: booking.Cancelled} {
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = $2`, int64(id), string(want)); n != 1 {
			t.Errorf("appointment %d is not %s", id, want)
		}
	}
	if _, err := w.Letter(t.Context(), token, adas.Span.End); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("the link leads somewhere after the end: %v", err)
	}
}

// Somebody who uses the link of a mail reads the mails to its address, which counts
// as known then; what is done in the chat says nothing of that.
func TestUsingALinkSaysThatTheAddressIsRead(t *testing.T) {
	t.Parallel()
	for what, use := range map[string]func(w *world, a booking.Appointment, token string) error{
		"cancelled": func(w *world, _ booking.Appointment, token string) error {
			_, err := w.CancelBy(w.Context(), token, w.now)
			return err
		},
		"moved": func(w *world, _ booking.Appointment, token string) error {
			_, err := w.MoveBy(w.Context(), token, at(10, 0), w.now)
			return err
		},
		"": func(w *world, a booking.Appointment, _ string) error {
			w.must("ada", dialogs.Cancel{Appointment: a.ID})
			return nil
		},
	} {
		w := newWaitingWorld(t, waitingTown(1))
		a := w.booked("ada", at(11, 0))
		token := w.mailed("ada@example.org", a)
		if what == "moved" { // which was read before, long ago
			w.exec(`INSERT INTO mailbox (mailbox, answered, seen) SELECT DISTINCT mailbox, $1::timestamptz, $1::timestamptz FROM letter`, w.now.AddDate(-1, 0, 0))
		}
		if err := use(w, a, token); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if n := w.count(`SELECT count(*) FROM mailbox WHERE answered = $1 AND seen = $1`, w.now); (n == 1) != (what != "") {
			t.Errorf("%s by the link: %d addresses count as read", what, n)
		}
	}
}

// A link is 192 random bits, in letters that every address can hold, and stored as a
// hash only.
func TestALinkCannotBeGuessed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	seen := map[string]bool{}
	for range 20 {
		token := w.mailed("ada@example.org", a)
		if bits, err := base64.RawURLEncoding.DecodeString(token); err != nil || len(bits) != 24 || seen[token] {
			t.Errorf("token %q has %d bytes (%v), seen before: %v", token, len(bits), err, seen[token])
		}
		if n := w.count(`SELECT count(*) FROM letter WHERE position($1::bytea IN token) > 0`, []byte(token)); n != 0 {
			t.Error("the token is stored as it is")
		}
		seen[token] = true
	}
}

// A link leads to its appointment for as long as somebody is to come, or is there.
func TestALinkLeadsToWhatIsNotOver(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	token := w.mailed("ada@example.org", a)
	for state, want := range map[booking.State]bool{
		booking.Confirmed: true, booking.CheckedIn: true, booking.Called: true, booking.Cancelled: false, booking.Finished: false, booking.Missed: false,
	} {
		w.exec(`UPDATE appointment SET state = $2, arrived_at = $3, called_at = $3 WHERE id = $1`, int64(a.ID), string(state), w.now)
		for now, want := range map[time.Time]bool{w.now: want, a.Span.End.Add(-just): want, a.Span.End: false} {
			l, err := w.Letter(t.Context(), token, now)
			if leads := err == nil && l.Appointment.ID == a.ID; leads != want || !want && !errors.Is(err, booking.ErrUnknown) {
				t.Errorf("%s, %v after its end: it leads to %+v (%v), want %v", state, now.Sub(a.Span.End), l.Appointment, err, want)
			}
		}
	}
}
