package understand

import (
	"slices"

	"terminbote/booking"
)

// IsKindOf tells whether a concern is about all that another one is about, and is a kind of
// it: a temporary ID card is an ID card too. What is done with the thing tells them apart.
func (r *Reader) IsKindOf(kind, of booking.ConcernID) bool {
	some, plain := r.listedAs(kind), r.listedAs(of)
	its := r.notionsOf(plain, aThing)
	return len(its) > 0 && isWithinIDs(its, some.named) && slices.Equal(r.notionsOf(some, anAct), r.notionsOf(plain, anAct))
}

// IsTemporary tells whether what a concern is about is for the time being, until the right one is ready.
func (r *Reader) IsTemporary(id booking.ConcernID) bool { return r.isNamedAfter(id, temporary) }

// listedAs is the entry of a concern, and the zero entry where there is none.
func (r *Reader) listedAs(id booking.ConcernID) listed {
	at := slices.IndexFunc(r.catalogue.entries, func(e listed) bool { return !e.elsewhere && e.concernID() == id })
	if at < 0 {
		return listed{}
	}
	return r.catalogue.entries[at]
}

// notionsOf is what the names of an entry speak of that is of one kind.
func (r *Reader) notionsOf(e listed, k kind) []conceptID {
	return slices.DeleteFunc(slices.Clone(e.named), func(id conceptID) bool { return r.catalogue.words.notions[id].kind != k })
}

func isWithinIDs(some, all []conceptID) bool {
	return !slices.ContainsFunc(some, func(id conceptID) bool { return !slices.Contains(all, id) })
}
