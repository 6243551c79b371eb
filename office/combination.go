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

// combinations is all combinations of the file.
func (f *file) combinations() booking.Combinations {
	var all booking.Combinations
	for _, x := range f.Combinations {
		all.Among(named[booking.ConcernID](x.Among)...)
		all.Each(named[booking.ConcernID](x.Each), named[booking.ConcernID](x.With))
	}
	return all
}
