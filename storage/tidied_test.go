package storage_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
)

// left is what a query lists, in order.
func (w *world) left(query string, args ...any) (all []string) {
	w.Helper()
	if err := w.pool.QueryRow(w.Context(), `WITH q (x) AS (`+query+`) SELECT coalesce(array_agg(x ORDER BY x), '{}') FROM q`, args...).Scan(&all); err != nil {
		w.Fatal(err)
	}
	return all
}

// leftCalled is what a query finds, by what a test calls it.
func (w *world) leftCalled(called map[string]string, query string) (all []string) {
	w.Helper()
	for _, id := range w.left(query) {
		all = append(all, called[id])
	}
	return all
}

// stayed compares which of some are left with those that should be. Others than
// these are there as well.
func (w *world) stayed(what string, should map[string]bool, left []string) {
	w.Helper()
	for _, name := range slices.Sorted(maps.Keys(should)) {
		if is := slices.Contains(left, name); is != should[name] {
			w.Errorf("of the %s, %q is left: %v", what, name, is)
		}
	}
}

// A place goes for each reason that makes it of no use, not before that, and not
// while an offer for it is open.
func TestAPlaceGoesForEachReasonByItself(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(4))
	now := at(9, 30)
	stays := map[string]bool{}
	// of is somebody who waits for an earlier time than theirs, of which something is
	// changed then: $1 is their appointment.
	of := func(name string, start time.Time, stay bool, change string) booking.Appointment {
		a := w.booked(name, start)
		w.must(name, improve(a))
		if change != "" {
			w.exec(change, int64(a.ID))
		}
		stays[name] = stay
		return a
	}
	of("ahead", now.Add(5*time.Minute), true, "")
	of("begins now", now, false, "")
	of("begun", now.Add(-5*time.Minute), false, "")
	of("until yesterday", at(11, 0), true, `UPDATE wait SET until = '2026-11-22' WHERE appointment = $1`)
	of("until the day before", at(11, 0), false, `UPDATE wait SET until = '2026-11-21' WHERE appointment = $1`)
	of("cancelled", at(11, 0), false, `UPDATE appointment SET state = 'cancelled' WHERE id = $1`)
	of("checked in", at(11, 0), false, `UPDATE appointment SET state = 'checked in' WHERE id = $1`)
	other := of("another's now", at(10, 0), false, "")
	nobodys := of("nobody's now", at(10, 0), false, "")
	w.exec(`UPDATE appointment SET holder = (SELECT person FROM chat WHERE address = 'ahead') WHERE id = $1`, int64(other.ID))
	w.exec(`UPDATE appointment SET holder = NULL WHERE id = $1`, int64(nobodys.ID))
	w.must("first one", wish("first one"))
	stays["first one"] = true

	// Offers for places that would go otherwise.
	open := map[string]bool{}
	offered := func(name string, until time.Time, state string, stay bool) {
		hold := w.booked("holder of "+name, at(10, 15))
		w.exec(`UPDATE appointment SET state = $2, held_until = CASE WHEN $2 = 'held' THEN $3::timestamptz END WHERE id = $1`, int64(hold.ID), state, until)
		a := of(name, at(11, 30), stay, `UPDATE wait SET until = '2026-11-01' WHERE appointment = $1`)
		w.exec(`INSERT INTO offer (wait, hold, starts, ends, made_at, until) SELECT id, $2, $3, $4, $3, $5 FROM wait WHERE appointment = $1`,
			int64(a.ID), int64(hold.ID), hold.Span.Start, hold.Span.End, until)
		open[name] = stay
	}
	offered("offered", now.Add(time.Microsecond), "held", true)
	offered("offered until now", now, "held", false)
	offered("offered what is gone", now.Add(time.Hour), "cancelled", false)

	// Nobody is offered anything more.
	w.exec(`UPDATE chat SET unreachable_at = $1 WHERE channel = 'test' AND address <> 'bystander'`, w.now)
	const ours = `(SELECT person FROM chat WHERE channel = 'test' AND address <> 'bystander')`
	w.exec(`UPDATE wait SET mail = '', mail_key = '' WHERE person IN ` + ours)
	w.exec(`UPDATE appointment SET mail = '' WHERE holder IN ` + ours)
	w.now = now
	w.match()
	const places = `FROM wait w JOIN chat c ON c.person = w.person`
	w.stayed("places", stays, w.left(`SELECT c.address `+places))
	w.stayed("open offers", open, w.left(`SELECT c.address `+places+` JOIN offer o ON o.wait = w.id WHERE o.outcome IS NULL`))
}

// A mail is forgotten a day after it went out, unless its link leads to an
// appointment that is not over or to an offer that is open.
func TestAMailIsForgottenOnceItsLinkLeadsNowhere(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(4))
	now := at(10, 0)
	stays := map[string]bool{}
	called, ids := map[string]string{}, map[string]string{} // by the letters' IDs, and those
	// posted is a mail of some time ago about an appointment of a state.
	posted := func(name string, start time.Time, state string, ago time.Duration, stay bool) {
		a := w.booked(name, start)
		token := w.mailed(name+"@example.org", a)
		id := w.left(`UPDATE letter SET created_at = $2 WHERE token = sha256(convert_to($1, 'UTF8')) RETURNING id::text`, token, now.Add(-ago))[0]
		w.exec(`UPDATE appointment SET state = $2, ends = starts + interval '15 minutes' WHERE id = $1`, int64(a.ID), state)
		called[id], ids[name] = name, id
		stays[name] = stay
	}
	const long = 48 * time.Hour
	posted("ahead", at(11, 0), "confirmed", long, true)
	posted("under way", at(9, 50), "confirmed", long, true)
	posted("over", at(9, 45), "confirmed", long, false)
	posted("there", at(11, 0), "checked in", long, true)
	posted("called", at(11, 0), "called", long, true)
	posted("finished", at(11, 0), "finished", long, false)
	posted("cancelled", at(11, 15), "cancelled", long, false)
	posted("missed", at(11, 15), "missed", long, false)
	posted("a day ago", at(11, 15), "cancelled", 24*time.Hour, false)
	posted("within a day", at(11, 15), "cancelled", 24*time.Hour-time.Microsecond, true)
	for name, outcome := range map[string]any{"offered": nil, "declined": "declined", "lapsed": "lapsed"} {
		posted(name, at(11, 30), "cancelled", long, outcome == nil)
		w.must(name, wish(name))
		w.exec(`
			WITH made AS (
				INSERT INTO offer (wait, hold, starts, ends, made_at, until, outcome)
				SELECT w.id, nextval('appointment_id_seq'), $2, $3, $2, $3, $4 FROM wait w WHERE name = $1 RETURNING id)
			UPDATE letter SET appointment = NULL, offer = (SELECT id FROM made) WHERE id = $5::text::bigint`,
			name, now, now.Add(time.Hour), outcome, ids[name])
	}
	for range 2 { // it is safe to do twice
		if err := w.TidyLetters(t.Context(), now); err != nil {
			t.Fatal(err)
		}
	}
	w.stayed("mails", stays, w.leftCalled(called, `SELECT id::text FROM letter`))
}

// A talk and a person go once nothing has come of them for the longest time that an
// office keeps anything, and only if they have no appointment and wait for none.
func TestTalksAndPersonsGoWhoHaveNothingLeft(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.at(morning.Add(30 * time.Minute)) // not at the beginning of an hour
	since := w.time().Add(-w.office.Policy.Retention)
	talks, persons := map[string]bool{}, map[string]bool{}
	// comes is a person of a time, by a name in place of one, with what else there is of
	// them: $1 is the person.
	comes := func(name string, created time.Time, stay bool, further ...string) {
		var id int64
		w.none(w.pool.QueryRow(t.Context(), `INSERT INTO person (created_at, proved) VALUES ($1, $2) RETURNING id`, created, []byte(name)).Scan(&id))
		for _, order := range further {
			w.exec(order, id)
		}
		persons[name] = stay
	}
	talks["holder"], talks["waiter"] = true, true
	talk := func(name string, updated time.Time, stay bool) string {
		talks[name] = stay
		return `INSERT INTO chat (channel, address, person, created_at, updated_at)
			VALUES ('test', '` + name + `', $1, '` + updated.Format(time.RFC3339Nano) + `', '` + updated.Format(time.RFC3339Nano) + `')`
	}
	w.booked("holder", wednesday)
	w.must("waiter", wish("waiter"))
	const (
		holds = `UPDATE appointment SET holder = $1 WHERE holder IS NOT NULL AND name = 'spare'`
		waits = `INSERT INTO wait (person, office, wishes, name, weekdays, from_minute, to_minute, until, created_at) VALUES ($1, 'hall', '[{}]', 'somebody', 127, 0, 1440, '2027-01-01', '2026-11-01')`
	)
	for i, name := range []string{"spare", "spare2"} {
		a := w.booked(name, wednesday.Add(time.Duration(i+1)*time.Hour))
		w.exec(`UPDATE appointment SET name = $2 WHERE id = $1`, int64(a.ID), name)
	}
	talks["spare"], talks["spare2"] = true, true
	old := since.Add(-time.Microsecond)
	comes("of old", old, false)
	comes("just in time", since, true)
	comes("has booked", old, true, holds)
	comes("waits", old, true, waits)
	comes("waited", old, false, `INSERT INTO wait (person, office, wishes, name, weekdays, from_minute, to_minute, until, created_at)
		VALUES ($1, 'hall', '[{}]', 'somebody', 127, 0, 1440, '2026-01-01', '2026-01-01')`)
	comes("talks", old, true, talk("a talk", since, true))
	comes("talked", old, false, talk("an old talk", old, false))
	comes("talked and has booked", old, true, talk("an old talk of one who has booked", old, true), `UPDATE appointment SET holder = $1 WHERE name = 'spare2'`)
	comes("talked and waits", old, true, talk("an old talk of one who waits", old, true), waits)
	w.exec(`UPDATE chat SET updated_at = $1 WHERE address IN ('spare', 'spare2')`, w.time())
	w.eraseOld()
	w.stayed("talks", talks, w.left(`SELECT address FROM chat`))
	w.stayed("persons", persons, w.left(`SELECT encode(proved, 'escape') FROM person WHERE proved IS NOT NULL`))
}
