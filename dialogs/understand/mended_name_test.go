package understand_test

import (
	"testing"

	"terminbote/dialogs/understand"
)

// TestMendedNameKeepsTheRest replaces the word of a name that is meant, and all
// of it where none is like what is said.
func TestMendedNameKeepsTheRest(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"Tim Berger", "Bergers", "Tim Bergers"},
		{"Jonas Maier", "Meier", "Jonas Meier"},
		{"Sara Klein", "Sarah", "Sarah Klein"},
		{"Anna Schmitt", "Schmidt", "Anna Schmidt"},
		{"Tim Berger", "Yilmaz", "Yilmaz"},
		{"Tim Berger", "Tom Berger", "Tom Berger"},
		{"Berger", "Bergers", "Bergers"},
		{"", "Berger", "Berger"},
		{"Li Wu", "Xu", "Xu"},
		{"Erika Mustermann", "Musterfrau", "Erika Musterfrau", "Mustermann"},
		{"Erika Mustermann", "Meier", "Erika Meier", "mustermann"},
		{"Erika Mustermann", "Meier", "Meier", "Schulz"},
		{"Erika Mustermann", "Erna Meier", "Erna Meier", "Mustermann"},
	} {
		if got := understand.MendedName(c[0], c[1], c[3]); got != c[2] {
			t.Errorf("%q, then %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
