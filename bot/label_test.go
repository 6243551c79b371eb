package bot

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A label is shown whole as long as there is room for it, and cut between words
// where there is none.
func TestALabelIsCutOnlyWhereItIsTooLong(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		strings.Repeat("ü", 60):                                  strings.Repeat("ü", 60),
		strings.Repeat("ü", 61):                                  strings.Repeat("ü", 59) + "…",
		strings.Repeat("a", 40) + " " + strings.Repeat("b", 30):  strings.Repeat("a", 40) + "…",
		strings.Repeat("a", 20) + " " + strings.Repeat("b", 50):  strings.Repeat("a", 20) + " " + strings.Repeat("b", 38) + "…",
		strings.Repeat("a", 40) + ", " + strings.Repeat("b", 30): strings.Repeat("a", 40) + "…",
		"": "",
	} {
		if got := label(Button{Label: text}, atTheEnd); got != want || utf8.RuneCountInString(got) > longestLabel {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	long := strings.Repeat("a", 29) + ", " + strings.Repeat("b", 20) + " " + strings.Repeat("c", 29)
	if got, want := label(Button{Label: long}, inTheMiddle), strings.Repeat("a", 29)+"…"+strings.Repeat("c", 29); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Labels that differ only where they are cut are cut elsewhere; those that are the
// same all the same are counted, over all groups, and marks stay.
func TestLabelsThatAreTheSameAreToldApart(t *testing.T) {
	t.Parallel()
	head := strings.Repeat("a", 58)
	groups := []Group{
		{Buttons: []Button{{Label: head + " eins"}, {Label: head + " zwei"}, {Label: "Ja"}}},
		{Buttons: []Button{{Label: "Ja"}, {Label: "Ja", Marked: true}, {Label: "Ja"}}},
	}
	got := labelsOf(groups)
	half := strings.Repeat("a", 30) + "…"
	want := [][]string{
		{half + strings.Repeat("a", 24) + " eins", half + strings.Repeat("a", 24) + " zwei", "Ja"},
		{"Ja (2)", "✓ Ja", "Ja (3)"},
	}
	for i := range want {
		if strings.Join(got[i], "|") != strings.Join(want[i], "|") {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}
