package understand

import (
	"math"
	"testing"
)

// The names of entries that differ in how many cases they are for say from which
// number to which; more than twenty begins at twenty-one.
func TestANameSaysForHowManyCasesItIs(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]caseSpan{
		"Beglaubigung bis 5 Dokumente":         {1, 5},
		"Certification up to 5 documents":      {1, 5},
		"Beglaubigung 6 bis 20 Dokumente":      {6, 20},
		"Certification 6 to 20 documents":      {6, 20},
		"Beglaubigung 6-20 Dokumente":          {6, 20},
		"Beglaubigung mehr als 20 Dokumente":   {21, math.MaxInt},
		"Certification more than 20 documents": {21, math.MaxInt},
		"Beglaubigung 20 bis 6 Dokumente":      {},
		"Beglaubigung":                         {},
		"Formular 20":                          {},
	} {
		got, base := casesIn(name)
		if got != want || (base == "") != (want == caseSpan{}) {
			t.Errorf("%q is for %v of %q, want %v", name, got, base, want)
		}
		for number, in := range map[int]bool{want.from - 1: false, want.from: true, want.to: true} {
			if want != (caseSpan{}) && got.holds(number) != in {
				t.Errorf("%q holds %d: %v", name, number, !in)
			}
		}
	}
}
