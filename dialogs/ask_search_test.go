package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

func TestWhatALongSentenceMeansIsWhatItsListShows(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t,
		"Guten Tag, ich hätte gerne einen Termin für die Verlängerung von einem Reisepass bitte danke schön")
	if !v.wants("passport") {
		t.Errorf("the passport is not chosen: %v", v.state.Draft.Wishes)
	}
}

func TestTheLastWordOfAStoryIsHeard(t *testing.T) {
	t.Parallel()
	const story = "Guten Tag, mein Name ist Erika Mustermann, ich wohne seit drei Jahren in der Nähe vom Bahnhof. " +
		"Neulich bin ich in eine andere Straße umgezogen, und gestern hat meine Nachbarin erzählt, dass man im Sommer " +
		"an der Grenze großen Ärger bekommt, deswegen brauche ich einen Personalausweis"
	v := arrive(t, office.Sample()).say(t, story)
	if !v.wants("id-card") && !v.offers("concern:id-card") {
		t.Errorf("the identity card is neither chosen nor offered: %v", v.view.Groups)
	}
	if said := v.remarkedText("de"); len([]rune(said)) > 130 {
		t.Errorf("the whole story is told again: %s", said)
	}
}

func TestWhatOnlySoundsAlikeIsNotChosenUnasked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"Kirchenaustritt": 0, "Fundbüro": 1, "Fundbuero bitte": 1} {
		v := arrive(t, office.Sample()).say(t, text)
		if all, _ := v.choices(); len(v.state.Draft.Wishes) != want || len(all) == 0 {
			t.Errorf("%s: want %d chosen, got %v of %v", text, want, v.state.Draft.Wishes, all)
		}
	}
}

// wants tells whether a concern is chosen.
func (v visitor) wants(id booking.ConcernID) bool {
	return slices.ContainsFunc(v.state.Draft.Wishes, func(w booking.Wish) bool { return w.Concern == id })
}
