package understand

import "terminbote/booking"

// concluded is the strongest opinion, taken where it is strong enough, with
// its rivals where not. Where little was told, it is not more than a guess.
func (f *finder) concluded(all []opinion, open []bool, much bool) candidate {
	best := all[0]
	c := allOf(open)
	c.bonus, c.sure = concernBonus, unsure
	if takenSurely(all, much) {
		c.sure = max(clearFit, best.share)
	}
	if e := f.rank.entries[best.entry]; e.elsewhere {
		c.value, c.meant = ElsewhereValue{ID: e.id}, true
		return c
	}
	v := f.concernOf(best)
	if c.sure < clearFit {
		v.Rivals = f.rivalsOf(all)
	}
	if len(v.Rivals) > 0 {
		c.sure = clearFit
	}
	c.value = v
	return c
}

// concernOf is the concern of an opinion, with the number that was said.
func (f *finder) concernOf(best opinion) ConcernValue {
	quantity := 0
	if best.found != nil {
		v, _ := best.found.value.(ConcernValue)
		quantity = v.Quantity
	}
	ranks, byNumber := f.byCases([]rank{{entry: best.entry}}, quantity)
	v := ConcernValue{ID: f.rank.entries[ranks[0].entry].concernID()}
	if !byNumber {
		v.Quantity = quantity
	}
	return v
}

// rivalsOf is the concerns that could be meant as well as the strongest.
func (f *finder) rivalsOf(all []opinion) []booking.ConcernID {
	var rivals []booking.ConcernID
	for _, o := range all[1:] {
		e := f.rank.entries[o.entry]
		if o.share >= rivalFrom && (o.fit > 0 || o.likely > hardly) && !e.elsewhere && len(rivals) < mostAsked-1 {
			rivals = append(rivals, e.concernID())
		}
	}
	return rivals
}
