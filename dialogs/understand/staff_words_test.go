package understand

import (
	"slices"
	"strings"
	"testing"

	"terminbote/booking"
)

// What stands behind a command is read as far as it is one.
func TestWhatStandsBehindAClerksWord(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		count int
		rest  string
	}{
		"2 passports": {2, "passports"}, "zwei Pässe": {2, "Pässe"}, "3x Perso": {3, "Perso"}, "3 x Perso": {3, "Perso"}, "3 mal Perso": {3, "Perso"}, "Perso": {0, "Perso"},
		"Perso 2": {0, "Perso 2"}, "0 Pässe": {-1, "Pässe"}, "-1 Pass": {-1, "Pass"}, "1,5 Pässe": {-1, "Pässe"}, "1 Pass": {1, "Pass"}, "5000 Pässe": {countless, "Pässe"}, "2": {0, "2"}, "": {0, ""},
	} {
		if count, rest := Counted(text, "de"); count != want.count || rest != want.rest {
			t.Errorf("%q: %d of %q, want %+v", text, count, rest, want)
		}
	}
	for text, want := range map[string]booking.Number{"ticket K7M 4QX": "K7M4QX", "Ticket k7m4qx": "K7M4QX", "K7M 4QX": "", "ticket": "", "ticket 12": "", "zeige K7M4QX": ""} {
		if got, ok := TicketNumber(text, "de"); got != want || ok != (want != "") {
			t.Errorf("%q is the ticket %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]int{"W12": 12, "w 12": 12, "W-12": 12, "W012": 0, "W0": 0, "12": 0, "V12": 0, "W12.": 12, "W": 0, "W12a": 0} {
		if got := ticketCalled(strings.Fields(text)); got != want {
			t.Errorf("%q is called %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{"/termin heute": "heute", "/Termin": "", "heute": "heute", "termin heute": "termin heute", "": ""} {
		if got := BehindCommand(text); got != want {
			t.Errorf("behind %q stands %q", text, got)
		}
	}
	for text, want := range map[string]booking.DeskID{"alarm": "", "alarm 2": "desk-2", "alarm 2 männer": "", "alarm schalter 2 schnell": "desk-2", "alarm pick-up": "pick-up", "alarm bei schalter 1": "desk-1"} {
		got, err := ReadStaffCommand(text, "de", ofNovember(23), counters)
		if err != nil || got.Do != ToAlarm || got.Desk != want {
			t.Errorf("%q: %+v, %v, want %q", text, got, err, want)
		}
	}
}

func TestHoursAreReadFromWhenToWhen(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]booking.Hours{
		"8 12": {From: 480, To: 720}, "8:00-12:00": {From: 480, To: 720}, "8-12": {From: 480, To: 720}, "8–12": {From: 480, To: 720}, "von 8 bis 12 Uhr": {From: 480, To: 720}, "14 to 16": {From: 840, To: 960},
		"2 4": {From: 840, To: 960}, "11 1": {From: 660, To: 780}, "9:30 11:15": {From: 570, To: 675}, "8 Uhr bis 9 Uhr": {From: 480, To: 540}, "8 12 heute": {}, "8": {}, "12 12": {}, "heute": {}, "": {},
	} {
		got, ok := Hours(text, "de")
		if got != want && ok || ok != (want != booking.Hours{}) {
			t.Errorf("%q: %v, %v, want %v", text, got, ok, want)
		}
	}
	for h, want := range map[booking.Hours]booking.Hours{
		dayParts[early]: {From: 0, To: 600}, dayParts[forenoon]: {From: 0, To: 720}, dayParts[afterwards]: {From: 720, To: booking.Midnight}, dayParts[evening]: {From: 960, To: booking.Midnight},
		dayParts[lateInDay]: {From: 900, To: booking.Midnight}, dayParts[midday]: dayParts[midday], {From: 540, To: 600}: {From: 540, To: 600},
	} {
		if got := ToTheEnds(h); got != want {
			t.Errorf("%v to the ends is %v, want %v", h, got, want)
		}
	}
}

// A window without what another leaves out, and nothing of it where that leaves nothing out.
func TestAWindowIsLeftWithoutWhatIsRefused(t *testing.T) {
	t.Parallel()
	span := func(from, to booking.Clock) booking.Hours { return booking.Hours{From: from, To: to} }
	but10 := Window{Spans: []booking.Hours{span(0, 600), span(601, booking.Midnight)}}
	for name, tt := range map[string]struct {
		before, said Window
		spans        []booking.Hours
		times        []booking.Clock
		leaves       bool
	}{
		"of all":         {Window{}, but10, but10.Spans, nil, true},
		"of a forenoon":  {Window{Spans: []booking.Hours{span(480, 720)}}, but10, []booking.Hours{span(480, 600), span(601, 720)}, nil, true},
		"of times":       {Window{Times: []booking.Clock{599, 600, 601}}, but10, but10.Spans, []booking.Clock{599, 601}, true},
		"a time":         {Window{}, Window{Spans: but10.Spans, Times: []booking.Clock{540}}, nil, nil, false},
		"about":          {Window{}, Window{Spans: but10.Spans, About: 540}, nil, nil, false},
		"a bound":        {Window{}, Window{Spans: []booking.Hours{span(0, 600)}}, nil, nil, false},
		"not to the end": {Window{}, Window{Spans: []booking.Hours{span(0, 600), span(601, 1200)}}, nil, nil, false},
		"not from zero":  {Window{}, Window{Spans: []booking.Hours{span(1, 600), span(601, booking.Midnight)}}, nil, nil, false},
		"no gap":         {Window{}, Window{Spans: []booking.Hours{span(0, 600), span(600, booking.Midnight)}}, nil, nil, false},
	} {
		got, leaves := tt.before.Without(tt.said)
		if leaves != tt.leaves || leaves && (!slices.Equal(got.Spans, tt.spans) || !slices.Equal(got.Times, tt.times)) {
			t.Errorf("%s: %+v, %v", name, got, leaves)
		}
	}
}
