package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/dialogs"
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
