package storage_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/dialogs"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// talk runs a turn of a chat that remembers what is made of what was
// recalled.
func (w *world) talk(name string, change func(string) string) (recalled string) {
	w.Helper()
	err := w.Converse(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) error {
		state, err := r.Recall(ctx)
		if err != nil {
			return err
		}
		recalled = string(state)
		return r.Remember(ctx, []byte(change(recalled)))
	})
	if err != nil {
		w.Fatal(err)
	}
	return recalled
}

func TestAConversationSurvivesARestart(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	const state = `{"b": 1,  "a":"\u0000 ü"}`
	if got := w.talk("ada", func(string) string { return state }); got != "" {
		t.Errorf("a new conversation recalls %q", got)
	}
	w.Store = w.reopen(sample(1))
	if got := w.talk("ada", func(s string) string { return s }); got != state {
		t.Errorf("recalled %q, want %q", got, state)
	}
	if got := w.talk("bob", func(string) string { return "{}" }); got != "" {
		t.Errorf("bob recalls %q", got)
	}
}

func TestATurnThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	fault := errors.New("fault")
	err := w.Converse(t.Context(), chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) error {
		done, err := r.Do(ctx, hold(at(9, 0)))
		if err != nil || done.Refused != nil {
			t.Error(err, done.Refused)
		}
		if err := r.Remember(ctx, []byte("1")); err != nil {
			t.Error(err)
		}
		return fault
	})
	if !errors.Is(err, fault) {
		t.Errorf("got %v, want the turn's own", err)
	}
	if n := w.count(`SELECT (SELECT count(*) FROM appointment) + (SELECT count(*) FROM chat) + (SELECT count(*) FROM person)`); n != 0 {
		t.Errorf("%d rows are left", n)
	}
}

func TestARefusalDoesNotEndTheTurn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.must("bob", hold(at(9, 0)))
	err := w.Converse(t.Context(), chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) error {
		first, err := r.Do(ctx, hold(at(9, 0)))
		if err != nil {
			return err
		}
		second, err := r.Do(ctx, hold(at(9, 15)))
		if err != nil {
			return err
		}
		third, err := r.Do(ctx, book(second.Appointment, "ada"))
		if !errors.Is(first.Refused, booking.ErrTaken) || second.Refused != nil || third.Refused != nil {
			t.Error(first.Refused, second.Refused, third.Refused)
		}
		facts, err2 := r.Facts(ctx, dialogs.Need{Appointments: true})
		if len(facts.Appointments) != 1 {
			t.Error("what was booked in the turn is not seen in it")
		}
		return errors.Join(err, err2)
	})
	if err != nil {
		t.Error(err)
	}
}

func TestTurnsOfOneChatComeOneAfterTheOther(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			for range 5 {
				w.talk("ada", func(s string) string { return s + "1" })
			}
		})
	}
	all.Wait()
	if got := w.talk("ada", func(s string) string { return s }); len(got) != 50 {
		t.Errorf("%d of 50 turns are remembered", len(got))
	}
	if n := w.count(`SELECT count(*) FROM person`); n != 1 {
		t.Errorf("one chat made %d persons", n)
	}
}

// Somebody who writes without the lock is noticed by the constraint only once
// the turn wants to be kept. The turn is run again then, and told.
func TestAWriterWithoutTheLockCannotBreakATurn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.must("bob", hold(at(11, 0)))
	runs, last := 0, dialogs.Result{}
	err := w.Converse(t.Context(), chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) (err error) {
		runs++
		last, err = r.Do(ctx, hold(at(9, 0)))
		if runs == 1 {
			_, err := w.pool.Exec(ctx, `
				INSERT INTO appointment (claim, office, desk, starts, ends, state, held_until, items, persons, skills, audience, created_at, updated_at)
				SELECT 0, office, desk, $1, $2, state, held_until, items, persons, skills, audience, created_at, updated_at FROM appointment`,
				at(9, 0), at(10, 0))
			if err != nil {
				t.Error(err)
			}
		}
		return err
	})
	if err != nil || runs != 2 || !errors.Is(last.Refused, booking.ErrTaken) {
		t.Errorf("after %d runs: %v, %v", runs, last.Refused, err)
	}
}

func TestTwoTurnsThatWaitForEachOtherBothEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	tuesday := monday.Add(1).At(9*60, berlin)
	var all, started sync.WaitGroup
	started.Add(2)
	var once [2]sync.Once
	for i, starts := range [][2]time.Time{{at(9, 0), tuesday}, {tuesday, at(9, 0)}} {
		all.Go(func() {
			err := w.Converse(t.Context(), chat(string(rune('a'+i))), w.now, func(ctx context.Context, r dialogs.Records) error {
				for _, start := range starts {
					done, err := r.Do(ctx, hold(start))
					if err != nil || done.Refused != nil {
						return errors.Join(err, done.Refused)
					}
					// What is looked up afterwards sends what was written.
					if _, err := r.Facts(ctx, dialogs.Need{Appointments: true}); err != nil {
						return err
					}
					once[i].Do(func() { started.Done(); started.Wait() })
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := w.count(`SELECT count(*) FROM appointment`); n != 4 {
		t.Errorf("%d holds, want 4", n)
	}
}

func TestADatabaseThatGoesAwayInMidTurnKeepsNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	err := w.Converse(t.Context(), chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) error {
		if _, err := r.Do(ctx, hold(at(9, 0))); err != nil {
			return err
		}
		if _, err := r.Facts(ctx, dialogs.Need{Appointments: true}); err != nil {
			return err
		}
		_, err := w.pool.Exec(ctx, `
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE application_name = 'terminbote' AND datname = current_database()`)
		if err != nil {
			return err
		}
		return r.Remember(ctx, []byte("1"))
	})
	if !storage.Unreachable(err) {
		t.Errorf("got %v, want a fault that says that the database is away", err)
	}
	if n := w.count(`SELECT count(*) FROM appointment`); n != 0 {
		t.Errorf("%d holds are left", n)
	}
	w.must("ada", hold(at(9, 0)))
}

func TestTheTalkGoesOnWhenTheServerIsBack(t *testing.T) {
	t.Parallel()
	server := storagetest.NewServer(t)
	s, err := storage.Open(t.Context(), server.URL(), sample(1), clocktest.At(morning), storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	turn := func(ctx context.Context, r dialogs.Records) error { return r.Remember(ctx, []byte("1")) }
	if err := s.Converse(t.Context(), chat("ada"), morning, turn); err != nil {
		t.Fatal(err)
	}
	server.Stop()
	for range 3 {
		if err := s.Converse(t.Context(), chat("ada"), morning, turn); !storage.Unreachable(err) {
			t.Errorf("got %v, want a fault that says that the database is away", err)
		}
	}
	server.Start()
	if err := s.Converse(t.Context(), chat("ada"), morning, turn); err != nil {
		t.Errorf("after it came back: %v", err)
	}
	if _, err := storage.Open(t.Context(), "postgres:///none?host=/nowhere", sample(1), clocktest.At(morning), storage.Options{}); !storage.Unreachable(err) {
		t.Errorf("opened what is not there: %v", err)
	}
}

func TestWhoHasNoPatienceLeavesNothingLocked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	ctx, cancel := context.WithCancel(t.Context())
	err := w.Converse(ctx, chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) error {
		_, err := r.Do(ctx, hold(at(9, 0)))
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) || storage.Unreachable(err) {
		t.Errorf("got %v", err)
	}
	w.must("ada", hold(at(9, 0)))
}

// Every turn ends fifteen seconds after it began, also one of staff, and on whatever way it
// came; where somebody has less patience it ends when theirs does.
func TestATurnHasFifteenSeconds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.talk("ada", func(string) string { return `{}` }) // who has not seen it yet
	w.receive(letterFrom("bob", 1))
	const within = 15 * time.Second
	for what, turn := range map[string]func(context.Context, func(context.Context, dialogs.Records) error) error{
		"Converse": func(ctx context.Context, do func(context.Context, dialogs.Records) error) error {
			return w.Converse(ctx, chat("eve"), w.now, do)
		},
		"Serve": func(ctx context.Context, do func(context.Context, dialogs.Records) error) error {
			return w.Serve(ctx, chat("lea"), "lea", w.now, do)
		},
		"Redraw": func(ctx context.Context, do func(context.Context, dialogs.Records) error) error {
			_, err := w.Redraw(ctx, chat("ada"), w.now, do)
			return err
		},
		"Answer": func(ctx context.Context, do func(context.Context, dialogs.Records) error) error {
			_, err := w.Answer(ctx, letterFrom("bob", 1), w.now, do)
			return err
		},
	} {
		for _, patience := range []time.Duration{time.Hour, within / 3} {
			begun, ran := clocktest.Now(), 0
			ctx, stop := context.WithTimeout(t.Context(), patience)
			err := turn(ctx, func(ctx context.Context, _ dialogs.Records) error {
				ran++
				ends, _ := ctx.Deadline()
				ends = ends.Add(clocktest.Ahead())
				least, most := begun.Add(min(within, patience)), clocktest.Now().Add(min(within, patience))
				if ends.Before(least) || ends.After(most) {
					t.Errorf("%s ends %v after it began, of somebody who has %v", what, ends.Sub(begun), patience)
				}
				return errUndone
			})
			if stop(); ran != 1 || !errors.Is(err, errUndone) {
				t.Errorf("%s ran %d times: %v", what, ran, err)
			}
		}
	}
}

// A turn touches no index of its chat: PostgreSQL writes the row in place only
// if nothing changes that an index is over, or chooses its rows by.
func TestATurnTouchesNoIndexOfItsChat(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	var over []string
	err := w.pool.QueryRow(t.Context(), `
		SELECT array_agg(DISTINCT a.attname::text ORDER BY a.attname::text)
		FROM pg_index i
		JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = i.indrelid
			OR d.classid = 'pg_constraint'::regclass AND d.refobjid = i.indrelid
				AND d.objid IN (SELECT oid FROM pg_constraint WHERE conindid = i.indexrelid AND conrelid = i.indrelid)
		JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = d.refobjsubid AND a.attnum > 0
		WHERE i.indrelid = 'chat'::regclass`).Scan(&over)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(over, " "), "active_in address channel id open person"; got != want {
		t.Errorf("indexes depend on %s, want %s", got, want)
	}
}
