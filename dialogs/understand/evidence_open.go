package understand

import "slices"

// evidenceFor tells which words count for what is wanted: all that may speak of
// it, taken or not, but those of thoughts that say what is not or has been.
func (f *finder) evidenceFor(may []bool, frames []frame) []bool {
	open := slices.Clone(may)
	for _, p := range slices.Concat(frames, f.past) {
		if !p.negated && !slices.ContainsFunc(f.past, func(q frame) bool { return q.items[0].from == p.items[0].from }) {
			continue
		}
		from, to := f.thoughtAround(p)
		for i := from; i < to; i++ {
			open[i] = false
		}
	}
	return open
}

// mayTell tells which words may speak of what somebody comes for: those that
// nothing explains, in a story those as well that seem to say when and who, and
// what cannot wait.
func (m *message) mayTell(f *finder, chosen []candidate) []bool {
	may := slices.Clone(f.free)
	for _, c := range chosen {
		switch c.value.(type) {
		case NameValue, MailValue, PhoneValue, NumberValue, QuestionValue:
			continue
		}
		for i := c.from; i < c.to; i++ {
			w := m.words[i].text
			may[i] = len(m.words) >= aStory || pressing[w] || soon[w]
		}
	}
	return may
}

// explained tells which free words a conclusion explains. In a story that is
// all of them; a shorter message may say something else besides, in words that
// nobody knows, and in numbers.
func (m *message) explained(f *finder, items []item, open []bool) []bool {
	all := slices.Clone(f.free)
	understood := make([]bool, len(all))
	for _, it := range items {
		for i := it.from; i < it.to; i++ {
			understood[i] = !it.unknown
		}
	}
	for i, w := range m.words {
		known := f.told() >= aStory || understood[i] || isSmall(w.text) || matters().hasWord(w.text)
		all[i] = all[i] && open[i] && known && w.kind != digits && !countedWords[w.text]
	}
	return all
}

// allOf is a candidate for all of some words.
func allOf(open []bool) candidate {
	c := candidate{from: -1}
	for i, is := range open {
		switch {
		case !is:
		case c.from < 0:
			c.from, c.to = i, i+1
		case c.to == i:
			c.to++
		default:
			c.also = append(c.also, i)
		}
	}
	return c
}
