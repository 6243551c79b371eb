package understand

import (
	"slices"

	"terminbote/booking"
)

// IsForSeveral tells whether a concern is about several people at once, as
// registering a family is: more people make no more cases of it.
func (r *Reader) IsForSeveral(id booking.ConcernID) bool {
	return r.isNamedAfter(id, wholeFamily)
}

// isOfDwelling tells whether a concern is to register or deregister where people live:
// those who do it together are one case.
func (r *Reader) isOfDwelling(id booking.ConcernID) bool {
	return r.isNamedAfter(id, register, reregister, deregister)
}

// isNamedAfter tells whether one of some concepts is in what a concern is called.
func (r *Reader) isNamedAfter(id booking.ConcernID, concepts ...concept) bool {
	ids := r.catalogue.words.ids
	return slices.ContainsFunc(r.catalogue.entries, func(e listed) bool {
		return !e.elsewhere && e.concernID() == id && slices.ContainsFunc(concepts, func(c concept) bool {
			n, known := ids[c]
			return known && slices.Contains(e.named, n)
		})
	})
}
