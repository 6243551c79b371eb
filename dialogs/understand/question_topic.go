package understand

import "slices"

// hint is what single words of a question ask for; where there are none, and
// no concern is named, its first word does, which is weak: "wo", "wie lange".
func (m *message) hint(t thought) (s sighting[Topic], found, weak bool) {
	if s, ok := largest(hintedFor.in(m.words, t.from, t.to)); ok {
		return s, true, false
	}
	s, ok := largest(leftFor.in(m.words, t.from, t.to))
	if !ok || !aboutConcerns[s.value] && m.speaksOfWishes(t) || s.value == AboutSoonest && m.in.Expect == ExpectWhen {
		return sighting[Topic]{}, false, false
	}
	return s, true, true
}

// speaksOfWishes tells whether a thought names what people come for.
func (m *message) speaksOfWishes(t thought) bool {
	return m.speaksOf(t, ownWord, aThing, anAct)
}

func (m *message) speaksOf(t thought, kinds ...kind) bool {
	words := m.words[t.from:t.to]
	v := m.reader.catalogue.words
	return slices.ContainsFunc(v.items(words, allFree(len(words)), true), func(it item) bool {
		return slices.ContainsFunc(it.means, func(id conceptID) bool { return slices.Contains(kinds, v.notions[id].kind) })
	})
}

// vagueTopics are asked for in words that often stand beside what is meant:
// "wie komme ich hin mit dem Bus", "kann man bei euch parken".
var vagueTopics = map[Topic]bool{AboutPlace: true, AboutLength: true, AboutConcern: true, AboutServices: true, AboutNeed: true, AboutDocuments: true, AboutFee: true}

// topic is what is asked for: the idiom of the most words, unless it is a
// vague one and there is another.
func (m *message) topic(all []sighting[Topic], t thought) (sighting[Topic], bool) {
	best, found := largest(all)
	if !found || !vagueTopics[best.value] {
		return best, found
	}
	plain := func(s sighting[Topic]) bool { return vagueTopics[s.value] }
	if other, ok := largest(slices.DeleteFunc(slices.Clone(all), plain)); ok {
		return other, true
	}
	sharper := sharperHints[best.value]
	hints := slices.DeleteFunc(hintedFor.in(m.words, t.from, t.to), func(s sighting[Topic]) bool {
		within := best.from <= s.from && s.to <= best.to || slices.Contains(best.also, s.from)
		return within || !slices.Contains(sharper, s.value) // "als Foto zeigen" asks for no photo
	})
	if other, ok := largest(hints); ok {
		return other, true
	}
	if other, ok := largest(slices.DeleteFunc(all, func(s sighting[Topic]) bool { return s.value == best.value })); ok && best.value == AboutConcern {
		return other, true
	}
	return best, true
}

// sharperHints are topics that one word is enough for beside a vague idiom.
var sharperHints = map[Topic][]Topic{
	AboutPlace:     {AboutTransit, AboutParking, AboutAccess},
	AboutConcern:   {AboutTransit, AboutParking, AboutAccess, AboutPayment, AboutPhoto},
	AboutDocuments: {AboutPhoto},
	AboutFee:       {AboutPayment, AboutParking},
}

// asksAnyhow tells whether what is not put as a question is one: "Gebühren
// Reisepass", "was kostet …" in the middle of a sentence.
func (m *message) asksAnyhow(t thought, s sighting[Topic]) bool {
	begins := s.from == t.from && m.mayOpen(s.from)
	if s.size() > 1 && (begins || m.isWhat(s.from)) {
		return true
	}
	return m.meaning(t) <= shortMessage && s.from == t.from && !m.speaksOf(t, anAct)
}

// suits tells whether a thought says whether a time suits: "Donnerstag ist gut".
func (m *message) suits(t thought) bool {
	last := m.words[t.to-1]
	return t.to-t.from > 1 && suiting[last.text] && (m.saysWhen(t.from) || m.saysWhen(t.from+1)) && !m.mark(t.to)
}

// wantsToCome tells whether somebody asks whether they can come at some time for something:
// "könnte ich am Montag vorbeikommen und mein Auto abmelden", or behind what they come for, "kann
// ich Mittwoch vorbeikommen", wishes for it.
func (m *message) wantsToCome(t thought) bool {
	if m.wantsToShift(t) || m.asksForTime(t) {
		return true
	}
	asks := abling[m.words[t.from].text] && (m.saysWhenIn(t) || len(m.whenIn(t.from, t.to)) > 0) &&
		slices.ContainsFunc(m.words[t.from:min(t.to, t.from+2)], func(w word) bool { return speakers[w.text] })
	return asks && (m.speaksOf(t, aThing) && (m.speaksOf(t, anAct) || m.speaksOf(t, aUsualAct)) || m.onlyComes(t))
}

// offering asks whether there is anything free.
var offering = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.offers), true) })

// asksForTime tells whether somebody who is asked when they can come asks whether there is anything at some
// time, and nothing else: "habt ihr was am Samstag?", "do you have anything after work?". They want it then.
func (m *message) asksForTime(t thought) bool {
	when := m.whenIn(t.from, t.to)
	if m.in.Expect != ExpectWhen || len(when) == 0 || len(offering.in(m.words, t.from, t.to)) == 0 {
		return false
	}
	for i := t.from; i < t.to; i++ {
		said := slices.ContainsFunc(when, func(c candidate) bool { return c.from <= i && i < c.to })
		if !said && m.words[i].kind == letters && !isSmall(m.words[i].text) && !m.isFiller(i) {
			return false
		}
	}
	return true
}

// wantsToShift tells whether somebody asks whether they can come so much earlier or later than the
// time that is seen: "could we do it 20 minutes later?".
func (m *message) wantsToShift(t thought) bool {
	if !abling[m.words[t.from].text] || m.in.Expect != ExpectReview && m.in.Expect != ExpectWhen && m.in.Seen != SeenAppointment {
		return false
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := t.from; i < t.to; i++ {
			if shift, n := g.shiftAt(i); n > 0 && shift.Minutes+shift.Days > 0 {
				return true
			}
		}
		return false
	})
}

// onlyComes tells whether a thought behind what somebody comes for says that they come, when, and
// nothing else.
func (m *message) onlyComes(t thought) bool {
	if t.from == 0 || !m.asksWish() || !m.speaksOfWishes(thought{to: t.from}) || !slices.ContainsFunc(m.words[t.from:t.to], func(w word) bool { return coming[w.text] }) {
		return false
	}
	when := m.whenIn(t.from, t.to)
	for i := t.from; i < t.to; i++ {
		w := m.words[i]
		said := slices.ContainsFunc(when, func(c candidate) bool { return c.from <= i && i < c.to })
		if w.kind == letters && !said && !coming[w.text] && !abling[w.text] && !isSmall(w.text) && !m.isFiller(i) && !m.saysWhen(i) {
			return false
		}
	}
	return true
}

// coming are verbs for that somebody comes to the office.
var coming = tellingWords(func(q questionWords) string { return q.comes })

// tellsClosed tells whether a thought says that a day does not do because the office is
// closed, where a day is asked for: "Sonntag ist zu, dann Montag".
func (m *message) tellsClosed(t thought) bool {
	return m.in.Expect == ExpectWhen && !m.mark(t.to) && slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		for i := t.from; i < t.to-1; i++ {
			_, n := g.weekdaysAt(i)
			if behind := g.impossibleAt(i + n); n > 0 && behind > 0 && shut[g.word(i+n+behind-1).text] {
				return true
			}
		}
		return false
	})
}

// shut are words for that the office is closed.
var shut = tellingWords(func(q questionWords) string { return q.shut })

// suiting are words that say whether something suits somebody.
var suiting = tellingWords(func(q questionWords) string { return q.suits })

// meaning is how many words of a thought have a meaning of their own.
func (m *message) meaning(t thought) int {
	n := 0
	for _, w := range m.words[t.from:t.to] {
		if !isSmall(w.text) {
			n++
		}
	}
	return n
}
