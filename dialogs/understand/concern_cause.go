package understand

import "slices"

// tellsOnly tells whether a frame says what happens to people, not what they
// want.
func (f *finder) tellsOnly(p frame) bool {
	return f.speaksOf(p, lose) || !f.has(p, aThing) && (f.speaksOf(p, married) || f.speaksOf(p, divorced) || f.speaksOf(p, born) || f.speaksOf(p, died))
}

// isCause tells whether a frame says what happened to people, for which others
// are there, beside a thing that something is to be done with: "mein Opa ist
// gestorben, sein Auto muss weg". What is lost together is no cause of the other.
func (f *finder) isCause(x frame, frames []frame, c candidate) bool {
	if _, elsewhere := c.value.(ElsewhereValue); !elsewhere || !f.tellsOnly(x) {
		return false
	}
	lost := 0
	for _, p := range frames {
		if f.has(p, aThing) && f.speaksOf(frame{items: slices.Concat(p.items, p.lent)}, lose) {
			lost++
		}
	}
	if lost > 1 && f.has(x, aThing) {
		return false
	}
	return slices.ContainsFunc(frames, func(other frame) bool { return f.has(other, aThing) && !other.negated && f.knowsThing(other) })
}

// onlyGivesReason tells whether what others do is named as a reason, beside what somebody comes
// for: "nachmittags, weil mein Kind in der Kita ist".
func (m *message) onlyGivesReason(frames []frame, c candidate) bool {
	_, elsewhere := c.value.(ElsewhereValue)
	return elsewhere && m.isReason(c.from) && slices.ContainsFunc(frames, func(other frame) bool {
		return slices.ContainsFunc(other.items, func(it item) bool { return !it.unknown && !m.isReason(it.from) })
	})
}

// knowsThing tells whether a frame names a thing that some table has.
func (f *finder) knowsThing(p frame) bool {
	return slices.ContainsFunc(p.items, func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).kind == aThing })
	})
}
