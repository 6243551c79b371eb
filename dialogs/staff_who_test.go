package dialogs_test

import (
	"testing"

	"terminbote/dialogs"
	"terminbote/locales"
)

// Clerks read in their language who did something, also where nobody did.
func TestWhatAProgramDidIsSaidInWords(t *testing.T) {
	t.Parallel()
	p := locales.For("de")
	for by, want := range map[string]string{
		"": "automatisch", dialogs.ByProgram: "automatisch", dialogs.ByImport: "aus einer Datei", dialogs.ByPickup: "aus einer Datei",
		"letter": "selbst, über den Link", "person 12": "selbst", "erased": "selbst", "Anna": "Anna",
	} {
		if got := p.Say(dialogs.OtherLine(by)); got != want {
			t.Errorf("%q: %s, want %s", by, got, want)
		}
	}
}
