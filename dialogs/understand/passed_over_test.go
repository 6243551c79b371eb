package understand

import (
	"slices"
	"testing"
)

// TestPapersThatAreNamedBesideAreNotPassedOverInSilence: what is at hand, and what was not
// heard as a wish, is said to be left out; what something is for is not.
func TestPapersThatAreNamedBesideAreNotPassedOverInSilence(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "passport", Names: []string{"Reisepass beantragen"}, Synonyms: []string{"Reisepass", "Pass"}},
		{ID: "id-card", Names: []string{"Personalausweis beantragen"}, Synonyms: []string{"Perso", "Personalausweis"}},
		{ID: "conduct", Names: []string{"Führungszeugnis"}},
	}})
	for text, want := range map[string][]string{
		"Perso ist noch gültig, ich brauche einen Reisepass": {"Perso"},
		"ich brauche einen Reisepass":                        nil,
		"Perso und Reisepass":                                nil, // both are taken
		"hallo":                                              nil, // nothing is taken
	} {
		read := r.Read(text, Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60})
		if !slices.Equal(read.Passed, want) {
			t.Errorf("%q passes over %q, want %q", text, read.Passed, want)
		}
		if slices.ContainsFunc(want, func(w string) bool { return slices.Contains(read.Rest, w) }) {
			t.Errorf("%q: it is left over as well: %q", text, read.Rest)
		}
	}
}

// TestOnlyLeavesAllOthersOut tells "nur den Perso" from "den Perso", and from a "nur" that
// belongs to something else.
func TestOnlyLeavesAllOthersOut(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "id-card", Names: []string{"Personalausweis beantragen", "ID card"}, Synonyms: []string{"Perso", "Personalausweis"}},
	}})
	for text, want := range map[string]bool{
		"nur den Perso": true, "doch nur Perso": true, "only the ID card": true, "bloß einen Personalausweis": true,
		"den Perso": false, "Perso, aber nur montags": false, "nicht nur Perso": false,
	} {
		if got := r.Read(text, Context{Lang: "de", Today: ofNovember(23), Now: 8 * 60}).Only; got != want {
			t.Errorf("%q: only that is %t, want %t", text, got, want)
		}
	}
}
