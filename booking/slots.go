package booking

import (
	"iter"
	"math/bits"
	"time"
)

// slots has one bit for every grid step of a day, from midnight on. The finest
// grid, 5 minutes, has 300 of them on the longest day, which has 25 hours.
type slots [5]uint64

const slotsPerWord = 64

func (s *slots) set(from, to int) {
	for w := range s {
		first, last := max(from-w*slotsPerWord, 0), min(to-w*slotsPerWord, slotsPerWord)
		if first < last {
			s[w] |= ^uint64(0) << first & (^uint64(0) >> (slotsPerWord - last))
		}
	}
}

func (s slots) and(o slots) slots {
	for i := range s {
		s[i] &= o[i]
	}
	return s
}

func (s slots) or(o slots) slots {
	for i := range s {
		s[i] |= o[i]
	}
	return s
}

func (s slots) without(o slots) slots {
	for i := range s {
		s[i] &^= o[i]
	}
	return s
}

func (s slots) empty() bool { return s[0]|s[1]|s[2]|s[3]|s[4] == 0 }

var _ = [5]uint64(slots{}) // empty, meets, includes and narrow name each word

// meets tells whether some slots are in both. It is asked for each pair that
// might change desks.
func (s *slots) meets(o *slots) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3]|s[4]&o[4] != 0
}

// earlier moves every slot n steps towards midnight.
func (s slots) earlier(n int) slots {
	var r slots
	words, rest := n/slotsPerWord, n%slotsPerWord
	for i := 0; i+words < len(s); i++ {
		r[i] = s[i+words] >> rest
		if next := i + words + 1; rest > 0 && next < len(s) {
			r[i] |= s[next] << (slotsPerWord - rest)
		}
	}
	return r
}

// runs is the slots at which n consecutive set slots begin.
func (s slots) runs(n int) slots { return s.longer(1, n) }

// longer is the slots at which n consecutive set slots begin, if those at which
// have of them begin are set. It doubles the length known until it reaches n.
func (s slots) longer(have, n int) slots {
	for have < n {
		step := min(have, n-have)
		if step < slotsPerWord {
			s.narrow(step)
		} else {
			s = s.and(s.earlier(step))
		}
		have += step
	}
	return s
}

// narrow keeps the slots that are set again so many steps later, less than a
// word. All free times and their worth are found by it, so it names each word.
func (s *slots) narrow(step int) {
	step &= slotsPerWord - 1 // tells the compiler that no shift is too far
	back := (slotsPerWord - step) & (slotsPerWord - 1)
	s[0] &= s[0]>>step | s[1]<<back
	s[1] &= s[1]>>step | s[2]<<back
	s[2] &= s[2]>>step | s[3]<<back
	s[3] &= s[3]>>step | s[4]<<back
	s[4] &= s[4] >> step
}

// count is how many slots are set.
func (s slots) count() (n int) {
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// countIn is how many slots are set, and how many of them are in a part.
func (s *slots) countIn(part *slots) (all, in int) {
	for w := range s {
		all += bits.OnesCount64(s[w])
		in += bits.OnesCount64(s[w] & part[w])
	}
	return all, in
}

// includes tells whether all of o is set.
func (s *slots) includes(o *slots) bool {
	return o[0]&^s[0]|o[1]&^s[1]|o[2]&^s[2]|o[3]&^s[3]|o[4]&^s[4] == 0
}

// all yields the set slots in order.
func (s slots) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for w, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(w*slotsPerWord + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

// ruler converts times of one day to slots and back. Slots count elapsed time
// from midnight, so that days of 23 and 25 hours need no special case.
type ruler struct {
	midnight time.Time
	step     time.Duration
	even     bool // of 24 hours: the clocks do not change
}

func newRuler(date Date, zone *time.Location, step time.Duration) ruler {
	from, to := date.At(0, zone), date.At(Midnight, zone)
	return ruler{from, step, to.Sub(from) == 24*time.Hour}
}

// clock is when the wall clock shows c on date, which is the ruler's.
func (r ruler) clock(date Date, c Clock) time.Time {
	if r.even {
		return r.midnight.Add(time.Duration(c) * time.Minute)
	}
	return date.At(c, r.midnight.Location())
}

// covering is the slots that a span touches, even in part.
func (r ruler) covering(s Span) slots {
	var b slots
	b.set(r.touched(s))
	return b
}

// touched is the first slot that a span touches, and the one after the last.
func (r ruler) touched(s Span) (from, to int) {
	return int(s.Start.Sub(r.midnight) / r.step), int((s.End.Sub(r.midnight) + r.step - 1) / r.step)
}

// within is the slots that lie entirely inside a span.
func (r ruler) within(s Span) slots {
	var b slots
	from := (s.Start.Sub(r.midnight) + r.step - 1) / r.step
	to := s.End.Sub(r.midnight) / r.step
	b.set(int(from), int(to))
	return b
}

// spans is the stretches of time that slots cover, in order.
func (r ruler) spans(s slots) []Span {
	var spans []Span
	for slot := range s.all() {
		from, to := r.at(slot), r.at(slot+1)
		if last := len(spans) - 1; last >= 0 && spans[last].End.Equal(from) {
			spans[last].End = to
			continue
		}
		spans = append(spans, Span{from, to})
	}
	return spans
}

func (r ruler) at(slot int) time.Time {
	return r.midnight.Add(time.Duration(slot) * r.step)
}

// slot is the slot that starts at t; false if t is not on the grid of this day.
func (r ruler) slot(t time.Time) (int, bool) {
	since := t.Sub(r.midnight)
	i := int(since / r.step)
	return i, since >= 0 && since%r.step == 0 && i < len(slots{})*slotsPerWord
}
