package dialogs

import (
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// thursdayOrFriday is the 26th of November from four on, or the 27th in the forenoon.
func thursdayOrFriday() terms {
	return anyOf([]understand.When{
		{Days: understand.Days{Spans: stretches(26, 26)}, Hours: understand.Window{Spans: []booking.Hours{{From: 16 * 60, To: booking.Midnight}}}},
		{Days: understand.Days{Spans: stretches(27, 27)}, Hours: understand.Window{Spans: []booking.Hours{hours(8, 12)}}},
	})
}

func TestHoursAreMetOnTheirOwnDaysOnly(t *testing.T) {
	t.Parallel()
	w := thursdayOrFriday()
	for name, tt := range map[string]struct {
		day   int
		clock booking.Clock
		want  bool
	}{
		"Thursday at four":     {26, 16 * 60, true},
		"Thursday forenoon":    {26, 9 * 60, false},
		"Friday forenoon":      {27, 9 * 60, true},
		"Friday at four":       {27, 16 * 60, false},
		"another day at four":  {25, 16 * 60, false},
		"another day at first": {25, 9 * 60, false},
	} {
		if got := w.suits(november(tt.day).At(tt.clock, time.UTC), time.UTC); got != tt.want {
			t.Errorf("%s: suits %v, want %v", name, got, tt.want)
		}
	}
	if w.any() || w.exact() || !w.suitDay(november(26)) || !w.suitDay(november(27)) || w.suitDay(november(28)) {
		t.Errorf("%+v", w)
	}
}

// What is said of several days with hours of their own leaves those that it is about, and takes
// the place of all of them if it is about none.
func TestSeveralDaysWithHoursOfTheirOwnAreNarrowed(t *testing.T) {
	t.Parallel()
	from := func(h booking.Clock) understand.Window {
		return understand.Window{Spans: []booking.Hours{{From: h * 60, To: booking.Midnight}}}
	}
	for name, tt := range map[string]struct {
		days  *understand.Days
		hours *understand.Window
		want  string
	}{
		"nothing":             {nil, nil, "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, vormittags"},
		"one of the days":     {&understand.Days{Spans: stretches(27, 27), Coming: on(5)}, nil, "Freitag, 27. November, vormittags"},
		"another day":         {&understand.Days{Spans: stretches(30, 30)}, nil, "Montag, 30. November"},
		"another day, a time": {&understand.Days{Spans: stretches(30, 30)}, &understand.Window{Times: []booking.Clock{600}}, "Montag, 30. November, 10:00 Uhr"},
		"not one of the days": {&understand.Days{Not: on(5)}, nil, "Donnerstag, 26. November, nicht freitags, ab 16:00 Uhr"},
		"not another one":     {&understand.Days{Not: on(1)}, nil, "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, vormittags, nicht montags"},
		"none of the days":    {&understand.Days{Off: stretches(26, 27)}, nil, "nicht Donnerstag, 26. November bis Freitag, 27. November"},
		"their week":          {&understand.Days{Spans: stretches(23, 29)}, nil, "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, vormittags"},
		"another week":        {&understand.Days{Spans: stretches(30, 36)}, nil, "Donnerstag, 3. Dezember, ab 16:00 Uhr oder Freitag, 4. Dezember, vormittags"},
		"the soonest":         {&understand.Days{Soonest: true}, nil, "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, vormittags, so früh wie möglich"},
		"any day":             {&understand.Days{Any: true}, nil, "ab 16:00 Uhr und vormittags"},
		"hours of one":        {nil, &understand.Window{Spans: []booking.Hours{hours(8, 12)}}, "Freitag, 27. November, vormittags"},
		"a time of one":       {nil, &understand.Window{Times: []booking.Clock{17 * 60}}, "Donnerstag, 26. November, 17:00 Uhr"},
		"about a time of one": {nil, &understand.Window{About: 10 * 60}, "Freitag, 27. November, gegen 10:00 Uhr"},
		"hours of both":       {nil, ptr(from(9)), "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, 9:00 Uhr bis 12:00 Uhr"},
		"hours of none":       {nil, &understand.Window{Spans: []booking.Hours{hours(13, 15)}}, "Donnerstag, 26. November und Freitag, 27. November, 13:00 Uhr bis 15:00 Uhr"},
		"the last":            {nil, &understand.Window{Latest: true}, "Donnerstag, 26. November, ab 16:00 Uhr, möglichst spät oder Freitag, 27. November, vormittags, möglichst spät"},
		"any hours":           {nil, &understand.Window{Any: true}, "Donnerstag, 26. November und Freitag, 27. November"},
	} {
		if got := inGerman(thursdayOrFriday().with(tt.days, tt.hours).line()); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func ptr[T any](v T) *T { return &v }

// Days with hours of their own that are said later lie within the days wanted so far, and on none
// that were refused.
func TestSeveralDaysWithHoursOfTheirOwnTakeThePlaceOfWhatWasWanted(t *testing.T) {
	t.Parallel()
	said := []understand.When{
		{Days: understand.Days{Weekdays: on(4)}, Hours: understand.Window{Spans: []booking.Hours{hours(8, 12)}}},
		{Hours: understand.Window{Times: []booking.Clock{17 * 60}}},
	}
	for name, tt := range map[string]struct {
		before terms
		want   string
	}{
		"nothing":      {terms{}, "donnerstags, vormittags oder 17:00 Uhr"},
		"a week":       {terms{days: understand.Days{Spans: stretches(30, 36)}}, "Montag, 30. November bis Sonntag, 6. Dezember, donnerstags, vormittags oder Montag, 30. November bis Sonntag, 6. Dezember, 17:00 Uhr"},
		"other days":   {terms{days: understand.Days{Spans: stretches(24, 24)}}, "donnerstags, vormittags oder 17:00 Uhr"},
		"a refusal":    {terms{days: understand.Days{Not: on(1)}}, "donnerstags, vormittags oder 17:00 Uhr, nicht montags"},
		"hours":        {terms{hours: understand.Window{Spans: []booking.Hours{hours(8, 12)}}}, "donnerstags, vormittags oder 17:00 Uhr"},
		"other either": {thursdayOrFriday(), "donnerstags, vormittags oder 17:00 Uhr"},
	} {
		if got := inGerman(tt.before.either(said).line()); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// A talk that was stored before there were several days with hours of their own goes on, and one
// that is stored with them comes back as it was.
func TestSeveralDaysWithHoursOfTheirOwnOutlastATalk(t *testing.T) {
	t.Parallel()
	old := Decode([]byte(`{"version":1,"lang":"de","draft":{"days":{"weekdays":16},"hours":{"about":"10:00"}}}`), "de")
	if w := (&talk{State: old}).whenever(); !w.equal(terms{days: understand.Days{Weekdays: on(4)}, hours: understand.Window{About: 600}}) {
		t.Errorf("of before: %+v", w)
	}
	kept := &talk{State: State{Version: version}}
	kept.say(thursdayOrFriday())
	stored, err := kept.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if w := (&talk{State: Decode(stored, "de")}).whenever(); !w.equal(thursdayOrFriday()) {
		t.Errorf("stored as %s, it comes back as %+v", stored, w)
	}
}

// A day that has passed takes only itself away.
func TestADayThatHasPassedLeavesTheOthers(t *testing.T) {
	t.Parallel()
	if got := inGerman(thursdayOrFriday().onward(november(27)).line()); got != "Freitag, 27. November, vormittags" {
		t.Errorf("left is %q", got)
	}
	if got := thursdayOrFriday().onward(november(28)); !got.any() {
		t.Errorf("left is %+v", got)
	}
}

// Once all of several days are over that were wanted with hours of their own, what was
// refused beside them still is.
func TestWhatWasRefusedOutlivesTheDays(t *testing.T) {
	t.Parallel()
	w := thursdayOrFriday().with(&understand.Days{Not: on(1)}, nil)
	for day, want := range map[int]string{
		26: "Donnerstag, 26. November, ab 16:00 Uhr oder Freitag, 27. November, vormittags, nicht montags", 27: "Freitag, 27. November, nicht montags, vormittags", 28: "nicht montags",
	} {
		if got := inGerman(w.onward(november(day)).line()); got != want {
			t.Errorf("on the %dth: %q, want %q", day, got, want)
		}
	}
}
