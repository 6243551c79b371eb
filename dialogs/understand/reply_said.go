package understand

import (
	"slices"
	"strings"
)

// mostReplyWords is how many words a reply has at most.
const mostReplyWords = 10

// replies finds what somebody answers or wants done: the whole of a clause
// ("ja passt so"), its beginning ("nein, lieber …"), and words of a sentence
// ("ich möchte meinen Termin absagen").
func (g *grammar) replies() []candidate {
	var all []candidate
	clauses := g.m.clauses()
	for _, clause := range clauses {
		all = append(all, g.wholeReplies(clause[0], clause[1])...)
		all = append(all, g.leadingReply(clause[0], clause[1])...)
	}
	if len(clauses) > 1 {
		all = append(all, g.wholeReplies(0, len(g.m.words))...)
	}
	if g.expects(ExpectMail, ExpectPhone, ExpectName, ExpectCode) && len(g.m.words) > 0 && None(g.m.text, g.x.code) {
		all = append(all, candidate{to: len(g.m.words), sure: 0.85, bonus: 0.6, value: IntentValue{No}})
	}
	if g.takesOffered() {
		all = append(all, candidate{to: len(g.m.words), sure: 0.9, bonus: 2 * perPiece, value: IntentValue{Same}})
	}
	if g.refusesThen() {
		all = append(all, candidate{to: len(g.m.words), sure: 0.9, bonus: ofMistaken + perPiece, value: CorrectionValue{Of: ExpectWhen}})
	}
	for i := range g.m.words {
		all = append(all, g.wishAt(i)...)
		all = append(all, g.wishBesideNumber(i)...)
	}
	return all
}

// takesOffered tells whether a short message at the question for an address takes the one that was given
// before, or is offered: gleiche Mail, that one.
func (g *grammar) takesOffered() bool {
	if !g.expects(ExpectMail) || len(g.m.words) > mostOfOffered || strings.ContainsAny(g.m.text, "@?") {
		return false
	}
	same := false
	for i, w := range g.m.words {
		same = same || g.says(i, sSameGiven) > 0
		if denying[w.text] || nays[w.text] || w.kind == digits {
			return false
		}
	}
	return same
}

const mostOfOffered = 5 // words that take what is offered: nehmen Sie bitte die gleiche

// wholeReplies reads the words from one place to another as one reply, please
// and thank you aside.
func (g *grammar) wholeReplies(from, to int) []candidate {
	if to-from > 2*mostReplyWords || from >= to {
		return nil
	}
	for attempt, skip := range []map[string]bool{nil, g.x.courtesy, g.x.wishing} {
		intent, ok := g.replyOf(from, to, skip, g.x.courtesy)
		if _, asks := g.m.asksOfBooking(from); asks && (intent == Cancel || intent == CallOff) && slices.ContainsFunc(g.m.words[from:to], func(w word) bool { return cancelling[w.text] }) {
			continue // "can I cancel?"
		}
		if !ok || intent == Soonest || intent == Here && to-from == 1 && g.expects(arriveNowhere...) {
			continue
		}
		if intent == Thanks && (g.m.in.Binds || g.expects(ExpectReview)) && !strings.Contains(g.m.text, "?") && g.agreesThankfully(from, to) {
			intent = Yes
		}
		sure := 0.95 - 0.05*float64(attempt)
		return []candidate{{from: from, to: to, sure: sure, bonus: perPiece + g.fitting(intent), value: g.answerValue(from, to, intent)}}
	}
	if c := g.composed(from, to); c != nil {
		return c
	}
	return g.byTone(from, to)
}

// arriveNowhere is the questions at which a single word is no arrival: "da" is a yes of other
// languages, and nobody who is asked their name says that they are there.
var arriveNowhere = []Expect{ExpectName, ExpectMail, ExpectPhone, ExpectCode, ExpectReview, ExpectYesNo, ExpectQuantity, ExpectPersons}

// agreesThankfully tells whether words are a yes and a thank you, and no more: "ok danke".
// The thanks take nothing from the yes; alone they are none.
func (g *grammar) agreesThankfully(from, to int) bool {
	for between := from + 1; between < to; between++ {
		a, _ := g.replyOf(from, between, nil, nil)
		b, _ := g.replyOf(between, to, nil, nil)
		if a == Thanks {
			a, b = b, a
		}
		if (a == Yes || a == Next) && b == Thanks {
			return true
		}
	}
	return false
}

// replyOf looks the words up, without those that skip has, nor those of
// courtesy once any are skipped. What the open question makes of them counts
// before what they mean elsewhere.
func (g *grammar) replyOf(from, to int, skip, courtesy map[string]bool) (Intent, bool) {
	var kept []string
	for i := from; i < to; i++ {
		w := g.m.words[i]
		if skip != nil && (skip[w.text] || courtesy[w.text]) && !g.m.saysWhen(i) {
			continue
		}
		kept = append(kept, w.text)
	}
	return g.intentOf(joinedReply(kept))
}

func (g *grammar) intentOf(said string) (Intent, bool) {
	if intent, ok := g.x.asked[g.m.in.Expect].whole[said]; ok {
		return intent, true
	}
	if intent, ok := g.x.replies.whole[said]; ok && !(intent == Enough && g.expects(ExpectReview, ExpectYesNo)) {
		return intent, true
	}
	intent, ok := thumbs[said]
	return intent, ok
}

// composed reads words that are several replies in a row: nee danke, das wars.
// The one that decides most counts.
func (g *grammar) composed(from, to int) []candidate {
	if to-from > mostReplyWords {
		return nil
	}
	best, ok := g.repliesIn(from, to)
	if _, polite := g.m.politeTalk(); !ok || best == "" || polite && g.expects(ExpectWish) && (best == Yes || best == Next) {
		return nil // jo dann tschüss
	}
	return []candidate{{from: from, to: to, sure: 0.8, bonus: perPiece + g.fitting(best) - 0.05, value: g.m.replyValue(best)}}
}

// repliesIn is the weightiest of the replies that the words are.
func (g *grammar) repliesIn(i, to int) (Intent, bool) {
	if i == to {
		return "", true
	}
	for n := to - i; n > 0; n-- {
		intent, ok := g.replyOf(i, i+n, nil, nil)
		_, mayStandBeside := decisive[intent]
		if !ok || !mayStandBeside {
			continue
		}
		if rest, ok := g.repliesIn(i+n, to); ok {
			return weightier(intent, rest), true
		}
	}
	if g.x.courtesy[g.m.words[i].text] && !g.m.saysWhen(i) {
		return g.repliesIn(i+1, to)
	}
	return "", false
}

// decisive is how much an answer decides beside others; those that are not
// here stand alone.
var decisive = map[Intent]int{
	"": 0, Hello: 1, Thanks: 2, Next: 3, Yes: 4, No: 5, OtherTimes: 6, PickDay: 6, More: 6, Enough: 7, Cancel: 8, Start: 9,
}

// weightier is the one of two answers that decides more.
func weightier(a, b Intent) Intent {
	if decisive[b] > decisive[a] {
		return b
	}
	return a
}

// replyValue is what an answer is: greetings and thanks are small talk.
func (m *message) replyValue(intent Intent) Value {
	polite, isPolite := m.politeTalk()
	switch {
	case intent == Thanks && isPolite:
		return TalkValue{polite} // goodbyes are said like thanks
	case intent == Thanks:
		return TalkValue{Thanking}
	case intent == Hello:
		return TalkValue{Greeting}
	}
	return IntentValue{intent}
}

// answerValue is what words say that are an answer. "Lieber später" goes on with the list where
// there is one; at the review it moves the time chosen.
func (g *grammar) answerValue(from, to int, intent Intent) Value {
	for i := from; i < to && intent == More && (g.expects(ExpectReview) || g.isBehindContact(from)); i++ {
		if g.says(i, sLater) > 0 {
			return ShiftValue{Later: true}
		}
	}
	return g.m.replyValue(intent)
}

// fitting is how much better a reply fits where its question stands open.
func (g *grammar) fitting(intent Intent) float64 {
	switch intent {
	case Yes, No:
		if g.expects(ExpectYesNo, ExpectReview, ExpectMore) {
			return 0.5
		}
	case Enough:
		if g.expects(ExpectMore) {
			return 0.6
		}
		if g.expects(ExpectQuantity, ExpectPersons) {
			return -0.8 // nur eins is a number here
		}
	case OtherTimes, PickDay:
		if g.expects(ExpectWhen) {
			return 0.5
		}
	case About:
		return -0.5 // a question says it more closely
	case More, Late:
		if g.expects(ExpectWhen) {
			return -0.3
		}
	}
	return 0.1
}

// leadingReply is a yes or a no before more: it answers where a plain question
// stands open, and else only leads over.
func (g *grammar) leadingReply(from, to int) []candidate {
	for n := min(3, to-from-1); n > 0; n-- {
		intent, ok := g.replyOf(from, from+n, nil, nil)
		if !ok || intent != Yes && intent != No && intent != Next {
			continue
		}
		if g.echoes(from, from+n, to) {
			return []candidate{{from: from, to: to, sure: 0.75, bonus: g.fitting(intent), value: IntentValue{intent}}}
		}
		return []candidate{{from: from, to: from + n, sure: 0.6, value: led{}}}
	}
	return nil
}

// echoes tells whether an answer to a plain question goes on with no more than
// what was asked about, in words that nobody else knows: "ja, gmail".
func (g *grammar) echoes(from, behind, to int) bool {
	if !g.expects(ExpectYesNo) || from > 0 || to < len(g.m.words) || to-behind > mostEchoed {
		return false
	}
	for i := behind; i < to; i++ {
		if g.m.known[i] && !g.m.isFiller(i) || g.word(i).kind == digits || breaking[g.word(i).text] || denying[g.word(i).text] {
			return false
		}
	}
	return true
}

const mostEchoed = 3

// led is what only leads over to what is meant, or tells about it: it explains
// words and says nothing.
type led struct {
	toCome bool // it asks when one can come for what is named beside it
}

func (led) value() {}

// aside is what somebody says besides and nobody here keeps: the answer says that it is left out.
type aside struct{}

func (aside) value() {}
