package storage_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"terminbote/booking"
)

// keeping is something that is stored for a time and no longer.
type keeping struct {
	insert string        // $1 is when it was
	still  string        // counts what is left of it
	lasts  time.Duration // after that it goes
	about  time.Duration // how exactly
	soon   bool          // it goes by the chores of each minute
}

// past is an appointment that nobody has any more.
const past = `WITH past AS (
	INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
	VALUES (77, 77, 'N77', 'hall', 'd1', $1, $1::timestamptz + interval '15 minutes', 'cancelled', '[]', 1, '{}', 'public', '-', $1, $1) RETURNING id) `

// keepings is all that goes by its age alone.
func keepings(retention time.Duration) map[string]keeping {
	const minute, day, year = time.Minute, 24 * time.Hour, 366 * 24 * time.Hour
	const held = `INSERT INTO appointment (id, claim, office, desk, starts, ends, state, held_until, items, persons, skills, audience, created_at, updated_at)
		VALUES (77, 77, 'hall', 'd9', $1::timestamptz + interval '9 days', $1::timestamptz + interval '10 days', 'held', $1::timestamptz + interval '15 minutes', '[]', 1, '{}', 'public', $1, $1)`
	const handover = `INSERT INTO handover (office, network, lang, concerns, place, opened_at, ended_at, `
	return map[string]keeping{
		"a call for help":               {`INSERT INTO alarm (office, by, raised_at) VALUES ('hall', 'x', $1)`, `FROM alarm`, day, minute, false},
		"the version of a day":          {`INSERT INTO busy_day (office, day, version) VALUES ('hall', $1::timestamptz::date, 77) ON CONFLICT (office, day) DO UPDATE SET version = 77`, `FROM busy_day WHERE version = 77`, 31 * day, 2 * day, false},
		"a day's post":                  {`INSERT INTO day_post (office, day, channel, post, digest, posted_at) VALUES ('hall', $1::timestamptz::date, 'c', 'p', '', $1)`, `FROM day_post`, 30 * day, 2 * day, false},
		"a deed":                        {`INSERT INTO deed (sender, what, at) VALUES ('x', 'held', $1)`, `FROM deed`, day, minute, false},
		"the deletion log":              {`INSERT INTO erasure (at, what, many) VALUES ($1, 'forgotten', 1)`, `FROM erasure WHERE what = 'forgotten'`, 3 * year, minute, false},
		"the number of an update":       {`INSERT INTO inbox (channel, id, address, received_at, done_at) VALUES ('test', 1, 'x', $1, $1)`, `FROM inbox`, 2 * day, minute, false},
		"a parked update":               {`INSERT INTO inbox (channel, id, address, raw, received_at, done_at, reason) VALUES ('test', 2, 'x', 'x', $1, $1, 'odd')`, `FROM inbox`, 7 * day, minute, false},
		"a mail that leads nowhere":     {`INSERT INTO letter (token, mailbox, created_at, office) VALUES ('x', 'x', $1, 'hall')`, `FROM letter`, day, minute, false},
		"an address that was answered":  {`INSERT INTO mailbox (mailbox, answered, seen) VALUES ('x', $1, $1)`, `FROM mailbox`, retention, minute, false},
		"a freed time":                  {`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ('hall', 'd9', $1::timestamptz + interval '9 days', $1::timestamptz + interval '10 days', $1, $1)`, `FROM freed`, day, minute, true},
		"a freed time that nobody sees": {`INSERT INTO freed (office, desk, starts, ends, freed_at, hidden_until) VALUES ('hall', 'd9', $1, $1::timestamptz + interval '1 hour', $1, $1::timestamptz + interval '9 days')`, `FROM freed`, time.Hour, minute, true},
		"a hold":                        {held, `FROM appointment WHERE state = 'held'`, 15 * minute, minute, true},
		"a line of a rating":            {`INSERT INTO rating_line (office, week, stars, line) VALUES ('hall', date_trunc('week', $1::timestamptz)::date, 3, 'x')`, `FROM rating_line`, year, 8 * day, false},
		"what is usual": {`WITH b AS (INSERT INTO brake (office, usual) VALUES ('hall', 77) ON CONFLICT (office) DO UPDATE SET usual = 77)
			INSERT INTO rush (office, hour, newcomers, braked) VALUES ('hall', $1, 77, false)`, `FROM rush WHERE newcomers = 77`, 28 * day, minute, false},
		"what staff did":          {`INSERT INTO trail (at, actor, what) VALUES ($1, 'x', 'x')`, `FROM trail`, year, minute, false},
		"who of the staff did it": {past + `INSERT INTO history (appointment, at, actor, what, staff) SELECT id, $1, 'test anna', 'x', true FROM past`, `FROM history WHERE staff OR actor <> 'erased'`, year, minute, false},
		"a code that counts":      {`INSERT INTO code (mailbox, hash, tries, asked_at, expires_at) VALUES ('x', 'x', 0, $1, $1::timestamptz + interval '15 minutes')`, `FROM code`, time.Hour, minute, false},
		"a talk without anything": {`INSERT INTO chat (channel, address, person, created_at, updated_at) SELECT 'test', 'x', max(id), $1, $1 FROM person`, `FROM chat`, retention, minute, false},
		"a place on the list":     {`INSERT INTO wait (person, office, wishes, weekdays, from_minute, to_minute, until, name, created_at) SELECT max(id), 'hall', '[{}]', 1, 0, 9, $1::timestamptz::date, 'x', $1 FROM person`, `FROM wait`, retention, 2 * day, false},
		"a talk with staff": {`WITH c AS (INSERT INTO chat (channel, address, person, created_at, updated_at) SELECT 'test', 'x', max(id), $1, $1::timestamptz + interval '1 hour' FROM person RETURNING id) ` +
			handover + `thread, chat) SELECT 'hall', 'test', 'de', '{}', 0, $1, $1, 't', id FROM c`, `FROM handover WHERE erased_at IS NULL`, retention, minute, false},
		"an erased talk with a thread": {handover + `thread, erased_at) VALUES ('hall', 'test', 'de', '{}', 0, $1, $1, 't', $1)`, `FROM handover`, retention, minute, false},
	}
}

// chores runs all that forgets.
func (w *world) chores(now time.Time) {
	w.Helper()
	for _, do := range []func(context.Context, time.Time) error{w.EraseOld, w.TidyInbox, w.TidyLetters, w.TidyDeeds, w.LearnRush} {
		if err := do(w.Context(), now); err != nil {
			w.Fatal(err)
		}
	}
}

// soonChores runs what forgets every minute.
func (w *world) soonChores(now time.Time) {
	w.Helper()
	_, offering := w.OfferTimes(w.Context(), now)
	_, dropping := w.DropHolds(w.Context(), now)
	w.none(errors.Join(offering, dropping))
}

// What is stored is kept for as long as it says, and no longer.
func TestEachThingIsKeptForItsTimeAndNoLonger(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	retention := booking.Usual().Retention
	w.office.Policy.Newcomers.Least, w.office.Policy.Newcomers.Most = 5, 50 // so that it learns what is usual
	now := w.now
	for name, k := range keepings(retention) {
		w.exec(`TRUNCATE person CASCADE`)
		w.exec(`INSERT INTO person (created_at) VALUES ($1)`, now)
		w.exec(k.insert, now)
		left := func() int { return w.count(`SELECT count(*) ` + k.still) }
		if left() != 1 {
			t.Fatalf("%s is not there", name)
		}
		do := w.chores
		if k.soon {
			do = w.soonChores
		}
		if do(now.Add(k.lasts - k.about)); left() != 1 {
			t.Errorf("%s is gone before %v have passed", name, k.lasts)
		}
		if do(now.Add(k.lasts + k.about)); left() != 0 {
			t.Errorf("%s is still there after %v", name, k.lasts)
		}
		now = now.Add(k.lasts + 2*k.about)
	}
}

// That an owner wants no mails is never forgotten, and what waits or is ahead
// stays, however old it is.
func TestSomeThingsAreNotForgotten(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.exec(`INSERT INTO mailbox (mailbox, refused, seen) VALUES ('x', $1, $1)`, w.now)
	w.exec(`INSERT INTO inbox (channel, id, address, raw, received_at) VALUES ('test', 1, 'x', 'x', $1)`, w.now)
	w.exec(past+`INSERT INTO history (appointment, at, actor, what) SELECT id, $1, 'program', 'x' FROM past`, w.now)
	w.chores(w.now.AddDate(20, 0, 0))
	for query, what := range map[string]string{
		`SELECT count(*) FROM mailbox`: "an owner's no", `SELECT count(*) FROM inbox`: "an update that waits",
		`SELECT count(*) FROM history WHERE actor = 'program'`: "what a program did",
	} {
		if w.count(query) != 1 {
			t.Errorf("%s is forgotten", what)
		}
	}
}
