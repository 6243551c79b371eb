package understand

import (
	"testing"

	"terminbote/booking"
)

// What a form is called by is no number of cases.
func TestANumberThatBelongsToAConcernsNameIsNoQuantity(t *testing.T) {
	t.Parallel()
	r := NewReader(Directory{Concerns: []ConcernEntry{
		{ID: "one", Names: []string{"Sonderfall 1"}, Synonyms: []string{"Extra1", "Fahrzeuge"}},
		{ID: "twelve", Names: []string{"Sonderfall 12"}, Synonyms: []string{"Extra12", "Klasse B96", "beides 7"}},
		{ID: "many", Names: []string{"Sonderfall 124"}, Synonyms: []string{"Extra124", "§ 30a", "beides 7"}},
		{ID: "card", Names: []string{"Personalausweis beantragen"}, Synonyms: []string{"Perso"}},
	}})
	for said, want := range map[string]booking.ConcernID{
		"Extra124": "many", "extra 124": "many", "Extra-124, bitte": "many", "Sonderfall 12": "twelve", "ich brauche Sonderfall 1": "one",
		"Extra1": "one", "Klasse B 96": "twelve", "Klasse B96 am Dienstag": "twelve", "2 Perso": "card",
	} {
		if got := wanted(r.Read(said, Context{Lang: "de", Expect: ExpectWish})); len(got) != 1 || got[0] != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
	asked := r.Read("was kostet Sonderfall 124?", Context{Lang: "de", Expect: ExpectWish})
	answered := false
	for _, f := range asked.Found {
		q, is := f.Value.(QuestionValue)
		answered = answered || is && q.Concern == "many"
	}
	if !answered {
		t.Errorf("what it costs is asked, and read as %+v", asked.Found)
	}
	if got := wanted(asked); len(got) > 0 && got[0] != "many" {
		t.Errorf("asked about one, taken for %q", got)
	}
}

// wanted is the concerns that a reading names, the surest of each wish.
func wanted(r Reading) (all []booking.ConcernID) {
	for _, f := range r.Found {
		if v, is := f.Value.(ConcernValue); is {
			all = append(all, v.ID)
		}
	}
	return all
}
