package understand

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
)

// ofNovember is a day of November 2026, whose 23rd is a Monday.
func ofNovember(day int) booking.Date {
	return booking.Date{Year: 2026, Month: time.November, Day: 1}.Add(day - 1)
}

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

// How many slips a word may have grows with its length, at these lengths.
func TestSlipsAreForgivenByTheLengthOfAWord(t *testing.T) {
	t.Parallel()
	for length, want := range map[int]int{1: 0, 4: 0, 5: 1, 8: 1, 9: 2, 12: 2, 13: 3, 40: 3} {
		if got := allowedSlips(length); got != want {
			t.Errorf("%d letters may have %d slips, want %d", length, got, want)
		}
	}
	for words, want := range map[string]int{
		"haus haus": 0, "haus hase": 2, "haus hau": 1, "haus hauss": 1, "haus hasu": 1, "haus ahus": 1, "haus maus": 1, "ab ba": 1, "abc ca": 3, "haus haustuer": 4,
	} {
		a, b, _ := strings.Cut(words, " ")
		if got, back := slips([]rune(a), []rune(b)), slips([]rune(b), []rune(a)); got != want || back != want {
			t.Errorf("%s: %d and %d slips, want %d", words, got, back, want)
		}
	}
	for words, want := range map[string]int{"haus rathaus": 0, "haus rathuas": 1, "haus brot": 4, "haus xhausx": 0} {
		a, b, _ := strings.Cut(words, " ")
		if got := slipsWithin([]rune(a), []rune(b)); got != want {
			t.Errorf("%s: %d slips within, want %d", words, got, want)
		}
	}
	long := strings.Repeat("a", longestWord)
	if slips([]rune(long), []rune(long)) != 0 || slips([]rune(long+"a"), []rune(long+"a")) != longestWord {
		t.Error("words are compared up to forty letters")
	}
	for words, want := range map[string]bool{
		"diesntag dienstag": true, "dienstag dienstag": false, "montg montag": true, "mont monta": false, "tontag montag": false, "mnoatg montag": false, "märz maerz": false, "freitagg freitag": true,
	} {
		a, b, _ := strings.Cut(words, " ")
		if got := isSlipOf(a, b); got != want {
			t.Errorf("%s: a slip %v, want %v", words, got, want)
		}
	}
}

// A word that is a slip of two words that mean different things stands for neither.
func TestASlipOfTwoWordsIsNone(t *testing.T) {
	t.Parallel()
	x := newLexicon(language{weekdays: [7]string{"abcdef"}, months: [12]string{"abcdeg"}, next: "uvwxyz", this: "uvwxyz"})
	for word, want := range map[string]int{"abcdef": 1, "abcdeh": 0, "abcdeff": 1, "uvwxya": 2, "abcd": 0} {
		if got := len(x.lookUp(word)); got != want {
			t.Errorf("%q has %d meanings, want %d", word, got, want)
		}
	}
}

// What announces a date holds for what stands behind it, and no further.
func TestOnlyWhatStandsBehindIsAnnounced(t *testing.T) {
	t.Parallel()
	x := spoken[0]
	for text, want := range map[string]string{"am 24 um 9": "24", "am 24 dezember": "24", "24 am dezember": "dezember", "um 9": "", "am am 24": "24"} {
		all, ok := x.tokens(text)
		var dated []string
		for _, tok := range x.withoutFiller(all) {
			if tok.dated {
				dated = append(dated, tok.text)
			}
		}
		if got := strings.Join(dated, " "); !ok || got != want {
			t.Errorf("in %q %q is announced, want %q", text, got, want)
		}
	}
	if _, ok := x.tokens(strings.Repeat("a ", maxTokens)); !ok {
		t.Error("as many as may be are too many")
	}
	if _, ok := x.tokens(strings.Repeat("a ", maxTokens+1)); ok {
		t.Error("too many are read")
	}
	for text, want := range map[string]string{
		"24.12.": "24|.|12|.", "9:30": "9|:|30", "a.m.": "am", "24. dez": "24|.|dez", "3,5": "3|,|5", "a, b": "a|b", "-5": "-|5", "8-12": "8|-|12", "a-b": "a|b", "9h30": "9|h|30", "don't": "dont", "a/b": "a|b", "7 €": "7|€",
	} {
		var texts []string
		for _, tok := range scan(text) {
			texts = append(texts, tok.text)
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// A letter that is drawn out is written so often as words have it.
func TestDrawnOutLettersAreShortened(t *testing.T) {
	t.Parallel()
	for w, want := range map[string]string{"neeee": "nee", "aabb": "aabb", "a": "a"} {
		if got := withRuns(w, 2); got != want {
			t.Errorf("%q is %q, want %q", w, got, want)
		}
	}
	for w, want := range map[string]bool{"neee": true, "nee": false, "aaa": false, "aaaa": false, "eeen": true} {
		if got := isStretched(w); got != want {
			t.Errorf("%q is drawn out: %v, want %v", w, got, want)
		}
	}
	for code, want := range map[string]string{"de": "de", "de-AT": "de", "EN-us": "en", "tr": "de", "": "de"} {
		if got := baseOf(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}

// An authority goes by its name without whose it is, and by the first in brackets.
func TestAnAuthorityIsCalledByItsShortNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"Finanzamt": {"Finanzamt"}, "Standesamt der Stadt Unna": {"Standesamt"}, "Zulassungsstelle (vehicle)": {"Zulassungsstelle", "vehicle"},
		"Zulassungsstelle (vehicle, car)": {"Zulassungsstelle", "vehicle"}, "Kreis (district office)": {"Kreis"},
	} {
		var got []string
		for _, n := range shortNames(name) {
			got = append(got, strings.TrimSpace(n))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is called %q, want %q", name, got, want)
		}
	}
}

// Concerns of one number stand for none; two ways to write one are one.
func TestANumberOfTwoConcernsNamesNeither(t *testing.T) {
	t.Parallel()
	n := numberedNames{}
	for _, e := range []fullName{{withoutSigns("Vordruck 124"), "a"}, {withoutSigns("Vordruck 124"), "b"}, {withoutSigns("Vordruck 125"), "a"}, {withoutSigns("Vordruck 125"), "a"}} {
		n.enter(e)
	}
	if all := n["vordruck"]; len(all) != 2 || all[0].id != "" || all[1].id != "a" {
		t.Errorf("they name %+v", all)
	}
	for name, want := range map[string]bool{"Vordruck 124": true, "124 Vordruck": false, "Vordruck": false, "124": false, "Klasse B 96": true} {
		if got := isNumbered(withoutSigns(name)); got != want {
			t.Errorf("%q is numbered: %v", name, got)
		}
	}
}

// Days are a week if they are seven, without an open end or a bound.
func TestSevenDaysAreAWeek(t *testing.T) {
	t.Parallel()
	span := func(from, to int) DateSpan { return DateSpan{ofNovember(from), ofNovember(to)} }
	for name, tt := range map[string]struct {
		said daysSaid
		want bool
	}{
		"a week": {daysSaid{Days: Days{Spans: []DateSpan{span(23, 29)}}}, true}, "six days": {daysSaid{Days: Days{Spans: []DateSpan{span(23, 28)}}}, false},
		"eight": {daysSaid{Days: Days{Spans: []DateSpan{span(23, 30)}}}, false}, "a bound": {daysSaid{Days: Days{Spans: []DateSpan{span(23, 29)}}, bounded: true}, false},
		"two": {daysSaid{Days: Days{Spans: []DateSpan{span(23, 29), span(30, 36)}}}, false}, "none": {daysSaid{}, false},
	} {
		if got := tt.said.isAWeek(); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	for name, tt := range map[string]struct{ a, b, want []DateSpan }{
		"both":        {[]DateSpan{span(23, 29)}, []DateSpan{span(25, 31)}, []DateSpan{span(25, 29)}},
		"from, until": {[]DateSpan{{From: ofNovember(25)}}, []DateSpan{{To: ofNovember(29)}}, []DateSpan{span(25, 29)}},
		"one day":     {[]DateSpan{span(23, 25)}, []DateSpan{span(25, 29)}, []DateSpan{span(25, 25)}},
		"apart":       {[]DateSpan{span(23, 24)}, []DateSpan{span(25, 29)}, []DateSpan{span(25, 29)}},
	} {
		if got := within(tt.a, tt.b); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	if otherSide(DateSpan{From: ofNovember(25)}) != (DateSpan{To: ofNovember(24)}) || otherSide(DateSpan{To: ofNovember(25)}) != (DateSpan{From: ofNovember(26)}) {
		t.Error("the other side of a bound begins beside it")
	}
}

// What is found twice is one, with the larger number and the surer of two.
func TestWhatIsFoundTwiceIsOne(t *testing.T) {
	t.Parallel()
	first := candidate{from: 0, to: 1, sure: 0.6, value: ConcernValue{ID: "a", Quantity: 1, Rivals: []booking.ConcernID{"b"}}}
	second := candidate{from: 3, to: 5, sure: 0.9, also: []int{7}, value: ConcernValue{ID: "a", Quantity: 3}}
	for name, all := range map[string][]candidate{"the surer last": {first, second}, "the surer first": {second, first}} {
		got := onceEach(all)
		if len(got) != 1 {
			t.Fatalf("%s: %d", name, len(got))
		}
		v, _ := got[0].value.(ConcernValue)
		if v.Quantity != 3 || got[0].sure != 0.9 || len(v.Rivals) != 0 {
			t.Errorf("%s: %+v, sure %v", name, v, got[0].sure)
		}
	}
	if got := onceEach([]candidate{first, second}); !slices.Equal(got[0].also, []int{3, 4, 7}) {
		t.Errorf("it explains %v besides", got[0].also)
	}
	other := candidate{value: ConcernValue{ID: "a", Negated: true}}
	if len(onceEach([]candidate{first, other})) != 2 || len(onceEach([]candidate{first, {value: ConcernValue{ID: "b"}}})) != 2 {
		t.Error("what is not wanted, or another one, is the same")
	}
	sure, unsure := candidate{sure: 0.5, value: ConcernValue{ID: "a"}}, candidate{sure: 0.49, value: ConcernValue{ID: "a"}}
	if len(withoutContradictions([]candidate{sure, other})) != 1 || len(withoutContradictions([]candidate{unsure, other})) != 2 {
		t.Error("what is wanted for sure is not refused")
	}
	rivals := withoutContradictions([]candidate{{value: ConcernValue{ID: "c", Rivals: []booking.ConcernID{"a", "b"}}}, other})
	if v, _ := rivals[0].value.(ConcernValue); !slices.Equal(v.Rivals, []booking.ConcernID{"b"}) {
		t.Errorf("asked about is %v", v.Rivals)
	}
}

// A day is told, and not wished for, near behind what has been done, or before it, in
// one clause, unless something is wanted or it is still to come.
func TestADayNearWhatHasBeenDoneIsTold(t *testing.T) {
	t.Parallel()
	reader := NewReader(Directory{})
	for text, want := range map[string]bool{
		"hab heute bestanden": true, "hab bestanden heute": true, "hab bestanden wohl heute": true, "hab bestanden wohl auch heute": false, "hab bestanden, heute": false,
		"heute bestanden": false, "hab heute, bestanden": false, "hab heute bestanden und brauche es": true, "hab bestanden morgen": false, "hab morgen bestanden": true, "heute hab": false,
	} {
		m := reader.message(text, Context{Lang: "de", Today: ofNovember(23)})
		at := slices.IndexFunc(m.words, func(w word) bool { return w.text == "heute" || w.text == "morgen" })
		got := false
		for _, g := range m.grammars {
			got = got || g.x.language.code == "de" && g.hasHappened(at, at+1, m.words[at].text == "morgen")
		}
		if got != want {
			t.Errorf("%q is told: %v, want %v", text, got, want)
		}
	}
}
