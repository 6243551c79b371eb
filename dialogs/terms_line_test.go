package dialogs

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// inGerman is a line as it reads.
func inGerman(l locales.Line) string { return locales.For("de").Say(l) }

// Hours are called by their name where they have one, else by their ends.
func TestHoursAreNamedByWhatBoundsThem(t *testing.T) {
	t.Parallel()
	for h, want := range map[booking.Hours]string{
		hours(8, 12):                          "when.mornings",
		hours(12, 18):                         "when.afternoons",
		hours(7, 10):                          "when.early",
		hours(11, 14):                         "when.noon",
		hours(16, 20):                         "when.evenings",
		hours(0, 12):                          "when.mornings",
		hours(12, 24):                         "when.afternoons",
		hours(0, 24):                          "wait.any_time",
		hours(9, 11):                          "when.hours",
		hours(10, 24):                         "when.after",
		hours(0, 10):                          "when.before",
		{From: 601, To: booking.Midnight}:     "when.later",
		{From: 606, To: booking.Midnight}:     "when.later",
		{From: 602, To: booking.Midnight}:     "when.after",
		{From: 601, To: 720}:                  "when.later_until",
		{From: 600, To: booking.Midnight - 1}: "when.hours",
	} {
		if got := partLine(h); got.Key != want {
			t.Errorf("%v is told by %s, want %s", h, got.Key, want)
		}
	}
	if got := inGerman(partLine(booking.Hours{From: 601, To: 720})); got != inGerman(locales.Say("when.later_until", "From", wallClock(600), "To", wallClock(720))) {
		t.Errorf("later than ten is %q", got)
	}
	if got := inGerman(partLine(booking.Hours{From: 601, To: booking.Midnight})); got != inGerman(locales.Say("when.later", "Time", wallClock(600))) {
		t.Errorf("later than ten is %q", got)
	}
}

// What only one time parts is whole but for that time.
func TestHoursWithoutOneTimeAreWhole(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		spans, whole []booking.Hours
		left         []booking.Clock
	}{
		"nothing":       {},
		"all but ten":   {[]booking.Hours{{From: 0, To: 600}, {From: 601, To: booking.Midnight}}, nil, []booking.Clock{600}},
		"nine, not ten": {[]booking.Hours{{From: 540, To: 600}, {From: 601, To: 720}}, []booking.Hours{{From: 540, To: 720}}, []booking.Clock{600}},
		"a gap":         {[]booking.Hours{{From: 540, To: 600}, {From: 602, To: 720}}, []booking.Hours{{From: 540, To: 600}, {From: 602, To: 720}}, nil},
		"two times":     {[]booking.Hours{{From: 540, To: 600}, {From: 601, To: 660}, {From: 661, To: 720}}, []booking.Hours{{From: 540, To: 720}}, []booking.Clock{600, 660}},
		"the whole day": {[]booking.Hours{booking.AllDay()}, []booking.Hours{booking.AllDay()}, nil},
	} {
		whole, left := closed(tt.spans)
		if !slices.Equal(whole, tt.whole) || !slices.Equal(left, tt.left) {
			t.Errorf("%s: %v without %v, want %v without %v", name, whole, left, tt.whole, tt.left)
		}
	}
}

// Days and times are said in one order, each in its own words.
func TestTermsAreSaidInWords(t *testing.T) {
	t.Parallel()
	for want, w := range map[string]terms{
		"":                       {},
		"Dienstag, 24. November": {days: understand.Days{Spans: stretches(24, 24)}},
		"Dienstag, 24. November und Donnerstag, 26. November":            {days: understand.Days{Spans: stretches(24, 24, 26, 26)}},
		"Dienstag, 24. November bis Donnerstag, 26. November":            {days: understand.Days{Spans: stretches(24, 26)}},
		"ab Dienstag, 24. November":                                      {days: understand.Days{Spans: stretches(24, 0)}},
		"bis Dienstag, 24. November":                                     {days: understand.Days{Spans: stretches(0, 24)}},
		"montags und sonntags":                                           {days: understand.Days{Weekdays: on(0, 1)}},
		"Dienstag, 24. November, nicht dienstags":                        {days: understand.Days{Spans: stretches(24, 24), Weekdays: on(2), Not: on(2)}},
		"Dienstag, 24. November, mittwochs":                              {days: understand.Days{Spans: stretches(24, 24), Weekdays: on(3)}},
		"Dienstag, 24. November bis Donnerstag, 26. November, dienstags": {days: understand.Days{Spans: stretches(24, 26), Weekdays: on(2)}},
		"nicht Dienstag, 24. November und Donnerstag, 26. November":      {days: understand.Days{Off: stretches(24, 24, 26, 26)}},
		"so früh wie möglich":                                            {days: understand.Days{Soonest: true}},
		"10:00 Uhr":                                                      {hours: understand.Window{Times: []booking.Clock{600, 660}, About: 700}},
		"gegen 10:00 Uhr":                                                {hours: understand.Window{About: 600}},
		"9:00 Uhr bis 11:00 Uhr":                                         {hours: understand.Window{Spans: []booking.Hours{hours(9, 11)}}},
		"nicht um 10:00 Uhr":                                             {hours: understand.Window{Spans: []booking.Hours{{From: 0, To: 600}, {From: 601, To: booking.Midnight}}}},
		"Dienstag, 24. November, vormittags und nachmittags, möglichst spät": {
			days: understand.Days{Spans: stretches(24, 24)}, hours: understand.Window{Spans: []booking.Hours{hours(8, 12), hours(12, 18)}, Latest: true},
		},
	} {
		if got := inGerman(w.line()); got != want {
			t.Errorf("%+v is %q, want %q", w, got, want)
		}
	}
}

func TestSeveralDaysWithHoursOfTheirOwnAreSaid(t *testing.T) {
	t.Parallel()
	from16, forenoon := []booking.Hours{{From: 16 * 60, To: booking.Midnight}}, []booking.Hours{hours(8, 12)}
	both := func(a, b understand.Days) terms {
		return anyOf([]understand.When{{Days: a, Hours: understand.Window{Spans: from16}}, {Days: b, Hours: understand.Window{Spans: forenoon}}})
	}
	for want, w := range map[string]terms{
		"Dienstag, 24. November, ab 16:00 Uhr oder Mittwoch, 25. November, vormittags": both(understand.Days{Spans: stretches(24, 24)}, understand.Days{Spans: stretches(25, 25)}),
		"dienstags, ab 16:00 Uhr oder freitags, vormittags":                            both(understand.Days{Weekdays: on(2)}, understand.Days{Weekdays: on(5)}),
		"ab 16:00 Uhr oder freitags, vormittags":                                       both(understand.Days{}, understand.Days{Weekdays: on(5)}),
		"freitags, vormittags oder an anderen Tagen, ab 16:00 Uhr":                     both(understand.Days{Not: on(5)}, understand.Days{Weekdays: on(5)}),
		"dienstags, ab 16:00 Uhr oder freitags, vormittags, nicht montags":             both(understand.Days{Weekdays: on(2), Not: on(1)}, understand.Days{Weekdays: on(5), Not: on(1)}),
	} {
		if got := inGerman(w.line()); got != want {
			t.Errorf("%+v is %q, want %q", w, got, want)
		}
	}
}
