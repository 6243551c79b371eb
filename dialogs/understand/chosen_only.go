package understand

// onlyNeedsAt reads that only some people need something chosen, so that there are as many of it: "nur
// meine Frau braucht den Pass", and how many of it are enough: "beim Pass reicht einer".
func (m *message) onlyNeedsAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	people, count, enough := 0, 0, false
	var things []int
	for at := i; at < end; at++ {
		n := idiomAt(enoughWords, m.words, at)
		_, _, to := m.groupFor(at)
		switch {
		case onlies[m.words[at].text] && to == 0 && at+1 < end:
			if one := idiomAt(oneOfUsWords, m.words, at+1); one > 0 {
				people, at = 1, at+one
			} else if who, _, end := m.groupFor(at + 1); end > 0 {
				people, at = who, end-1
			}
		case n > 0:
			enough, at = true, at+n-1
		case m.isOfConcern(at):
			things = append(things, at)
		case m.amountAt(at) > 0 && m.words[at].kind == letters && (at+1 == end || enough || idiomAt(enoughWords, m.words, at+1) > 0):
			count = m.amountAt(at)
		case !m.isFiller(at) && !needing[m.words[at].text]:
			return chosenPart{}, false
		}
	}
	if !enough {
		count = people
	}
	if count == 0 || len(things) == 0 {
		return chosenPart{}, false
	}
	of, _ := m.chosenOf(things[0], lastOf(things)+1)
	if len(of) != 1 || !m.countable(of[0]) {
		return chosenPart{}, false
	}
	return chosenPart{from: i, to: end, found: []Value{ConcernValue{ID: of[0].Concern, Quantity: count}}}, true
}

// onlySoManyAt reads that there are to be fewer cases of something than are chosen: "nur eine
// Meldebescheinigung" beside two. It leaves out nothing else.
func (m *message) onlySoManyAt(i int) (chosenPart, bool) {
	if !m.beginsPart(i) || m.asksWith(len(m.words)) {
		return chosenPart{}, false
	}
	_, end := m.clauseOf(i, i+1)
	count, says, to := 0, m.leavesTheRest(), 0
	var things []int
	for at := i; at < end; at++ {
		w := m.words[at]
		switch {
		case m.isOfConcern(at):
			things, to = append(things, at), at+1
		case onlies[w.text]:
			says = true
		case count == 0 && len(things) == 0 && m.amountAt(at) > 0:
			count = m.amountAt(at)
		case speakers[w.text] || !m.isFiller(at) && !wanting[w.text] && !needing[w.text]:
			return chosenPart{}, false
		}
	}
	if count == 0 || !says || len(things) == 0 {
		return chosenPart{}, false
	}
	of, _ := m.chosenOf(things[0], lastOf(things)+1)
	if len(of) != 1 || of[0].Quantity <= count || !m.countable(of[0]) {
		return chosenPart{}, false
	}
	return m.withFiller(chosenPart{from: i, to: to, found: []Value{ConcernValue{ID: of[0].Concern, Quantity: count}}}), true
}

// leavesTheRest tells whether a message speaks of what it does not name.
func (m *message) leavesTheRest() bool {
	return len(othersWord.in(m.words, 0, len(m.words))) > 0
}
