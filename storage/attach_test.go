package storage_test

import (
	"errors"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func askCode(a booking.Appointment) dialogs.AskCode {
	return dialogs.AskCode{Number: a.Number, Lang: "en"}
}

func TestACodeMakesAnAppointmentSomebodysOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.must("ada on telegram", askCode(a))
	sent := w.post.last()
	if want := (codeMail{"ada@example.org", "en", a.Number, sent.code}); sent != want || len(sent.code) != 6 {
		t.Errorf("sent %+v", sent)
	}
	if n := w.count(`SELECT count(*) FROM code WHERE position($1::bytea IN hash) > 0`, []byte(sent.code)); n != 0 {
		t.Error("the code is stored as it is")
	}
	attach := dialogs.Attach{Number: a.Number, Code: sent.code}
	w.refuse("eve", attach, booking.ErrLimit) // it was sent for another chat
	if got := w.must("ada on telegram", attach); got.Holder == a.Holder || got.Number != a.Number {
		t.Errorf("attached as %+v", got)
	}
	if n := len(w.ahead("ada on telegram")); n != 1 {
		t.Errorf("%d appointments, want 1", n)
	}
	w.refuse("ada", attach, booking.ErrLimit)
	w.refuse("ada on telegram", attach, booking.ErrLimit)
	w.must("ada on telegram", dialogs.Cancel{Appointment: a.ID})
	if n := w.count(`SELECT count(*) FROM history WHERE what = 'attached'`); n != 1 {
		t.Errorf("%d entries in the history, want 1", n)
	}
}

// Who waited on the page of a mail goes on waiting in the chat.
func TestAPlaceOnTheWaitingListComesAlong(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.must("ada", improve(a))
	w.must("ada on telegram", askCode(a))
	w.must("ada on telegram", dialogs.Attach{Number: a.Number, Code: w.post.last().code})
	if _, err := w.OfferTimes(t.Context(), w.now); err != nil { // which tidies the list
		t.Fatal(err)
	}
	if here, before := w.places("ada on telegram"), w.places("ada"); len(here) != 1 || len(before) != 0 {
		t.Errorf("places: %v here, %v before", here, before)
	}
}

func TestACodeServesForAShortTimeAndFewTries(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(11, 0))
	w.must("eve", askCode(a))
	right := dialogs.Attach{Number: a.Number, Code: w.post.last().code}
	wrong := dialogs.Attach{Number: a.Number, Code: right.Code[1:] + "x"}
	for range 5 {
		w.refuse("eve", wrong, booking.ErrCode)
	}
	w.refuse("eve", right, booking.ErrLimit)

	w.must("eve", askCode(a))
	first := dialogs.Attach{Number: a.Number, Code: w.post.last().code}
	w.must("eve", askCode(a))
	last := dialogs.Attach{Number: a.Number, Code: w.post.last().code}
	w.refuse("eve", first, booking.ErrTooOften)
	w.now = w.now.Add(time.Minute)
	w.refuse("eve", first, booking.ErrCode) // only the last one serves
	w.now = w.now.Add(15 * time.Minute)
	w.refuse("eve", last, booking.ErrLimit)

	w.refuse("bob", askCode(a), booking.ErrLimit) // three times for that number, from any chat
	w.now = w.now.Add(time.Hour)
	w.must("bob", askCode(a))
}

// A clerk's code that was used up is none: the next one is mailed again.
func TestACodeThatIsUsedUpIsNoMoreReadOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("berta", booking.Clerk)
	a := w.booked("ada", at(11, 0))
	code := w.orders("berta", dialogs.GiveCode{Appointment: a.ID}).Code
	if asked := w.do("eve", askCode(a)); !asked.ReadOut || len(w.post.letters) > 0 {
		t.Fatalf("a code that a clerk reads out: %+v, mailed %v", asked, w.post.letters)
	}
	for range booking.CodeTries {
		w.refuse("eve", dialogs.Attach{Number: a.Number, Code: code[1:] + "x"}, booking.ErrCode)
	}
	if asked := w.do("ada on telegram", askCode(a)); asked.ReadOut || asked.Refused != nil || len(w.post.letters) != 1 {
		t.Errorf("once it is used up: %+v, mailed %v", asked, w.post.letters)
	}
}

// Beside a code that a clerk reads out the one that was mailed serves on, and another
// one that is read out replaces the first.
func TestACodeThatIsReadOutLeavesTheMailedOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("berta", booking.Clerk)
	a := w.booked("ada", at(11, 0))
	w.must("ada on telegram", askCode(a))
	mailed := w.post.last().code
	first := w.orders("berta", dialogs.GiveCode{Appointment: a.ID}).Code
	w.orders("berta", dialogs.GiveCode{Appointment: a.ID})
	w.refuse("eve", dialogs.Attach{Number: a.Number, Code: first}, booking.ErrCode)
	w.must("ada on telegram", dialogs.Attach{Number: a.Number, Code: mailed})
	if n := w.count(`SELECT count(*) FROM code WHERE appointment = $1`, int64(a.ID)); n != 0 {
		t.Errorf("%d codes serve on once it is somebody's", n)
	}
}

func TestGuessingNumbersEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(11, 0))
	w.refuse("ada", askCode(a), booking.ErrUnknown) // it is hers
	for range 5 {
		w.refuse("eve", dialogs.AskCode{Number: "222222"}, booking.ErrUnknown)
	}
	w.refuse("eve", askCode(a), booking.ErrLimit)
	w.refuse("eve", dialogs.Attach{Number: "222222", Code: "000000"}, booking.ErrLimit)
	w.refuse("eve", dialogs.Attach{Number: a.Number, Code: "000000"}, booking.ErrLimit)
	if len(w.post.letters) != 0 {
		t.Errorf("sent %v", w.post.letters)
	}
}

func TestWhatIsOverOrHasNoMailIsNotAttached(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	imported := booking.Entry{Office: "hall", Start: at(9, 0), Length: 20 * time.Minute, Number: "222222", Contact: booking.Contact{Name: "Bob"}}
	faulty, err := w.ImportAppointments(t.Context(), storage.Actor{Staff: "import"}, w.now, []booking.Entry{imported}, false, nil)
	if err != nil || len(faulty) > 0 {
		t.Fatal(faulty, err)
	}
	w.refuse("bob", dialogs.AskCode{Number: "222222"}, booking.ErrIncomplete)

	a := w.booked("ada", at(9, 0))
	w.must("bob", askCode(a))
	attach := dialogs.Attach{Number: a.Number, Code: w.post.last().code}
	w.must("ada", dialogs.Cancel{Appointment: a.ID})
	w.refuse("bob", attach, booking.ErrOver)
	w.refuse("bob", askCode(a), booking.ErrOver)
}

func TestAMailServerThatIsAwayUndoesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.post.broken = errors.New("away")
	w.must("eve", askCode(a))
	w.refuse("eve", dialogs.Attach{Number: a.Number, Code: w.post.last().code}, booking.ErrLimit) // nobody was mailed it
	w.post.broken = nil
	w.must("eve", askCode(a))
	w.must("eve", dialogs.Attach{Number: a.Number, Code: w.post.last().code})
}
