package dialogs

import (
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
	"terminbote/office"
)

// asked is a question about some concerns of the sample office, on a Monday morning.
func asked(parts ...booking.Part) inquiry {
	town := office.Sample()
	now := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	return inquiry{
		facts: Facts{Town: town, Now: now}, offices: town.Offices, visit: booking.Visit{Parts: parts, Persons: 1}, on: november(23),
	}
}

// A sum is said of several cases, where it is known and something.
func TestTheFeeOfSeveralCasesIsAddedUpWhereItIsKnown(t *testing.T) {
	t.Parallel()
	pass, free, open := costing("Pass", rates("", 7000)), costing("Rat", rates("", 0)), costing("Auskunft")
	for name, tt := range map[string]struct {
		parts []booking.Part
		want  []string
	}{
		"nothing":        {nil, []string{"answer.which"}},
		"one":            {[]booking.Part{{Concern: pass, Quantity: 1}}, []string{"fee.one"}},
		"two cases":      {[]booking.Part{{Concern: pass, Quantity: 2}}, []string{"fee.one", "answer.together"}},
		"two concerns":   {[]booking.Part{{Concern: pass, Quantity: 1}, {Concern: free, Quantity: 1}}, []string{"fee.one", "fee.none", "answer.together"}},
		"one is open":    {[]booking.Part{{Concern: pass, Quantity: 1}, {Concern: open, Quantity: 1}}, []string{"fee.one", "fee.there"}},
		"two free cases": {[]booking.Part{{Concern: free, Quantity: 2}}, []string{"fee.none"}},
		"two open, free": {[]booking.Part{{Concern: open, Quantity: 2}}, []string{"fee.there"}},
	} {
		if got := keysOf(asked(tt.parts...).fee()); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	if sum := asked(booking.Part{Concern: pass, Quantity: 3}).fee()[1].Args["Amount"]; sum != (locales.MoneyRange{Low: 21000, High: 21000}) {
		t.Errorf("three are %v", sum)
	}
}

// The fee to come is named from the next day on until the last that can be booked, as
// long as no day is chosen.
func TestTheFeeToComeIsNamedUntilTheLastDay(t *testing.T) {
	t.Parallel()
	i := asked()
	last := i.offices[0].LastDay(i.facts.Now)
	for name, tt := range map[string]struct {
		from  booking.Date
		onDay bool
		want  bool
	}{
		"today": {i.on, false, false}, "tomorrow": {i.on.Add(1), false, true}, "the last day": {last, false, true}, "after it": {last.Add(1), false, false},
		"a day is chosen": {i.on.Add(1), true, false},
	} {
		i.onDay = tt.onDay
		if got := i.nextFee(booking.Concern{Fees: []booking.Fee{{From: tt.from}}}); (len(got) == 1) != tt.want {
			t.Errorf("from %s: %v", name, keysOf(got))
		}
	}
}

// What concerns say on a subject is said of each; where none does the town's own answer
// is, and where there is none that, what it is.
func TestAConcernAnswersBeforeTheTown(t *testing.T) {
	t.Parallel()
	text := func(s string) booking.Text { return booking.Text{"de": s} }
	told := booking.Concern{ID: "a", Name: text("A"), Explanation: text("was A ist"), Details: map[booking.Detail]booking.Text{
		booking.Ready: text("bald"), booking.Need: text("ja"), booking.Proxy: text("nein"), booking.Parents: text("beide"), booking.Forms: text("keins"), booking.Photo: text("eins"),
	}}
	silent := booking.Concern{ID: "b", Name: text("B"), Explanation: text("was B ist"), PhoneOnly: true}
	for name, tt := range map[string]struct {
		say     func(inquiry) []locales.Line
		about   understand.Topic
		concern []booking.Concern
		parents bool
		want    []string
	}{
		"ready":                  {inquiry.ready, understand.AboutReady, []booking.Concern{told}, false, []string{"answer.of"}},
		"ready of two":           {inquiry.ready, understand.AboutReady, []booking.Concern{told, told}, false, []string{"answer.of", "answer.of"}},
		"ready of one of two":    {inquiry.ready, understand.AboutReady, []booking.Concern{silent, told}, false, []string{"answer.of"}},
		"need":                   {inquiry.need, understand.AboutNeed, []booking.Concern{told}, false, []string{"answer.of"}},
		"need of parents":        {inquiry.need, understand.AboutNeed, []booking.Concern{told}, true, []string{"answer.of"}},
		"nothing, of no town":    {inquiry.ready, "odd", []booking.Concern{silent}, false, []string{"answer.of", "refused.phone_only", "answer.more"}},
		"of nothing":             {inquiry.ready, "odd", nil, false, []string{"answer.which"}},
		"what it is":             {inquiry.concern, "odd", []booking.Concern{told}, false, []string{"answer.of", "answer.more"}},
		"what nothing is":        {inquiry.concern, "odd", nil, false, []string{"answer.unknown"}},
		"forms":                  {inquiry.forms, "odd", []booking.Concern{told}, false, []string{"answer.of"}},
		"no forms":               {inquiry.forms, "odd", []booking.Concern{silent}, false, []string{"answer.no_forms"}},
		"forms of nothing":       {inquiry.forms, "odd", nil, false, []string{"answer.which"}},
		"photo":                  {inquiry.photo, "odd", []booking.Concern{told}, false, []string{"answer.of"}},
		"no photo":               {inquiry.photo, "odd", []booking.Concern{silent}, false, []string{"answer.no_photo"}},
		"photo of nothing":       {inquiry.photo, "odd", nil, false, []string{"answer.which"}},
		"bring, parents":         {inquiry.documents, "odd", []booking.Concern{told}, true, []string{"answer.of"}},
		"bring nothing":          {inquiry.documents, "odd", []booking.Concern{told}, false, []string{"answer.bring_nothing"}},
		"bring, parents, silent": {inquiry.documents, "odd", []booking.Concern{silent}, true, []string{"answer.bring_nothing"}},
		"bring for nothing":      {inquiry.documents, "odd", nil, false, []string{"answer.which"}},
		"length of nothing":      {inquiry.length, "odd", nil, false, []string{"answer.which"}},
	} {
		var parts []booking.Part
		for _, c := range tt.concern {
			parts = append(parts, booking.Part{Concern: c, Quantity: 1})
		}
		i := asked(parts...)
		i.About, i.Parents = tt.about, tt.parents
		if got := keysOf(tt.say(i)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// Why a name or an address is asked is said where it is asked.
func TestWhyAnAnswerIsAskedIsSaidAtItsQuestion(t *testing.T) {
	t.Parallel()
	for step, want := range map[string][2]string{
		"name": {"answer.why_name", "answer.why_name"}, "mail": {"answer.why_mail", "answer.why_mail_required"}, "day": {"privacy.full", "privacy.full"},
	} {
		for n, required := range []bool{false, true} {
			i := asked()
			i.step, i.offices[0].Policy.MailRequired = step, required
			if got := i.privacy(); got[0].Key != want[n] {
				t.Errorf("at %s, required %v: %v", step, required, keysOf(got))
			}
		}
	}
}

// Days asked for are told one by one, from today on and at most two weeks of them.
func TestTheDaysAskedForAreTold(t *testing.T) {
	t.Parallel()
	today := november(23)
	for name, tt := range map[string]struct {
		days     understand.Days
		from, to booking.Date
		count    int
	}{
		"one":               {understand.Days{Spans: stretches(25, 25)}, november(25), november(25), 1},
		"one that is over":  {understand.Days{Spans: stretches(20, 20)}, november(20), november(20), 1},
		"some":              {understand.Days{Spans: stretches(24, 26)}, november(24), november(26), 3},
		"some of them over": {understand.Days{Spans: stretches(20, 25)}, november(23), november(25), 3},
		"until a day":       {understand.Days{Spans: stretches(0, 25)}, november(23), november(25), 3},
		"from a day on":     {understand.Days{Spans: stretches(25, 0)}, november(25), november(38), 14},
		"many":              {understand.Days{Spans: stretches(24, 60)}, november(24), november(37), 14},
		"weekdays":          {understand.Days{Spans: stretches(23, 36), Weekdays: on(2)}, november(24), november(31), 2},
		"two stretches":     {understand.Days{Spans: stretches(24, 24, 26, 26)}, november(24), november(26), 2},
	} {
		got := daysIn(tt.days, today)
		if len(got) != tt.count || got[0] != tt.from || got[len(got)-1] != tt.to {
			t.Errorf("%s: %v, want %d from %v to %v", name, got, tt.count, tt.from, tt.to)
		}
	}
}

// Of the free times of a day some are named, half an hour apart.
func TestTheFreeTimesNamedLieApart(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	for name, tt := range map[string]struct {
		starts []time.Time
		want   int
	}{
		"four": {times("8:00", "8:30", "9:00", "9:30", "10:00"), 4}, "near ones": {times("8:00", "8:29", "8:30", "8:59"), 2}, "one": {times("8:00"), 1},
	} {
		if got, _ := freeLine(o, freeDay{november(23), tt.starts}).Args["Times"].(locales.List); len(got) != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	for name, tt := range map[string]struct {
		days   understand.Days
		window understand.Window
		want   int
	}{
		"any":           {understand.Days{}, understand.Window{}, 4},
		"the day":       {understand.Days{Spans: stretches(23, 23)}, understand.Window{}, 4},
		"from it on":    {understand.Days{Spans: stretches(23, 0)}, understand.Window{}, 4},
		"the day after": {understand.Days{Spans: stretches(24, 24)}, understand.Window{}, 0},
		"before":        {understand.Days{Spans: stretches(20, 22)}, understand.Window{}, 0},
		"the weekday":   {understand.Days{Weekdays: on(1)}, understand.Window{}, 4},
		"another one":   {understand.Days{Weekdays: on(2)}, understand.Window{}, 0},
		"never then":    {understand.Days{Not: on(1)}, understand.Window{}, 0},
		"hours":         {understand.Days{}, understand.Window{Spans: []booking.Hours{hours(9, 10)}}, 2},
		"two stretches": {understand.Days{}, understand.Window{Spans: []booking.Hours{hours(8, 9), hours(10, 11)}}, 2},
	} {
		starts := []time.Time{}
		for _, clock := range []booking.Clock{8*60 + 55, 9 * 60, 9*60 + 55, 10 * 60} {
			starts = append(starts, november(23).At(clock, o.Calendar.Zone))
		}
		q := understand.QuestionValue{Days: tt.days, Window: tt.window}
		if got := matching(o, freeDay{november(23), starts}, q); len(got) != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// What takes least time and can be booked stands for what nobody has named.
func TestTheShortestConcernCanBeBooked(t *testing.T) {
	t.Parallel()
	of := func(id booking.ConcernID, minutes int, phone bool) booking.Concern {
		return booking.Concern{ID: id, First: time.Duration(minutes) * time.Minute, PhoneOnly: phone}
	}
	town := booking.Town{Offices: []*booking.Office{
		{Concerns: []booking.Concern{of("by phone", 5, true), of("a", 20, false), of("b", 10, false)}}, {Concerns: []booking.Concern{of("c", 10, false), of("d", 15, false)}},
	}}
	if got := shortest(town); got != "b" {
		t.Errorf("the shortest is %q", got)
	}
}

// Each topic that the town has no answer of its own to is answered by itself.
func TestEachTopicHasItsAnswer(t *testing.T) {
	t.Parallel()
	i := asked()
	c, _ := i.offices[0].Concern("passport")
	i.visit.Parts = []booking.Part{{Concern: c, Quantity: 1}}
	for topic, want := range map[understand.Topic]string{
		understand.AboutFee: "fee.several", understand.AboutDocuments: "answer.bring", understand.AboutLength: "bring.length",
		understand.AboutPlace: "review.place", understand.AboutContact: "about.phone", understand.AboutServices: "answer.services",
		understand.AboutPrivacy: "privacy.full", understand.AboutBot: "answer.bot", understand.AboutLanguages: "answer.languages",
		understand.AboutMine: "answer.mine_none", understand.AboutChanging: "answer.changing", understand.AboutNotices: "answer.notices",
		understand.AboutHorizon: "answer.horizon", understand.AboutAgain: "answer.again", understand.AboutConcern: "answer.of", understand.AboutHours: "answer.open_until",
	} {
		i.About = topic
		if got := answersOn(topic)(i); len(got) == 0 || got[0].Key != want {
			t.Errorf("%s is answered by %v, want %s", topic, keysOf(got), want)
		}
	}
	for _, own := range []understand.Topic{understand.AboutTown, understand.AboutUnknown, understand.AboutParking, understand.AboutSoonest} {
		if answersOn(own) != nil {
			t.Errorf("%s is not the town's to answer", own)
		}
	}
}
