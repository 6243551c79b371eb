package understand

import (
	"slices"
	"strings"
	"testing"
)

// A web address in a name is found however its dots are written; titles and initials are none.
func TestAWebAddressInANameIsFound(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"evil.de": true, "www.evil": true, "evil. de": true, "abc. de": true, "ab. de": false, "Dr. De": false, "Dr.de": false, "evil punkt de": true, "evil dot com": true, "evil (punkt) de": true,
		"evil .de": true, "J. de": false, "J.R. Meier": false, "Anna de Vries": false, "evil. xyz": true, "evil. abc": false, "Prof. Dr. Me": false, "x.evil. de": true, "a.bc. de": false, "evil.de.": true, "de": false,
	} {
		if got := isLink(name); got != want {
			t.Errorf("%q is a link: %v, want %v", name, got, want)
		}
	}
	for name, want := range map[string]bool{"http evil": true, "https://x": true, "t.me/x": true, "Otto": false, "httpd": true, "Atmen": false} {
		if got := isAnnounced(name); got != want {
			t.Errorf("%q begins an address: %v, want %v", name, got, want)
		}
	}
	var lure, clause string
	for w := range lureWords {
		if !strings.Contains(w, " ") && !clauseWords[w] && (lure == "" || w < lure) {
			lure = w
		}
	}
	for w := range clauseWords {
		if !strings.Contains(w, " ") && !lureWords[w] && (clause == "" || w < clause) {
			clause = w
		}
	}
	for name, want := range map[string]bool{
		lure: false, lure + " Meier": false, lure + " Anna Meier": true, lure + " " + lure: true, lure + " anna@meier.de jetzt": false, lure + " " + lure + " a@b.de": true, "Anna Meier": false, "evil.de": true, "anna@evil.de": false,
	} {
		if got := advertises(name); got != want {
			t.Errorf("%q advertises: %v, want %v", name, got, want)
		}
	}
	for name, want := range map[string]bool{
		clause: false, clause + " a b c": false, clause + " a b c d": true, clause + " " + clause: true, clause + " " + lure: true, "a b c d e f g h": false, "a b c d e f g h i": true,
	} {
		if got := isSentence(name); got != want {
			t.Errorf("%q is a sentence: %v, want %v", name, got, want)
		}
	}
}

// A number with less digits than a post code belongs to the word before it.
func TestAPlacesWordsAreComparedAsTheyAreMeant(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Bürgerbüro 9": "buergerbuero|buergerbuero 9", "Amt 123": "amt|amt 123", "Unna 1234": "unna|1234", "Unna 59425": "unna|59425", "9 Unna": "9|unna", "im Süden": "sued", "in der Stadt Unna": "unna", "Unna-Königsborn": "unna|koenigsborn",
		"Nord/Ost": "nord|ost", "westen": "west", "": "",
	} {
		if got := strings.Join(placeWords(text), "|"); got != want {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
	p := NewPlaces([]Place{{[]string{"Unna Mitte", "59423"}}, {[]string{"Unna Nord", "59425"}}, {[]string{"Kamen", "59174", "Nord"}}})
	for text, want := range map[string]struct {
		at    []int
		whole bool
	}{
		"unna": {[]int{0, 1}, true}, "mitte": {[]int{0}, true}, "unna nord": {[]int{1}, true}, "nord": {[]int{2}, true}, "kam": {[]int{2}, false}, "ka": {nil, false}, "59423": {[]int{0}, true}, "594": {[]int{0, 1}, false},
		"kamen unna": {[]int{0, 1, 2}, true}, "unna mitte kamen": {[]int{0}, true}, "berlin": {nil, false}, "": {nil, false},
	} {
		at, whole := p.Named(text)
		if !slices.Equal(at, want.at) || whole != want.whole && len(at) > 0 {
			t.Errorf("%q names %v, whole %v, want %+v", text, at, whole, want)
		}
	}
}

// Of two answers in a row the one that decides more counts.
func TestTheAnswerThatDecidesMoreCounts(t *testing.T) {
	t.Parallel()
	order := []Intent{"", Hello, Thanks, Next, Yes, No, OtherTimes, Enough, Cancel, Start}
	for i, less := range order {
		for _, more := range order[i+1:] {
			if weightier(less, more) != more || weightier(more, less) != more {
				t.Errorf("%q decides more than %q", less, more)
			}
		}
	}
}
