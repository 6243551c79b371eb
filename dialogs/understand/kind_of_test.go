package understand_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// A question for an ID card is one for the temporary card that was chosen, and never for
// what something else is done with.
func TestWhatIsAKindOfSomethingElse(t *testing.T) {
	t.Parallel()
	r := understand.NewReader(directory(sample()))
	for _, c := range []struct {
		kind, of booking.ConcernID
		want     bool
	}{
		{"id-card-temporary", "id-card", true},
		{"passport-temporary", "passport", true},
		{"family-documents", "passport", true},
		{"conduct-extended", "conduct", true},
		{"id-card", "passport", false},
		{"id-card-lost", "id-card", false},
		{"pickup-document", "id-card", false},
		{"id-card", "nothing", false},
	} {
		if got := r.IsKindOf(c.kind, c.of); got != c.want {
			t.Errorf("%s is a kind of %s: %v, want %v", c.kind, c.of, got, c.want)
		}
	}
}
