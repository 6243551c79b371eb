package dialogs

import (
	"strings"

	"terminbote/booking"
)

// begin opens the talk, with a concern, a category, or the number of an
// appointment made elsewhere chosen by a link.
func (t *talk) begin(payload string) {
	if t.Draft.Begun() {
		t.interrupt("")
		return
	}
	t.reset()
	if id, ok := strings.CutPrefix(payload, "concern_"); ok {
		if c, known := t.facts.Town.Concern(booking.ConcernID(id)); known {
			t.Draft.Category = c.Category
			t.wish(c.ID)
			t.enoughIfAny()
		}
	}
	if id, ok := strings.CutPrefix(payload, "category_"); ok && len(t.facts.Town.ConcernsIn(booking.CategoryID(id))) > 0 {
		t.Draft.Category = booking.CategoryID(id)
	}
	if text, ok := strings.CutPrefix(payload, "number_"); ok {
		if number, known := booking.ParseNumber(text); known {
			t.attach(number)
		}
	}
}
