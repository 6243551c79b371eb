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

// Counterpart is the concern that is to one person what another is to several, or the other way
// round, as registering a family is to registering oneself.
func (r *Reader) Counterpart(id booking.ConcernID) (booking.ConcernID, bool) {
	for _, act := range []concept{register, reregister, deregister} {
		if !r.isNamedAfter(id, act) {
			continue
		}
		for _, c := range r.directory.Concerns {
			if r.isNamedAfter(c.ID, act) && r.IsForSeveral(c.ID) != r.IsForSeveral(id) {
				return c.ID, true
			}
		}
	}
	return "", false
}

// isOfDwelling tells whether a concern is to register or deregister where people live, and no vehicle and no trade:
// those who do it together are one case.
func (r *Reader) isOfDwelling(id booking.ConcernID) bool {
	return r.isNamedAfter(id, register, reregister, deregister) && !r.isNamedAfter(id, vehicle, trade)
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
