package understand

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed particulars/model.bin
var particularFile []byte

// particulars is what was learnt of words that say when somebody can come, how many come,
// what they are called, what they ask or want of the assistant: whether a message means
// that, or only tells of something. "Mein Flug geht am Freitag" is no wish for Friday.
var particulars = sync.OnceValue(func() *matterModel { return mustDecode(particularFile) })

// The names that the model has.
const (
	particularMeant = "meant"
	particularTold  = "told"
)

// The kinds of particulars.
const (
	particularDays     = "days"
	particularHours    = "hours"
	particularPersons  = "persons"
	particularName     = "name"
	particularQuestion = "question"
	particularIntent   = "intent"
)

// surelyTold is how unlikely something must be meant to be passed over without a word.
const surelyTold = 0.05

// leastMeant is how likely something must be meant to be taken. Names are seldom told of
// without a word that says whose they are.
var leastMeant = map[string]float32{
	particularDays: 0.15, particularHours: 0.15, particularPersons: 0.15, particularName: 0.03,
	particularQuestion: 0.04, particularIntent: 0.08,
}

// particularOf is which kind of particular a value is, and which of that kind; empty: none
// of those that may only be told.
func particularOf(value Value) (kind, which string) {
	switch v := value.(type) {
	case daysSaid, anyWhen:
		return particularDays, ""
	case hoursSaid:
		return particularHours, ""
	case PersonsValue:
		return particularPersons, ""
	case NameValue:
		return particularName, ""
	case QuestionValue:
		return particularQuestion, string(v.About)
	case IntentValue:
		return particularIntent, string(v.Intent)
	}
	return "", ""
}

// meant chooses from all candidates, without particulars that are only told: what else their
// words could say has its turn then.
func (m *message) meant(all []candidate, weights []float64) []candidate {
	m.told = make([]bool, len(m.words))
	for {
		chosen := choose(all, weights)
		only := slices.DeleteFunc(slices.Clone(chosen), func(c candidate) bool { return m.isMeant(c, chosen) })
		if len(only) == 0 {
			return chosen
		}
		for _, c := range only {
			for i := c.from; i < c.to; i++ {
				m.told[i] = m.told[i] || m.likelyMeant(c) < surelyTold
			}
		}
		all = slices.DeleteFunc(slices.Clone(all), func(c candidate) bool { return slices.ContainsFunc(only, c.saysAlike) })
		for _, c := range only {
			if m.isToReach(c, chosen) {
				c.value = aside{}
				all = append(all, c)
			}
			if v, is := c.value.(QuestionValue); is && v.About != AboutUnknown && m.sounds(kindQuestion) >= likelyOfKind {
				c.value = QuestionValue{About: AboutUnknown, Concern: v.Concern, Words: v.Words}
				all = append(all, c)
			}
		}
	}
}

// mayBeTold tells whether a particular may be none in this message: where it is open what
// somebody comes for, they may tell of more than they want. A question may be another one
// than it seems wherever it is asked.
func (m *message) mayBeTold(kind string) bool {
	if m.in.Brief || m.isForeign() || len(m.words) < fewestTalked {
		return false
	}
	return kind == particularQuestion || m.in.Expect == ExpectWish && m.in.Seen == SeenNothing
}

// isToldBeside tells whether a day or a time is only told in an answer that says clearly when
// somebody can come: "Freitag um elf, Samstag fliegen wir nach Antalya".
func (m *message) isToldBeside(c candidate, chosen []candidate) bool {
	kind, _ := particularOf(c.value)
	if !ofTimes[kind] || m.in.Brief || m.isForeign() || len(m.words) < fewestTalked || len(m.words) > longestAnswer || len(c.also) > 0 || m.tellsNothingBut(chosen) {
		return false
	}
	if kind == particularHours && c.from > 0 && m.isTold(c.from-1) {
		return true // "Mittwoch Abend" is told as a whole
	}
	if m.isToldApart(c, chosen) {
		return true
	}
	return m.likelyMeant(c) < toldBeside && slices.ContainsFunc(chosen, func(other candidate) bool {
		switch other.value.(type) {
		case ShiftValue, QuestionValue:
			return !other.overlaps(c)
		}
		as, _ := particularOf(other.value)
		return ofTimes[as] && !other.overlaps(c) && m.likelyMeant(other) >= clearlyMeant
	})
}

// isToReach tells whether a day or a time beside a telephone number that was asked for is when somebody can be
// called there, and none for the appointment: "02389 531740, aber erst abends sind wir daheim".
func (m *message) isToReach(c candidate, chosen []candidate) bool {
	kind, _ := particularOf(c.value)
	if m.in.Expect != ExpectPhone || !ofTimes[kind] || !slices.ContainsFunc(chosen, isPhone) {
		return false
	}
	from, to := m.clauseOf(c.from, c.to)
	if slices.ContainsFunc(m.words[from:to], func(w word) bool { return denying[w.text] }) {
		return true // "don't call before noon", which begins like a question
	}
	return !m.asksAt(c.from) && !slices.ContainsFunc(m.words[from:to], func(w word) bool { return rathers[w.text] || appointing[w.text] || moving[w.text] || coming[w.text] })
}

func isPhone(c candidate) bool {
	_, is := c.value.(PhoneValue)
	return is
}

// tellsNothingBut tells whether a message has no word of weight but those for days and hours:
// such an answer tells no story.
func (m *message) tellsNothingBut(times []candidate) bool {
	for i := range m.words {
		said := slices.ContainsFunc(times, func(c candidate) bool {
			kind, _ := particularOf(c.value)
			return ofTimes[kind] && (i >= c.from && i < c.to || slices.Contains(c.also, i))
		})
		if !said && m.isMeaningful(i) {
			return false
		}
	}
	return true
}

// How likely a day or a time must be meant beside which another one is only told, and how
// unlikely that one.
const (
	clearlyMeant = 0.5
	toldBeside   = 0.05

	longestAnswer = 60 // words of an answer; more are a story, in which each time is weighed by itself
)

// isAsked tells whether a question is asked beside something else: then it is answered.
func (m *message) isAsked(c candidate) bool {
	return c.to-c.from < len(m.words) && m.sounds(kindQuestion) < likelyOfKind
}

// isPlainlyAsked tells whether a short sentence of its own asks in an idiom for what nobody tells of:
// "…, how long does that take?".
func (m *message) isPlainlyAsked(c candidate) bool {
	v, is := c.value.(QuestionValue)
	return is && m.thoughtOf(c) >= 0 && c.sure >= sureQuestion && c.to-c.from <= longestPlain && plainTopics[v.About]
}

const longestPlain = 6 // words of a plain question: how long does that usually take

// plainTopics are topics that are asked for, and not told of.
var plainTopics = map[Topic]bool{AboutFee: true, AboutLength: true, AboutPlace: true, AboutPayment: true, AboutParking: true, AboutWalkIn: true}

// isMeant tells whether a candidate may be meant as what it says. A day and a time of day side
// by side are meant together: "am 15.12. nachmittags". What is left of a day on which somebody
// works is meant, and so is the day of an appointment to move or to call off.
func (m *message) isMeant(c candidate, chosen []candidate) bool {
	kind, _ := particularOf(c.value)
	if m.in.Expect != ExpectWish && m.isToldBeside(c, chosen) || m.isToReach(c, chosen) {
		return false
	}
	plain := c.to-c.from == len(m.words) || ofTimes[kind] && m.tellsNothingBut(chosen) // nothing is told beside it
	if kind == particularQuestion {
		plain = m.isAsked(c) || m.isPlainlyAsked(c)
	}
	if kind == particularPersons {
		plain = plain || m.countsPlainly(c)
	}
	if kind == "" || !m.mayBeTold(kind) || plain || ofTimes[kind] && (len(c.also) > 0 || slices.ContainsFunc(chosen, isOfAppointment)) {
		return true
	}
	return m.likelyMeant(c) >= leastMeant[kind] || slices.ContainsFunc(chosen, func(other candidate) bool {
		as, _ := particularOf(other.value)
		return ofTimes[kind] && ofTimes[as] && (other.from == c.to || other.to == c.from) && m.likelyMeant(other) >= leastMeant[as]
	})
}

// countsPlainly tells whether people are counted as all who come, in a short message and at the end of a
// clause: "… für zwei Personen", "…, also zwei Leute".
func (m *message) countsPlainly(c candidate) bool {
	from, to := m.clauseOf(c.from, c.to)
	if len(m.words) >= aStory || c.to < to || !m.says(c.to-1, sOutright) {
		return false
	}
	return c.from > 0 && purposes[m.words[c.from-1].text] || !slices.ContainsFunc(m.filler[from:c.from], func(filler bool) bool { return !filler })
}

// isOfAppointment tells whether a candidate is what somebody wants with an appointment of theirs.
func isOfAppointment(c candidate) bool {
	v, is := c.value.(IntentValue)
	return is && slices.Contains([]Intent{Book, Move, CallOff, Late, Coming, Restore, Waiting, Unwait, Attach}, v.Intent)
}

// ofTimes are the kinds that say when.
var ofTimes = map[string]bool{particularDays: true, particularHours: true}

// likelyMeant is how likely a particular is meant as what it says. It is asked again with each
// choice of what is said together.
func (m *message) likelyMeant(c candidate) float32 {
	kind, which := particularOf(c.value)
	p := particular{kind, which, c.from, c.to}
	likely, known := m.likelies[p]
	if known {
		return likely
	}
	if m.likelies == nil {
		m.around, m.likelies = surroundingsIn(m.reader.catalogue.words, m.words), map[particular]float32{}
	}
	model := particulars()
	likely = model.likely(model.weigh(m.around.evidence(p)))[slices.Index(model.names, particularMeant)]
	m.likelies[p] = likely
	return likely
}

// saysAlike tells whether two candidates say the same kind of thing with the same words; a day
// that is only told is no hour either.
func (c candidate) saysAlike(other candidate) bool {
	kind, _ := particularOf(c.value)
	as, _ := particularOf(other.value)
	return (kind == as || ofTimes[kind] && ofTimes[as]) && c.overlaps(other)
}

func (c candidate) overlaps(other candidate) bool { return c.from < other.to && other.from < c.to }

func (m *message) isTold(i int) bool { return len(m.told) > 0 && m.told[i] }
