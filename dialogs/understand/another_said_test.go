package understand_test

import (
	"slices"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// atReview is the context of somebody who has chosen a passport, has given a name and is asked whether all is right.
func atReview() understand.Context {
	return understand.Context{
		Lang: "de", Today: booking.Date{Year: 2026, Month: 11, Day: 23}, Expect: understand.ExpectReview, Binds: true, Named: true,
		Chosen: []booking.Wish{{Concern: "passport"}}, Comes: true,
	}
}

// Somebody else who needs an appointment says nothing of when the writer comes, nor of how many they are.
func TestSomebodyElseNeedsAnAppointmentOfTheirOwn(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]bool{
		"ja aber mein Mann braucht dann nächste Woche auch einen Termin": true,
		"ja, und für meine Tochter dann noch einen am Freitag":           true,
		"meine Frau braucht auch einen Termin":                           true,
		"mein Bruder will am Montag auch einen":                          true,
		"die Kinder brauchen dann im Dezember noch einen":                true,
		"für Oma am Donnerstag auch noch einen":                          true,
		"ja, aber für Tim brauche ich dann nächste Woche auch einen":     true,
		"yes but my wife needs one next week too":                        true,
		"can my husband get one on monday too?":                          true,
		"yes, and another one for my daughter on friday":                 true,
		"my son needs an appointment as well":                            true,
		"ok, but my mother wants one in december too":                    true,
		"yes and my friend also needs one on thursday":                   true,

		"meine Frau braucht auch einen":               false, // with the writer
		"mein Mann kommt am Freitag auch mit":         false,
		"ich brauche nächste Woche auch einen Termin": false,
		"mein Mann braucht den Pass am Freitag":       false,
		"meine Tochter braucht keinen Termin":         false,
		"my wife needs one too":                       false,
		"my wife comes along on friday too":           false,
		"lieber nächste Woche":                        false,
	} {
		read := reader.Read(said, atReview())
		if got := len(read.Another) == 1; got != want {
			t.Errorf("%q needs an appointment for somebody else: %v", said, got)
		}
		days := len(understand.Values[understand.DaysValue](read))
		if want && days > 0 {
			t.Errorf("%q moves the writer's appointment: %+v", said, read.Found)
		}
	}
}

// When something must be there is asked about, and is no day for the appointment.
func TestWhenSomethingMustBeThereIsAsked(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	for said, want := range map[string]bool{
		"ja, allerdings brauche ich den Ausweis schon Freitag": true,
		"ich brauche den Pass bis nächsten Mittwoch":           true,
		"der Pass muss spätestens am Montag da sein":           true,
		"ich brauch ihn schon am Donnerstag":                   true,
		"aber mein Pass muss am Montag fertig sein":            true,
		"ja, aber wir brauchen den Reisepass bis zum 4.12.":    true,
		"yes, but I need the passport by friday":               true,
		"the passport has to be ready by next monday":          true,
		"I need it by wednesday":                               true,
		"my passport must be here on thursday":                 true,
		"ok but I need the passport before 4 december":         true,
		"we need it by tomorrow":                               true,
		"ja ich brauche den Pass bis Freitag":                  true,
		"yes I need the passport by friday":                    true,
		"wann ist er da? wir brauchen ihn am 20.1.":            true,

		"ich brauche den Termin schon Freitag": false,
		"lieber schon Freitag":                 false,
		"ich komme schon am Freitag":           false,
		"I need an appointment by friday":      false,
		"rather friday":                        false,
		"ich brauche das Geld bis Freitag":     false,
		"I need the money by friday":           false,
	} {
		read := reader.Read(said, atReview())
		due := false
		for _, q := range understand.Values[understand.QuestionValue](read) {
			due = due || q.Due && q.About == understand.AboutReady
		}
		if due != want {
			t.Errorf("%q says when something must be there: %v, %+v", said, due, read.Found)
		}
		if days := understand.Values[understand.DaysValue](read); want && len(days) > 0 {
			t.Errorf("%q is for the appointment: %+v", said, days)
		}
		if begins := said[:2]; want && (begins == "ja" || begins == "ye" || begins == "ok") && (!read.Agrees || read.Proviso == "") {
			t.Errorf("the yes of %q does not hang on it", said)
		}
	}
}

// Before anything is chosen, and where a day is asked for, the day of a document is none for the appointment either.
func TestADocumentsDayIsNoDayToCome(t *testing.T) {
	t.Parallel()
	reader := understand.NewReader(directory(sample()))
	first := understand.Context{Today: booking.Date{Year: 2026, Month: 11, Day: 23}}
	for said, want := range map[string]struct {
		concern booking.ConcernID
		due     bool
	}{
		"Ich brauch den Personalausweis bis Freitag, geht das? Was kostet das in bar?": {"id-card", true},
		"der ausweis muss am freitag fertig sein, nicht der termin":                    {"id-card", true},
		"ich brauch das führungszeugnis bis zum 18. dezember, kommt das mit der post?": {"conduct", true},
		"mein Reisepass muss bis 3. Dezember da sein":                                  {"passport", true},
		"i need my passport by friday, can you mail it?":                               {"passport", true},
		"my passport has to be ready by friday":                                        {"passport", true},
		"ich brauche bis Freitag einen Termin für den Reisepass":                       {"passport", false},
		"ich möchte meinen Reisepass bis Freitag beantragen":                           {"passport", false},
		"I need an appointment for my passport by friday":                              {"passport", false},
	} {
		for _, lang := range []string{"de", "en"} {
			in := first
			in.Lang = lang
			for _, chosen := range []bool{false, true} {
				if in.Chosen, in.Expect = nil, understand.ExpectWish; chosen {
					in.Chosen, in.Expect = []booking.Wish{{Concern: want.concern}}, understand.ExpectWhen
				}
				read := reader.Read(said, in)
				concerns, questions := understand.Values[understand.ConcernValue](read), understand.Values[understand.QuestionValue](read)
				due := slices.ContainsFunc(questions, func(q understand.QuestionValue) bool { return q.Due && q.Concern == want.concern })
				days := len(understand.Values[understand.DaysValue](read)) > 0
				if due != want.due || days == want.due || !chosen && (len(concerns) != 1 || concerns[0].ID != want.concern) {
					t.Errorf("%s, %v: %q: %+v", lang, in.Chosen, said, read.Found)
				}
			}
		}
	}
}
