package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// BenchmarkFolds reports how sentences of the table are read, in per cent,
// where the model has learnt all others. They are harder than what people write,
// as many stand in the table to tell neighbours apart.
func BenchmarkFolds(b *testing.B) {
	town := directory(sample())
	for b.Loop() {
		all := &tally{}
		for _, fold := range understand.Folds(town) {
			for _, kept := range fold.Kept {
				read := fold.Reader.Read(kept.Text, understand.Context{Lang: "de", Today: monday})
				all.add(judge(meantBy(kept), read))
			}
		}
		b.ReportMetric(all.share(right), "right")
		b.ReportMetric(all.share(askedOnce), "asked")
		b.ReportMetric(all.share(silently), "silent")
	}
}

// meantBy is a sentence of the table as an utterance of the corpus.
func meantBy(k understand.KeptSentence) utterance {
	u := utterance{text: k.Text, in: understand.Context{Lang: "de", Today: monday}}
	switch v := k.Meant.(type) {
	case understand.ConcernValue:
		u.labels = []label{{"concern=" + string(v.ID)}}
	case understand.ElsewhereValue:
		u.labels = []label{{"elsewhere"}}
	default:
		u.labels = []label{{nothing}}
	}
	return u
}
