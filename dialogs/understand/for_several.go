package understand

import (
	"slices"

	"terminbote/booking"
)

// IsForSeveral tells whether a concern is about several people at once, as
// registering a family is: more people make no more cases of it.
func (r *Reader) IsForSeveral(id booking.ConcernID) bool {
	family, known := r.catalogue.words.ids[wholeFamily]
	return known && slices.ContainsFunc(r.catalogue.entries, func(e listed) bool {
		return !e.elsewhere && e.concernID() == id && slices.Contains(e.named, family)
	})
}
