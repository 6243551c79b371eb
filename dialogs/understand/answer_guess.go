package understand

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed answers/model.bin
var answerFile []byte

// answers is what was learnt of how people answer what the assistant asks, in
// all languages together.
var answers = sync.OnceValue(func() *matterModel { return mustDecode(answerFile) })

// The ways of answering that the table knows.
const (
	answersYes     = "yes"
	answersNo      = "no"
	answersEnough  = "enough"
	answersStop    = "stop"
	answersOther   = "other" // none of the times shown
	answersAny     = "any"   // every time will do
	answersSoonest = "soonest"
	answersLater   = "later"
	answersEarlier = "earlier"
	answersNone    = "none" // there is no such address, or it stays private
)

// How likely a way of answering must be: where nothing else was understood,
// where it decides what cannot be taken back with a word, and where words of
// the message were taken for something else.
const (
	likelyAnswer   = 0.6
	decisiveAnswer = 0.8
	plainAnswer    = 0.92
	sureReplied    = 0.7
	never          = 2
	mostAnswered   = 14 // words of an answer that is judged as a whole
)

// orAnswer is what was chosen, or where that is no answer to the open question,
// what the whole of the message sounds like as one.
func (m *message) orAnswer(chosen []candidate) []candidate {
	needed := float32(likelyAnswer)
	for _, c := range chosen {
		needed = max(needed, m.besideAnswer(c))
	}
	if needed > 1 {
		return chosen
	}
	if len(chosen) == 0 && !m.asksWish() && m.supposes() {
		return m.asksNobodyKnowsWhat()
	}
	if q, asks := m.asksInsteadOfYes(); asks {
		return append(chosen, q)
	}
	value, likely := m.guessedAnswer()
	if value == nil || likely < needed {
		value, likely = m.guessedIntent()
	}
	if value == nil || likely < needed || m.deniesGuess(value) {
		return chosen
	}
	if m.mayNotMeanYes(value) {
		if len(chosen) == 0 && m.asksSomewhere() {
			return m.asksNobodyKnowsWhat()
		}
		return chosen
	}
	return []candidate{{from: 0, to: len(m.words), sure: sureReplied, bonus: 2 * perPiece, value: value}}
}

// asksInsteadOfYes is what a message asks for where a yes binds, and it begins with the verb of a question
// and names a topic: "is cash fine" books nothing.
func (m *message) asksInsteadOfYes() (candidate, bool) {
	s, hints := largest(hintedFor.in(m.words, 0, len(m.words)))
	if !m.in.Binds && m.in.Expect != ExpectReview || !hints || len(m.words) < fewestAsked || !mayAsk[m.words[0].text] {
		return candidate{}, false
	}
	return m.asking(candidate{from: 0, to: len(m.words), sure: unsureTopic}, s)
}

// mayAsk are verbs that begin a question: is, does.
var mayAsk = tellingWords(func(q questionWords) string { return q.begins })

// opposites are the plain answers that contradict each other.
var opposites = map[Intent]Intent{Yes: No, No: Yes}

const plainReply = 3 // words of an answer that begins with yes or no, and means that

// deniesGuess tells whether a message says expressly something else than what it sounds like: it
// begins with a yes ("yes cancel" is no no), or an earlier time does not do ("vorher geht nicht").
func (m *message) deniesGuess(value Value) bool {
	if v, is := value.(IntentValue); is && opposites[v.Intent] != "" && len(m.words) <= plainReply {
		return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
			first, replies := g.replyOf(0, 1, nil, nil)
			return replies && first == opposites[v.Intent]
		})
	}
	shift, is := value.(ShiftValue)
	if !is || shift.Later {
		return false
	}
	for _, g := range m.grammars {
		for i := range m.words {
			if g.says(i, sEarlier) > 0 && g.refusesEarlier(i) {
				return true
			}
		}
	}
	return false
}

// besideAnswer is how likely an answer must be to stand in place of what some
// words were taken for; more than 1: it never may.
func (m *message) besideAnswer(c candidate) float32 {
	switch v := c.value.(type) {
	case led:
		return likelyAnswer
	case TalkValue:
		if (v.Talk == Thanking || v.Talk == Praise) && c.to-c.from < len(m.words) {
			return likelyAnswer
		}
	case ConcernValue:
		if m.in.Seen == SeenAppointment && len(v.Rivals) > 0 {
			return likelyAnswer // it would be asked about anyhow
		}
		if c.sure < Doubt || v.Negated {
			return decisiveAnswer
		}
		return never
	case ElsewhereValue:
		return decisiveAnswer
	case QuestionValue:
		if v.About == AboutUnknown || m.in.Seen == SeenAppointment && ofMoving[v.About] || m.in.Seen != SeenNothing && !m.mark(len(m.words)) {
			return decisiveAnswer
		}
		if m.in.Expect != ExpectMore && !m.mark(len(m.words)) {
			return plainAnswer // da hab ich überall Schicht
		}
	case anyWhen:
		return plainAnswer
	case IntentValue:
		if m.in.Seen == SeenNothing && m.isReply(v.Intent) {
			return never // "bin da"
		}
		return m.besideIntent(v.Intent)
	}
	return never
}

// isReply tells whether a message is one of the replies that say an intent and nothing else.
func (m *message) isReply(intent Intent) bool {
	return slices.ContainsFunc(m.grammars, func(g *grammar) bool {
		said, is := g.replyOf(0, len(m.words), nil, nil)
		return is && said == intent
	})
}

// besideIntent is the same where words were taken for that intent.
func (m *message) besideIntent(i Intent) float32 {
	switch {
	case m.in.Seen != SeenNothing && i == Cancel:
		return decisiveAnswer
	case misheard[i], m.in.Seen == SeenAppointment && takingBack[i]:
		return plainAnswer
	}
	return never
}

// takingBack are intents in a message that may as well give up an appointment that is
// seen: "doch nicht nötig, kann weg".
var takingBack = map[Intent]bool{No: true, Enough: true, Remove: true, Restore: true}

// misheard are wishes that words of an answer are easily taken for, while the
// open question asks for something else: "da bin ich nicht da".
var misheard = map[Intent]bool{Here: true, More: true, Data: true, Coming: true, Book: true, Help: true}

// guessedAnswer is what the whole of a message likely answers to the open
// question.
func (m *message) guessedAnswer() (Value, float32) {
	model, allowed := answers(), answersTo[m.in.Expect]
	if allowed == nil || len(m.words) == 0 || len(m.words) > mostAnswered || m.isForeign() || !mostlyOf(model, m.words) || m.mark(len(m.words)) && m.in.Expect != ExpectWhen {
		return nil, 0
	}
	if slices.ContainsFunc(m.grammars, func(g *grammar) bool { return g.doubts(0, len(m.words)) || g.allListed() != nil }) {
		return nil, 0
	}
	sentence := model.weigh(m.sound())
	if len(sentence) == 0 || len(graveTalk.in(m.words, 0, len(m.words))) > 0 {
		return nil, 0
	}
	byValue := map[Value]float32{}
	for i, share := range model.likely(sentence) {
		if value, ok := allowed[model.names[i]]; ok {
			byValue[value] += share
		}
	}
	return likeliest(byValue, m.in.Expect)
}

// likeliest is the value with the greatest share that is great enough for it.
func likeliest(byValue map[Value]float32, asked Expect) (Value, float32) {
	var best Value
	for value, share := range byValue {
		if best == nil || share > byValue[best] {
			best = value
		}
	}
	v, isIntent := best.(IntentValue)
	if isIntent && (v.Intent == Cancel || v.Intent == Yes && asked == ExpectReview) && byValue[best] < decisiveAnswer {
		return nil, 0
	}
	return best, byValue[best]
}

// answersTo is what a way of answering says where a question stands open.
var answersTo = map[Expect]map[string]Value{
	ExpectMore:   {answersNo: IntentValue{Enough}, answersEnough: IntentValue{Enough}, answersStop: IntentValue{Cancel}},
	ExpectYesNo:  {answersYes: IntentValue{Yes}, answersNo: IntentValue{No}, answersStop: IntentValue{Cancel}},
	ExpectReview: {answersYes: IntentValue{Yes}, answersNo: IntentValue{No}, answersStop: IntentValue{Cancel}},
	ExpectMail:   privately,
	ExpectPhone:  privately,
	ExpectCode:   privately,
	ExpectWhen: {
		answersNo: IntentValue{OtherTimes}, answersOther: IntentValue{OtherTimes}, answersAny: anyWhen{},
		answersSoonest: IntentValue{Soonest}, answersLater: ShiftValue{Later: true}, answersEarlier: ShiftValue{},
		answersStop: IntentValue{Cancel},
	},
}

var privately = map[string]Value{answersNo: IntentValue{No}, answersNone: IntentValue{No}, answersStop: IntentValue{Cancel}}
