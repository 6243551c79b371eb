package dialogs

import "terminbote/dialogs/understand"

// expectations is what the steps ask for, by their names. Every other one asks
// what somebody comes for, or a plain question where it offers yes and no.
var expectations = map[string]understand.Expect{
	"concern":       understand.ExpectMore,
	"quantity":      understand.ExpectQuantity,
	"persons":       understand.ExpectPersons,
	"office":        understand.ExpectOffice,
	"when":          understand.ExpectWhen,
	"day":           understand.ExpectWhen,
	"time":          understand.ExpectWhen,
	"waitDays":      understand.ExpectWhen,
	"waitHours":     understand.ExpectWhen,
	"waitUntil":     understand.ExpectSpan,
	"name":          understand.ExpectName,
	"mail":          understand.ExpectMail,
	"callersMail":   understand.ExpectMail,
	"callersNumber": understand.ExpectPhone,
	"review":        understand.ExpectReview,
	"callersReview": understand.ExpectReview,
	"number":        understand.ExpectCode,
	"code":          understand.ExpectCode,
	"proof":         understand.ExpectCode,
}

// expected is what the open question asks for.
func expected(s step, v View) understand.Expect {
	e, known := expectations[s.name()]
	if v.offers(otherConcernChoice) && v.numbered() == 2 {
		return understand.ExpectYesNo // is it that one?
	}
	plain := v.offers(yesChoice) && v.offers(noChoice)
	if known && !(plain && v.Typing) {
		return e
	}
	if plain || v.offers(yesChoice) || v.offers(nextChoice) || v.offers(laterChoice) {
		return understand.ExpectYesNo
	}
	return understand.ExpectWish
}

// answering is a message with what it wants in answer to the open question.
func (t *talk) answering(said reading, v View) reading {
	for _, intent := range values[understand.IntentValue](t.understood(said.text, expected(t.step(), v), v)) {
		said.wanted = intent.Intent
	}
	return said
}
