package understand_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// Of a long message only the beginning is read, and whatever is seen beside it, the reading says so.
func TestWhatIsCutOffIsSaid(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	chosen := []booking.Wish{{Concern: "passport", Quantity: 1}}
	for where, in := range map[string]understand.Context{
		"at the greeting": {},
		"with a choice":   {Expect: understand.ExpectMore, Chosen: chosen},
		"after a booking": {Changes: true},
		"with both":       {Chosen: chosen, Changes: true, Binds: true, Expect: understand.ExpectReview},
	} {
		in.Lang, in.Today = "de", monday
		for text, cut := range map[string]bool{
			"Ich brauche einen Ausweis.": false,
			"Ich brauche einen Ausweis." + strings.Repeat(" Das dauert nun schon lange.", 60): true,
			"Der Pass soll bleiben." + strings.Repeat(" Das dauert nun schon lange.", 60):     true,
		} {
			if got := reader.Read(text, in); got.Cut != cut {
				t.Errorf("%s %.40q: cut %v", where, text, got.Cut)
			}
		}
	}
}
