package office

import (
	"iter"

	"terminbote/booking"
)

// pairs yields the pairs of different concerns that go together.
func (x combination) pairs() iter.Seq2[name, name] {
	return func(yield func(a, b name) bool) {
		for i, a := range x.Among {
			for _, b := range x.Among[i+1:] {
				if a.v != b.v && !yield(a, b) {
					return
				}
			}
		}
		for _, a := range x.Each {
			for _, b := range x.With {
				if a.v != b.v && !yield(a, b) {
					return
				}
			}
		}
	}
}

// matrix is all combinations of the file.
func (f *file) matrix() booking.Matrix {
	m := booking.Matrix{}
	for _, x := range f.Combinations {
		for a, b := range x.pairs() {
			m.Allow(booking.ConcernID(a.v), booking.ConcernID(b.v))
		}
	}
	return m
}
