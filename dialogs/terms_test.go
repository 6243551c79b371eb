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
		"on a day that is off":      {terms{days: understand.Days{Spans: stretches(24, 26), Off: stretches(25, 25)}}, 25, 600, false},
		"beside a day that is off":  {terms{days: understand.Days{Off: stretches(25, 25)}}, 26, 600, true},
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
	before := terms{days: understand.Days{Spans: stretches(24, 26)}, hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}
	forenoon := understand.Window{Spans: []booking.Hours{hours(0, 12)}}
	but10 := understand.Window{Spans: []booking.Hours{{From: 0, To: 600}, {From: 601, To: booking.Midnight}}}
	for name, tt := range map[string]struct {
		days  *understand.Days
		hours *understand.Window
		want  terms
	}{
		"nothing":                  {nil, nil, before},
		"a day":                    {&understand.Days{Spans: stretches(30, 30), Coming: on(1)}, nil, terms{days: understand.Days{Spans: stretches(30, 30)}, hours: before.hours}},
		"any day":                  {&understand.Days{Any: true}, nil, terms{hours: before.hours}},
		"not on a day":             {&understand.Days{Not: on(3)}, nil, terms{days: understand.Days{Spans: stretches(24, 26), Not: on(3)}, hours: before.hours}},
		"a weekday of those":       {&understand.Days{Weekdays: on(3)}, nil, terms{days: understand.Days{Spans: stretches(24, 26), Weekdays: on(3)}, hours: before.hours}},
		"a weekday of none":        {&understand.Days{Weekdays: on(5)}, nil, terms{days: understand.Days{Weekdays: on(5)}, hours: before.hours}},
		"the soonest on a weekday": {&understand.Days{Weekdays: on(3), Soonest: true}, nil, terms{days: understand.Days{Weekdays: on(3), Soonest: true}, hours: before.hours}},
		"not, and a weekday":       {&understand.Days{Weekdays: on(5), Not: on(3)}, nil, terms{days: understand.Days{Weekdays: on(5), Not: on(3)}, hours: before.hours}},
		"hours":                    {nil, &forenoon, terms{days: before.days, hours: forenoon}},
		"any hours":                {nil, &understand.Window{Any: true}, terms{days: before.days}},
		"not at ten":               {nil, &but10, terms{days: before.days, hours: understand.Window{Spans: []booking.Hours{{From: 540, To: 600}, {From: 601, To: 660}}}}},
	} {
		if got := before.with(tt.days, tt.hours); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

// Who refuses the weekday of a day that was wanted wants that day no more, and nobody is told
// that there is no such day; longer stretches keep their other days.
func TestAWeekdayRefusedTakesItsDayAway(t *testing.T) {
	t.Parallel()
	before := understand.Days{Spans: stretches(24, 24, 30, 36), Coming: on(2, 4)}
	got := replacedDays(before, understand.Days{Not: on(2)}) // the 24th is a Tuesday
	if want := (understand.Days{Spans: stretches(30, 36), Coming: on(4), Not: on(2)}); !reflect.DeepEqual(got, want) {
		t.Errorf("left are %+v, want %+v", got, want)
	}
	if len(before.Spans) != 2 {
		t.Error("what was wanted before is changed")
	}
}

// What was refused stays refused whatever else is wanted later, until it is named, or
// nothing matters any more.
func TestWhatIsRefusedStaysRefused(t *testing.T) {
	t.Parallel()
	before := understand.Days{Weekdays: on(4), Not: on(1, 2), Off: stretches(10, 12)}
	for name, tt := range map[string]struct{ said, want understand.Days }{
		"another day that is off": {understand.Days{Off: stretches(20, 20)}, understand.Days{Weekdays: on(4), Not: on(1, 2), Off: stretches(10, 12, 20, 20)}},
		"another weekday":         {understand.Days{Not: on(3)}, understand.Days{Weekdays: on(4), Not: on(1, 2, 3), Off: stretches(10, 12)}},
		"the weekday wanted":      {understand.Days{Not: on(4)}, understand.Days{Not: on(1, 2, 4), Off: stretches(10, 12)}},
		"a week":                  {understand.Days{Spans: stretches(9, 15)}, understand.Days{Spans: stretches(9, 15), Weekdays: on(4), Not: on(1, 2), Off: stretches(10, 12)}},
		"a few days":              {understand.Days{Spans: stretches(9, 13)}, understand.Days{Spans: stretches(9, 13), Not: on(1, 2), Off: stretches(10, 12)}},
		"its first day":           {understand.Days{Spans: stretches(10, 10)}, understand.Days{Spans: stretches(10, 10), Not: on(1), Off: stretches(11, 12)}},
		"its middle":              {understand.Days{Spans: stretches(11, 11)}, understand.Days{Spans: stretches(11, 11), Not: on(1, 2), Off: stretches(10, 10, 12, 12)}},
		"its last day":            {understand.Days{Spans: stretches(12, 12)}, understand.Days{Spans: stretches(12, 12), Not: on(1, 2), Off: stretches(10, 11)}},
		"a weekday refused":       {understand.Days{Spans: stretches(9, 9), Coming: on(1)}, understand.Days{Spans: stretches(9, 9), Coming: on(1), Not: on(2), Off: stretches(10, 12)}},
		"only on one refused":     {understand.Days{Weekdays: on(2)}, understand.Days{Weekdays: on(2), Not: on(1), Off: stretches(10, 12)}},
		"the soonest":             {understand.Days{Soonest: true}, understand.Days{Soonest: true, Not: on(1, 2), Off: stretches(10, 12)}},
		"any day":                 {understand.Days{Any: true}, understand.Days{}},
	} {
		if got := replacedDays(before, tt.said); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

func TestTermsAreEqualIfAllOfThemIs(t *testing.T) {
	t.Parallel()
	full := func() terms {
		return terms{
			days:  understand.Days{Spans: stretches(24, 26), Weekdays: on(2), Not: on(3), Off: stretches(25, 25), Soonest: true},
			hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}, Times: []booking.Clock{600}, About: 610, Latest: true},
		}
	}
	for name, change := range map[string]func(*terms){
		"spans": func(w *terms) { w.days.Spans = nil }, "weekdays": func(w *terms) { w.days.Weekdays = 0 },
		"not": func(w *terms) { w.days.Not = 0 }, "off": func(w *terms) { w.days.Off = nil }, "soonest": func(w *terms) { w.days.Soonest = false },
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
		"not a day":     {terms{days: understand.Days{Off: stretches(24, 24)}}, false, true, false, false, 0},
		"not a weekday": {terms{days: understand.Days{Not: on(1)}}, false, true, false, false, 0},
		"soonest":       {terms{days: understand.Days{Soonest: true}}, true, true, false, false, 0},
		"a time":        {terms{hours: understand.Window{Times: []booking.Clock{600, 900}}}, true, false, false, false, 600},
		"hours":         {terms{hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, true, false, false, false, 0},
		"about":         {terms{hours: understand.Window{About: 630}}, true, false, false, false, 630},
		"exact":         {terms{days: one, hours: understand.Window{Times: []booking.Clock{600}, About: 30}}, false, false, true, true, 600},
		"day and hours": {terms{days: one, hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}}, false, false, true, false, 0},
	} {
		_, isOne := tt.terms.oneDay()
		near, named := tt.terms.near()
		got := []any{tt.terms.anyDay(), tt.terms.anyTime(), tt.terms.any(), isOne, tt.terms.exact(), near, named}
		if want := []any{tt.anyDay, tt.anyAt, tt.anyDay && tt.anyAt, tt.one, tt.exact, tt.near, tt.near > 0}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
