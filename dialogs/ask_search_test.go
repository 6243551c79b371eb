package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

func TestWhatALongSentenceMeansIsWhatItsListShows(t *testing.T) {
	t.Parallel()
	v := arrive(t, office.Sample()).say(t,
		"Guten Tag, ich hätte gerne einen Termin für die Verlängerung von einem Reisepass bitte danke schön")
	all, _ := v.choices()
	if !slices.ContainsFunc(all[:2], func(c dialogs.Choice) bool { return c.ID == "concern:passport" }) {
		t.Errorf("the passport is not among the first: %v", all)
	}
}

func TestTheLastWordOfAStoryIsHeard(t *testing.T) {
	t.Parallel()
	const story = "Guten Tag, mein Name ist Erika Mustermann, ich wohne seit drei Jahren in der Nähe vom Bahnhof. " +
		"Neulich bin ich in eine andere Straße umgezogen, und gestern hat meine Nachbarin erzählt, dass man im Sommer " +
		"an der Grenze großen Ärger bekommt, deswegen brauche ich einen Personalausweis"
	v := arrive(t, office.Sample()).say(t, story)
	if !v.offers("concern:id-card") {
		t.Errorf("the identity card is not offered: %v", v.view.Groups)
	}
	if title := locales.For("de").Say(v.view.Title); len([]rune(title)) > 130 {
		t.Errorf("the whole story is told again: %s", title)
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
