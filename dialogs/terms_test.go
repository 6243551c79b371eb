package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// november is a day of November 2026, whose 23rd is a Monday; after the 30th come
// those of December.
func november(day int) booking.Date {
	return booking.Date{Year: 2026, Month: time.November, Day: 1}.Add(day - 1)
}

// stretch is the days from one to another of November; 0 leaves that end open.
func stretch(from, to int) understand.DateSpan {
	var s understand.DateSpan
	if from > 0 {
		s.From = november(from)
	}
	if to > 0 {
		s.To = november(to)
	}
	return s
}

// stretches is several of them, by pairs of ends.
func stretches(ends ...int) []understand.DateSpan {
	var all []understand.DateSpan
	for i := 0; i < len(ends); i += 2 {
		all = append(all, stretch(ends[i], ends[i+1]))
	}
	return all
}

// on is a set of days of the week.
func on(days ...time.Weekday) booking.Weekdays {
	var all booking.Weekdays
	for _, day := range days {
		all = all.Toggle(day)
	}
	return all
}

func hours(from, to booking.Clock) booking.Hours { return booking.Hours{From: from * 60, To: to * 60} }

func TestWhoWaitsWaitsOnTheDaysThatWereSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		days     understand.Days
		weekdays booking.Weekdays // 0: any
		from, to booking.Date     // zero: none
	}{
		"nothing":              {},
		"weekdays":             {days: understand.Days{Weekdays: on(2, 4)}, weekdays: on(2, 4)},
		"not on a weekday":     {days: understand.Days{Not: on(1)}, weekdays: booking.AnyWeekday &^ on(1)},
		"weekdays but one":     {days: understand.Days{Weekdays: on(2, 4), Not: on(4)}, weekdays: on(2)},
		"one day":              {days: understand.Days{Spans: stretches(25, 25)}, weekdays: on(3), from: november(25), to: november(25)},
		"some days":            {days: understand.Days{Spans: stretches(23, 25)}, weekdays: on(1, 2, 3), from: november(23), to: november(25)},
		"six days":             {days: understand.Days{Spans: stretches(23, 28)}, weekdays: on(1, 2, 3, 4, 5, 6), from: november(23), to: november(28)},
		"a whole week":         {days: understand.Days{Spans: stretches(23, 29)}, weekdays: booking.AnyWeekday, from: november(23), to: november(29)},
		"weekdays of some":     {days: understand.Days{Spans: stretches(23, 25), Weekdays: on(3, 5)}, weekdays: on(3), from: november(23), to: november(25)},
		"from a day on":        {days: understand.Days{Spans: stretches(25, 0)}, weekdays: booking.AnyWeekday, from: november(25)},
		"until a day":          {days: understand.Days{Spans: stretches(0, 25)}, weekdays: booking.AnyWeekday, to: november(25)},
		"two stretches":        {days: understand.Days{Spans: stretches(30, 30, 24, 24)}, weekdays: on(1, 2), from: november(24), to: november(30)},
		"the second goes on":   {days: understand.Days{Spans: stretches(24, 24, 30, 0)}, weekdays: booking.AnyWeekday, from: november(24)},
		"the later end counts": {days: understand.Days{Spans: stretches(24, 26, 25, 25)}, weekdays: on(2, 3, 4), from: november(24), to: november(26)},
	} {
		w := terms{days: tt.days}
		weekdays, some := w.weekdays()
		from, begins := w.from()
		to, ends := w.last()
		if weekdays != tt.weekdays || some != (tt.weekdays != 0) || from != tt.from || begins == tt.from.IsZero() || to != tt.to || ends == tt.to.IsZero() {
			t.Errorf("%s: on %b (%v), from %v (%v) to %v (%v), want %+v", name, weekdays, some, from, begins, to, ends, tt)
		}
	}
}

func TestWhoWaitsWaitsAtTheHoursThatWereSaid(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		hours understand.Window
		want  booking.Hours // zero: any
	}{
		"nothing":           {},
		"one stretch":       {understand.Window{Spans: []booking.Hours{hours(9, 11)}}, hours(9, 11)},
		"several":           {understand.Window{Spans: []booking.Hours{hours(14, 15), hours(8, 9), hours(10, 12)}}, hours(8, 15)},
		"a time":            {understand.Window{Times: []booking.Clock{600, 900}}, hours(9, 11)},
		"about":             {understand.Window{About: 600}, hours(9, 11)},
		"near the begin":    {understand.Window{About: 30}, booking.Hours{From: 0, To: 90}},
		"near the end":      {understand.Window{About: booking.Midnight - 30}, booking.Hours{From: booking.Midnight - 90, To: booking.Midnight}},
		"a stretch, a time": {understand.Window{Spans: []booking.Hours{hours(9, 11)}, Times: []booking.Clock{900}}, hours(9, 11)},
	} {
		got, said := terms{hours: tt.hours}.hull()
		if got != tt.want || said != (tt.want != booking.Hours{}) {
			t.Errorf("%s: %v (%v), want %v", name, got, said, tt.want)
		}
	}
}

// A time suits from the first to the last day and from the first minute of the hours
// until before the last.
func TestWhatSuitsIsBoundedByWhatWasSaid(t *testing.T) {
	t.Parallel()
	week := understand.Days{Spans: stretches(24, 26)}
	for name, tt := range map[string]struct {
		terms terms
		day   int
		clock booking.Clock
		want  bool
	}{
		"anything":                  {terms{}, 23, 0, true},
		"before the first day":      {terms{days: week}, 23, 600, false},
		"on the first day":          {terms{days: week}, 24, 600, true},
		"on the last day":           {terms{days: week}, 26, 600, true},
		"after the last day":        {terms{days: week}, 27, 600, false},
		"in the second stretch":     {terms{days: understand.Days{Spans: stretches(2, 3, 24, 26)}}, 25, 600, true},
		"open at the end":           {terms{days: understand.Days{Spans: stretches(24, 0)}}, 30, 600, true},
		"open at the end, before":   {terms{days: understand.Days{Spans: stretches(24, 0)}}, 23, 600, false},
		"open at the begin":         {terms{days: understand.Days{Spans: stretches(0, 24)}}, 2, 600, true},
		"open at the begin, behind": {terms{days: understand.Days{Spans: stretches(0, 24)}}, 25, 600, false},
		"on one of the weekdays":    {terms{days: understand.Days{Weekdays: on(2)}}, 24, 600, true},
		"on another weekday":        {terms{days: understand.Days{Weekdays: on(2)}}, 25, 600, false},
		"on an excluded weekday":    {terms{days: understand.Days{Not: on(2)}}, 24, 600, false},
		"beside an excluded one":    {terms{days: understand.Days{Not: on(2)}}, 25, 600, true},
		"as the hours begin":        {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, 24, 540, true},
		"just before":               {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, 24, 539, false},
		"just before their end":     {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, 24, 659, true},
		"at their end":              {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, 24, 660, false},
		"at the time":               {terms{hours: understand.Window{Times: []booking.Clock{600, 615}}}, 24, 615, true},
		"beside the time":           {terms{hours: understand.Window{Times: []booking.Clock{600, 615}}}, 24, 610, false},
		"near is a preference":      {terms{hours: understand.Window{About: 600}}, 24, 900, true},
		"day and hour":              {terms{days: week, hours: understand.Window{Times: []booking.Clock{600}}}, 27, 600, false},
	} {
		if got := tt.terms.suits(november(tt.day).At(tt.clock, time.UTC), time.UTC); got != tt.want {
			t.Errorf("%s: suits %v, want %v", name, got, tt.want)
		}
	}
}

// What is said last of days takes the place of what was said of days, unless it only
// leaves something out, and leaves what was said of times.
func TestWhatIsSaidLastCounts(t *testing.T) {
	t.Parallel()
	before := terms{understand.Days{Spans: stretches(24, 26)}, understand.Window{Spans: []booking.Hours{hours(9, 11)}}}
	forenoon := understand.Window{Spans: []booking.Hours{hours(0, 12)}}
	but10 := understand.Window{Spans: []booking.Hours{{From: 0, To: 600}, {From: 601, To: booking.Midnight}}}
	for name, tt := range map[string]struct {
		days  *understand.Days
		hours *understand.Window
		want  terms
	}{
		"nothing":                  {nil, nil, before},
		"a day":                    {&understand.Days{Spans: stretches(30, 30), Coming: on(1)}, nil, terms{understand.Days{Spans: stretches(30, 30)}, before.hours}},
		"any day":                  {&understand.Days{Any: true}, nil, terms{hours: before.hours}},
		"not on a day":             {&understand.Days{Not: on(3)}, nil, terms{understand.Days{Spans: stretches(24, 26), Not: on(3)}, before.hours}},
		"a weekday of those":       {&understand.Days{Weekdays: on(3)}, nil, terms{understand.Days{Spans: stretches(24, 26), Weekdays: on(3)}, before.hours}},
		"a weekday of none":        {&understand.Days{Weekdays: on(5)}, nil, terms{understand.Days{Weekdays: on(5)}, before.hours}},
		"the soonest on a weekday": {&understand.Days{Weekdays: on(3), Soonest: true}, nil, terms{understand.Days{Weekdays: on(3), Soonest: true}, before.hours}},
		"not, and a weekday":       {&understand.Days{Weekdays: on(5), Not: on(3)}, nil, terms{understand.Days{Weekdays: on(5), Not: on(3)}, before.hours}},
		"hours":                    {nil, &forenoon, terms{before.days, forenoon}},
		"any hours":                {nil, &understand.Window{Any: true}, terms{days: before.days}},
		"not at ten":               {nil, &but10, terms{before.days, understand.Window{Spans: []booking.Hours{{From: 540, To: 600}, {From: 601, To: 660}}}}},
	} {
		if got := before.with(tt.days, tt.hours); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

func TestTermsAreEqualIfAllOfThemIs(t *testing.T) {
	t.Parallel()
	full := func() terms {
		return terms{
			understand.Days{Spans: stretches(24, 26), Weekdays: on(2), Not: on(3), Soonest: true},
			understand.Window{Spans: []booking.Hours{hours(9, 11)}, Times: []booking.Clock{600}, About: 610, Latest: true},
		}
	}
	for name, change := range map[string]func(*terms){
		"spans": func(w *terms) { w.days.Spans = nil }, "weekdays": func(w *terms) { w.days.Weekdays = 0 },
		"not": func(w *terms) { w.days.Not = 0 }, "soonest": func(w *terms) { w.days.Soonest = false },
		"hours": func(w *terms) { w.hours.Spans = nil }, "times": func(w *terms) { w.hours.Times = nil },
		"about": func(w *terms) { w.hours.About = 0 }, "latest": func(w *terms) { w.hours.Latest = false },
	} {
		other := full()
		change(&other)
		if full().equal(other) {
			t.Errorf("they are equal without %s", name)
		}
	}
	if !full().equal(full()) {
		t.Error("what says the same is not equal")
	}
}

// Each thing said bounds what can suit; what is only preferred does not.
func TestWhatIsWantedAtAllIsKnown(t *testing.T) {
	t.Parallel()
	one := understand.Days{Spans: stretches(24, 24)}
	for name, tt := range map[string]struct {
		terms         terms
		anyDay, anyAt bool
		one, exact    bool
		near          booking.Clock
	}{
		"nothing":       {terms{}, true, true, false, false, 0},
		"one day":       {terms{days: one}, false, true, true, false, 0},
		"two days":      {terms{days: understand.Days{Spans: stretches(24, 25)}}, false, true, false, false, 0},
		"one or one":    {terms{days: understand.Days{Spans: stretches(24, 24, 26, 26)}}, false, true, false, false, 0},
		"weekdays":      {terms{days: understand.Days{Weekdays: on(1)}}, false, true, false, false, 0},
		"not a weekday": {terms{days: understand.Days{Not: on(1)}}, false, true, false, false, 0},
		"soonest":       {terms{days: understand.Days{Soonest: true}}, true, true, false, false, 0},
		"a time":        {terms{hours: understand.Window{Times: []booking.Clock{600, 900}}}, true, false, false, false, 600},
		"hours":         {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, true, false, false, false, 0},
		"about":         {terms{hours: understand.Window{About: 630}}, true, false, false, false, 630},
		"exact":         {terms{one, understand.Window{Times: []booking.Clock{600}, About: 30}}, false, false, true, true, 600},
		"day and hours": {terms{one, understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, false, false, true, false, 0},
	} {
		_, isOne := tt.terms.oneDay()
		near, named := tt.terms.near()
		got := []any{tt.terms.anyDay(), tt.terms.anyTime(), tt.terms.any(), isOne, tt.terms.exact(), near, named}
		if want := []any{tt.anyDay, tt.anyAt, tt.anyDay && tt.anyAt, tt.one, tt.exact, tt.near, tt.near > 0}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// A weekday named alone is the one of the days spoken of, or of their week.
func TestAWeekdayStandsBesideTheDaysSpokenOf(t *testing.T) {
	t.Parallel()
	// The next of these weekdays to come, seen from Monday, 23 November.
	coming := func(days ...int) understand.Days {
		var d understand.Days
		for _, n := range days {
			d.Spans = append(d.Spans, stretch(n, n))
			d.Coming = d.Coming.Toggle(november(n).Weekday())
		}
		return d
	}
	for name, tt := range map[string]struct {
		before []understand.DateSpan
		said   understand.Days
		spans  []understand.DateSpan
		every  booking.Weekdays
	}{
		"nothing before":         {nil, coming(26), stretches(26, 26), 0},
		"no weekday":             {stretches(30, 34), understand.Days{Spans: stretches(26, 26)}, stretches(26, 26), 0},
		"within":                 {stretches(30, 36), coming(26), stretches(33, 33), 0},
		"of the week":            {stretches(32, 32), coming(26), stretches(33, 33), 0},
		"the monday of the week": {stretches(32, 32), coming(23), stretches(30, 30), 0},
		"the sunday of the week": {stretches(32, 32), coming(29), stretches(36, 36), 0},
		"two":                    {stretches(30, 36), coming(26, 27), stretches(33, 33, 34, 34), 0},
		"not behind us":          {stretches(23, 24), coming(26), stretches(26, 26), 0},
		"seven days":             {stretches(25, 31), coming(26), stretches(26, 26), 0},
		"eight days":             {stretches(25, 32), coming(26), stretches(25, 32), on(4)},
		"open":                   {stretches(25, 0), coming(26), stretches(25, 0), on(4)},
		"open before":            {stretches(0, 25), coming(26), stretches(0, 25), on(4)},
		"only before":            {stretches(23, 24), coming(30), stretches(30, 30), 0},
	} {
		got := beside(tt.before, tt.said)
		if !slices.Equal(got.Spans, tt.spans) || got.Weekdays != tt.every {
			t.Errorf("%s: %v, every %b, want %v, every %b", name, got.Spans, got.Weekdays, tt.spans, tt.every)
		}
	}
}

// The weekday thereafter comes behind the last day spoken of; of a week it is one of its days.
func TestTheWeekdayThereafterComesBehindTheDaysSpokenOf(t *testing.T) {
	t.Parallel()
	thursday := understand.Days{Spans: stretches(26, 26), Thereafter: true}
	for name, tt := range map[string]struct {
		spoken []understand.DateSpan
		said   understand.Days
		want   []understand.DateSpan
	}{
		"nothing spoken of":  {nil, thursday, stretches(26, 26)},
		"open":               {stretches(25, 0), thursday, stretches(26, 26)},
		"not thereafter":     {stretches(30, 30), understand.Days{Spans: stretches(26, 26)}, stretches(26, 26)},
		"the day before":     {stretches(32, 32), thursday, stretches(33, 33)},
		"the same weekday":   {stretches(33, 33), thursday, stretches(40, 40)},
		"six days":           {stretches(30, 35), thursday, stretches(40, 40)},
		"a week":             {stretches(30, 36), thursday, stretches(33, 33)},
		"the last stretch":   {stretches(2, 2, 30, 30), thursday, stretches(33, 33)},
		"a week, its monday": {stretches(30, 36), understand.Days{Spans: stretches(23, 23), Thereafter: true}, stretches(30, 30)},
	} {
		if got := thereafter(tt.spoken, tt.said); !slices.Equal(got.Spans, tt.want) || got.Thereafter {
			t.Errorf("%s: %v, thereafter %v, want %v", name, got.Spans, got.Thereafter, tt.want)
		}
	}
}

func TestAWeekdayLiesWithinStretchesThatHaveIt(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		spans []understand.DateSpan
		want  bool
	}{
		"none": {nil, false}, "before": {stretches(23, 25), false}, "the last day": {stretches(23, 26), true}, "the first day": {stretches(26, 27), true},
		"behind": {stretches(27, 30), false}, "six days without": {stretches(27, 32), false}, "seven": {stretches(27, 33), true},
		"open": {stretches(27, 0), true}, "open before": {stretches(0, 25), true}, "the second": {stretches(23, 24, 26, 26), true},
	} {
		if got := hasWeekday(tt.spans, on(time.Thursday)); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// What a message says of days, or of times, in several places counts together.
func TestWhatIsSaidInSeveralPlacesIsJoined(t *testing.T) {
	t.Parallel()
	days := joinedDays(
		understand.Days{Spans: stretches(24, 24), Weekdays: on(1), Coming: on(2), Not: on(3), Any: true, Fault: understand.PastDay},
		understand.Days{Spans: stretches(26, 26), Weekdays: on(4), Coming: on(5), Not: on(6), Thereafter: true, Soonest: true},
	)
	want := understand.Days{
		Spans: stretches(24, 24, 26, 26), Weekdays: on(1, 4), Coming: on(2, 5), Not: on(3, 6), Thereafter: true, Soonest: true, Fault: understand.PastDay,
	}
	if !reflect.DeepEqual(days, want) {
		t.Errorf("days are %+v, want %+v", days, want)
	}
	if got := joinedDays(understand.Days{Soonest: true, Thereafter: true}, understand.Days{Any: true, Fault: understand.NoSuchDay}); !got.Soonest || !got.Thereafter || !got.Any || got.Fault != understand.NoSuchDay {
		t.Errorf("the flags are %+v", got)
	}
	times := joinedHours(
		understand.Window{Spans: []booking.Hours{hours(8, 9)}, Times: []booking.Clock{600}, About: 610, Any: true},
		understand.Window{Spans: []booking.Hours{hours(9, 10)}, Times: []booking.Clock{660}, Latest: true},
	)
	if want := (understand.Window{Spans: []booking.Hours{hours(8, 9), hours(9, 10)}, Times: []booking.Clock{600, 660}, About: 610, Any: true, Latest: true}); !reflect.DeepEqual(times, want) {
		t.Errorf("times are %+v, want %+v", times, want)
	}
	if got := joinedHours(understand.Window{About: 1, Latest: true}, understand.Window{About: 2, Any: true}); got.About != 2 || !got.Latest || !got.Any {
		t.Errorf("the later of two is %+v", got)
	}
}
