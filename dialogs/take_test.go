package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/office"
)

// A request that nothing explains is quoted, also where more words are left over
// than those of a short rest; a story beside what is wanted is not.
func TestARequestThatNobodyUnderstoodIsQuoted(t *testing.T) {
	t.Parallel()
	for text, quoted := range map[string]bool{
		"Personalausweis beantragen und Meldebescheinigung, außerdem will meine Oma Kuchen backen, Lieder singen, Gäste bewirten":   true,
		"Personalausweis beantragen und Meldebescheinigung, meine Oma hat gestern Kuchen gebacken, Lieder gesungen, Gäste bewirtet": false,
	} {
		v := arrive(t, office.Sample()).say(t, text)
		if got := v.remarked("taken.rest"); got != quoted || quoted && !strings.Contains(v.seen("de"), "will meine Oma Kuchen backen") {
			t.Errorf("%q: quoted %v in %s:\n%s", text, got, v.step, v.seen("de"))
		}
	}
}
