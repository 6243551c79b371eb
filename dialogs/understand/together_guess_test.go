package understand

import (
	"slices"
	"testing"
)

// TestTogetherKnowsTheSameMatters holds that both models number the matters alike, as a
// town's entries are found once for both.
func TestTogetherKnowsTheSameMatters(t *testing.T) {
	t.Parallel()
	if !slices.Equal(matters().names, together().names) {
		t.Error("the model of what is wanted together has other matters, or another order")
	}
}

// TestEachMatterIsWantedByItself learns a few messages: two things that are wanted at once
// do not lower one another's chance.
func TestEachMatterIsWantedByItself(t *testing.T) {
	t.Parallel()
	names := []string{noMatter, "Angelschein", "Sperrmüll"}
	table := matterTable{names: names, heard: []heard{
		{0, "guten Morgen allerseits"},
		{0, "wie ist das Wetter"},
		{1, "ich will Forellen fangen"},
		{1, "Forellen angeln gehen"},
		{1, "Forellen aus dem Kanal"},
		{2, "die Matratze muss weg"},
		{2, "wer nimmt die alte Matratze mit"},
		{2, "Matratze loswerden"},
	}}
	model := courseTogether(table, []lesson{{"Forellen fangen und die Matratze muss weg", []int{1, 2}}}).learn().model()
	for text, want := range map[string][]bool{
		"Forellen":                       {true, false},
		"die Matratze":                   {false, true},
		"Forellen angeln, dazu Matratze": {true, true},
		"guten Morgen, wie ist das":      {false, false},
	} {
		words, _ := wordsIn(oneCleanLine(text))
		p := model.wanted(model.weigh(matterClues(words)))
		for i, is := range want {
			if got := p[i+1] >= 0.5; got != is {
				t.Errorf("%q: %s is wanted by %.2f, want it %t", text, names[i+1], p[i+1], is)
			}
		}
	}
}

// TestTwoShortMessagesAreJoined holds that what is made for learning wants both, and never
// one thing twice.
func TestTwoShortMessagesAreJoined(t *testing.T) {
	t.Parallel()
	all := twoInOne(lessonsOf(readMatters()))
	if len(all) < 1000 {
		t.Fatalf("only %d were joined", len(all))
	}
	for _, l := range all {
		if len(l.right) != 2 || l.right[0] == l.right[1] {
			t.Errorf("%q stands for %v", l.text, l.right)
		}
	}
}
