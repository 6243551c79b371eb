package understand

import "slices"

// tone is which way a word of an answer leans.
type tone uint8

const (
	noTone tone = iota
	assents
	denies
	suffices   // nothing else is wanted
	wantsOther // something else is wanted
)

// toneWords are the words of an answer by the way that they lean.
type toneWords struct {
	assent, deny, enough, other string
}

func newTones(t toneWords) map[string]tone {
	tones := map[string]tone{}
	for way, words := range [...]string{assents: t.assent, denies: t.deny, suffices: t.enough, wantsOther: t.other} {
		for _, w := range list(words) {
			tones[w] = tone(way)
		}
	}
	return tones
}

// longestTone is how many words an answer has at most that is read by its tone.
const longestTone = 8

// byTone reads a clause that no table has as it stands, and that holds nothing
// but filler and words that lean one way: ja alles so richtig, das ist nicht
// korrekt.
func (g *grammar) byTone(from, to int) []candidate {
	if g.foreign || to-from > longestTone || !g.expects(ExpectMore, ExpectYesNo, ExpectReview, ExpectWhen) {
		return nil
	}
	heard := map[tone]bool{}
	if g.doubts(from, to) || g.m.asksIn(from, to) {
		return nil
	}
	for i := from; i < to; i++ {
		w := g.m.words[i]
		way := g.x.tones[w.text]
		if way == noTone && (!g.m.isFiller(i) || w.kind != letters) || g.saysWhenPlainly(i) {
			return nil
		}
		if _, n := g.correctionAt(i); n > 0 || g.expects(ExpectReview) && g.says(i, sLater, sEarlier) > 0 {
			return nil // die Zeit ist falsch
		}
		heard[way] = true
	}
	intent := g.leaning(heard)
	if intent == "" || intent == Yes && g.m.yesDecides() && g.m.asksSomewhere() {
		return nil
	}
	return []candidate{{from: from, to: to, sure: 0.75, bonus: perPiece + g.fitting(intent) - 0.1, value: IntentValue{intent}}}
}

// asksIn tells whether a question to be answered begins in some words: "muss
// meine Tochter dabei sein".
func (m *message) asksIn(from, to int) bool {
	return slices.ContainsFunc(m.thoughts(), func(t thought) bool {
		if !t.asked || t.from < from || t.from >= to || t.to-t.from < fewestAsked {
			return false
		}
		return m.asksDuty(t) || m.asksWhy(t) || m.asksOfAt(t.from) || m.asksHours(t)
	})
}

// asksHours tells whether a thought asks in plain words when the office is open: "wann habt ihr denn auf".
func (m *message) asksHours(t thought) bool {
	s, plain := m.topic(m.withoutExcess(askedFor.in(m.words, t.from, t.to)), t)
	return plain && s.value == AboutHours
}

// doubts tells whether some of the words say that somebody does not know.
func (g *grammar) doubts(from, to int) bool {
	for i := from; i < to; i++ {
		if g.says(i, sDontKnow) > 1 {
			return true
		}
	}
	return false
}

// saysWhenPlainly tells whether a word names a day or a part of it; "so" is no
// Sunday here.
func (g *grammar) saysWhenPlainly(i int) bool {
	return g.m.saysWhen(i) && !g.x.rare[g.m.words[i].text] && g.says(i, sYet) == 0
}

// leaning is what the words lean to, by the question that stands open.
func (g *grammar) leaning(heard map[tone]bool) Intent {
	switch {
	case g.expects(ExpectMore) && heard[suffices]:
		return Enough
	case g.expects(ExpectWhen) && heard[wantsOther] && heard[suffices]:
		return "" // nichts mehr
	case g.expects(ExpectWhen) && heard[wantsOther]:
		return OtherTimes
	case heard[denies]:
		return No
	case heard[assents]:
		return Yes
	}
	return ""
}
