package booking

// Combinations says which different concerns can share one appointment. It is
// kept as the groups in which an office names them, so that a group of a
// thousand concerns takes a thousand entries and not half a million pairs. The
// zero value combines nothing.
type Combinations struct {
	groups int
	sides  map[ConcernID][]side
}

// side is the part of a concern in a group: one of those that all go together,
// or on the left or right, where each on the left goes with each on the right.
type side struct {
	group int
	part  part
}

type part int

const (
	among part = iota
	left
	right
)

// Among enters that all of these concerns go together.
func (c *Combinations) Among(ids ...ConcernID) {
	c.groups++
	c.enter(among, ids)
}

// Each enters that each of some concerns goes with each of others.
func (c *Combinations) Each(ids, with []ConcernID) {
	c.groups++
	c.enter(left, ids)
	c.enter(right, with)
}

func (c *Combinations) enter(p part, ids []ConcernID) {
	if c.sides == nil {
		c.sides = map[ConcernID][]side{}
	}
	for _, id := range ids {
		c.sides[id] = append(c.sides[id], side{c.groups, p})
	}
}

// Combines tells whether a and b can share an appointment. Both directions are
// one; a concern can always be combined with itself.
func (c *Combinations) Combines(a, b ConcernID) bool {
	if a == b {
		return true
	}
	for _, one := range c.sides[a] {
		for _, other := range c.sides[b] {
			if one.group == other.group && (one.part == among || one.part != other.part) {
				return true
			}
		}
	}
	return false
}
