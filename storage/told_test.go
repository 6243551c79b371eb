package storage_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
	"terminbote/statistics"
)

// toldNow is how many notices of a kind somebody has been sent about an appointment.
func (w *world) toldNow(a booking.AppointmentID, kind booking.NoticeKind) int {
	w.Helper()
	return w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND kind = $2`, int64(a), string(kind))
}

// Each time somebody is to go to a desk they are told in their chat: called, called
// again, or when their visit goes on; and not when it rests or is sent on.
func TestWhoIsToGoToADeskIsToldEachTime(t *testing.T) {
	t.Parallel()
	town := waitingTown(2)
	town.Offices[0].Policy.Arrive = booking.Usual().Arrive
	town.Offices[0].Policy.Calls = booking.Calls{Times: 3}
	w := newWaitingWorld(t, town)
	w.employ("lea", booking.Lead)
	a := w.booked("ada", at(9, 0))
	w.now = at(9, 0)
	w.must("ada", dialogs.Arrive{Appointment: a.ID})
	for i, step := range []struct {
		command dialogs.Command
		told    int
	}{
		{dialogs.Next{Office: "hall", Desk: "desk 1"}, 1},
		{dialogs.CallAgain{Appointment: a.ID}, 2},
		{dialogs.Park{Appointment: a.ID}, 2},
		{dialogs.TakeUp{Appointment: a.ID, Desk: "desk 2"}, 3},
		{dialogs.SendOn{Appointment: a.ID, Desk: "desk 1"}, 3},
		{dialogs.Next{Office: "hall", Desk: "desk 1"}, 4},
	} {
		w.now = w.now.Add(time.Minute)
		w.orders("lea", step.command)
		if n := w.toldNow(a.ID, booking.CalledNotice); n != step.told {
			t.Errorf("step %d, %T: told %d times, want %d", i, step.command, n, step.told)
		}
	}
}

// Who gives their ticket back knows; who loses it to staff is told.
func TestATicketThatStaffTakeBackIsToldOf(t *testing.T) {
	t.Parallel()
	town := waitingTown(1)
	town.Offices[0].Policy.WalkIns = booking.WalkIns{Rule: booking.DueFirst, Tickets: true}
	w := newWaitingWorld(t, town)
	w.employ("lea", booking.Lead)
	w.now = at(9, 0)
	for by, want := range map[string]int{"ada": 0, "lea": 1} {
		given := w.orders("lea", dialogs.GiveTicket{Office: "hall", Wishes: order(at(9, 0)).Wishes, Persons: 1}).Appointment
		w.must("ada", dialogs.LinkTicket{Number: given.Number, Lang: "de"})
		if back := (dialogs.Cancel{Appointment: given.ID}); by == "lea" {
			w.orders(by, back)
		} else {
			w.must(by, back)
		}
		if n := w.toldNow(given.ID, booking.CancelledNotice); n != want {
			t.Errorf("given back by %s: told %d times, want %d", by, n, want)
		}
	}
}

// What is said to be ready comes back with its number, each in its place.
func TestEachNumberComesBackWithWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	been, ahead := w.booked("erika", wednesday), w.booked("karl", wednesday.Add(24*time.Hour))
	w.at(wednesday.Add(time.Hour))
	all, err := w.TellReady(t.Context(), delivery, []booking.Number{ahead.Number, "ZZZ999", been.Number}, w.now)
	want := []dialogs.Readiness{{Number: ahead.Number, What: dialogs.ReadyAhead}, {Number: "ZZZ999", What: dialogs.ReadyUnknown}, {Number: been.Number, What: dialogs.ReadyTold}}
	if err != nil || len(all) != 3 || all[0] != want[0] || all[1] != want[1] || all[2] != want[2] {
		t.Errorf("%v, %v, want %v", all, err, want)
	}
}

// The thread keeper works on what is open, on what its thread has not been told
// yet, and on what is to be taken away; on nothing else.
func TestATalkIsWorkedOnWhileThereIsSomethingToDo(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for id, columns := range map[int]string{
		71: `NULL, NULL`, 72: `$2, NULL`, 73: `$2, NULL`, 74: `$2, NULL`, 75: `$2, $2`,
	} {
		w.exec(`INSERT INTO handover (id, office, network, lang, concerns, place, opened_at, ended_at, erased_at) SELECT $1::bigint, 'hall', 'test', 'de', '{}', 0, $2::timestamptz, `+columns, id, w.now)
	}
	w.exec(`INSERT INTO handover_line (handover, kind, at, told_at) VALUES (72, 'ended', $1::timestamptz, NULL), (73, 'ended', $1, $1), (74, 'over', $1, NULL)`, w.now)
	talks, err := w.Handovers(t.Context(), "hall")
	if err != nil {
		t.Fatal(err)
	}
	if got := labels(talks, func(h dialogs.Handover) string { return string(rune('0' + h.ID - 70)) }); got != "1, 2, 5, "+string(rune('0'+900002-70)) {
		t.Errorf("worked on are %s", got)
	}
}

// A thread that is gone ends its talk: what was still to stand there goes, and what a
// clerk wrote still comes. Another office's talk goes on.
func TestATalkWhoseThreadIsGoneEndsAndKeepsNoWords(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	for id, office := range map[int]string{71: "hall", 72: "yonder"} {
		w.exec(`INSERT INTO handover (id, office, network, lang, concerns, place, opened_at, thread) VALUES ($1, $3, 'test', 'de', '{}', 0, $2, 'root')`, id, w.now, office)
		for _, kind := range []string{"citizen", "clerk"} {
			w.exec(`INSERT INTO handover_line (handover, kind, text, at) VALUES ($1, $3, 'secret', $2)`, id, w.now, kind)
		}
		if err := w.Lost(t.Context(), dialogs.HandoverID(id), w.now); err != nil {
			t.Fatal(err)
		}
	}
	for query, want := range map[string]int{
		`SELECT count(*) FROM handover WHERE id = 71 AND ended_at IS NOT NULL AND thread IS NULL`:                             1,
		`SELECT count(*) FROM handover WHERE id = 72 AND ended_at IS NULL AND thread = 'root'`:                                1,
		`SELECT count(*) FROM handover_line WHERE handover = 71 AND kind = 'citizen' AND text = '' AND told_at IS NOT NULL`:   1,
		`SELECT count(*) FROM handover_line WHERE handover = 71 AND kind = 'clerk' AND text = 'secret' AND told_at IS NULL`:   1,
		`SELECT count(*) FROM handover_line WHERE handover = 71 AND kind = 'lost'`:                                            1,
		`SELECT count(*) FROM handover_line WHERE handover = 72 AND kind = 'citizen' AND text = 'secret' AND told_at IS NULL`: 1,
		`SELECT count(*) FROM handover_line WHERE handover = 72 AND kind = 'lost'`:                                            0,
	} {
		if got := w.count(query); got != want {
			t.Errorf("%s: %d, want %d", query, got, want)
		}
	}
}

// The brake of another office is no news here.
func TestTheBrakeOfAnotherOfficeIsNoNewsHere(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	if since, untold, err := w.BrakeUntold(t.Context(), "hall"); err != nil || untold || !since.IsZero() {
		t.Errorf("%v, %v, %v: only another office's brake is on", since, untold, err)
	}
	if err := w.BrakeTold(t.Context(), "hall", w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM brake WHERE office = 'yonder' AND told IS NULL`); n != 1 {
		t.Error("another office's staff count as told")
	}
}

// Who says that a mail is not for them leaves nothing of themselves at the
// appointment, and hears no more of it.
func TestADisownedAppointmentNamesNobody(t *testing.T) {
	t.Parallel()
	w := newBudgetWorld(t)
	a := w.under("eve", "ada@example.org", at(8, 0))
	token, err := w.Post(t.Context(), dialogs.Posting{To: "ada@example.org", Appointment: a.ID, Office: "hall", Notice: 1, Kind: booking.BookedNotice}, w.now)
	if err != nil {
		t.Fatal(err)
	}
	w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due) VALUES ($1, 'reminder', 0, 'mail', 'ada@example.org', $2)`, int64(a.ID), at(8, 0))
	w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due) VALUES ($1, 'reminder', 0, 'test', 'eve', $2)`, int64(a.ID), at(8, 0))
	other := w.under("bob", "ada@example.org", at(9, 0))
	w.exec(`INSERT INTO notice (appointment, kind, sequence, channel, address, due) VALUES ($1, 'reminder', 0, 'mail', 'ada@example.org', $2)`, int64(other.ID), at(9, 0))
	if err := w.Disown(t.Context(), token, w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND channel = 'test' AND kind = 'reminder'`, int64(a.ID)); n != 1 {
		t.Errorf("%d notices for the chat of who booked, want what was there", n)
	}
	if n := w.count(`SELECT count(*) FROM appointment WHERE id = $1 AND state = 'cancelled' AND name = '-' AND mail || mail_key || phone = '' AND request IS NULL`, int64(a.ID)); n != 1 {
		t.Error("something of them is left")
	}
	if n := w.count(`SELECT count(*) FROM notice WHERE appointment = $1 AND channel = 'mail'`, int64(a.ID)); n != 0 {
		t.Errorf("%d mails are still to come", n)
	}
	if n := w.count(`SELECT count(*) FROM notice JOIN appointment a ON a.id = appointment WHERE a.id = $1 AND channel = 'mail' AND a.state = 'confirmed' AND name = 'bob'`, int64(other.ID)); n != 1 {
		t.Error("what somebody else booked under the address goes with it")
	}
}

// A talk adds up what was heard, missed and booked in its turns, until so long
// nothing is said that the next word begins another.
func TestATalkAddsItsTurnsUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	turns := []dialogs.Course{{Step: "day", Heard: true, Missed: true}, {Step: "time", Heard: true, Booked: true}, {Step: "done", Heard: true, Missed: true, Booked: true}}
	for i, after := range []time.Duration{0, 6*time.Hour - just, 6 * time.Hour} {
		w.now = w.now.Add(after)
		err := w.Converse(t.Context(), chat("ada"), w.now, func(ctx context.Context, r dialogs.Records) error {
			r.Count(turns[i])
			return r.Remember(ctx, []byte(`{}`))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for counted, want := range map[string]int{
		`heard = 2 AND missed = 1 AND booked = 1 AND step = 'time'`: 1, `heard = 1 AND missed = 1 AND booked = 1 AND step = 'done'`: 1,
	} {
		if n := w.count(`SELECT count(*) FROM talk_figure WHERE id < 900000 AND ` + counted); n != want {
			t.Errorf("%d talks of %s, want %d", n, counted, want)
		}
	}
}

// A report tells the lines of its own office alone.
func TestNobodyReadsWhatWasSaidOfAnotherOffice(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1)) // where bystanders at another office have said much
	week := booking.WeekOf(monday).At(0, time.UTC)
	w.exec(`INSERT INTO rating (office, week, stars) SELECT 'hall', $1::date - 7 * n, 4 FROM generate_series(1, 3) n, generate_series(1, 9)`, week)
	w.exec(`INSERT INTO rating_line (office, week, stars, line) SELECT 'hall', $1::date - 7 * n, 4, 'ours' FROM generate_series(1, 3) n`, week)
	r, err := w.Statistics(t.Context(), w.now, "hall", monday.Add(-28), monday.Add(6))
	if err != nil {
		t.Fatal(err)
	}
	if said := labels(r.Ratings.Lines, func(l statistics.RatingLine) string { return l.Line }); !strings.HasPrefix(said, "ours, ours") || strings.Contains(said, "Yonder") || r.Ratings.Stars[0] > 0 || r.Ratings.Stars[3] < 18 {
		t.Errorf("it tells %+v", r.Ratings)
	}
}

// The link of a mail leads somewhere for as long as its appointment is ahead or its
// offer is open, and is forgotten a day after the mail otherwise.
func TestALinkStaysWhileItLeadsSomewhere(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	w.exec(`INSERT INTO letter (id, token, mailbox, created_at, office, appointment) SELECT n, ('t' || n)::bytea, 'x', $1, 'hall', a
		FROM (VALUES (71, 900001), (72, 900002), (73, 900003), (74, 900005), (75, 900004), (76, NULL)) AS v (n, a)`, w.now.Add(-24*time.Hour))
	w.exec(`INSERT INTO letter (id, token, mailbox, created_at, office, offer) VALUES (77, 't77', 'x', $1, 'hall', 900001), (78, 't78', 'x', $1, 'hall', 900002)`, w.now.Add(-24*time.Hour))
	if err := w.TidyLetters(t.Context(), w.now.Add(-just)); err != nil || w.count(`SELECT count(*) FROM letter WHERE id < 100`) != 8 {
		t.Errorf("some are forgotten before a day is over (%v)", err)
	}
	if err := w.TidyLetters(t.Context(), w.now); err != nil {
		t.Fatal(err)
	}
	if n := w.count(`SELECT count(*) FROM letter WHERE id IN (71, 72, 73, 77)`); n != 4 {
		t.Errorf("of 4 links that lead somewhere %d are left", n)
	}
	if n := w.count(`SELECT count(*) FROM letter WHERE id IN (74, 75, 76, 78)`); n != 0 {
		t.Errorf("%d links lead nowhere and are left", n)
	}
}

// A talk goes on as long as its pauses are short, however long it lasts; and what staff do
// is no talk.
func TestATalkLastsFromItsLastWordOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(1))
	turn := func(ctx context.Context, r dialogs.Records) error {
		r.Count(dialogs.Course{Step: "day", Heard: true})
		return r.Remember(ctx, []byte(`{}`))
	}
	began := w.now
	for range 4 {
		w.none(w.Converse(t.Context(), chat("ada"), w.now, turn))
		w.none(w.Serve(t.Context(), chat("anna"), "anna", w.now, turn))
		w.now = w.now.Add(5 * time.Hour)
	}
	last := began.Add(15 * time.Hour)
	if n := w.count(`SELECT count(*) FROM talk_figure WHERE id < 900000 AND began_at = $1 AND last_at = $2 AND heard = 4 AND channel = 'test'`, began, last); n != 1 {
		t.Error("one talk of four turns is not counted as that")
	}
	if n := w.count(`SELECT count(*) FROM talk_figure WHERE id < 900000`); n != 1 {
		t.Errorf("%d talks, want the citizen's", n)
	}
}

// Who has no chat that anything goes out to is asked by mail how it was.
func TestAChatOnANetworkThatIsOffStandsInNobodysWay(t *testing.T) {
	t.Parallel()
	for _, channels := range [][]string{{mail}, {test, mail}} {
		w := newTellingWorld(t, channels...)
		w.office.Policy.Rating = true
		w.employ("anna", booking.Clerk)
		a := w.visited("erika", wednesday)
		if got := w.left(`SELECT channel FROM notice WHERE appointment = $1 AND kind = 'rating'`, int64(a.ID)); !slices.Equal(got, channels[:1]) {
			t.Errorf("with %v she is asked by %v", channels, got)
		}
	}
}
