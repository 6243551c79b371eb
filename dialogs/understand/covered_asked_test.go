package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// A question for which people what is chosen is says neither yes nor no, with or without its mark.
func TestAQuestionForWhichPeopleItIsIsNoYes(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]bool{
		"passt das so für ihn":              true,
		"gilt das für uns beide":            true,
		"ist das jetzt für uns beide?":      true,
		"sind die für mich und meinen Sohn": true,
		"reicht das auch für meine Frau":    true,
		"ok, aber gilt das auch für Oma":    true,
		"so is that me and him":             true,
		"isn't that for both":               true,
		"does that cover my son too":        true,
		"is this for the two of us?":        true,
		"does it include my wife":           true,
		"are those for me and my kids":      true,
		"passt so":                          false,
		"ja, das passt":                     false,
		"das ist für mich und meinen Sohn":  false,
		"passt das am Dienstag für uns":     false,
		"yes, that works for us":            false,
		"is that right":                     false,
	} {
		in := atReview()
		in.Binds = true
		read := reader.Read(said, in)
		got := false
		for _, q := range understand.Values[understand.QuestionValue](read) {
			got = got || q.Covers
		}
		yes := len(understand.Values[understand.IntentValue](read)) > 0 && read.Agrees
		if got != want || got && yes {
			t.Errorf("%q asks for which people it is: %v, and says yes: %v", said, got, yes)
		}
	}
}
