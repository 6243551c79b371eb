package storage_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

func TestAnErasureLeavesNothingOfAPerson(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	store, err := storage.Open(t.Context(), w.pool.Config().ConnString(), sample(2), w.present, storage.Options{Mailer: w.post, Channels: []string{"test", "mail"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	w.Store = store
	adas := w.booked("ada", at(9, 0))
	w.booked("bob", at(9, 0))
	w.receive(letterFrom("ada", 1), letterFrom("ada", 2), letterFrom("bob", 3), letterFrom("ada", 4))
	w.answer("ada")
	if err := w.Park(t.Context(), w.now, letterFrom("ada", 2), "odd"); err != nil {
		t.Fatal(err)
	}
	token, err := w.Post(t.Context(), dialogs.Posting{To: "ada@example.org", Appointment: adas.ID, Notice: 1}, w.now)
	if err != nil {
		t.Fatal(err)
	}
	person := fmt.Sprint("person ", adas.Holder)
	if w.count(`SELECT count(*) FROM history WHERE actor = $1`, person) == 0 {
		t.Fatal("the history does not say who booked")
	}
	w.must("ada", dialogs.Erase{})
	if n := w.count(`SELECT count(*) FROM history WHERE actor = $1`, person); n > 0 {
		t.Errorf("%d entries of the history say that it was %s", n, person)
	}
	if _, err := w.Letter(t.Context(), token, w.now); !errors.Is(err, booking.ErrUnknown) {
		t.Errorf("the link of a mail still leads somewhere: %v", err)
	}
	for query, want := range map[string]int{
		`SELECT count(*) FROM person`:                                                                                      1,
		`SELECT count(*) FROM chat WHERE address = 'ada'`:                                                                  0,
		`SELECT count(*) FROM chat WHERE address = 'bob'`:                                                                  1,
		`SELECT count(*) FROM notice WHERE address IN ('ada', 'ada@example.org')`:                                          0,
		`SELECT count(*) FROM notice WHERE address IN ('bob', 'bob@example.org') AND kind = 'booked'`:                      2,
		`SELECT count(*) FROM inbox WHERE done_at IS NOT NULL AND (raw IS NOT NULL OR address = 'ada')`:                    0,
		`SELECT count(*) FROM inbox WHERE done_at IS NULL AND address = 'ada'`:                                             1,
		`SELECT count(*) FROM appointment WHERE name = 'ada' OR mail LIKE 'ada%' OR mail_key LIKE 'ada%'`:                  0,
		`SELECT count(*) FROM appointment WHERE holder IS NULL AND state = 'cancelled' AND name = '-' AND request IS NULL`: 1,
		`SELECT count(*) FROM appointment WHERE name = 'bob' AND state = 'confirmed'`:                                      1,
		`SELECT count(*) FROM letter WHERE appointment IS NOT NULL OR notice IS NOT NULL`:                                  0,
		`SELECT count(*) FROM letter`:                                                                                      1, // it counts for a day
	} {
		if got := w.count(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
	w.now = w.now.Add(24 * time.Hour)
	if err := w.TidyLetters(t.Context(), w.now); err != nil || w.count(`SELECT count(*) FROM letter`) != 0 {
		t.Errorf("a day later mails are still remembered: %v", err)
	}
	if again := w.ahead("ada"); len(again) != 0 {
		t.Errorf("who comes back finds %v", again)
	}
}

// Talks of one network are forgotten after a while, and of no other.
func TestOnlyTalksOfThatNetworkAreForgotten(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for _, network := range []string{"web", "test"} {
		talk := dialogs.Chat{Channel: network, Address: "ada"}
		err := w.Converse(t.Context(), talk, w.now, func(ctx context.Context, r dialogs.Records) error {
			return r.Remember(ctx, []byte(`{"version": 1}`))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.ForgetTalks(t.Context(), "web", w.now.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	for network, want := range map[string]int{"web": 0, "test": 1} {
		if got := w.count(`SELECT count(*) FROM chat WHERE channel = $1 AND state IS NOT NULL`, network); got != want {
			t.Errorf("%d talks of %s are remembered, want %d", got, network, want)
		}
	}
}

// However far a visit has come, who wants to be forgotten is, at once: what is not ahead
// any more stays as it was, without them.
func TestWhoHasBegunAVisitIsForgottenToo(t *testing.T) {
	t.Parallel()
	for state, minute := range map[string]int{"confirmed": 0, "checked in": 30, "called": 30, "finished": 0, "missed": 0} {
		w := newWorld(t, sample(1))
		a := w.booked("ada", at(9, minute))
		w.now = at(9, 0)
		w.exec(`UPDATE appointment SET state = $2, arrived_at = $3, called_at = $3 WHERE id = $1`, int64(a.ID), state, w.now)
		w.must("ada", dialogs.Erase{})
		if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = $2 AND name = '-' AND holder IS NULL`, int64(a.ID), state); n != 1 {
			t.Errorf("who is %s at %v is not forgotten, or cancelled", state, a.Span.Start)
		}
	}
}

// Each mail that went to somebody who is forgotten counts on for its day and leads nowhere,
// whatever it was about.
func TestMailsToWhoIsForgottenCountOn(t *testing.T) {
	t.Parallel()
	w, late, offered := offeredWorld(t)
	for i, about := range []booking.AppointmentID{late.ID, offered.ID} {
		for n, kind := range []booking.NoticeKind{"", booking.BookedNotice} { // without a kind nobody has caused it
			_, err := w.Post(t.Context(), dialogs.Posting{To: "bob@example.org", Appointment: about, Office: "hall", Notice: booking.NoticeID(10*i + n + 1), Kind: kind}, w.now)
			w.none(err)
		}
	}
	const mine = `SELECT count(*) FROM letter WHERE id < 900000`
	if n := w.count(mine + ` AND (appointment IS NOT NULL OR offer IS NOT NULL) AND notice IS NOT NULL`); n != 4 {
		t.Fatalf("%d mails lead somewhere", n)
	}
	w.must("bob", dialogs.Erase{})
	if all, none := w.count(mine), w.count(mine+` AND appointment IS NULL AND offer IS NULL AND notice IS NULL AND cause IS NULL`); all != 4 || none != 4 {
		t.Errorf("%d mails are counted, of which %d lead nowhere; want 4", all, none)
	}
}
