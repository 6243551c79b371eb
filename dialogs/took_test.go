package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// found is a message that says these things.
func found(all ...understand.Value) understand.Reading {
	var said understand.Reading
	for _, v := range all {
		said.Found = append(said.Found, understand.Finding{Words: "words", Sure: 1, Value: v})
	}
	return said
}

// Going back takes away how many come where that was asked: because the visit takes longer
// the more there are, or since somebody wanted to say it; then as many come as before. Who
// was never asked goes back to the question before.
func TestBackFromHowManyComeLeadsToWhereItWasAsked(t *testing.T) {
	t.Parallel()
	const each, any = "deregister", "passport"
	for name, tt := range map[string]struct {
		concern booking.ConcernID
		draft   Draft
		given   bool
		want    Draft
	}{
		"asked":                   {each, Draft{Persons: 2}, true, Draft{}},
		"asked, nobody said":      {each, Draft{}, false, Draft{}},
		"never asked":             {any, Draft{Persons: 2}, false, Draft{Persons: 2}},
		"never asked, one":        {any, Draft{Persons: 1}, false, Draft{Persons: 1}},
		"nobody said":             {any, Draft{}, false, Draft{}},
		"to be said":              {any, Draft{Ask: personsDetail, Came: 3}, true, Draft{Persons: 3, Came: 3}},
		"to be said, none before": {any, Draft{Ask: personsDetail}, true, Draft{}},
		"to be said once more":    {each, Draft{Ask: personsDetail, Came: 2}, true, Draft{Persons: 2, Came: 2}},
		"cases to be said":        {any, Draft{Ask: quantityDetail, Persons: 2}, false, Draft{Ask: quantityDetail, Persons: 2}},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		tt.draft.Wishes = []booking.Wish{{Concern: tt.concern, Quantity: 1}}
		tt.want.Wishes = tt.draft.Wishes
		talk.Draft = tt.draft
		if given := (personsStep{}).reopen(talk); given != tt.given || !reflect.DeepEqual(talk.Draft, tt.want) {
			t.Errorf("%s: given %v\n%+v, want\n%+v", name, given, talk.Draft, tt.want)
		}
	}
}

// What changes for a concern is told up to the last day on which it is done.
func TestWhatChangesIsToldUpToTheLastDay(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o := *talk.facts.Town.Offices[0]
	today, last := o.Today(talk.facts.Now), o.LastDay(talk.facts.Now)
	for name, tt := range map[string]struct {
		from, until, changes booking.Date
		want                 []string
	}{
		"no end":                    {booking.Date{}, booking.Date{}, today.Add(5), []string{"ahead.length"}},
		"before the end":            {booking.Date{}, today.Add(6), today.Add(5), []string{"ahead.length", "concern.done_until"}},
		"on the last day":           {booking.Date{}, today.Add(5), today.Add(5), []string{"ahead.length", "concern.done_until"}},
		"the day after":             {booking.Date{}, today.Add(4), today.Add(5), []string{"concern.done_until"}},
		"tomorrow":                  {booking.Date{}, booking.Date{}, today.Add(1), []string{"ahead.length"}},
		"today":                     {booking.Date{}, booking.Date{}, today, nil},
		"when the last day begins":  {booking.Date{}, booking.Date{}, last, []string{"ahead.length"}},
		"after that":                {booking.Date{}, booking.Date{}, last.Add(1), nil},
		"on the first day":          {today.Add(5), booking.Date{}, today.Add(5), []string{"concern.done_from"}},
		"the day after the first":   {today.Add(5), booking.Date{}, today.Add(6), []string{"concern.done_from", "ahead.length"}},
		"on the first and the last": {today.Add(5), today.Add(6), today.Add(6), []string{"concern.done_from", "ahead.length", "concern.done_until"}},
	} {
		o.Concerns = slices.Clone(talk.facts.Town.Offices[0].Concerns[:1])
		c := &o.Concerns[0]
		c.Done, c.Fees, c.Documents, c.Forms = booking.Period{From: tt.from, Until: tt.until}, nil, nil, nil
		c.Lengths = []booking.Lengths{{Period: booking.Period{From: tt.changes}, First: c.First + time.Hour}}
		town := booking.NewTown(&o)
		if got := keysOf(Ahead(town.Offices[0], c.ID, talk.facts.Now)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// A question is asked again about something else only right after it, by who asks nothing
// of their own: about another concern, or, of opening hours, another time.
func TestAQuestionIsAskedAgainOnlyRightAfterIt(t *testing.T) {
	t.Parallel()
	concern, off := understand.ConcernValue{ID: "id-card"}, understand.DaysValue{Days: understand.Days{Any: true}}
	days := understand.DaysValue{Days: understand.Days{Spans: []understand.DateSpan{{From: november(30), To: november(30)}}}}
	weekdays, hours := understand.DaysValue{Days: understand.Days{Weekdays: on(1)}}, understand.HoursValue{Window: understand.Window{Spans: []booking.Hours{{From: 480, To: 720}}}}
	question, unknown := understand.QuestionValue{About: understand.AboutPlace}, understand.QuestionValue{About: understand.AboutUnknown}
	fee, open := Inquired{About: understand.AboutFee, Revision: 4}, Inquired{About: understand.AboutHours, Revision: 4}
	for name, tt := range map[string]struct {
		before  Inquired
		follows bool
		said    []understand.Value
		want    bool
	}{
		"a concern":                     {fee, true, []understand.Value{concern}, true},
		"a concern, of hours":           {open, true, []understand.Value{concern}, true},
		"days, of hours":                {open, true, []understand.Value{days}, true},
		"weekdays, of hours":            {open, true, []understand.Value{weekdays}, true},
		"hours, of hours":               {open, true, []understand.Value{hours}, true},
		"any day, of hours":             {open, true, []understand.Value{off}, false},
		"days, of a fee":                {fee, true, []understand.Value{days, hours}, false},
		"days and a concern, of a fee":  {fee, true, []understand.Value{days, concern}, true},
		"nothing":                       {open, true, nil, false},
		"it does not follow":            {fee, false, []understand.Value{concern}, false},
		"a question of their own":       {fee, true, []understand.Value{concern, question}, false},
		"a question that nobody knows":  {fee, true, []understand.Value{concern, unknown}, true},
		"something was said in between": {Inquired{About: understand.AboutFee, Revision: 3}, true, []understand.Value{concern}, false},
		"long ago":                      {Inquired{About: understand.AboutHours, Revision: 1}, true, []understand.Value{days}, false},
		"nothing was asked":             {Inquired{Revision: 4}, true, []understand.Value{concern}, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.Inquired, talk.Revision = tt.before, 5
		said := found(tt.said...)
		said.Follows, said.Text = tt.follows, "text"
		q, ok := talk.followUp(said)
		if ok != tt.want || ok && (q.About != tt.before.About || q.Words != "text") {
			t.Errorf("%s: asked again %v, %+v", name, ok, q)
		}
		named := slices.ContainsFunc(tt.said, func(v understand.Value) bool { _, is := v.(understand.ConcernValue); return is })
		if ok && (q.Concern == "id-card") != named {
			t.Errorf("%s: about %q", name, q.Concern)
		}
	}
}

// Who calls an appointment off or asks for it names what it is for, or what may be meant by
// that; another concern is wanted besides.
func TestWhatAnAppointmentIsForIsNothingBesides(t *testing.T) {
	t.Parallel()
	off, list := understand.IntentValue{Intent: understand.CallOff}, understand.IntentValue{Intent: understand.Appointments}
	for name, tt := range map[string]struct {
		chosen booking.AppointmentID
		said   []understand.Value
		left   int
	}{
		"what it is for":              {7, []understand.Value{off, understand.ConcernValue{ID: "id-card"}}, 0},
		"the second that it is for":   {7, []understand.Value{off, understand.ConcernValue{ID: "registration"}}, 0},
		"what may be meant by that":   {7, []understand.Value{off, understand.ConcernValue{ID: "id-card-temporary", Rivals: []booking.ConcernID{"passport", "id-card"}}}, 0},
		"something else":              {7, []understand.Value{off, understand.ConcernValue{ID: "passport"}}, 1},
		"something else, of rivals":   {7, []understand.Value{off, understand.ConcernValue{ID: "passport", Rivals: []booking.ConcernID{"id-card-temporary"}}}, 1},
		"something else, not wanted":  {7, []understand.Value{off, understand.ConcernValue{ID: "passport", Negated: true}}, 0},
		"both":                        {7, []understand.Value{list, understand.ConcernValue{ID: "id-card"}, understand.ConcernValue{ID: "passport"}}, 1},
		"another's appointment":       {8, []understand.Value{off, understand.ConcernValue{ID: "id-card"}}, 1},
		"none is looked at":           {0, []understand.Value{off, understand.ConcernValue{ID: "id-card"}}, 1},
		"to be forgotten":             {7, []understand.Value{off, understand.IntentValue{Intent: understand.Erase}}, 1},
		"what is stored":              {7, []understand.Value{off, understand.IntentValue{Intent: understand.Data}}, 1},
		"another intent":              {7, []understand.Value{off, understand.IntentValue{Intent: understand.Home}}, 0},
		"nothing is called off":       {7, []understand.Value{understand.ConcernValue{ID: "passport"}}, 0},
		"nothing is called off again": {7, []understand.Value{understand.IntentValue{Intent: understand.Erase}}, 0},
	} {
		talk := at(citizenFlow{}, appointmentScreen, "")
		talk.Chosen, talk.facts.Appointments = tt.chosen, []booking.Appointment{{ID: 7, Items: []booking.Item{{Concern: "id-card"}, {Concern: "registration"}}}}
		x := &taking{talk: talk, said: found(tt.said...)}
		if left := x.leftBesideOpening(); len(left) != tt.left {
			t.Errorf("%s: %d left, want %d", name, len(left), tt.left)
		}
	}
}

// So many cases are taken where a concern is counted and there may be as many; it is said to
// be taken then, and never where it was refused.
func TestCasesAreSaidToBeTakenOnlyWhereTheyAre(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		concern       booking.ConcernID
		before, cases int
		want          int
		used, said    bool
		refused       bool
	}{
		"more":              {"passport", 1, 2, 2, true, true, false},
		"fewer":             {"passport", 3, 1, 1, true, true, false},
		"the same":          {"passport", 2, 2, 2, true, true, false},
		"the first":         {"passport", 0, 2, 2, true, true, false},
		"too many":          {"passport", 1, 99, 0, true, false, true}, // which is asked
		"too many at first": {"passport", 0, 99, 0, true, false, true},
		"of many too many":  {"passport", 3, 99, 0, true, false, true},
		"never counted":     {"deregister", 1, 2, 1, false, false, false},
	} {
		talk := at(citizenFlow{}, noScreen, "")
		talk.facts.Directory = RememberingDirectory(talk.facts.Town)
		talk.Draft = Draft{Wishes: []booking.Wish{{Concern: tt.concern, Quantity: tt.before}}, Picked: true}
		x := &taking{talk: talk}
		x.takeCases(tt.cases)
		if got := talk.Draft.Wishes[0].Quantity; got != tt.want || x.used != tt.used || (len(x.echo) > 0) != tt.said || (len(talk.remarks) > 0) != tt.refused {
			t.Errorf("%s: %d of them, used %v, said %v, %v", name, got, x.used, keysOf(x.echo), remarksOf(talk))
		}
	}
}

// Lists stand below each other, and everything in them can be named by its place; days of a
// month, times and numbers stand side by side, and the ways out on one line.
func TestGroupsStandAsTheyAreRead(t *testing.T) {
	t.Parallel()
	o := at(citizenFlow{}, noScreen, "").facts.Town.Offices[0]
	starts := times("8:00", "8:15", "8:30")
	days := []freeDay{{november(23), starts}, {november(24), starts}, {november(30), starts}}
	for name, tt := range map[string]struct {
		got      Group
		columns  int
		numbered bool
		choices  int
	}{
		"a list":          {list(Choice{ID: "a"}, Choice{ID: "b"}), 1, true, 2},
		"days":            {dayList(days), 1, true, 3},
		"a calendar":      {calendar(days), 1, true, 3},
		"a month":         {months(days)[0], 3, false, 3},
		"times that suit": {proposals(starts, o), 1, true, 3},
		"times of a day":  {timeGroup(locales.Line{}, starts, o)[0], 4, false, 3},
		"hours":           {hourGroup(times("8:00", "8:15", "9:00"), o), 3, false, 2},
		"numbers":         {numbers(7), 5, true, 7},
		"one way out":     {navigation(homeChoice), 1, false, 1},
		"two ways out":    {navigation(backChoice, homeChoice), 2, false, 2},
		"three of them":   {navigation(backChoice, appointmentsChoice, homeChoice), 3, false, 3},
		"onward":          {onward(), 1, false, 1},
	} {
		if g := tt.got; g.Columns != tt.columns || g.Numbered != tt.numbered || len(g.Choices) != tt.choices {
			t.Errorf("%s: %d columns, numbered %v, %d choices", name, g.Columns, g.Numbered, len(g.Choices))
		}
		for _, c := range tt.got.Choices {
			if c.ID == "" || c.Label.IsZero() && name != "a list" {
				t.Errorf("%s: a choice %+v", name, c)
			}
		}
	}
}

// Of all days eighty are shown, one below the other or in a calendar: networks limit the
// buttons of a message.
func TestOfAllDaysEightyAreShown(t *testing.T) {
	t.Parallel()
	talk := at(citizenFlow{}, noScreen, "")
	o := *talk.facts.Town.Offices[0]
	o.Policy.Horizon = 200
	talk.facts.Town = booking.NewTown(&o)
	free, day := 0, o.Today(talk.facts.Now)
	for _, n := range []int{79, 80, 81, 100} {
		for ; free < n; day = day.Add(1) {
			talk.facts.Booked, talk.looked = append(talk.facts.Booked, Booked{Office: o.ID, Day: day}), map[look][]time.Time{}
			talk.Draft = Draft{Wishes: []booking.Wish{{Concern: "passport", Quantity: 1}}, Picked: true, ByDay: true}
			if len(talk.starts(talk.facts.Town.Offices[0], day)) > 0 {
				free++
			}
		}
		for _, calendar := range []bool{false, true} {
			talk.Draft.AllDays, talk.facts.Calendar, talk.looked = !calendar, calendar, map[look][]time.Time{}
			shown := 0
			for _, g := range (dayStep{}).show(talk).Groups {
				for _, c := range g.Choices {
					if _, ok := dayOf(c.ID); ok {
						shown++
					}
				}
			}
			if shown != min(n, 80) {
				t.Errorf("of %d days, in a calendar %v, %d are shown", n, calendar, shown)
			}
		}
	}
}
