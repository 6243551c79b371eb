package understand

import (
	"slices"
	"testing"
)

// TestTrainingIsTheSameEveryTime trains twice: a reading must not depend on the
// process that reads.
func TestTrainingIsTheSameEveryTime(t *testing.T) {
	t.Parallel()
	table := readMatters()
	table.heard = table.heard[:300]
	one, other := train(table), train(table)
	if !slices.Equal(one.weights, other.weights) || !slices.Equal(one.rarity, other.rarity) {
		t.Error("the weights differ from one training to the next")
	}
}

// TestAModelTellsItsMattersApart trains a small table and asks about sentences
// that share a word with one side only.
func TestAModelTellsItsMattersApart(t *testing.T) {
	t.Parallel()
	model := train(matterTable{
		names: []string{noMatter, "Angelschein", "Sperrmüll"},
		heard: []heard{
			{0, "guten Morgen allerseits"},
			{0, "wie ist das Wetter"},
			{1, "ich will Forellen fangen"},
			{1, "am Kanal mit der Rute sitzen"},
			{2, "der Schrank muss weg"},
			{2, "wer nimmt die alte Matratze mit"},
		},
	}).model()
	for text, want := range map[string]int{"Forellen aus dem See": 1, "eine Matratze im Keller": 2, "schlechtes Wetter heute": 0} {
		words, _ := wordsIn(oneCleanLine(text))
		open := allFree(len(words))
		likely := model.likely(model.weigh(evidenceIn(common(), words, open, common().items(words, open, true))))
		if got := slices.Index(likely, slices.Max(likely)); got != want {
			t.Errorf("%q: taken for %q, want %q (%.2f)", text, model.names[got], model.names[want], likely)
		}
	}
}

// TestTheOrderOfTrainingMeetsEverySentence visits each once a round.
func TestTheOrderOfTrainingMeetsEverySentence(t *testing.T) {
	t.Parallel()
	for n := 1; n < 400; n++ {
		order := fixedOrder(n)
		slices.Sort(order)
		for i, at := range order {
			if i != at {
				t.Fatalf("of %d sentences, number %d is met twice or never", n, i)
			}
		}
	}
}

// BenchmarkTraining reports how long the table takes to learn.
func BenchmarkTraining(b *testing.B) {
	for b.Loop() {
		train(readMatters())
	}
}
