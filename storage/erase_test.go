package storage_test

import (
	"errors"
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
	w.must("ada", dialogs.Erase{})
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
