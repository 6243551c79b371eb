package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Who cannot join the waiting list leaves its questions, unless one of them can be
// answered otherwise; who could has no draft left.
func TestWhatBecomesOfWhoWantsToWait(t *testing.T) {
	t.Parallel()
	full := Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, Name: "Erika", Wait: WaitDraft{On: true, Set: true, Days: on(1), Hours: "am", Weeks: 1}}
	draft := func(change func(*Draft)) Draft { d := full; change(&d); return d }
	for name, tt := range map[string]struct {
		draft  Draft
		err    error
		silent bool
		screen Screen
		waits  bool
		remark []string
	}{
		"joined":           {full, nil, false, waitingScreen, false, []string{"wait.joined"}},
		"joined, untold":   {full, nil, true, waitingScreen, false, []string{"wait.joined", "wait.joined_silent"}},
		"with a mail":      {draft(func(d *Draft) { d.Mail = "e@example.org" }), booking.ErrTooOften, false, noScreen, false, []string{"refused.too_often"}},
		"without a mail":   {draft(func(d *Draft) { d.NoMail = true }), booking.ErrTooOften, false, noScreen, false, []string{"refused.too_often"}},
		"a mail is asked":  {full, booking.ErrTooOften, false, noScreen, true, []string{"refused.too_often"}},
		"without a name":   {draft(func(d *Draft) { d.Name = "" }), booking.ErrTooOften, false, noScreen, false, []string{"refused.too_often"}},
		"a full mailbox":   {draft(func(d *Draft) { d.Mail = "e@example.org" }), booking.ErrMailLimit, false, noScreen, true, []string{"refused.mail_limit"}},
		"for an earlier":   {draft(func(d *Draft) { d.Moving, d.Wishes = 7, nil }), booking.ErrTooOften, false, appointmentsScreen, false, []string{"refused.too_often"}},
		"too many already": {draft(func(d *Draft) { d.Mail = "e@example.org" }), booking.ErrLimit, false, appointmentsScreen, false, []string{"refused.limit"}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Draft, talk.facts.Silent = tt.draft, tt.silent
		talk.joined(Result{Refused: tt.err})
		if talk.Screen != tt.screen || talk.Draft.Wait.On != tt.waits || !slices.Equal(remarksOf(talk), tt.remark) {
			t.Errorf("%s: at %q, waits %v, %v", name, talk.Screen, talk.Draft.Wait.On, remarksOf(talk))
		}
		if kept := len(talk.Draft.Wishes) > 0; kept != (tt.err != nil && tt.draft.Moving == 0) {
			t.Errorf("%s: what is wanted is kept: %v", name, kept)
		}
	}
}

// What was answered is what is waited for.
func TestTheTermsOfWaitingAreThoseAnswered(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o := talk.facts.Town.Offices[0]
	for name, tt := range map[string]struct {
		wait  WaitDraft
		hours booking.Hours
		until booking.Date
	}{
		"any time":    {WaitDraft{Hours: anyChoice, Weeks: 1}, booking.AllDay(), november(30)},
		"mornings":    {WaitDraft{Hours: morningsChoice, Weeks: 2}, booking.Mornings(), november(37)},
		"afternoons":  {WaitDraft{Hours: afternoonsChoice, Until: november(29)}, booking.Afternoons(), november(29)},
		"until first": {WaitDraft{Hours: saidHours, Span: hours(9, 10), Weeks: 4, Until: november(25)}, hours(9, 10), november(25)},
	} {
		talk.Draft.Wait = tt.wait
		talk.Draft.Wait.Days = on(2)
		if got, want := talk.terms(o), (booking.Terms{Weekdays: on(2), Hours: tt.hours, Until: tt.until}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	for id, want := range map[string]int{"wu:1": 1, "wu:8": 8, "wu:0": 0, "wu:9": 0, "wu:x": 0, "1": 0} {
		talk.Draft.Wait = WaitDraft{}
		if ok := (waitUntilStep{}).choose(talk, id); ok != (want > 0) || talk.Draft.Wait.Weeks != want {
			t.Errorf("%s: %d weeks", id, talk.Draft.Wait.Weeks)
		}
	}
	for part, want := range map[string]string{"vormittags": morningsChoice, "nachmittags": afternoonsChoice, "blau": ""} {
		talk.Draft.Wait = WaitDraft{}
		if (waitHoursStep{}).hear(talk, talk.read(part)); talk.Draft.Wait.Hours != want {
			t.Errorf("%s: %q", part, talk.Draft.Wait.Hours)
		}
	}
	for name, tt := range map[string]struct {
		id   string
		wait WaitDraft
		want WaitDraft
		ok   bool
	}{
		"a first day":     {"wd:2", WaitDraft{}, WaitDraft{Days: on(2)}, true},
		"a second":        {"wd:3", WaitDraft{Days: on(2)}, WaitDraft{Days: on(2, 3)}, true},
		"off again":       {"wd:2", WaitDraft{Days: on(2, 3)}, WaitDraft{Days: on(3)}, true},
		"any":             {"wd:any", WaitDraft{Days: on(2)}, WaitDraft{Days: booking.AnyWeekday, Set: true}, true},
		"these":           {nextChoice, WaitDraft{Days: on(2)}, WaitDraft{Days: on(2), Set: true}, true},
		"none":            {nextChoice, WaitDraft{}, WaitDraft{}, false},
		"no day":          {"wd:7", WaitDraft{}, WaitDraft{}, false},
		"no day at all":   {"wd:-1", WaitDraft{}, WaitDraft{}, false},
		"on saturday too": {"wd:6", WaitDraft{}, WaitDraft{Days: on(6)}, true},
	} {
		talk.Draft.Wait = tt.wait
		if ok := (waitDaysStep{}).choose(talk, tt.id); ok != tt.ok || !reflect.DeepEqual(talk.Draft.Wait, tt.want) {
			t.Errorf("%s: %v, %+v, want %+v", name, ok, talk.Draft.Wait, tt.want)
		}
	}
}

// What is looked for begins on the first day that suits, at the time named.
func TestWhereASearchBegins(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o, now := talk.facts.Town.Offices[0], talk.facts.Now
	today, last := o.Today(now), o.LastDay(now)
	for name, tt := range map[string]struct {
		terms terms
		day   booking.Date
		clock booking.Clock
	}{
		"anything":       {terms{}, today, 0},
		"a day":          {terms{days: understand.Days{Spans: stretches(25, 25)}}, november(25), 0},
		"a weekday":      {terms{days: understand.Days{Weekdays: on(4)}}, november(26), 0},
		"a time":         {terms{hours: understand.Window{Times: []booking.Clock{600, 660}}}, today, 600},
		"hours":          {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 10)}}}, today, 540},
		"about":          {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 10)}, About: 570}}, today, 570},
		"a day long ago": {terms{days: understand.Days{Spans: stretches(2, 2)}}, today, 0},
		"a day too far":  {terms{days: understand.Days{Spans: []understand.DateSpan{{From: last.Add(9), To: last.Add(9)}}}}, last, 0},
	} {
		if got, want := tt.terms.first(o, now), tt.day.At(tt.clock, o.Calendar.Zone); !got.Equal(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	one := func(day booking.Date) terms {
		return terms{days: understand.Days{Spans: []understand.DateSpan{{From: day, To: day}}}}
	}
	for name, tt := range map[string]struct {
		terms        terms
		over, beyond bool
	}{
		"anything": {terms{}, false, false}, "yesterday": {one(today.Add(-1)), true, false}, "today": {one(today), false, false}, "the last day": {one(last), false, false},
		"after it": {one(last.Add(1)), false, true}, "open": {terms{days: understand.Days{Spans: stretches(2, 0)}}, false, false},
		"over and ahead": {terms{days: understand.Days{Spans: append(stretches(2, 2), understand.DateSpan{From: last.Add(1), To: last.Add(1)})}}, false, true},
	} {
		if tt.terms.isOver(today) != tt.over || tt.terms.beyond(o, now) != tt.beyond {
			t.Errorf("%s: over %v, beyond %v", name, tt.terms.isOver(today), tt.terms.beyond(o, now))
		}
	}
}

// Why nobody is served on a day is said by what it is.
func TestWhyNobodyIsServedOnADay(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	base := talk.facts.Town.Offices[0]
	today, last := base.Today(talk.facts.Now), base.LastDay(talk.facts.Now)
	for name, tt := range map[string]struct {
		day     booking.Date
		closure *booking.Closure
		want    string
	}{
		"yesterday":        {today.Add(-1), nil, "day.past"},
		"the last day":     {last, nil, ""},
		"the day after":    {last.Add(1), nil, "day.too_far"},
		"a usual day":      {november(24), nil, ""},
		"a Sunday":         {november(29), nil, "day.closed"},
		"closed, with why": {november(24), &booking.Closure{Day: november(24), Hours: booking.AllDay(), Reason: booking.Text{"de": "Umzug"}}, "day.closed_because"},
		"closed":           {november(24), &booking.Closure{Day: november(24), Hours: booking.AllDay()}, "day.closed"},
	} {
		o := *base
		if tt.closure != nil {
			o.Calendar.Closures = []booking.Closure{*tt.closure}
		}
		got, closed := talk.whyNot(&o, tt.day)
		if weekend := tt.day.Weekday() == time.Saturday || tt.day.Weekday() == time.Sunday; tt.want == "" && weekend {
			continue // the last day falls where it falls
		}
		if got.Key != tt.want || closed != (tt.want != "") {
			t.Errorf("%s: %s, %v, want %s", name, got.Key, closed, tt.want)
		}
	}
}

// That something is done from a day on, or until one, is said as seen from the day.
func TestSinceWhenSomethingIsDoneIsSaid(t *testing.T) {
	t.Parallel()
	text := booking.Text{"de": "Hundemarke"}
	from, until := booking.Concern{Name: text, Done: booking.Period{From: november(30)}}, booking.Concern{Name: text, Done: booking.Period{Until: november(30)}}
	for name, tt := range map[string]struct {
		c    booking.Concern
		day  booking.Date
		want string
	}{
		"before it is": {from, november(29), "concern.done_from"}, "after it was": {until, november(31), "concern.done_until"},
		"as it begins": {booking.Concern{Name: text, Done: booking.Period{From: november(24), Until: november(30)}}, november(31), "concern.done_until"},
	} {
		if got := doneLine(tt.c, tt.day); got.Key != tt.want {
			t.Errorf("%s: %s", name, got.Key)
		}
	}
	talk := at(citizenFlow{}, noScreen, "")
	o := *talk.facts.Town.Offices[0]
	o.Concerns = slices.Clone(o.Concerns)
	today, last := o.Today(talk.facts.Now), o.LastDay(talk.facts.Now)
	for name, tt := range map[string]struct {
		done booking.Period
		want []string
	}{
		"always": {booking.Period{}, nil}, "from today": {booking.Period{From: today}, nil}, "from tomorrow": {booking.Period{From: today.Add(1)}, []string{"concern.done_from"}},
		"until the last day": {booking.Period{Until: last}, nil}, "until the day before": {booking.Period{Until: last.Add(-1)}, []string{"concern.done_until"}},
		"both": {booking.Period{From: today.Add(1), Until: last.Add(-1)}, []string{"concern.done_from", "concern.done_until"}},
	} {
		o.Concerns[0].Done = tt.done
		town := booking.NewTown(&o)
		talk.facts.Town, talk.Draft.Wishes = town, []booking.Wish{{Concern: o.Concerns[0].ID, Quantity: 1}}
		if got := keysOf(talk.boundLines(town.Offices[0])); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
		if got := keysOf(Ahead(town.Offices[0], o.Concerns[0].ID, talk.facts.Now)); !slices.Equal(got, tt.want) {
			t.Errorf("%s, on its page: %v, want %v", name, got, tt.want)
		}
	}
}
