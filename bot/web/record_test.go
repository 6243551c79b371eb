package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
)

var noonHere = time.Date(2026, time.November, 23, 11, 0, 0, 0, time.UTC)

// What a talk keeps lies in the state of the dialogs, which stays what it was, however
// often it is written; a state that is none of a browser's talk is none.
func TestARecordLiesInTheState(t *testing.T) {
	t.Parallel()
	kept := record{Seen: 7, Taken: press{3, "d"}, Said: []exchange{{Ask: "?", Answer: "ja"}}, Cut: 2, Labels: map[string]string{"a": "A"}, Heard: 5, Attended: true}
	for _, state := range []string{`{"revision":3,"lang":"en"}`, ` {"revision":3,"lang":"en"} `, `{"revision":3,"web":{"seen":1},"lang":"en"}`, `{"revision":3,"lang":"en","note":"\"web\":"}`} {
		o := &open{state: []byte(state), record: kept}
		for range 3 {
			data, err := o.write()
			if err != nil {
				t.Fatal(err)
			}
			again := &open{}
			if err := again.read(data); err != nil || again.kept.Revision != 3 || again.kept.Lang != "en" {
				t.Fatalf("%s is read as %+v: %v", data, again.kept, err)
			}
			if diff := cmp.Diff(kept, again.record); diff != "" {
				t.Errorf("%s (-want +got):\n%s", state, diff)
			}
			if n := strings.Count(string(data), `"web":{`); n != 1 {
				t.Errorf("%s holds %d records", data, n)
			}
			o = again
		}
	}
	for _, state := range []string{`{"revision":3}`, `{"web":null}`, `[]`, ``, `{`, `{"web":7}`} {
		if err := (&open{}).read([]byte(state)); !errors.Is(err, errUnknown) {
			t.Errorf("%q is read: %v", state, err)
		}
	}
	held := &open{}
	if err := held.Remember(t.Context(), []byte(`{"revision":4,"handed":true}`)); err != nil || !held.Attended || held.kept.Revision != 4 {
		t.Errorf("a talk that staff hold: %+v, %v", held, err)
	}
	if err := held.Remember(t.Context(), []byte(`{"revision":5}`)); err != nil || !held.Attended {
		t.Errorf("one that they have held: %+v, %v", held, err)
	}
	if err := held.Remember(t.Context(), []byte(`nonsense`)); err == nil || held.kept.Revision != 5 {
		t.Errorf("nonsense is remembered: %v", err)
	}
}

// A form counts for the question that stands open: sent again it is known, of an
// earlier question it is stale, and after half an hour there is no talk.
func TestAFormCountsForTheOpenQuestion(t *testing.T) {
	t.Parallel()
	talks := &Talks{Host: &bot.Host{Now: clocktest.At(noonHere)}}
	fresh := noonHere.Unix()
	choice := sent{revision: 3, choice: "yes"}
	words := sent{revision: 3, answer: "yes"}
	if choice.digest() == words.digest() || choice.digest() != (sent{choice: "yes"}).digest() {
		t.Error("a press and the same word cannot be told apart")
	}
	state := []byte("{}")
	taken := press{3, choice.digest()}
	for name, tt := range map[string]struct {
		o    open
		form sent
		want error
	}{
		"the open one":       {open{state: state, kept: kept{Revision: 3}, record: record{Seen: fresh}}, choice, nil},
		"sent again":         {open{state: state, kept: kept{Revision: 4}, record: record{Seen: fresh, Taken: taken}}, choice, errAgain},
		"another again":      {open{state: state, kept: kept{Revision: 4}, record: record{Seen: fresh, Taken: taken}}, words, errStale},
		"an earlier one":     {open{state: state, kept: kept{Revision: 9}, record: record{Seen: fresh, Taken: press{8, choice.digest()}}}, choice, errStale},
		"a later one":        {open{state: state, kept: kept{Revision: 2}, record: record{Seen: fresh}}, choice, errStale},
		"no talk":            {open{}, choice, errUnknown},
		"over":               {open{state: state, kept: kept{Revision: 3}, record: record{Seen: fresh, Over: true}}, choice, errOver},
		"just not too late":  {open{state: state, kept: kept{Revision: 3}, record: record{Seen: fresh - 1799}}, choice, nil},
		"too late":           {open{state: state, kept: kept{Revision: 3}, record: record{Seen: fresh - 1800}}, choice, errOver},
		"a beginning":        {open{}, sent{begins: true}, nil},
		"one more":           {open{state: state, kept: kept{Revision: 9}, record: record{Seen: fresh}}, sent{begins: true}, nil},
		"one more, too late": {open{state: state, record: record{Seen: fresh - 1800}}, sent{begins: true}, errOver},
	} {
		if err := talks.admit(&tt.o, tt.form); !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	awake := &Talks{Host: &bot.Host{Now: clocktest.At(noonHere)}, Awake: clocktest.At(noonHere.Add(time.Hour))}
	if err := awake.goesOn(&open{state: state, record: record{Seen: fresh}}); !errors.Is(err, errOver) {
		t.Errorf("by the clock that tells how long nobody did anything: %v", err)
	}
}

// A talk repeats what was said last, and not all of it; long answers are cut.
func TestATalkRepeatsWhatWasSaidLast(t *testing.T) {
	t.Parallel()
	o := &open{}
	for i := range 30 {
		o.answered(fmt.Sprint(i), true, bot.Page{Ask: fmt.Sprint("q", i), Groups: []bot.Group{{Buttons: []bot.Button{{ID: "a", Label: fmt.Sprint("A", i)}}}}, Files: make([]bot.File, i%2)})
	}
	if len(o.Said) != 24 || o.Cut != 6 || o.Said[0].Answer != "6" || o.Said[23].Answer != "29" || o.Said[23].Ask != "q28" || o.Now.Ask != "q29" || o.Labels["a"] != "A29" || !o.Files {
		t.Errorf("%d exchanges, %d forgotten, from %+v", len(o.Said), o.Cut, o.Said[0])
	}
	o.answered("  ", false, bot.Page{Ask: "next"})
	if len(o.Said) != 24 || o.Now.Ask != "next" || o.Files || len(o.Labels) != 0 {
		t.Errorf("without an answer: %d exchanges, now %+v", len(o.Said), o.Now)
	}
	for n, want := range map[int]int{300: 300, 301: 301} {
		got := []rune(shortened(" " + strings.Repeat("ü", n) + " "))
		if len(got) != want || (got[len(got)-1] == '…') != (n > 300) {
			t.Errorf("of %d letters %d are shown", n, len(got))
		}
		o := &open{}
		if o.answered(" "+strings.Repeat("ü", n)+" ", true, bot.Page{}); o.Said[0].Answer != string(got) {
			t.Errorf("of an answer of %d letters is kept %q", n, o.Said[0].Answer)
		}
	}
	for name, tt := range map[string]struct {
		typed bool
		p     bot.Page
		want  bool
	}{
		"no answer to it":  {true, bot.Page{Ask: "q", Remarks: []string{"r"}}, true},
		"a press":          {false, bot.Page{Ask: "q", Remarks: []string{"r"}}, false},
		"without a remark": {true, bot.Page{Ask: "q"}, false},
		"the next one":     {true, bot.Page{Ask: "q2", Remarks: []string{"r"}}, false},
		"staff hold it":    {true, bot.Page{Ask: "q", Remarks: []string{"r"}, Handed: true}, false},
	} {
		o := &open{record: record{Now: exchange{Ask: "q"}}}
		o.answered("x", tt.typed, tt.p)
		if o.Missed != tt.want {
			t.Errorf("%s: %v", name, o.Missed)
		}
	}
}

// What staff have written is shown once, in order, and below it stands what was asked.
func TestWhatStaffWroteIsShownOnce(t *testing.T) {
	t.Parallel()
	o := &open{record: record{Heard: 4, Now: exchange{Ask: "q", Title: "t"}}}
	news := []dialogs.HandoverLine{
		{ID: 4, Kind: dialogs.ClerkLine, Lang: "de", Text: "schon gezeigt"}, {ID: 5, Kind: dialogs.ClerkLine, Lang: "de", Text: "eins"}, {ID: 6, Kind: dialogs.ClerkLine, Lang: "de", Text: "zwei"},
	}
	if !o.hears(news) || o.Heard != 6 || len(o.Now.Remarks) != 2 || !strings.Contains(o.Now.Remarks[0], "eins") || !strings.Contains(o.Now.Remarks[1], "zwei") || o.Now.Ask != "q" || len(o.Said) != 1 || o.Said[0].Title != "t" {
		t.Errorf("heard %+v", o.record)
	}
	before, _ := json.Marshal(o.record)
	if o.hears(news) {
		t.Error("it is heard again")
	}
	if after, _ := json.Marshal(o.record); !bytes.Equal(after, before) {
		t.Errorf("nothing new, and it is %s", after)
	}
}

// answers is records that answer every command and every question alike.
type answers struct {
	dialogs.Records
	own    []booking.Appointment
	result dialogs.Result
	err    error
}

func (a answers) Facts(context.Context, dialogs.Need) (dialogs.Facts, error) {
	town := sampleTown()
	for _, o := range town.Offices {
		o.Policy.MailRequired = false
	}
	return dialogs.Facts{Town: town, Appointments: a.own}, a.err
}

func (a answers) Do(context.Context, dialogs.Command) (dialogs.Result, error) { return a.result, a.err }

// Who has everything about them erased has all erased that was said, asked and could be
// chosen; where that was refused or failed, and with any other command, the talk stays.
func TestErasingLeavesNothingOfATalk(t *testing.T) {
	t.Parallel()
	said := record{
		Seen: 7, Said: []exchange{{Title: "Ada", Answer: "ja"}}, Cut: 2, Labels: map[string]string{"yes": "Ja, Ada"},
		Now: exchange{Remarks: []string{"Ada"}, Title: "Ada", Body: []string{"Ada"}, Ask: "Ada?"},
	}
	for name, tt := range map[string]struct {
		command dialogs.Command
		answer  answers
		erased  bool
	}{
		"erased":  {dialogs.Erase{}, answers{}, true},
		"refused": {dialogs.Erase{}, answers{result: dialogs.Result{Refused: booking.ErrOver}}, false},
		"failed":  {dialogs.Erase{}, answers{err: errors.New("away")}, false},
		"another": {dialogs.Export{}, answers{}, false},
	} {
		o := &open{Records: tt.answer, record: said}
		if _, err := o.Do(t.Context(), tt.command); !errors.Is(err, tt.answer.err) {
			t.Errorf("%s: %v", name, err)
		}
		want := said
		if tt.erased {
			want = record{Seen: 7, Cut: 2}
		}
		if diff := cmp.Diff(want, o.record); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A talk knows the person's appointments from when they were looked up last; a look-up
// of something else, or one that fails, takes none away. In a browser a mail address is
// always needed, and days are a calendar.
func TestATalkKnowsWhatWasLookedUpLast(t *testing.T) {
	t.Parallel()
	mine, later := []booking.Appointment{{ID: 7}}, []booking.Appointment{{ID: 8}}
	o := &open{Records: answers{own: mine}}
	for _, tt := range []struct {
		records answers
		need    dialogs.Need
		want    booking.AppointmentID
	}{
		{answers{own: mine}, dialogs.Need{Appointments: true}, 7},
		{answers{}, dialogs.Need{}, 7},
		{answers{own: later, err: errors.New("away")}, dialogs.Need{Appointments: true}, 7},
		{answers{own: later}, dialogs.Need{Appointments: true}, 8},
	} {
		o.Records = tt.records
		facts, err := o.Facts(t.Context(), tt.need)
		if !errors.Is(err, tt.records.err) || len(o.own) != 1 || o.own[0].ID != tt.want {
			t.Errorf("%+v: %v, and the talk knows %v", tt.need, err, o.own)
		}
		if err != nil {
			continue
		}
		for _, at := range facts.Town.Offices {
			if !at.Policy.MailRequired || !facts.Calendar || len(facts.Town.Offices) != 2 {
				t.Errorf("at %s a mail address is needed: %v", at.ID, at.Policy.MailRequired)
			}
		}
	}
}
