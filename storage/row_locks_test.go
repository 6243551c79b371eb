package storage_test

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// rowLocks is how many statements of each file lock rows. Each is tried below, or
// with offers (locks_test.go).
var rowLocks = map[string]int{
	"chat.go": 1, "handover.go": 1, "handover_counter.go": 1, "pickup.go": 1, "rating.go": 1, // wait
	"cancel.go": 1, "handover_erase.go": 1, "release.go": 1, "retention.go": 3, // go around
	"offer_times.go": 3, // one waits, two go around
}

func TestEveryStatementThatLocksRowsIsTried(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	locks, found := regexp.MustCompile(`\bFOR (NO KEY )?UPDATE\b`), map[string]int{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(locks.FindAll(text, -1)); n > 0 && !strings.HasSuffix(file, "_test.go") {
			found[file] = n
		}
	}
	if !maps.Equal(found, rowLocks) {
		t.Errorf("these lock rows:\n%v\nand these are tried:\n%v", found, rowLocks)
	}
}

// What is read to be changed must stay as it was read: who reads it waits while
// somebody else keeps it. Keeping it shared is enough, which a row that
// only refers to it would not wait for.
func TestWhatIsReadToBeChangedIsWaitedFor(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	l.employ("lea", booking.Lead)
	been := l.booked("ada", at(9, 0))
	l.now = at(9, 0)
	l.must("ada", dialogs.Arrive{Appointment: been.ID})
	l.orders("lea", dialogs.Next{Office: "hall", Desk: "desk 1"})
	l.orders("lea", dialogs.Finish{Appointment: been.ID})
	if err := l.Attend(t.Context(), "hall", l.now); err != nil {
		t.Fatal(err)
	}
	l.must("ada", dialogs.HandOver{Office: "hall", Lang: "de"})
	talk := dialogs.HandoverID(l.count(`SELECT id FROM handover WHERE office = 'hall' AND ended_at IS NULL`))
	if err := l.Reply(t.Context(), talk, "first", "Guten Tag", l.now); err != nil {
		t.Fatal(err)
	}
	converse := func(command dialogs.Command) error {
		return l.hurried.Converse(l.Context(), chat("ada"), l.now, func(ctx context.Context, r dialogs.Records) error {
			if command == nil {
				return errUndone
			}
			done, err := r.Do(ctx, command)
			return errors.Join(err, done.Refused, errUndone)
		})
	}
	for what, read := range map[string]struct {
		row string
		do  func() error
	}{
		"a turn of the chat":        {`chat WHERE address = 'ada' AND channel = 'test'`, func() error { return converse(nil) }},
		"a line to staff":           {`handover WHERE office = 'hall' AND ended_at IS NULL`, func() error { return converse(dialogs.Relay{Text: "x"}) }},
		"a rating":                  {`appointment WHERE name = 'ada'`, func() error { return converse(dialogs.Rate{Appointment: been.ID, Stars: 4}) }},
		"an answer of staff":        {`handover WHERE office = 'hall' AND ended_at IS NULL`, func() error { return l.hurried.Reply(l.Context(), talk, "second", "Bitte", l.now) }},
		"that something is fetched": {`appointment WHERE name = 'ada'`, func() error { return ready(l, been.Number) }},
	} {
		end := keep(t, l.pool, `SELECT FROM `+read.row+` FOR SHARE`)
		if err := read.do(); !storage.Unreachable(err) {
			t.Errorf("%s does not wait for the row it goes by: %v", what, err)
		}
		end()
		if err := read.do(); err != nil && !errors.Is(err, errUndone) {
			t.Errorf("%s, when nobody keeps the row: %v", what, err)
		}
	}
}

func ready(l *locked, number booking.Number) error {
	_, err := l.hurried.TellReady(l.Context(), delivery, []booking.Number{number}, l.now)
	return err
}

// twoOfEach is two rows of all that chores put away, those with even numbers and
// the odd ones. $1 is long ago, $2 the present.
const twoOfEach = `
	WITH n AS (SELECT generate_series(70, 71) AS n),
	somebody AS (INSERT INTO person (id, created_at) SELECT n + k, $1::timestamptz FROM n, unnest('{0,10,20,30}'::bigint[]) k),
	talk AS (INSERT INTO chat (id, channel, address, person, created_at, updated_at) SELECT n, 'test', 'x' || n, n, $1, $1 FROM n),
	past AS (INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT n, n, 'N' || n, 'hall', 'd' || n, $1, $1::timestamptz + interval '15 minutes', 'cancelled', '[]', 1, '{}', 'public', 'x', $1, $1 FROM n),
	held AS (INSERT INTO appointment (id, claim, office, desk, starts, ends, state, held_until, items, persons, skills, audience, created_at, updated_at)
		SELECT n + 10, n + 10, 'hall', 'e' || n, $2::timestamptz + interval '2 hours', $2::timestamptz + interval '3 hours', 'held', $2, '[]', 1, '{}', 'public', $2, $2 FROM n),
	ended AS (INSERT INTO handover (id, office, network, lang, concerns, place, opened_at, ended_at, thread) SELECT n, 'hall', 'test', 'de', '{}', 0, $1, $1, 't' FROM n),
	place AS (INSERT INTO wait (id, person, office, wishes, weekdays, from_minute, to_minute, until, name, created_at)
		SELECT n + k, n + 10 + 2 * k, 'hall', '[{}]', 1, 0, 9, $2::timestamptz::date + 20 - k * 3, 'x', $2 FROM n, unnest('{0,10}'::int[]) k)
	INSERT INTO offer (id, wait, hold, starts, ends, made_at, until) SELECT n, n, n + 100, $2, $2::timestamptz + interval '1 hour', $2, $2 FROM n`

// keepEven keeps the even ones.
const keepEven = `DO $$ BEGIN
	PERFORM FROM person WHERE id = 90 FOR UPDATE;
	PERFORM FROM chat WHERE id = 70 FOR UPDATE;
	PERFORM FROM appointment WHERE id IN (70, 80) FOR UPDATE;
	PERFORM FROM handover WHERE id = 70 FOR UPDATE;
	PERFORM FROM wait WHERE id = 80 FOR UPDATE;
	PERFORM FROM offer WHERE id = 70 FOR UPDATE;
END $$`

// left is those of the two of each that are there still.
const left = `
	SELECT coalesce(string_agg(what || ' ' || id, ', ' ORDER BY what, id), '') FROM (
		SELECT 'person' AS what, id FROM person WHERE id IN (90, 91)
		UNION ALL SELECT 'talk', id FROM chat WHERE id IN (70, 71)
		UNION ALL SELECT 'past', id FROM appointment WHERE id IN (70, 71) AND name = 'x'
		UNION ALL SELECT 'hold', id FROM appointment WHERE id IN (80, 81)
		UNION ALL SELECT 'handover', id FROM handover WHERE id IN (70, 71) AND erased_at IS NULL
		UNION ALL SELECT 'place', id FROM wait WHERE id IN (80, 81)
		UNION ALL SELECT 'offer', id FROM offer WHERE id IN (70, 71) AND outcome IS NULL) AS one`

// Chores put away what nobody is working on, wait for nobody, and come again for
// the rest.
func TestChoresGoAroundWhatSomebodyWorksOn(t *testing.T) {
	t.Parallel()
	l := newLocked(t, func(o *booking.Office) { o.Policy.Retention = 30 * 24 * time.Hour })
	l.exec(twoOfEach, l.now.AddDate(-1, 0, 0), l.now)
	still := func() (what string) {
		if err := l.pool.QueryRow(t.Context(), left).Scan(&what); err != nil {
			t.Fatal(err)
		}
		return what
	}
	chores := func() {
		_, dropping := l.hurried.DropHolds(t.Context(), l.now)
		_, offering := l.hurried.OfferTimes(t.Context(), l.now)
		if err := errors.Join(dropping, offering, l.hurried.EraseOld(t.Context(), l.now)); err != nil {
			t.Errorf("it waits for somebody: %v", err)
		}
	}
	end := keep(t, l.pool, keepEven)
	if chores(); still() != "handover 70, hold 80, offer 70, past 70, person 90, place 80, talk 70" {
		t.Errorf("while somebody works on the even ones, there are %s", still())
	}
	end()
	if chores(); still() != "" {
		t.Errorf("in the end there are still %s", still())
	}
}

// Nobody is offered an earlier time of an appointment that is another's by now, though
// somebody works on their place just when the list is tidied.
func TestAPlaceForWhatIsAnothersByNowIsOfferedNothing(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	first, late := l.booked("ada", at(9, 0)), l.booked("bob", at(11, 0))
	l.must("bob", improve(late))
	l.must("ada", dialogs.Cancel{Appointment: first.ID})
	l.exec(`UPDATE appointment SET holder = $2 WHERE id = $1`, int64(late.ID), int64(first.Holder))
	end := keep(t, l.pool, `SELECT FROM wait WHERE appointment = $1 FOR KEY SHARE`, int64(late.ID))
	if made, err := l.hurried.OfferTimes(t.Context(), l.now); made != 0 || err != nil || len(l.places("bob")) != 1 {
		t.Errorf("%d offers are made (%v) for %+v", made, err, l.places("bob"))
	}
	end()
	if made := l.match(); made != 0 || len(l.places("bob")) != 0 {
		t.Errorf("%d offers are made, %d places are left", made, len(l.places("bob")))
	}
}

// Who cancels does not wait for somebody who is just moving there.
func TestACancellationGoesAroundAMoveUnderWay(t *testing.T) {
	t.Parallel()
	l := newLocked(t)
	a := l.booked("ada", at(9, 0))
	moving := l.must("ada", holdMove(a, at(11, 0)))
	end := keep(t, l.pool, `SELECT FROM appointment WHERE id = $1 FOR UPDATE`, int64(moving.ID))
	defer end()
	if _, err := l.hurried.Cancel(t.Context(), storage.Actor{Person: a.Holder}, l.now, dialogs.Cancel{Appointment: a.ID}); err != nil {
		t.Errorf("it waits: %v", err)
	}
}
