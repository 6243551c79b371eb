package storage_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/storage"
)

// edges is rows just before a day, with its first and its last instant, and just
// after it, which is the next midnight. :edge is the instant, n its number from 1 to 4.
var edges = []string{
	`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at, called_at)
		SELECT 60 + n, 60 + n, 'EDGE' || n, 'hall', 'edge', edge, edge + interval '1 microsecond', 'called', '[{"concern": "pass", "quantity": 1, "minutes": 15}]', 1, '{}', 'public', 'x', $1, $1, $1 FROM edges`,
	`UPDATE figure SET desk = 'd', waited = 1, took = 1, ahead = 1, channel = 'test' WHERE $1::timestamptz IS NOT NULL AND office = 'hall' AND appointment < 900000`,
	`INSERT INTO figure (appointment, office, starts, booked_at, concerns, persons, staff, planned, channel, state, waited, desk) SELECT 70 + n, 'hall', edge, $1, 'pass', 1, false, 15, 'ticket', 'finished', 1, 'd' FROM edges`,
	`INSERT INTO freed_figure (appointment, office, desk, starts, ends, freed_at) SELECT n, 'hall', 'd', edge, edge + interval '1 hour', $1 FROM edges`,
	`INSERT INTO reminder_figure (appointment, sequence, office, starts) SELECT n, 0, 'hall', edge FROM edges WHERE $1::timestamptz IS NOT NULL`,
	`INSERT INTO talk_figure (channel, began_at, last_at, step) SELECT 'test', edge, edge, 'day' FROM edges WHERE $1::timestamptz IS NOT NULL`,
	`INSERT INTO day_figure (office, day, open_minutes, free_minutes) SELECT 'hall', $1::timestamptz::date + n, 60, 30 FROM generate_series(-3, 3) n`,
	`INSERT INTO first_offer (office, day, concern, days) SELECT 'hall', $1::timestamptz::date + n, 'pass', 1 FROM generate_series(-3, 3) n`,
}

// newEdges is a world with these rows about monday.
func newEdges(t *testing.T) *world {
	t.Helper()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	from, to := monday.At(0, berlin), monday.Add(1).At(0, berlin)
	values := fmt.Sprintf(`(VALUES (1, %s), (2, %s), (3, %s), (4, %s)) AS edges (n, edge)`,
		instant(from.Add(-just)), instant(from), instant(to.Add(-just)), instant(to))
	for _, order := range edges {
		w.exec(`WITH edges AS (SELECT * FROM `+values+`) `+order, w.now)
	}
	return w
}

// Midnight is the first instant of a day, and of no other day: in every list and
// figure of that day.
func TestADayGoesFromMidnightToTheNext(t *testing.T) {
	t.Parallel()
	w := newEdges(t)
	w.now = monday.Add(2).At(0, berlin)
	lead := w.sees("lea", dialogs.StaffNeed{Office: "hall", From: monday, To: monday, Report: dialogs.Span{From: monday, To: monday}})
	visits, err := w.RecordedVisits(t.Context(), "hall", monday, monday)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := w.Plan(t.Context(), "hall", monday, w.now)
	if err != nil {
		t.Fatal(err)
	}
	r := lead.Report
	for what, got := range map[string]int{
		"entries": len(lead.Entries), "entries of the plan": len(plan.Staff.Entries), "busy": len(plan.Booked[0].Busy), "recorded visits": len(visits),
		"visits": r.Concerns[0].Visits.Booked, "took": r.Concerns[0].Took.Real.Cases(), "ahead": r.Ahead.Cases(), "waited": r.Waited.Cases(),
		"tickets": r.Tickets.Given, "waited with a ticket": r.Tickets.Waited.Cases(), "freed": r.Freed.Times, "reminders": r.Reminders.Sent, "talks": r.Talks.Over - 2, // which bystanders had
		"booked by channel": r.Channels[0].Booked, "visits of the day": r.Days[0].Visits.Booked,
	} {
		if got != 2 {
			t.Errorf("%s: %d, want the first and the last of the day", what, got)
		}
	}
	if len(r.Days) != 1 || r.Days[0].Day != monday || r.Days[0].Open != 60 || r.Days[0].Offers.Spread.Cases() != 1 {
		t.Errorf("days: %+v", r.Days)
	}
}

// What holds until an instant does not hold at it, and what has come by then has
// come.
func TestAnInstantIsWhereItEnds(t *testing.T) {
	t.Parallel()
	w := newWaitingWorld(t, waitingTown(1))
	a := w.booked("ada", at(9, 0))
	end := a.Span.End
	for now, want := range map[time.Time]int{end.Add(-just): 1, end: 0} {
		if w.now = now; len(w.ahead("ada")) != want {
			t.Errorf("%v after its end: %d appointments, want %d", now.Sub(end), len(w.ahead("ada")), want)
		}
	}
	w.now = morning
	freed, late := w.booked("eve", at(10, 0)), w.booked("bob", at(11, 0))
	w.must("bob", improve(late))
	w.must("eve", dialogs.Cancel{Appointment: freed.ID})
	w.match()
	until := w.offer("bob").HeldUntil
	open := `SELECT count(*) FROM offer WHERE outcome IS NULL AND id < 900000`
	w.now = until.Add(-just)
	if w.match(); w.count(open) != 1 {
		t.Error("an offer lapses before its time")
	}
	w.now = until
	if w.match(); w.count(open) != 0 {
		t.Error("an offer is open that has run out")
	}
}

// A code that was read out stands in the way of mails for as long as it holds.
func TestACodeThatWasReadOutHoldsToItsInstant(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.employ("lea", booking.Lead)
	a := w.booked("ada", at(11, 0))
	w.orders("lea", dialogs.GiveCode{Appointment: a.ID})
	var expires time.Time
	if err := w.pool.QueryRow(t.Context(), `SELECT expires_at FROM code WHERE appointment = $1`, int64(a.ID)).Scan(&expires); err != nil {
		t.Fatal(err)
	}
	for now, want := range map[time.Time]bool{expires.Add(-just): true, expires: false} {
		w.now = now
		if got := w.do("eve", dialogs.AskCode{Number: a.Number, Lang: "de"}); got.ReadOut != want || got.Refused != nil {
			t.Errorf("%v after it: read out %v (%v), want %v", now.Sub(expires), got.ReadOut, got.Refused, want)
		}
	}
}

// Nobody is told of a change of the files to whose appointment it is too late.
func TestWhatBeginsNowIsNotToldOf(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	a := w.booked("ada", at(9, 0))
	w.booked("bob", at(10, 0))
	shut := sample(1)
	shut.Offices[0].Calendar.Week = [7][]booking.Shift{}
	store := w.reopen(shut)
	for now, want := range map[time.Time]bool{a.Span.Start.Add(-just): true, a.Span.Start: false} {
		all, err := store.Unserved(t.Context(), now)
		if hers := slices.ContainsFunc(all, func(u storage.Unserved) bool { return u.ID == a.ID }); err != nil || hers != want {
			t.Errorf("%v after it began: not served %v (%v), want %v", now.Sub(a.Span.Start), hers, err, want)
		}
	}
	if told, err := store.TellUnserved(t.Context(), a.Span.Start); err != nil || told != 1 {
		t.Errorf("%d are told (%v), want who comes later on that day", told, err)
	}
}

// A talk counts as over an hour after its last word, at that instant already.
func TestATalkIsOverAtItsHour(t *testing.T) {
	t.Parallel()
	w := newEdges(t)
	for now, want := range map[time.Time]int{monday.At(0, berlin).Add(time.Hour - just): 0, monday.At(0, berlin).Add(time.Hour): 1} {
		r, err := w.Statistics(t.Context(), now, "hall", monday, monday)
		if err != nil || r.Talks.Over != want {
			t.Errorf("%v after midnight: %d talks are over (%v), want %d", now.Sub(monday.At(0, berlin)), r.Talks.Over, err, want)
		}
	}
}

// How late it is concerns those of the day alone, to its last instant.
func TestADelayEndsWithTheDay(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Late = booking.Usual().Late
	midnight := monday.Add(1).At(0, berlin)
	enter := func(id int, state string, starts time.Time, called any) {
		w.exec(`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, holder, name, created_at, updated_at, arrived_at, called_at)
			SELECT $1::bigint, $1, 'LATE' || $1::bigint, 'hall', 'd' || $1::bigint, $2, $2::timestamptz + interval '5 minutes', $3, '[]', 1, '{}', 'public', (SELECT min(id) FROM person), 'x', $2, $2, CASE WHEN $4::timestamptz IS NOT NULL THEN $2::timestamptz END, $4`,
			id, starts, state, called)
	}
	for i := range 3 {
		starts := midnight.Add(time.Duration(-120+i) * time.Minute)
		enter(70+i, "finished", starts, starts.Add(25*time.Minute))
	}
	enter(80, "confirmed", midnight.Add(-just), nil)
	enter(81, "confirmed", midnight, nil)
	w.at(midnight.Add(-80 * time.Minute))
	if told, err := w.TellLate(t.Context(), w.now); err != nil || told != 1 {
		t.Errorf("%d are told (%v), want the last of the day", told, err)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE behind > 0 AND id = 80`); n != 1 {
		t.Error("another one is told")
	}
}

// What a visit leaves is erased once all of it is older than the office keeps it.
func TestAVisitIsErasedOnceAllOfItIsOld(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Retention = 24 * time.Hour
	limit := w.now.Add(-24 * time.Hour)
	for id, ends := range map[int]time.Time{71: limit.Add(-just), 72: limit, 73: limit.Add(time.Minute)} {
		w.exec(`INSERT INTO appointment (id, claim, number, office, desk, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
			SELECT $1::bigint, $1, 'OLD' || $1::bigint, 'hall', 'd' || $1::bigint, $2, $3, 'finished', '[]', 1, '{}', 'public', 'x', $2, $2`, id, limit.Add(-time.Hour), ends)
	}
	w.eraseOld()
	if n := w.count(`SELECT count(*) FROM appointment WHERE name = 'x' AND id IN (72, 73)`); n != 2 {
		t.Error("it was erased before it was old")
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE name = 'x' AND id = 71`); n != 0 {
		t.Error("it is old, and there still")
	}
}

// Replicas read the same files within ten minutes; later it is another reading.
func TestAReadingIsTheSameForTenMinutes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for after, want := range map[time.Duration]int{0: 1, 10*time.Minute - just: 1, 10 * time.Minute: 2} {
		w.exec(`DELETE FROM trail WHERE detail ->> 'digest' = 'd'`)
		for _, at := range []time.Time{w.now, w.now.Add(after)} {
			if err := w.AuditFiles(t.Context(), at, "d", false); err != nil {
				t.Fatal(err)
			}
		}
		if n := w.count(`SELECT count(*) FROM trail WHERE detail ->> 'digest' = 'd'`); n != want {
			t.Errorf("read again after %v: said %d times, want %d", after, n, want)
		}
	}
}

// Each town reads files of its own: what one of them has said is not said for another.
func TestEachTownSaysThatItsFilesWereRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	other := sample(1)
	other.ID, other.Offices[0].ID = "other", "yard"
	for range 2 {
		for _, s := range []*storage.Store{w.Store, w.reopen(other)} {
			w.none(s.AuditFiles(t.Context(), w.now, "d", false))
		}
	}
	for _, town := range []string{"", "other"} {
		if n := w.count(`SELECT count(*) FROM trail WHERE detail ->> 'digest' = 'd' AND town = $1`, town); n != 1 {
			t.Errorf("in the town %q it is said %d times", town, n)
		}
	}
}

// A time given back was nobody's to book again where the office has closed at it
// since, and only there.
func TestAFreedTimeBesideAClosureCounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.exec(`INSERT INTO freed_figure (appointment, office, desk, starts, ends, freed_at) VALUES (1, 'hall', 'desk 1', $1, $2, $3)`, at(9, 0), at(9, 30), w.now)
	for closing, want := range map[[2]int]int{{8 * 60, 9 * 60}: 1, {9*60 + 30, 10 * 60}: 1, {8 * 60, 9*60 + 1}: 0, {9*60 + 29, 10 * 60}: 0, {9 * 60, 9*60 + 30}: 0} {
		w.exec(`DELETE FROM closure WHERE id < 900000`)
		w.exec(`INSERT INTO closure (office, day, from_minute, to_minute, reason, by, at) VALUES ('hall', $1, $2, $3, '{}', 'x', $4)`, monday.At(0, time.UTC), closing[0], closing[1], w.now)
		r, err := w.Statistics(t.Context(), w.now, "hall", monday, monday)
		if err != nil || r.Freed.Times != want {
			t.Errorf("closed at minutes %v: %d times were freed (%v), want %d", closing, r.Freed.Times, err, want)
		}
	}
	for _, off := range []int{-1, 1} {
		w.exec(`UPDATE closure SET from_minute = 0, to_minute = 1440, day = $1 WHERE id < 900000`, monday.Add(off).At(0, time.UTC))
		if r, err := w.Statistics(t.Context(), w.now, "hall", monday, monday); err != nil || r.Freed.Times != 1 {
			t.Errorf("closed %d days on: %d times were freed (%v), want 1", off, r.Freed.Times, err)
		}
	}
}

// A comment has as many stars as there are, and words.
func TestACommentHasOneToFiveStars(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for stars := range booking.MostStars + 2 {
		refused := w.do("ada", dialogs.Comment{Office: "hall", Stars: stars, Line: "x"}).Refused
		if want := stars < 1 || stars > booking.MostStars; (refused != nil) != want {
			t.Errorf("%d stars: %v", stars, refused)
		}
	}
	w.refuse("ada", dialogs.Comment{Office: "hall", Stars: 5}, booking.ErrUnknown)
	w.refuse("ada", dialogs.Comment{Office: "nowhere", Stars: 5, Line: "x"}, booking.ErrUnknown)
}

// Each thing that a connection dies of says by itself that the database is away.
func TestEachWayOfBeingAwayCountsByItself(t *testing.T) {
	t.Parallel()
	for _, err := range awayErrors {
		if !storage.Unreachable(fmt.Errorf("book: %w", err)) {
			t.Errorf("%T %v: it counts as our own fault", err, err)
		}
	}
	for _, err := range []error{nil, errUndone, booking.ErrTaken} {
		if storage.Unreachable(err) {
			t.Errorf("%v: it counts as away", err)
		}
	}
}
