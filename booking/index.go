package booking

// index holds the positions of concerns and desks by ID. With it a lookup takes
// as long in an office with two thousand concerns as in one with ten.
type index struct {
	concerns map[ConcernID]int
	desks    map[DeskID]int
}

// Index prepares the office for lookups by ID; without it they search. Call it
// again after changing concerns or desks.
func (o *Office) Index() {
	if o.index.fits(o) {
		return // it is right, and may be in use
	}
	x := &index{make(map[ConcernID]int, len(o.Concerns)), make(map[DeskID]int, len(o.Desks))}
	for i := len(o.Concerns) - 1; i >= 0; i-- { // of two with one ID the first counts
		x.concerns[o.Concerns[i].ID] = i
	}
	for i := len(o.Desks) - 1; i >= 0; i-- {
		x.desks[o.Desks[i].ID] = i
	}
	o.index = x
}

// fits tells whether the index matches the office.
func (x *index) fits(o *Office) bool {
	if x == nil || len(x.concerns) != len(o.Concerns) || len(x.desks) != len(o.Desks) {
		return false
	}
	for i := range o.Concerns {
		if at, ok := x.concerns[o.Concerns[i].ID]; !ok || at != i {
			return false
		}
	}
	for i := range o.Desks {
		if at, ok := x.desks[o.Desks[i].ID]; !ok || at != i {
			return false
		}
	}
	return true
}

// concernIndex is the position of a concern; -1 if there is none.
func (o *Office) concernIndex(id ConcernID) int { return o.indexIn(o.Concerns, id) }

// indexIn is the position of a concern among those of today or of all days.
func (o *Office) indexIn(all []Concern, id ConcernID) int {
	if o.index != nil && len(o.index.concerns) == len(all) {
		if i, ok := o.index.concerns[id]; !ok || all[i].ID == id {
			return found(i, ok)
		}
	}
	for i := range all {
		if all[i].ID == id {
			return i
		}
	}
	return -1
}

// deskIndex is the position of a desk; -1 if there is none.
func (o *Office) deskIndex(id DeskID) int {
	if o.index != nil && len(o.index.desks) == len(o.Desks) {
		if i, ok := o.index.desks[id]; !ok || o.Desks[i].ID == id {
			return found(i, ok)
		}
	}
	for i := range o.Desks {
		if o.Desks[i].ID == id {
			return i
		}
	}
	return -1
}

func found(i int, ok bool) int {
	if !ok {
		return -1
	}
	return i
}
