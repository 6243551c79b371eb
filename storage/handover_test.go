package storage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/dialogs"
)

// handedOver has somebody hand their talk over to staff who are there.
func (w *tellingWorld) handedOver(name string) dialogs.HandoverID {
	w.Helper()
	w.none(w.Attend(w.Context(), w.office.ID, w.now))
	w.must(name, dialogs.HandOver{Office: w.office.ID, Lang: "de"})
	return dialogs.HandoverID(w.count(`SELECT max(id) FROM handover WHERE id < 900000`))
}

func (w *tellingWorld) unseen(name string) (all []string) {
	w.Helper()
	lines, err := w.Unseen(w.Context(), "test", name)
	w.none(err)
	for _, l := range lines {
		all = append(all, strings.TrimSpace(string(l.Kind)+" "+l.Text))
	}
	return all
}

func TestStaffAreReachedOnlyWhileTheyAreThere(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.refuse("erika", dialogs.HandOver{Office: w.office.ID}, booking.ErrUnknown)
	w.handedOver("erika")
	w.must("erika", dialogs.HandOver{Office: w.office.ID}) // which it is already
	if n := w.count(`SELECT count(*) FROM handover`); n != 1 {
		t.Errorf("%d talks, want 1", n)
	}
	w.at(w.now.Add(dialogs.AttendedFor + time.Second))
	w.refuse("karl", dialogs.HandOver{Office: w.office.ID}, booking.ErrUnknown)
	if got := w.facts("erika", dialogs.Need{Reach: true}).Reach; got.Talk == nil || len(got.Offices) != 0 {
		t.Errorf("a talk that goes on: %+v", got)
	}
	w.must("erika", dialogs.HandOver{Office: w.office.ID}) // it is with them, though they are away
}

func TestWhatAClerkWritesIsTakenOnce(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("erika")
	for range 2 {
		w.none(w.Reply(t.Context(), id, "post", "Guten Tag", w.now))
	}
	w.none(w.Finish(t.Context(), id, w.now))
	w.none(w.Finish(t.Context(), id, w.now))
	w.none(w.Reply(t.Context(), id, "post", "Guten Tag", w.now))
	if err := w.Reply(t.Context(), id, "another", "zu spät", w.now); !errors.Is(err, booking.ErrOver) {
		t.Errorf("after the end: %v", err)
	}
	if got := strings.Join(w.unseen("erika"), ", "); got != "clerk Guten Tag, over" {
		t.Errorf("Erika is told %s", got)
	}
	w.refuse("erika", dialogs.Relay{Text: "noch etwas"}, booking.ErrUnknown)
}

// Of a talk with staff one is given what was written, and nothing without words.
func TestOnesDataHoldWhatWasWritten(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("erika")
	w.none(w.Reply(t.Context(), id, "one", "Guten Tag", w.now))
	w.must("erika", dialogs.Relay{Text: "Hallo"})
	w.must("erika", dialogs.TakeBack{})
	var data struct {
		Talks []struct {
			Lines []struct {
				Text  string `json:"text"`
				ByYou bool   `json:"by_you"`
			} `json:"lines"`
		} `json:"talks_with_staff"`
	}
	w.none(json.Unmarshal(w.do("erika", dialogs.Export{}).Data, &data))
	if got := fmt.Sprint(data.Talks); got != "[{[{Guten Tag false} {Hallo true}]}]" {
		t.Errorf("%s", got)
	}
}

// Who hands their talk over is told how many wait before them at that office: nobody who
// was answered, whose talk is over, or who waits at another one.
func TestOnlyThoseWhoWaitAreBeforeOthers(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	talk := func(id int, row string) {
		w.exec(`INSERT INTO handover (id, opened_at, office, answered_at, ended_at, network, lang, concerns, place) SELECT $2::bigint, $1::timestamptz, `+row+`, 'test', 'de', '{}', 9`, w.now, id)
	}
	for i, row := range []string{`'hall', NULL, NULL`, `'hall', $1, NULL`, `'hall', NULL, $1`, `'hall', $1, $1`, `'annex', NULL, NULL`, `'hall', NULL, NULL`} {
		talk(-70+i, row)
	}
	w.handedOver("erika")
	if n := w.count(`SELECT place FROM handover WHERE chat = (SELECT id FROM chat WHERE address = 'erika')`); n != 2 {
		t.Errorf("%d are before her, want the two who wait", n)
	}
	talk(500, `'hall', NULL, NULL`) // who comes later
	if held := w.facts("erika", dialogs.Need{Reach: true}).Reach.Talk; held == nil || held.Ahead != 2 || held.Answered {
		t.Errorf("she sees %+v, want the two before her", held)
	}
}

// How long somebody waited ends with the first answer, whatever is written then.
func TestTheFirstAnswerEndsTheWait(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id, first := w.handedOver("erika"), w.now.Add(time.Minute)
	w.none(w.Reply(t.Context(), id, "one", "Guten Tag", first))
	w.none(w.Reply(t.Context(), id, "two", "Noch etwas", first.Add(time.Hour)))
	if n := w.count(`SELECT count(*) FROM handover WHERE answered_at = $1`, first); n != 1 {
		t.Error("the first answer did not end the wait")
	}
}

// The channel of an office shows the talks of that office.
func TestEachOfficeKeepsItsOwnTalks(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("erika")
	for office, want := range map[booking.OfficeID]int{w.office.ID: 1, "another": 0} {
		talks, err := w.Handovers(t.Context(), office)
		if err != nil || len(talks) != want || want == 1 && talks[0].ID != id {
			t.Errorf("%q keeps %+v (%v), want %d", office, talks, err, want)
		}
	}
}

func TestWhoWritesWithoutEndIsSlowedDown(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.handedOver("erika")
	w.exec(`INSERT INTO handover_line (handover, kind, text, at) SELECT max(id), 'citizen', 'x', $1 FROM handover, generate_series(1, 120) GROUP BY generate_series`, w.now)
	w.refuse("erika", dialogs.Relay{Text: "noch etwas"}, booking.ErrTooOften)
	w.at(w.now.Add(time.Hour + time.Second))
	w.must("erika", dialogs.Relay{Text: "noch etwas"})
	for range 9 {
		w.must("erika", dialogs.TakeBack{})
		w.handedOver("erika")
	}
	w.must("erika", dialogs.TakeBack{})
	w.refuse("erika", dialogs.HandOver{Office: w.office.ID}, booking.ErrTooOften)
}

func TestPlacesAreToldWhenTheyGetNearer(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.handedOver("gone")
	w.must("gone", dialogs.TakeBack{}) // before anybody answered
	first := w.handedOver("erika")
	w.handedOver("karl")
	w.handedOver("lea")
	for range 2 {
		w.none(w.TellPlaces(t.Context(), w.office.ID, w.now))
	}
	if got := w.unseen("lea"); len(got) != 0 {
		t.Errorf("nothing has changed, and Lea is told %q", got)
	}
	w.none(w.Reply(t.Context(), first, "post", "Guten Tag", w.now))
	for range 2 {
		w.none(w.TellPlaces(t.Context(), w.office.ID, w.now))
	}
	if got := w.facts("lea", dialogs.Need{Reach: true}).Reach.Talk.Ahead; got != 1 || len(w.unseen("lea")) != 1 || len(w.unseen("karl")) != 1 {
		t.Errorf("%d before Lea, told %q; Karl %q", got, w.unseen("lea"), w.unseen("karl"))
	}
}

func TestATalkWithStaffIsErased(t *testing.T) {
	t.Parallel()
	for name, erase := range map[string]func(*tellingWorld){
		"at once at the person's wish": func(w *tellingWorld) { w.must("erika", dialogs.Erase{}) },
		"after the time of talks": func(w *tellingWorld) {
			w.must("erika", dialogs.TakeBack{})
			w.at(w.now.Add(w.office.Policy.Retention + time.Hour))
			w.eraseOld()
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTellingWorld(t, test)
			id := w.handedOver("erika")
			w.none(w.Begun(t.Context(), id, "root"))
			w.must("erika", dialogs.Relay{Text: "streng geheim"})
			w.none(w.Reply(t.Context(), id, "post", "auch geheim", w.now))
			if data := string(w.do("erika", dialogs.Export{}).Data); !strings.Contains(data, "streng geheim") || !strings.Contains(data, "auch geheim") {
				t.Errorf("the export lacks it: %s", data)
			}
			erase(w)
			if n := w.count(`SELECT count(*) FROM handover_line`); n != 0 {
				t.Errorf("%d lines are left", n)
			}
			talks, err := w.Handovers(t.Context(), w.office.ID)
			if err != nil || len(talks) != 1 || !talks[0].Erased || talks[0].Thread != "root" {
				t.Fatalf("to be taken away: %+v, %v", talks, err)
			}
			w.none(w.Forget(t.Context(), id))
			if n := w.count(`SELECT count(*) FROM handover`); n != 0 {
				t.Errorf("%d talks are left", n)
			}
		})
	}
}

// A talk that goes on, or ended just now, stays, whether its thread has begun or not; one
// that is erased stays until its thread is taken away.
func TestATalkStaysUntilItIsErasedAndItsThreadGone(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	stays, called := map[string]bool{}, map[string]string{}
	for name, talk := range map[string]struct{ thread, ended, erased, stays bool }{
		"goes on":                        {false, false, false, true},
		"goes on in its thread":          {true, false, false, true},
		"ended":                          {false, true, false, true},
		"ended in its thread":            {true, true, false, true},
		"is erased":                      {false, true, true, false},
		"is erased, its thread is there": {true, true, true, true},
	} {
		id := w.handedOver(name)
		w.exec(`UPDATE handover SET thread = CASE WHEN $2 THEN 't' END, ended_at = CASE WHEN $3 THEN $5::timestamptz END,
			erased_at = CASE WHEN $4 THEN $5::timestamptz END WHERE id = $1`, int64(id), talk.thread, talk.ended, talk.erased, w.now)
		stays[name], called[fmt.Sprint(int64(id))] = talk.stays, name
	}
	w.at(w.now.Add(time.Minute))
	w.eraseOld()
	w.stayed("talks", stays, w.leftCalled(called, `SELECT id::text FROM handover`))
	if n := w.count(`SELECT count(*) FROM handover WHERE id < 900000 AND erased_at IS NOT NULL`); n != 1 {
		t.Errorf("%d talks are erased, want the one that was", n)
	}
}

func TestStaffAreToldWhenATalkIsForgotten(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("erika")
	w.remember("erika", `{"version":1,"handed":true}`)
	w.none(w.ForgetTalks(t.Context(), "test", w.now.Add(time.Second)))
	lines, err := w.Untold(t.Context(), id)
	if err != nil || len(lines) != 1 || lines[0].Kind != dialogs.LeftLine {
		t.Errorf("staff are told %+v, %v", lines, err)
	}
}

// Who cannot be reached any more has still said what they said: staff read it, and that
// the talk is over. What was meant for the person goes nowhere.
func TestATalkOutOfReachLeavesStaffWhatWasSaid(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id, other := w.handedOver("erika"), w.handedOver("karl")
	for name, talk := range map[string]dialogs.HandoverID{"erika": id, "karl": other} {
		w.must(name, dialogs.Relay{Text: "Wo ist das?"})
		w.none(w.Reply(t.Context(), talk, "post of "+name, "Im ersten Stock", w.now))
	}
	said := func(talk dialogs.HandoverID) (all []string) {
		lines, err := w.Untold(t.Context(), talk)
		w.none(err)
		for _, l := range lines {
			all = append(all, strings.TrimSpace(string(l.Kind)+" "+l.Text))
		}
		return all
	}
	before := said(id)
	for range 2 {
		w.none(w.Unreached(t.Context(), id, w.now))
	}
	if got := said(id); len(before) == 0 || !slices.Equal(got, append(before, "left")) {
		t.Errorf("staff read %q, want %q and that they left", got, before)
	}
	if hers, his := w.unseen("erika"), w.unseen("karl"); len(hers) != 0 || !slices.Contains(his, "clerk Im ersten Stock") {
		t.Errorf("to be shown to erika %q, to karl %q", hers, his)
	}
	if err := w.Reply(t.Context(), id, "late", "Noch da?", w.now); !errors.Is(err, booking.ErrOver) {
		t.Errorf("a talk out of reach goes on: %v", err)
	}
}

// What staff write is shown in the chat that it is for, and in no other of that address.
func TestWhatStaffWriteIsForOneChat(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("erika")
	w.handedOver("karl")
	w.none(w.Reply(t.Context(), id, "post", "Guten Tag", w.now))
	for _, tt := range []struct {
		channel, address string
		want             int
	}{{test, "erika", 1}, {test, "", 1}, {test, "karl", 0}, {mail, "erika", 0}, {mail, "", 0}} {
		if lines, err := w.Unseen(t.Context(), tt.channel, tt.address); err != nil || len(lines) != tt.want {
			t.Errorf("%s %q is shown %d lines (%v), want %d", tt.channel, tt.address, len(lines), err, tt.want)
		}
	}
	lines, err := w.Unseen(t.Context(), test, "erika")
	w.none(err)
	later := w.now.Add(time.Minute)
	for _, at := range []time.Time{w.now, later} {
		w.none(w.Seen(t.Context(), lines[0].ID, at))
	}
	if n := w.count(`SELECT count(*) FROM handover_line WHERE id = $1 AND told_at = $2`, lines[0].ID, w.now); n != 1 || len(w.unseen("erika")) != 0 {
		t.Error("it is not remembered when she saw it")
	}
}

// Nobody attends, or asks after, an office that is not the town's.
func TestAnotherTownsOfficeIsNotTheStaffs(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	for what, do := range map[string]func() error{
		"attend":       func() error { return w.Attend(t.Context(), "yonder", w.now.Add(time.Hour)) },
		"tell places":  func() error { return w.TellPlaces(t.Context(), "yonder", w.now) },
		"brake untold": func() error { _, _, err := w.BrakeUntold(t.Context(), "yonder"); return err },
		"brake told":   func() error { return w.BrakeTold(t.Context(), "yonder", w.now) },
	} {
		if err := do(); !errors.Is(err, booking.ErrUnknown) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if all, err := w.Handovers(t.Context(), "yonder"); err != nil || len(all) != 0 {
		t.Errorf("its talks: %+v, %v", all, err)
	}
	if n := w.count(`SELECT count(*) FROM counter WHERE office = 'yonder' AND at = $1`, w.now) + w.count(`SELECT count(*) FROM brake WHERE office = 'yonder' AND told IS NULL`); n != 2 {
		t.Error("its staff count as there, or as told")
	}
}

// Staff see of a talk what was known when it was handed over, and each line of it in
// their thread once, with where it goes.
func TestATalkComesToStaffWithAllThatIsKnown(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	w.none(w.Attend(t.Context(), "hall", w.now))
	opened := w.now
	w.must("erika", dialogs.HandOver{Office: "hall", Lang: "en", Concerns: []booking.ConcernID{"pass", "move"}})
	id := dialogs.HandoverID(w.count(`SELECT max(id) FROM handover WHERE id < 900000`))
	talk := func() (found []dialogs.Handover) {
		all, err := w.Handovers(t.Context(), "hall")
		w.none(err)
		for _, h := range all {
			if h.ID == id {
				h.Opened, h.Ended = h.Opened.UTC(), h.Ended.UTC()
				found = append(found, h)
			}
		}
		return found
	}
	want := dialogs.Handover{ID: id, Office: "hall", Network: test, Lang: "en", Concerns: []booking.ConcernID{"pass", "move"}, Opened: opened.UTC()}
	if diff := cmp.Diff([]dialogs.Handover{want}, talk()); diff != "" {
		t.Errorf("the talk:\n%s", diff)
	}
	w.none(w.Begun(t.Context(), id, "root"))
	w.at(w.now.Add(time.Minute))
	w.must("erika", dialogs.Relay{Text: "Wo ist das?"})
	w.none(w.Reply(t.Context(), id, "post", "Im ersten Stock", w.now))
	w.at(w.now.Add(time.Minute))
	w.none(w.Finish(t.Context(), id, w.now))
	want.Thread, want.Ended = "root", w.now.UTC()
	if diff := cmp.Diff([]dialogs.Handover{want}, talk()); diff != "" {
		t.Errorf("the talk, afterwards:\n%s", diff)
	}
	lines := func(all []dialogs.HandoverLine, err error) []dialogs.HandoverLine {
		w.none(err)
		for i := range all {
			all[i].ID = 0
		}
		return all
	}
	line := dialogs.HandoverLine{Handover: id, Lang: "en", Chat: chat("erika")}
	said := func(kind dialogs.LineKind, text string) dialogs.HandoverLine {
		line.Kind, line.Text = kind, text
		return line
	}
	if diff := cmp.Diff([]dialogs.HandoverLine{said("citizen", "Wo ist das?"), said("ended", "")}, lines(w.Untold(t.Context(), id))); diff != "" {
		t.Errorf("to be posted:\n%s", diff)
	}
	if diff := cmp.Diff([]dialogs.HandoverLine{said("clerk", "Im ersten Stock"), said("over", "")}, lines(w.Unseen(t.Context(), test, "erika"))); diff != "" {
		t.Errorf("to be shown:\n%s", diff)
	}
	for _, l := range [][2]string{{"citizen", "one"}, {"ended", "two"}} {
		w.none(w.Told(t.Context(), int64(w.count(`SELECT id FROM handover_line WHERE handover = $1 AND kind = $2`, int64(id), l[0])), l[1], w.now))
	}
	if n := w.count(`SELECT count(*) FROM handover_line WHERE handover = $1 AND (kind, post) IN (('citizen', 'one'), ('ended', 'two')) AND told_at = $2`, int64(id), w.now); n != 2 || len(talk()) != 0 {
		t.Errorf("%d lines are known to stand in the thread; to be worked on: %+v", n, talk())
	}
}

// Who takes their talk back tells staff so, once, and nothing is said to themselves.
func TestWhoTakesATalkBackLeavesIt(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id, other := w.handedOver("erika"), w.handedOver("karl")
	w.must("erika", dialogs.TakeBack{})
	w.refuse("erika", dialogs.TakeBack{}, booking.ErrUnknown)
	w.refuse("lea", dialogs.TakeBack{}, booking.ErrUnknown)
	w.none(w.Finish(t.Context(), id, w.now.Add(time.Hour)))
	for talk, want := range map[dialogs.HandoverID]int{id: 1, other: 0} {
		if lines, err := w.Untold(t.Context(), talk); err != nil || len(lines) != want || want > 0 && lines[0].Kind != dialogs.LeftLine {
			t.Errorf("staff are told %+v (%v), want %d lines", lines, err, want)
		}
	}
	if n := w.count(`SELECT count(*) FROM handover WHERE id IN ($1, $2) AND ended_at = $3`, int64(id), int64(other), w.now); n != 1 || len(w.unseen("erika")) != 0 {
		t.Errorf("%d talks have ended; she is told %q", n, w.unseen("erika"))
	}
	if got := w.facts("erika", dialogs.Need{Reach: true}).Reach; got.Talk != nil || !slices.Equal(got.Offices, []booking.OfficeID{"hall"}) {
		t.Errorf("she sees %+v", got)
	}
	if got := w.facts("karl", dialogs.Need{Reach: true}).Reach; got.Talk == nil || got.Talk.Office != "hall" || got.Talk.Ahead != 0 {
		t.Errorf("he sees %+v", got)
	}
}

// Places are those of one office: who waits at another one is before nobody here, and is
// told nothing of what changes here.
func TestPlacesAreThoseOfOneOffice(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	const talk = `INSERT INTO handover (id, office, network, lang, concerns, place, opened_at) VALUES ($1, $2, 'test', 'de', '{}', $3, $4)`
	w.exec(talk, -9, "annex", 0, w.now)
	w.exec(talk, -8, "annex", 5, w.now)
	w.exec(talk, -7, "hall", 5, w.now)
	w.exec(talk, -6, "hall", 1, w.now)
	w.none(w.TellPlaces(t.Context(), "hall", w.now))
	got := w.left(`SELECT concat_ws(' ', h.id, h.place, l.kind, l.place) FROM handover h LEFT JOIN handover_line l ON l.handover = h.id WHERE h.id < 0`)
	if want := []string{"-6 1", "-7 0 place 0", "-8 5", "-9 0"}; !slices.Equal(got, want) {
		t.Errorf("talks, their places and what is told: %q, want %q", got, want)
	}
}

// Nobody touches a talk at another town's office, whatever its number; the rows of those
// who stand by say so.
func TestAnotherTownsTalkIsNotToBeTouched(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	const talk, said, answered = 910001, 910001, 910002
	for what, do := range map[string]func() error{
		"begun": func() error { return w.Begun(t.Context(), talk, "thread") }, "told": func() error { return w.Told(t.Context(), said, "post", w.now) },
		"seen": func() error { return w.Seen(t.Context(), answered, w.now) }, "finish": func() error { return w.Finish(t.Context(), talk, w.now) },
		"lost": func() error { return w.Lost(t.Context(), talk, w.now) }, "unreached": func() error { return w.Unreached(t.Context(), talk, w.now) },
		"forget": func() error { return w.Forget(t.Context(), talk) },
	} {
		if err := do(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := w.Reply(t.Context(), talk, "post", "Guten Tag", w.now); !errors.Is(err, booking.ErrOver) {
		t.Errorf("an answer: %v", err)
	}
	if lines, err := w.Untold(t.Context(), talk); err != nil || len(lines) != 0 {
		t.Errorf("its lines: %+v, %v", lines, err)
	}
	if n := w.count(`SELECT count(*) FROM handover_line WHERE handover = $1`, talk); n != 2 {
		t.Errorf("%d lines stand in it, want 2", n)
	}
}

// A talk whose thread is gone ends once, and not again where it has ended; what is taken
// away is that talk alone.
func TestATalkIsLostAndForgottenByItself(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	lost, over := w.handedOver("erika"), w.handedOver("karl")
	w.none(w.Finish(t.Context(), over, w.now))
	for _, id := range []dialogs.HandoverID{lost, lost, over} {
		w.none(w.Lost(t.Context(), id, w.now))
	}
	if hers, his := w.unseen("erika"), w.unseen("karl"); !slices.Equal(hers, []string{"lost"}) || !slices.Equal(his, []string{"over"}) {
		t.Errorf("erika is told %q, karl %q", hers, his)
	}
	w.none(w.Forget(t.Context(), lost)) // which is not erased
	w.exec(`UPDATE handover SET erased_at = $1 WHERE id IN ($2, $3)`, w.now, int64(lost), int64(over))
	w.none(w.Forget(t.Context(), over))
	if got := w.left(`SELECT id::text FROM handover WHERE id < 900000`); !slices.Equal(got, []string{fmt.Sprint(int64(lost))}) {
		t.Errorf("left are the talks %q, want %d", got, lost)
	}
}

// Of many lines that somebody has not seen the first two hundred are read at once, in
// their order; the others follow.
func TestSoManyLinesAreReadAtOnce(t *testing.T) {
	t.Parallel()
	w := newTellingWorld(t, test)
	id := w.handedOver("ada")
	w.exec(`UPDATE handover_line SET told_at = $1 WHERE handover = $2`, w.now, int64(id))
	w.exec(`INSERT INTO handover_line (handover, kind, text, at) SELECT $1, 'clerk', n::text, $2 FROM generate_series(1, 203) n`, int64(id), w.now)
	for _, want := range []struct{ from, to int }{{1, 200}, {201, 203}} {
		lines, err := w.Unseen(t.Context(), test, "ada")
		w.none(err)
		if len(lines) != want.to-want.from+1 {
			t.Fatalf("%d lines, want those from %d to %d", len(lines), want.from, want.to)
		}
		for i, line := range lines {
			if line.Text != strconv.Itoa(want.from+i) {
				t.Errorf("line %d is %q", want.from+i, line.Text)
			}
			w.none(w.Seen(t.Context(), line.ID, w.now))
		}
	}
}
