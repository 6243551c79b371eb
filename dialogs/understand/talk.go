package understand

import (
	"maps"
	"slices"
)

// The idioms of small talk, anger and emergencies in all languages.
var (
	politeTalk = lookoutFor(func(l language, o *lookout[Talk]) { enterTalk(o, l.talk.polite) })
	graveTalk  = lookoutFor(func(l language, o *lookout[Talk]) { enterTalk(o, l.talk.grave) })
	tongues    = lookoutFor(func(l language, o *lookout[string]) {
		for _, code := range slices.Sorted(maps.Keys(l.talk.tongues)) {
			o.enter(idiomsIn(l.talk.tongues[code]), code)
		}
	})
	speaking = speakingWords()
)

func enterTalk(o *lookout[Talk], talk map[Talk]string) {
	for _, t := range slices.Sorted(maps.Keys(talk)) {
		o.enter(idiomsIn(talk[t]), t)
	}
}

func speakingWords() map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		maps.Copy(all, wordSet(l.talk.speaking))
	}
	return all
}

const (
	sureTalk       = 0.9
	emergencyBonus = 100 // nothing else counts then
	graveBonus     = 0.5
	politeWords    = 12 // words of a message that may be small talk
)

// talk finds small talk, anger and emergencies.
func (m *message) talk() []candidate {
	all := append(append(m.graveTalk(), m.leave()...), m.pause()...)
	if t, ok := m.politeTalk(); ok {
		all = append(all, candidate{from: 0, to: len(m.words), sure: sureTalk, bonus: m.politeBonus(t), value: TalkValue{t}})
	}
	if code, ok := m.tongueWanted(); ok {
		all = append(all, candidate{from: 0, to: len(m.words), sure: sureTalk, bonus: graveBonus, value: LanguageValue{Lang: code}})
	}
	return append(all, m.foreignTalk()...)
}

// leave finds clauses that take leave until later: "ich melde mich nächste Woche
// nochmal". A day in them is not wanted.
func (m *message) leave() []candidate {
	var all []candidate
	for _, clause := range m.clauses() {
		for _, s := range leaving.in(m.words, clause[0], clause[1]) {
			all = append(all, candidate{from: s.from, to: clause[1], sure: sureTalk, bonus: graveBonus, value: TalkValue{Goodbye}})
		}
	}
	return all
}

// pause reads a message whose last clause asks for no more than a moment, where something
// is asked that people have to look up: "weiß ich grad nicht auswendig, Moment".
func (m *message) pause() []candidate {
	clauses := m.clauses()
	if len(clauses) < 2 || !m.asksToLookUp() {
		return nil
	}
	last := clauses[len(clauses)-1]
	whole := func(s sighting[Talk]) bool { return s.value == Pause && s.from == last[0] && s.to == last[1] }
	if !slices.ContainsFunc(politeTalk.in(m.words, last[0], last[1]), whole) {
		return nil
	}
	return []candidate{{from: 0, to: len(m.words), sure: sureTalk, bonus: graveBonus, value: TalkValue{Pause}}}
}

// asksToLookUp tells whether something is asked that people may have to look up.
func (m *message) asksToLookUp() bool {
	return slices.Contains([]Expect{ExpectName, ExpectMail, ExpectPhone, ExpectCode}, m.in.Expect)
}

// leaving are idioms that take leave until later.
var leaving = lookoutFor(func(l language, o *lookout[bool]) { o.enter(idiomsIn(l.talk.leaves), true) })

// politeBonus is how much more small talk counts where no question stands
// open: "super" answers one. Who needs a moment answers none.
func (m *message) politeBonus(t Talk) float64 {
	if m.in.Expect == ExpectWish || t == Pause && m.asksToLookUp() {
		return 1
	}
	return 0
}

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
	var plain []word
	var places []int
	for i, w := range m.words {
		if i == 0 || !stressing[w.text] {
			plain, places = append(plain, w), append(places, i)
		}
	}
	if len(plain) == len(m.words) || len(m.words) > mostEvidence {
		return all
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

// greeted are words for those who are greeted: moin zusammen.
var greeted = talkingWords(func(t talkWords) string { return t.greeted })

func talkingWords(of func(talkWords) string) map[string]bool {
	all := map[string]bool{}
	for _, l := range languages {
		maps.Copy(all, wordSet(of(l.talk)))
	}
	return all
}

// politeTalk tells whether a message is nothing but small talk, and which:
// thanks count more than a greeting. Praise may have other words beside it.
func (m *message) politeTalk() (Talk, bool) {
	if len(m.words) == 0 || len(m.words) > politeWords {
		return "", false
	}
	said := make([]bool, len(m.words))
	heard := map[Talk]bool{}
	praised, thanked := false, false
	for _, s := range m.unstressed(politeTalk) {
		if s.value == Greeting && m.isPartOfDay(s.from) || s.value == Pause && s.from > 0 && !m.words[s.from].startsClause() {
			continue // this evening, im Moment
		}
		heard[s.value] = true
		praised = praised || s.value == Praise && s.size() > 1
		thanked = thanked || (s.value == Thanking || s.value == Goodbye) && s.size() > 1
		for i := s.from; i < s.to; i++ {
			said[i] = true
		}
	}
	if m.isUntilThen() {
		return Goodbye, true
	}
	for i, w := range m.words {
		if !said[i] && w.kind != sign && !praised && !m.saysNothing(w) && !(i > 0 && said[i-1] && heard[Greeting] && greeted[w.text]) && !(thanked && m.isUnheardOf(i)) && !m.agreesAt(i) {
			return "", false
		}
	}
	for _, t := range []Talk{Pause, Thanking, Goodbye, Praise, Greeting} {
		if heard[t] {
			return t, true
		}
	}
	return "", false
}

// isPartOfDay tells whether a word that could greet says which part of a day is meant by
// the one before it: this evening, on Monday morning.
func (m *message) isPartOfDay(i int) bool {
	return i > 0 && slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.says(i-1, sThis, sOn, sDay, sWeekday) > 0 })
}

// isUntilThen tells whether a message takes leave until some day, where none is
// asked for: bis nächste Woche dann.
func (m *message) isUntilThen() bool {
	if m.in.Expect != ExpectWish && m.in.Expect != ExpectMore {
		return false
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		n := g.says(0, sUntil, sUntilThen)
		_, used := g.dayAt(n)
		for n > 0 && used > 0 && n+used < len(m.words) && m.isFiller(n+used) {
			used++
		}
		return n > 0 && used > 0 && n+used == len(m.words) && len(m.words) <= mostLeave && g.says(0, sFrom) == 0
	})
}

const mostLeave = 5 // words that take leave until some day

// agreesAt tells whether a message begins with a word that agrees, where nothing
// was asked: jo dann tschüss.
func (m *message) agreesAt(i int) bool {
	if i > 0 || m.in.Expect != ExpectWish {
		return false
	}
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		intent, ok := g.replyOf(0, 1, nil, nil)
		return ok && (intent == Yes || intent == Next)
	})
}

// isUnheardOf tells whether a word neither names a time nor what people come
// for; beside thanks it is what somebody is called: danke, junger Mann.
func (m *message) isUnheardOf(i int) bool {
	return m.words[i].kind == letters && !m.saysWhen(i) && len(m.reader.catalogue.words.exact[m.words[i].text]) == 0
}

// saysNothing tells whether a word neither is what somebody comes for nor
// counts or names a day.
func (m *message) saysNothing(w word) bool {
	return isSmall(w.text) && !countedWords[w.text] && len(m.reader.catalogue.words.exact[w.text]) == 0
}

// asksForTongues tells whether a message asks who speaks a language at the
// office: "kann ich bei euch auch Rumänisch reden".
func (m *message) asksForTongues() bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		g, likely := m.topicOf(t)
		return t.asked && likely && g.topic == AboutLanguages && g.likely >= surelyTopic
	})
}

// tongueWanted is the language that a message asks for and says nothing else:
// "english please", "auf Deutsch".
func (m *message) tongueWanted() (code string, ok bool) {
	s, named := largest(tongues.in(m.words, 0, len(m.words)))
	if !named || len(m.words) > politeWords || m.asksForTongues() {
		return "", false
	}
	asks := len(m.words) == 1
	for i, w := range m.words {
		if i >= s.from && i < s.to {
			continue
		}
		if !isSmall(w.text) && !speaking[w.text] {
			return "", false
		}
		asks = asks || speaking[w.text]
	}
	return s.value, asks
}
