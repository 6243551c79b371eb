package understand

import (
	"maps"
	"slices"
	"strings"
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
	if len(clauses) == 0 || !m.asksToLookUp() {
		return nil
	}
	last := clauses[len(clauses)-1]
	if m.mustLookUp(last[0]) {
		return []candidate{{from: 0, to: len(m.words), sure: sureTalk, bonus: graveBonus, value: TalkValue{Pause}}}
	}
	if len(clauses) < 2 {
		return nil
	}
	whole := func(s sighting[Talk]) bool { return s.value == Pause && s.from == last[0] && s.to == last[1] }
	if !slices.ContainsFunc(politeTalk.in(m.words, last[0], last[1]), whole) {
		return nil
	}
	return []candidate{{from: 0, to: len(m.words), sure: sureTalk, bonus: graveBonus, value: TalkValue{Pause}}}
}

// mustLookUp tells whether a last clause from a place on says that somebody must first find out what is asked:
// "…, da muss mein Mann erst gucken".
func (m *message) mustLookUp(from int) bool {
	last := len(m.words)
	if m.mark(last) || strings.ContainsAny(m.text, "@0123456789") || !lookingUp[m.words[last-1].text] && !lookingUp[m.words[max(from, last-2)].text] {
		return false
	}
	return slices.ContainsFunc(m.words[from:], func(w word) bool { return needing[w.text] || modals[w.text] })
}

// lookingUp are verbs that find out what one does not know by heart.
var lookingUp = talkingWords(func(t talkWords) string { return t.looksUp })

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
