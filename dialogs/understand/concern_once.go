package understand

import (
	"slices"

	"terminbote/booking"
)

// onceEach drops what was found before: "Ausweis oder Pass wiedergefunden" is
// one concern.
func onceEach(all []candidate) []candidate {
	var once []candidate
	for _, c := range all {
		if i := slices.IndexFunc(once, func(o candidate) bool { return sameMatter(o.value, c.value) }); i < 0 {
			once = append(once, c)
		} else {
			once[i] = withMore(once[i], c)
		}
	}
	return once
}

// withoutContradictions drops that something is not wanted which is: "nicht
// gestohlen, sondern verloren" is one concern. What is not wanted is not asked
// about either.
func withoutContradictions(all []candidate) []candidate {
	for i, c := range all {
		if v, is := c.value.(ConcernValue); is && len(v.Rivals) > 0 {
			v.Rivals = slices.DeleteFunc(slices.Clone(v.Rivals), func(id booking.ConcernID) bool { return isDenied(all, id) })
			all[i].value = v
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(c candidate) bool {
		x, is := c.value.(ConcernValue)
		return is && x.Negated && slices.ContainsFunc(all, func(other candidate) bool {
			y, also := other.value.(ConcernValue)
			return also && y.ID == x.ID && !y.Negated && other.sure >= 0.5
		})
	})
}

// isDenied tells whether a concern is expressly not wanted.
func isDenied(all []candidate, id booking.ConcernID) bool {
	return slices.ContainsFunc(all, func(c candidate) bool {
		v, is := c.value.(ConcernValue)
		return is && v.Negated && v.ID == id
	})
}

func sameMatter(a, b Value) bool {
	if x, ok := a.(ElsewhereValue); ok {
		return x == b
	}
	x, ok := a.(ConcernValue)
	y, also := b.(ConcernValue)
	return ok && also && x.ID == y.ID && x.Negated == y.Negated
}

// withMore is a candidate that another words say as well.
func withMore(c, other candidate) candidate {
	for i := other.from; i < other.to; i++ {
		c.also = append(c.also, i)
	}
	c.also = append(c.also, other.also...)
	x, one := c.value.(ConcernValue)
	y, two := other.value.(ConcernValue)
	if one && two {
		x.Quantity = max(x.Quantity, y.Quantity)
		if other.sure > c.sure {
			x.Rivals, c.sure = y.Rivals, other.sure
		}
		c.value = x
	}
	return c
}
