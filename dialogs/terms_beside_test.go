package dialogs

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

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
