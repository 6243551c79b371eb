package storage_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// everything is all that is stored, as text, besides the tables of others.
func (w *world) everything() string {
	w.Helper()
	var all strings.Builder
	for _, table := range []string{"person", "appointment", "history", "chat", "code", "notice", "inbox", "wait", "offer", "freed", "letter", "erasure"} {
		var text string
		err := w.pool.QueryRow(w.Context(), `SELECT coalesce(string_agg(t::text, E'\n'), '') FROM `+table+` t`).Scan(&text)
		if err != nil {
			w.Fatal(err)
		}
		all.WriteString(text + "\n")
	}
	return all.String()
}

// remember has somebody's chat remember a state.
func (w *tellingWorld) remember(name, state string) {
	w.Helper()
	err := w.Converse(w.Context(), chat(name), w.now, func(ctx context.Context, r dialogs.Records) error {
		return r.Remember(ctx, []byte(state))
	})
	if err != nil {
		w.Fatal(err)
	}
}

func (w *tellingWorld) eraseOld() {
	w.Helper()
	for range 2 { // it is safe to do twice
		if err := w.EraseOld(w.Context(), w.now); err != nil {
			w.Fatal(err)
		}
	}
}

func TestAfterTheOfficesTimeNothingLeadsToAnybody(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test, mail)
	a := w.booked("erika", wednesday)
	w.must("erika", dialogs.Affirm{Appointment: a.ID})
	cancelled := w.booked("erika", wednesday.Add(time.Hour))
	w.must("erika", dialogs.Cancel{Appointment: cancelled.ID})
	var n network
	w.deliver(&n)
	w.at(wednesday.Add(w.office.Policy.Retention))
	w.eraseOld()
	if !strings.Contains(w.everything(), "erika@example.org") {
		t.Error("it was erased before its time")
	}
	w.at(wednesday.Add(w.office.Policy.Retention + 2*time.Hour))
	w.eraseOld()
	if left := w.everything(); strings.Contains(left, "erika") || strings.Contains(left, "person ") {
		t.Errorf("there is still something:\n%s", left)
	}
	if got := w.count(`SELECT count(*) FROM appointment WHERE number IS NOT NULL AND ends > starts AND items <> '[]'`); got != 2 {
		t.Errorf("%d appointments stayed, want 2", got)
	}
	if got := w.count(`SELECT count(*) FROM history`); got < 4 {
		t.Errorf("%d entries of the history stayed", got)
	}
	for what, want := range map[string]int{"appointments": 2, "talks": 1, "persons": 1} {
		if got := w.count(`SELECT coalesce(sum(many), 0) FROM erasure WHERE what = $1`, what); got != want {
			t.Errorf("the log has %d %s, want %d", got, what, want)
		}
	}
}

// Each office of a town erases by its own time, in whichever order they stand; one
// without a time keeps what it has.
func TestEachOfficeErasesByItsOwnTime(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	town := sample(1)
	keeps := map[booking.OfficeID]time.Duration{"hall": 0, "annex": 30 * day, "yard": 10 * day, "mill": 0, "dock": 20 * day}
	for _, id := range []booking.OfficeID{"annex", "yard", "mill", "dock"} {
		further := *town.Offices[0]
		further.ID, further.Policy.Retention = id, keeps[id]
		town.Offices = append(town.Offices, &further)
	}
	w := newWorld(t, town)
	called := map[string]string{}
	for id := range keeps {
		a := w.booked(string(id), at(9, 0))
		called[fmt.Sprint(int64(a.ID))] = string(id)
		w.must(string(id), dialogs.Cancel{Appointment: a.ID})
		w.exec(`UPDATE appointment SET office = $2, state = 'finished' WHERE id = $1`, int64(a.ID), string(id))
	}
	for _, after := range []time.Duration{0, 10*day + time.Hour, 20*day + time.Hour, 30*day + time.Hour, 900 * day} {
		stays := map[string]bool{}
		for id, kept := range keeps {
			stays[string(id)] = kept == 0 || after < kept
		}
		w.none(w.EraseOld(t.Context(), at(9, 0).Add(after)))
		w.stayed(fmt.Sprint("names after ", after), stays, w.leftCalled(called, `SELECT id::text FROM appointment WHERE name <> '-'`))
	}
}

func TestAnAbandonedTalkIsErasedAndALiveOneIsNot(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.remember("gone", `{"draft": {"name": "Gone"}}`)
	far := monday.Add(42).At(9*60, berlin)
	w.town.Offices[0].Policy.Horizon = 60
	w.booked("erika", far) // later than the time for which talks are kept
	w.remember("erika", `{}`)
	w.at(morning.Add(w.office.Policy.Retention - time.Hour))
	w.remember("new", `{}`)
	w.at(morning.Add(w.office.Policy.Retention + time.Hour))
	w.eraseOld()
	if got := w.count(`SELECT count(*) FROM chat WHERE address IN ('erika', 'new')`); got != 2 {
		t.Errorf("%d live talks of 2", got)
	}
	if strings.Contains(w.everything(), "Gone") {
		t.Error("the abandoned talk is still there")
	}
	if len(w.ahead("erika")) != 1 {
		t.Error("an appointment ahead was erased")
	}
}

func TestAnErasedCodeIsGoneAndThoseThatCountAreNot(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	a := w.booked("erika", wednesday)
	w.must("otto", dialogs.AskCode{Number: a.Number, Lang: "de"})
	w.at(w.now.Add(50 * time.Minute))
	w.eraseOld()
	if got := w.count(`SELECT count(*) FROM code`); got != 1 {
		t.Error("a code that counts against guessing was erased")
	}
	w.at(w.now.Add(20 * time.Minute))
	w.eraseOld()
	if got := w.count(`SELECT count(*) FROM code`); got != 0 {
		t.Error("an old code is still there")
	}
}

func TestTheDeletionLogNamesNobody(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.booked("erika", wednesday)
	w.must("erika", dialogs.Erase{})
	if got := w.count(`SELECT count(*) FROM erasure WHERE what = 'persons on request' AND many = 1`); got != 1 {
		t.Errorf("%d entries", got)
	}
	if w.refuse("erika", dialogs.Affirm{Appointment: 1}, booking.ErrUnknown); strings.Contains(w.everything(), "erika@") {
		t.Error("there is still something")
	}
}

// What there is to erase is erased in one go, however much it is.
func TestErasingGoesOnUntilNothingIsLeft(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.office.Policy.Retention = 24 * time.Hour
	const many = 1001 // one more than two steps erase
	w.exec(`INSERT INTO appointment (id, claim, number, office, starts, ends, state, items, persons, skills, audience, name, created_at, updated_at)
		SELECT -n, -n, 'OLD' || n, 'hall', $1, $1::timestamptz + interval '15 minutes', 'missed', '[]', 1, '{}', 'public', 'x', $1, $1 FROM generate_series(1, $2::int) n`,
		w.now.AddDate(0, 0, -9), many)
	w.exec(`INSERT INTO handover (id, office, network, lang, concerns, place, opened_at, ended_at) SELECT -n, 'hall', 'test', 'de', '{}', 0, $1, $1 FROM generate_series(1, $2::int) n`, w.now.AddDate(0, 0, -9), many)
	w.eraseOld()
	if n := w.count(`SELECT count(*) FROM appointment WHERE name = 'x'`) + w.count(`SELECT count(*) FROM handover WHERE id < 0 AND erased_at IS NULL`); n != 0 {
		t.Errorf("%d of them are left", n)
	}
	if got := w.left(`SELECT concat_ws(' ', what, sum(many)) FROM erasure WHERE id < 900000 AND what IN ('appointments', 'talks with staff') GROUP BY what`); !slices.Contains(got, "appointments 1001") || !slices.Contains(got, "talks with staff 1001") {
		t.Errorf("the log says %q", got)
	}
}

// A town erases the talks of its own offices alone, however old those of others are.
func TestATownErasesTheTalksOfItsOffices(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	old := w.now.AddDate(-1, 0, 0)
	for i, office := range []string{"hall", "yonder"} {
		for n, talk := range []struct {
			ended, erased, thread any
		}{{old, nil, "t"}, {w.now, nil, "t"}, {w.now, w.now, nil}, {w.now, old, "t"}} {
			w.exec(`INSERT INTO handover (id, office, network, lang, concerns, place, opened_at, ended_at, erased_at, thread) VALUES ($1, $2, 'test', 'de', '{}', 0, $3, $4, $5, $6)`,
				-10*i-n-1, office, old, talk.ended, talk.erased, talk.thread)
		}
	}
	of := func(office string) []string {
		return w.left(`SELECT concat_ws(' ', id, erased_at IS NOT NULL) FROM handover WHERE office = $1 AND id < 0`, office)
	}
	theirs := of("yonder")
	w.eraseOld()
	if got := of("yonder"); !slices.Equal(got, theirs) || len(got) != 4 {
		t.Errorf("another town's are %q, want %q", got, theirs)
	}
	if got := of("hall"); !slices.Equal(got, []string{"-1 t", "-2 t"}) {
		t.Errorf("its own are %q", got)
	}
}
