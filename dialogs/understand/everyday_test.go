package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// TestWhatOnlyMentionsEverydayThingsIsNotTaken holds sentences in which nobody
// wants anything against others with the same things in which somebody does.
func TestWhatOnlyMentionsEverydayThingsIsNotTaken(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for _, c := range []struct {
		text  string
		taken bool
	}{
		{"in der ecke steht ein alter schrank voller spinnen", false},
		{"im teich schwimmt ein dicker fisch herum", false},
		{"der fisch riecht schon etwas streng", false},
		{"an der wand hängt ein sofa aus pappmaschee", false},
		{"der alte schrank muss weg", true},
		{"schrank loswerden", true},
		{"angelschein", true},
		{"ich will fische angeln", true},
	} {
		read := reader.Read(c.text, understand.Context{Lang: "de", Expect: understand.ExpectWish})
		if got := takesConcern(read); got != c.taken {
			t.Errorf("%q: a concern is taken: %v, want %v: %+v", c.text, got, c.taken, read.Found)
		}
	}
}

// takesConcern tells whether a reading takes a concern without a question.
func takesConcern(r understand.Reading) bool {
	for _, f := range r.Found {
		v, is := f.Value.(understand.ConcernValue)
		if is && f.Sure >= understand.Doubt && len(v.Rivals) == 0 {
			return true
		}
	}
	return false
}

// TestARequestThatNothingExplainsIsLeftOver holds that a request beside what was
// understood is named, and that what only tells something is not.
func TestARequestThatNothingExplainsIsLeftOver(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for _, c := range []struct {
		text string
		left int
	}{
		{"perso beantragen, außerdem soll meine frau ihre knorfel quarzen", 1},
		{"ich brauche einen perso und mein onkel will seinen flugdrachen bemalen", 1},
		{"perso beantragen, mein onkel bemalt gerade seinen flugdrachen", 0},
		{"ich brauche einen perso und meine frau will einen reisepass", 0},
	} {
		read := reader.Read(c.text, understand.Context{Lang: "de", Expect: understand.ExpectWish})
		if len(read.Unmet) != c.left {
			t.Errorf("%q: unmet %q, want %d", c.text, read.Unmet, c.left)
		}
	}
}
