package understand

import (
	"slices"
	"testing"

	"terminbote/booking"
)

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
