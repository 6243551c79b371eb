package understand

import "slices"

// evidenceFor tells which words count for what is wanted: all that may speak of
// it, taken or not, but those of thoughts that say what is not or has been.
func (f *finder) evidenceFor(may []bool, frames []frame) []bool {
	open := slices.Clone(may)
	for _, p := range slices.Concat(frames, f.past) {
		_, means := f.candidate(p)
		if p.negated && f.tellsOnly(p) {
			f.shut(open, f.acts(p.items))
			continue
		}
		past := slices.ContainsFunc(f.past, func(q frame) bool { return q.items[0].from == p.items[0].from })
		if !past && (!p.negated || !means && !f.isDeniedOutright(p)) {
			continue // a "nicht" that takes nothing back may be what it is about: "keine Daten an Verlage"
		}
		from, to := f.thoughtAround(p)
		for i := from; i < to; i++ {
			open[i] = false
		}
	}
	return open
}

// shut leaves some items out of the words that count: what has not happened.
func (f *finder) shut(open []bool, its []item) {
	for _, it := range its {
		for i := it.from; i < it.to; i++ {
			open[i] = false
		}
	}
}

// mayTell tells which words may speak of what somebody comes for: those that
// nothing explains, in a story those as well that seem to say when and who, and
// what cannot wait.
func (m *message) mayTell(f *finder, chosen []candidate) []bool {
	may := slices.Clone(f.free)
	if !m.tells(may, 1) {
		return may // a day that is near says nothing by itself
	}
	timed := slices.ContainsFunc(chosen, isHoursSaid)
	for _, c := range chosen {
		switch c.value.(type) {
		case NameValue, MailValue, PhoneValue, NumberValue, QuestionValue:
			continue
		}
		for i := c.from; i < c.to; i++ {
			w := m.words[i].text
			may[i] = len(m.words) >= aStory || pressing[w] || soon[w] && !timed // "morgen nachmittag" is when, and no hurry
		}
	}
	return may
}

// fewestTold is how many words with a meaning of their own a guess must rest
// on, to be more than one.
const fewestTold = 2

const certain = 0.95 // one word may be enough then

// tellsMuch tells whether what is said is enough to guess from, and not put as
// a question.
func (m *message) tellsMuch(open []bool, best opinion) bool {
	return (best.fit > 0 || best.likely >= certain || m.tells(open, fewestTold)) && (m.asksFor || m.asksWhen || m.sounds(kindWish) >= whollyOfKind || !m.wonders())
}

func (m *message) tells(open []bool, fewest int) bool {
	n := 0
	for i, w := range m.words {
		if open[i] && w.kind == letters && !isSmall(w.text) {
			n++
		}
	}
	return n >= fewest
}

// wonders tells whether a message is a question that wishes for nothing: "Was
// passiert, wenn ich mich zu spät ummelde?"
func (m *message) wonders() bool { return m.wondersWithin(0, len(m.words)) }

// wondersWithin is the same of the thoughts in which some words stand: "Perso
// verloren, was nun?" wonders about nothing.
func (m *message) wondersWithin(from, to int) bool {
	wishes := func(w word) bool { return needing[w.text] || wishing[w.text] }
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		if t.from >= to || t.to <= from {
			return false
		}
		at := m.words[t.from:t.to]
		whats := slices.ContainsFunc(at[:min(len(at), mostBefore)], func(w word) bool { return whats[w.text] && !m.isOfAnother(w) })
		return t.asked && (whats || m.asksDuty(t) || !slices.ContainsFunc(at, wishes))
	})
}

// explained tells which free words a conclusion explains. In a story that is
// all of them; a shorter message may say something else besides, in words that
// nobody knows, and in numbers.
func (m *message) explained(f *finder, items []item, open []bool, best opinion) []bool {
	apart := m.apart(f.told(), best)
	all := slices.Clone(f.free)
	understood := make([]bool, len(all))
	for _, it := range items {
		for i := it.from; i < it.to; i++ {
			understood[i] = !it.unknown
		}
	}
	for i, w := range m.words {
		known := f.told() >= aStory || understood[i] || isSmall(w.text) || m.reader.model.hasWord(w.text)
		all[i] = all[i] && open[i] && known && !apart[i] && w.kind != digits && !countedWords[w.text]
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

func isHoursSaid(c candidate) bool {
	_, is := c.value.(hoursSaid)
	return is
}
