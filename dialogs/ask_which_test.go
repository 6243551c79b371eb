package dialogs_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/office"
)

// What may be needed as well is asked about one after the other: a no goes on to the next and then to
// the times, a yes takes it.
func TestEachThatMayBeNeededIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		answers []string
		want    []booking.ConcernID
	}{
		{[]string{"nein", "nein"}, []booking.ConcernID{"passport"}},
		{[]string{"ja", "nein"}, []booking.ConcernID{"passport", "id-card"}},
		{[]string{"nein", "ja, dienstag nachmittag"}, []booking.ConcernID{"passport", "cert-registration"}},
	} {
		v := arrive(t, office.Sample()).say(t, "Reisepass")
		v.state.Draft.Picked = false
		v.state.Draft.Between, v.state.Draft.Doubts = []booking.ConcernID{"id-card"}, []booking.ConcernID{"passport", "cert-registration"}
		v = v.say(t, c.answers[0])
		if v.step != "which" || !slices.Equal(v.state.Draft.Between, []booking.ConcernID{"cert-registration"}) {
			t.Fatalf("%q: asked about %s at %s", c.answers[0], v.state.Draft.Between, v.step)
		}
		v = v.say(t, c.answers[1])
		var got []booking.ConcernID
		for _, w := range v.state.Draft.Wishes {
			got = append(got, w.Concern)
		}
		if v.step != "when" || !slices.Equal(got, c.want) {
			t.Errorf("%q: %s at %s, want %s", c.answers, got, v.step, c.want)
		}
	}
}
