package understand

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed intents/model.bin
var intentFile []byte

// intents is what was learnt of what people say who want something with the appointment
// that they see, or leave the talk for a while, in all languages together.
var intents = sync.OnceValue(func() *matterModel { return mustDecode(intentFile) })

// The intents that the table knows.
const (
	intendsDrop  = "drop"
	intendsKeep  = "keep"
	intendsMove  = "move"
	intendsLate  = "late"
	intendsPause = "pause"
	missesMail   = "unmailed"
)

// What is said of an appointment that is seen, in answer to the question whether to cancel
// it, which only a plain yes does, and of a place on the waiting list.
var (
	ofBooked = map[string]Value{
		intendsDrop: IntentValue{CallOff}, intendsMove: IntentValue{Move}, intendsLate: IntentValue{Late}, missesMail: QuestionValue{About: AboutNotices},
	}
	toCancel = map[string]Value{intendsKeep: IntentValue{No}, intendsMove: IntentValue{Move}, intendsLate: IntentValue{Late}}
	ofPlace  = map[string]Value{intendsDrop: IntentValue{Unwait}}
	atAll    = map[string]Value{intendsPause: TalkValue{Pause}}
)

// intentsHere is what a message may want by how it sounds.
func (m *message) intentsHere() map[string]Value {
	switch {
	case m.in.Seen == SeenPlace:
		return ofPlace
	case m.in.Seen == SeenAppointment && m.in.Expect == ExpectYesNo:
		return toCancel
	case m.in.Seen == SeenAppointment:
		return ofBooked
	}
	return atAll
}

// guessedIntent is what the whole of a message likely wants with what is seen.
func (m *message) guessedIntent() (Value, float32) {
	model := intents()
	if strings.HasPrefix(m.text, "/") {
		return nil, 0 // a command that nobody knows is no wish
	}
	if len(m.words) < fewestTalked && m.in.Seen != SeenAppointment || len(m.words) == 0 || len(m.words) > mostAnswered || !mostlyOf(model, m.words) {
		return nil, 0
	}
	sentence := model.weigh(m.sound())
	if len(sentence) == 0 || len(graveTalk.in(m.words, 0, len(m.words))) > 0 {
		return nil, 0
	}
	var best Value
	var likely float32
	here := m.intentsHere()
	for i, share := range model.likely(sentence) {
		if value, may := here[model.names[i]]; may && share > likely {
			best, likely = value, share
		}
	}
	return best, likely
}

// ofMoving are questions that words are taken for which move an appointment that is seen:
// "kann ich auch früher kommen?".
var ofMoving = map[Topic]bool{AboutSoonest: true, AboutWalkIn: true, AboutChanging: true, AboutNeed: true}
