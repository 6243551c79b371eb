package dialogs

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/office"
)

// A notice that is on its way and no longer true will not be told.
func TestWhatIsOnItsWayIsVoidOnceItIsUntrue(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	a := booking.Appointment{State: booking.Confirmed, Sequence: 2, Span: booking.Span{Start: now.Add(time.Second)}}
	for name, tt := range map[string]struct {
		delivery Delivery
		now      time.Time
		want     string
	}{
		"on its way":      {Delivery{Kind: booking.ReminderNotice, Sequence: 2}, now, ""},
		"of another time": {Delivery{Kind: booking.ReminderNotice, Sequence: 1}, now, "void"},
		"it has begun":    {Delivery{Kind: booking.ReminderNotice, Sequence: 2}, now.Add(time.Second), "void"},
		"of another kind": {Delivery{Kind: booking.MissedNotice, Sequence: 2}, now, "void"},
		"sent":            {Delivery{Kind: booking.ReminderNotice, Sequence: 1, Outcome: "sent"}, now, "sent"},
		"failed":          {Delivery{Kind: booking.ReminderNotice, Sequence: 1, Outcome: "failed"}, now, "failed"},
	} {
		if got := tt.delivery.OutcomeAt(a, tt.now); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// Of a state of another version only what still holds is kept.
func TestAStateOfAnotherVersionKeepsLanguageAndConcerns(t *testing.T) {
	t.Parallel()
	old := State{
		Version: version + 1, Revision: 5, Lang: "en", Greeted: true, Misses: 2, Draft: answered(), Screen: cancelScreen, Chosen: 7, Handed: true, Condoled: true,
		Later: []booking.ConcernID{"id-card"}, Work: Workplace{Task: closingTask},
	}
	data, err := old.Encode()
	if err != nil {
		t.Fatal(err)
	}
	want := State{Version: version, Revision: 5, Lang: "en", Draft: Draft{Wishes: old.Draft.Wishes}, Handed: true, outdated: true}
	if got := Decode(data, "de"); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	old.Version = version
	data, _ = old.Encode()
	if got := Decode(data, "de"); !reflect.DeepEqual(got, old) {
		t.Errorf("%+v, want %+v", got, old)
	}
	for _, odd := range []string{"", "null", "{", "[]", `{"draft": 7}`} {
		if got := Decode([]byte(odd), "en"); got.Lang != "en" || got.Version != version || got.outdated || got.Revision != 0 {
			t.Errorf("%q: %+v", odd, got)
		}
	}
	none, _ := json.Marshal(map[string]int{"version": version + 1})
	if got := Decode(none, "en"); got.Lang != "en" || got.outdated {
		t.Errorf("without a language or a turn: %+v", got)
	}
	for name, tt := range map[string]struct {
		q    Inquired
		want bool
	}{
		"just before": {Inquired{About: understand.AboutFee, Revision: 4}, true}, "two before": {Inquired{About: understand.AboutFee, Revision: 3}, false},
		"now": {Inquired{About: understand.AboutFee, Revision: 5}, false}, "never": {Inquired{Revision: 4}, false},
	} {
		if got := tt.q.lately(5); got != tt.want {
			t.Errorf("asked %s: lately %v", name, got)
		}
	}
}

// Somebody of the office is offered after three messages in a row that nobody understood.
func TestSomebodyIsOfferedAfterThreeMisses(t *testing.T) {
	t.Parallel()
	reach := &Reach{Offices: []booking.OfficeID{office.Sample().Offices[0].ID}}
	for name, tt := range map[string]struct {
		state State
		reach *Reach
		want  bool
	}{
		"two":            {State{Misses: 2}, reach, false},
		"three":          {State{Misses: 3}, reach, true},
		"four":           {State{Misses: 4}, reach, true},
		"with staff":     {State{Misses: 3, Handed: true}, reach, false},
		"asked already":  {State{Misses: 3, Screen: personScreen}, reach, false},
		"nobody":         {State{Misses: 3}, &Reach{}, false},
		"not looked up":  {State{Misses: 3}, nil, false},
		"another office": {State{Misses: 3}, &Reach{Offices: []booking.OfficeID{"odd"}}, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.State, talk.facts.Reach = tt.state, tt.reach
		if got := talk.offersPerson(); got != tt.want {
			t.Errorf("%s: offered %v, want %v", name, got, tt.want)
		}
	}
	talk := at(citizenFlow{}, noScreen, "")
	for _, turn := range []struct {
		event  Event
		missed bool
		want   int
	}{{Said{}, true, 1}, {Said{}, true, 2}, {Said{}, false, 0}, {Said{}, true, 1}, {Tapped{}, true, 0}, {Said{}, true, 1}, {Sent{}, false, 0}} {
		talk.missed = turn.missed
		if talk.countMiss(turn.event); talk.Misses != turn.want {
			t.Errorf("after %T, missed %v: %d misses, want %d", turn.event, turn.missed, talk.Misses, turn.want)
		}
	}
}

// Who can be reached is looked up where it matters, and only if anybody may be.
func TestWhoCanBeReachedIsLookedUpWhereItMatters(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		state     State
		reachable bool
		event     Event
		want      bool
	}{
		"nobody":             {State{Misses: 9, Screen: personScreen}, false, Said{}, false},
		"nobody, but handed": {State{Handed: true}, false, Said{}, true},
		"words":              {State{}, true, Said{}, true},
		"a press":            {State{}, true, Tapped{Choice: yesChoice}, false},
		"a press for it":     {State{}, true, Tapped{Choice: personChoice}, true},
		"a press for where":  {State{}, true, Tapped{Choice: toOfficePrefix + "x"}, true},
		"a press there":      {State{Screen: personScreen}, true, Tapped{Choice: yesChoice}, true},
		"a press, handed":    {State{Handed: true}, true, Tapped{Choice: yesChoice}, true},
		"shown":              {State{}, true, nil, false},
		"shown after two":    {State{Misses: 2}, true, nil, false},
		"shown after three":  {State{Misses: 3}, true, nil, true},
		"shown there":        {State{Screen: personScreen}, true, nil, true},
		"shown, handed":      {State{Handed: true}, true, nil, true},
		"a result, handed":   {State{Handed: true}, true, Result{}, false},
		"a picture":          {State{}, true, Sent{}, false},
		"a picture, handed":  {State{Handed: true}, true, Sent{}, true},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.State, talk.facts.Reachable = tt.state, tt.reachable
		if got := talk.reachNeed(tt.event); got != tt.want {
			t.Errorf("%s: looked up %v, want %v", name, got, tt.want)
		}
	}
}

// An office is open from the first minute until before the last.
func TestAnOfficeIsServingFromItsBeginningUntilItsEnd(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	day := o.Today(time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC))
	served := servedOn(o, day)
	if len(served) == 0 {
		t.Fatal("nobody serves on a Monday")
	}
	first, last := served[0].Start, served[len(served)-1].End
	for at, want := range map[time.Time]struct {
		open bool
		line string
	}{
		first.Add(-time.Second): {false, "answer.open_later"}, first: {true, "answer.open_until"}, last.Add(-time.Second): {true, "answer.open_until"}, last: {false, "answer.closed_by_now"},
	} {
		if got, line := isServing(o, at), stateLines(o, at)[0].Key; got != want.open || line != want.line {
			t.Errorf("at %v: open %v, %s, want %+v", at, got, line, want)
		}
		talk := at2(at)
		key := "handover.first"
		if !want.open {
			key = "handover.closed"
		}
		if got := talk.waitingLines(HeldTalk{Office: o.ID}); got[0].Key != key {
			t.Errorf("at %v who waits reads %s", at, got[0].Key)
		}
	}
	if got := placeOf(1); got.Key != "handover.place" || got.Args["Count"] != 1 {
		t.Errorf("behind one: %v", got)
	}
}

// at2 is a citizen's talk at a moment.
func at2(now time.Time) *talk {
	talk := at(citizenFlow{}, noScreen, "")
	talk.facts.Now = now
	return talk
}

// That one is there can be said in its time, that one comes later on the day, and of
// what has become of an appointment otherwise is told what holds.
func TestWhatCanBeSaidOnTheDay(t *testing.T) {
	t.Parallel()
	base := at(citizenFlow{}, noScreen, "")
	o, now := base.facts.Town.Offices[0], base.facts.Now
	a := booking.Appointment{ID: 7, Office: o.ID, State: booking.Confirmed, Span: booking.Span{Start: now, End: now.Add(time.Hour)}, Desk: o.Desks[0].ID}
	from, until := o.Policy.ArrivalWindow(a)
	for name, tt := range map[string]struct {
		state  booking.State
		at     time.Time
		choice []string
		here   string // what is said; empty: it is done
		late   string // likewise; empty: it is asked by how much
	}{
		"too soon":       {booking.Confirmed, from.Add(-time.Second), []string{lateChoice}, "here.when", ""},
		"from then on":   {booking.Confirmed, from, []string{hereChoice, lateChoice}, "", ""},
		"until then":     {booking.Confirmed, until, []string{hereChoice, lateChoice}, "", ""},
		"too late":       {booking.Confirmed, until.Add(time.Second), nil, "here.late", "late.over"},
		"the day before": {booking.Confirmed, now.Add(-24 * time.Hour), nil, "here.when", "late.when"},
		"there":          {booking.CheckedIn, now, nil, "here.done", "here.known"},
		"called":         {booking.Called, now, nil, "ticket.called", "here.known"},
	} {
		talk := at2(tt.at)
		a := a
		a.State = tt.state
		talk.facts.Appointments = []booking.Appointment{a}
		var choices []string
		for _, c := range talk.facts.dayOfChoices(a) {
			choices = append(choices, c.ID)
		}
		if !reflect.DeepEqual(choices, tt.choice) {
			t.Errorf("%s: offered are %v, want %v", name, choices, tt.choice)
		}
		talk.here()
		if arrives := len(talk.commands) == 1 && CommandName(talk.commands[0]) == "arrive"; arrives != (tt.here == "") || !arrives && talk.remarks[0].Key != tt.here {
			t.Errorf("%s: here leads to %v, %v, want %s", name, talk.commands, talk.remarks, tt.here)
		}
		talk = at2(tt.at)
		talk.late(a)
		if asked := talk.Screen == lateScreen; asked != (tt.late == "") || !asked && talk.remarks[0].Key != tt.late {
			t.Errorf("%s: late leads to %q, %v, want %s", name, talk.Screen, talk.remarks, tt.late)
		}
	}
}
