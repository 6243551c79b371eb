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
