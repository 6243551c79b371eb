package understand

import "slices"

// subject is the concern that a question is about.
func (m *message) subject(from, to int, s sighting[Topic]) (listed, bool) {
	free := make([]bool, len(m.words))
	for i := from; i < to; i++ {
		named := s.value == AboutReady && len(s.also) == 1 && s.also[0] == i // "wie lange dauert … Pass"
		free[i] = (i < s.from || i >= s.to) && !slices.Contains(s.also, i) || named
	}
	f := newFinder(m.words, free, m.rank)
	items := f.items()
	if s.value == AboutReady {
		items = slices.DeleteFunc(items, f.collects)
	}
	frames := f.frames(items)
	if len(m.in.Between) > 1 {
		w := whichAsked{f, m.in.Between, f.entriesCalled(m.in.Between), items, frames}
		if id, is := w.told(); is {
			return m.reader.catalogue.entries[f.entryCalled(string(id), false)], true // of those that are asked about
		}
	}
	var best [2]rank // what is done here, and elsewhere
	for _, p := range frames {
		ranks := f.rank.rank(f.said(p), f.beside(p))
		if len(ranks) == 0 || ranks[0].score < m.enoughFor(ranks[0]) || !f.has(p, aThing) && !m.isNamedAct(f, p, ranks[0]) {
			continue
		}
		kind := 0
		if m.reader.catalogue.entries[ranks[0].entry].elsewhere {
			kind = 1
		}
		if ranks[0].score > best[kind].score {
			best[kind] = ranks[0]
		}
	}
	for _, r := range best {
		if r.score > 0 {
			return m.reader.catalogue.entries[r.entry], true
		}
	}
	return listed{}, false
}

// isNamedAct tells whether what is done is enough to name a concern of the office,
// without a thing that it is done with: "was brauche ich für die Ummeldung".
func (m *message) isNamedAct(f *finder, p frame, r rank) bool {
	return f.has(p, anAct) && r.score >= clearFit && !m.reader.catalogue.entries[r.entry].elsewhere
}

// collects tells whether an item says that something is ready: who asks when,
// asks about the thing.
func (f *finder) collects(it item) bool {
	return slices.ContainsFunc(it.means, func(id conceptID) bool { return f.notion(id).concept == collect })
}

// enoughFor is how well a question must speak of an entry: what others do is
// said only where it is plain.
func (m *message) enoughFor(r rank) float64 {
	if m.reader.catalogue.entries[r.entry].elsewhere {
		return surelyElsewhere
	}
	return questionConcern
}

// onlyAskedAbout tells whether a concern stands in a question that is none of
// the writer's own: "Gilt mein alter Pass noch?" wants no passport.
func (m *message) onlyAskedAbout(c candidate) bool {
	if m.asksWhen || m.sounds(kindWish) >= surelyOfKind {
		return false // "was muss ich machen, wenn ich Sperrmüll loswerden will"
	}
	for _, t := range m.thoughts() {
		if !t.asked || c.from < t.from || c.from >= t.to || !m.mark(t.to) && !m.asksDuty(t) && !m.asksPlainly(t) {
			continue
		}
		if m.namesWhen(t) {
			return false // "Reisepass am Freitag um 10?"
		}
		_, ours := c.value.(ConcernValue)
		return m.asksDuty(t) || ours && m.asksPlainly(t) || m.mark(t.to) && !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return wishing[w.text] })
	}
	return false
}

// namesWhen tells whether a thought that asks only by its mark says when somebody would come.
func (m *message) namesWhen(t thought) bool {
	if m.opens(t) {
		return false
	}
	for i := t.from; i < t.to; i++ {
		if m.saysWhen(i) {
			return true
		}
	}
	return false
}

// asksPlainly tells whether a thought is put as a question that wishes for
// nothing, even without a question mark: "was macht man bei einer
// Auskunftssperre", "kommt man mit dem Rollstuhl rein". Who asks whether or
// where they can have something, wishes for it, and so does who goes on with an "und":
// "und wenn ich schon da bin noch ein Führungszeugnis".
func (m *message) asksPlainly(t thought) bool {
	if !m.asksWish() || !t.asked || joining[m.words[t.from].text] || !m.opensAt(t.from) && !m.verbOpensAt(t.from) {
		return false
	}
	for i := t.from; i < t.to; i++ {
		if w := m.words[i].text; modals[w] || needing[w] || appointing[w] || wheres[w] {
			return false
		}
	}
	return true
}
