package understand

import "slices"

// alarming are words for an emergency.
var alarming = talkingWords(func(t talkWords) string { return t.alarms })

// onlyAlarms tells whether a message says no more than that it is an emergency. Who says what for
// needs something soon.
func (m *message) onlyAlarms() bool {
	alarmed := false
	for i, w := range m.words {
		switch {
		case alarming[w.text]:
			alarmed = true
		case w.kind == letters && !isSmall(w.text) && !noise[w.text] && !m.isFiller(i):
			return false
		}
	}
	return alarmed
}

// graveTalk finds what is heard wherever it stands. An emergency is all that a
// message says then; of several insults one is enough.
func (m *message) graveTalk() []candidate {
	if m.onlyAlarms() {
		return []candidate{{from: 0, to: len(m.words), sure: sureTalk, bonus: emergencyBonus, value: TalkValue{Emergency}}}
	}
	var insult []candidate
	heard := m.unstressed(graveTalk)
	for _, s := range heard {
		if s.value == Emergency && (m.isPast(s) || m.lasts() || m.isRobbed(s) || isWithin(s, heard)) {
			continue
		}
		if s.value == Emergency {
			return []candidate{{from: 0, to: len(m.words), sure: sureTalk, bonus: emergencyBonus, value: TalkValue{Emergency}}}
		}
		if len(insult) == 0 || s.size() > insult[0].to-insult[0].from {
			insult = []candidate{{from: s.from, to: s.to, also: s.also, sure: sureTalk, bonus: graveBonus, value: TalkValue{s.value}}}
		}
	}
	return insult
}

// isWithin tells whether an idiom is a part of an insult: "den Schuss nicht
// gehört".
func isWithin(s sighting[Talk], all []sighting[Talk]) bool {
	return slices.ContainsFunc(all, func(o sighting[Talk]) bool {
		return o.value == Insult && o.from <= s.from && s.to <= o.to && o.size() > s.size()
	})
}

// unstressed is the idioms in a message as it stands, and those that it has
// without words that only make them stronger: ihr seid echt klasse.
func (m *message) unstressed(of *lookout[Talk]) []sighting[Talk] {
	all := of.in(m.words, 0, len(m.words))
	if len(m.words) < 2 || len(m.words) > mostEvidence || !slices.ContainsFunc(m.words[1:], func(w word) bool { return stressing[w.text] }) {
		return all
	}
	var plain []word
	var places []int
	for i, w := range m.words {
		if i == 0 || !stressing[w.text] {
			plain, places = append(plain, w), append(places, i)
		}
	}
	for _, s := range of.in(plain, 0, len(plain)) {
		if s.size() == 1 {
			continue // it stands above
		}
		for n, i := range s.also {
			s.also[n] = places[i]
		}
		s.from, s.to = places[s.from], places[s.to-1]+1
		all = append(all, s)
	}
	return all
}

// isPast tells whether one word for an emergency says since or after when
// something else is so: "seit dem Schlaganfall", "nach seinem Herzinfarkt".
func (m *message) isPast(s sighting[Talk]) bool {
	if s.size() > 1 {
		return false
	}
	if len(m.words) >= aStory && m.isTellingOf(s) {
		return true
	}
	for i := s.from - 1; i >= max(0, s.from-mostBeforePast) && !m.words[i+1].startsClause(); i-- {
		if pastOf[m.words[i].text] {
			return true
		}
		if !isSmall(m.words[i].text) {
			return false
		}
	}
	return false
}

// isTellingOf tells whether an idiom says what somebody had: "my dad had a stroke, they gave him …".
// What has just been is not over.
func (m *message) isTellingOf(s sighting[Talk]) bool {
	from, _ := m.clauseOf(s.from, s.to)
	had := slices.ContainsFunc(m.words[from:s.from], func(w word) bool { return beens[w.text] })
	return had && !slices.ContainsFunc(m.words, func(w word) bool { return atOnce[w.text] })
}

// lasts tells whether what is told has gone on for days and longer, and not only now: who is
// followed for weeks comes for a lock on their data.
func (m *message) lasts() bool {
	return len(lastingWords.in(m.words, 0, len(m.words))) > 0 && !slices.ContainsFunc(m.words, func(w word) bool { return atOnce[w.text] })
}

// isRobbed tells whether a crime is told of that is over, for what was lost by it: "mir
// wurde die Tasche aufgeschnitten, der Perso ist weg".
func (m *message) isRobbed(s sighting[Talk]) bool {
	done := slices.ContainsFunc(m.grammars, func(g *grammar) bool { return isParticiple(g.x.participles, m.words[s.to-1].text) })
	return done && !slices.ContainsFunc(m.words, func(w word) bool { return atOnce[w.text] }) && m.losesBeside(s)
}

// losesBeside tells whether something is lost in words other than those of an idiom.
func (m *message) losesBeside(s sighting[Talk]) bool {
	v := m.reader.catalogue.words
	return slices.ContainsFunc(v.items(m.words, allFree(len(m.words)), false), func(it item) bool {
		within := s.from <= it.from && it.from < s.to
		return !within && slices.ContainsFunc(it.means, func(id conceptID) bool { return v.notions[id].concept == lose })
	})
}

// atOnce are words for what happens now.
var atOnce = talkingWords(func(t talkWords) string { return t.atOnce })

const mostBeforePast = 3 // words between "since" and what lies behind

// lastingWords say that something has lasted.
var lastingWords = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.lasting), true) })

// pastOf are words behind which an emergency is over.
var pastOf = talkingWords(func(t talkWords) string { return t.past })

// stressing are words that make small talk and anger stronger and change
// nothing: echt, so.
var stressing = talkingWords(func(t talkWords) string { return t.stress })
