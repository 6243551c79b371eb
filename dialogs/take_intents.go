package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// opening is what leads away from the question, whatever else is said.
var opening = []understand.Intent{
	understand.Home, understand.Start, understand.Back, understand.Language, understand.Appointments, understand.CallOff,
	understand.Late, understand.Coming, understand.Here, understand.Erase, understand.Data, understand.Attach, understand.About,
	understand.Help, understand.Person, understand.Restore,
}

// opens carries out what leads away from the open question. A wish to move an
// appointment may say at once to when.
func (x *taking) opens() bool {
	for _, v := range values[understand.IntentValue](x.said) {
		switch {
		case (v.Intent == understand.Cancel || v.Intent == understand.CallOff) && x.Screen == cancelScreen && x.agreesPlainly():
			x.used, x.chose = true, true
			x.choose(yesChoice) // "yes cancel"
			return true
		case v.Intent == understand.Move && x.fetches(v.Intent):
			return true
		case v.Intent == understand.Move:
			x.findNumbered()
			x.findNamed()
			x.findListed()
			x.follow(v.Intent)
			x.used, x.chose = true, true
		case (v.Intent == understand.Restore || v.Intent == understand.Cancel) && x.isMoving() && !x.view.offers(noChoice):
			x.keepTime()
			return true
		case v.Intent == understand.Restore && !x.view.offers(noChoice) && x.read(x.said.Text).exactly() == v.Intent && !x.returns():
			return x.follow(understand.Back) // a bare "rückgängig" takes back the answer before
		case (v.Intent == understand.Restore || v.Intent == understand.Cancel && x.returns()) && !x.view.offers(noChoice):
			x.restore()
			return true
		case v.Intent == understand.CallOff && x.Draft.Begun() && x.Screen == noScreen && len(x.facts.Appointments) == 0:
			return x.follow(understand.Cancel) // nothing else is there to call off
		case v.Intent == understand.Unwait:
			x.waitNoMore()
			return true
		case v.Intent == understand.Late && x.hangsOn(understand.Book):
			x.hearProviso() // "ja, aber ich komme 10 Minuten später"
			return true
		case v.Intent == understand.Cancel && x.intends(understand.CallOff):
			continue // "doch nicht, ich sag ab"
		case x.beginsWith(v.Intent):
			return false
		case slices.Contains(opening, v.Intent):
			if x.fetches(v.Intent) {
				return true
			}
			x.findNumbered()
			if v.Intent == understand.CallOff {
				x.findNamed()
				x.findListed()
			}
			followed := x.follow(v.Intent)
			x.takeDelay()
			return followed
		}
	}
	return x.fetchesNumber()
}

// follow makes the choice that an intent stands for here.
func (x *taking) follow(intent understand.Intent) bool {
	id, ok := intentChoice(x.view, intent)
	if x.view.Grave && id == yesChoice && !x.saysYes() {
		return false // only a plain yes takes something away
	}
	if !ok {
		id, ok = ownChoice(intent)
	}
	if ok {
		x.used, x.chose = true, true
		x.choose(id)
	}
	return ok
}

// saysYes tells whether a message is a plain yes, or one with why: "ja, ich bin krank".
// Those who ask or want something else beside it have not made up their mind.
func (x *taking) saysYes() bool {
	if x.read(x.said.Text).intent() == understand.Yes {
		return true
	}
	_, wanted := x.wishes()
	others := slices.ContainsFunc(values[understand.IntentValue](x.said), func(v understand.IntentValue) bool {
		return v.Intent != understand.Yes && v.Intent != understand.CallOff && v.Intent != understand.Thanks
	})
	questions, days := values[understand.QuestionValue](x.said), values[understand.DaysValue](x.said)
	return x.read(x.said.Text).saysYes() && !others && len(wanted)+len(questions)+len(days) == 0
}

// agreesPlainly tells whether a message says yes and in a word or two more what to: "ja, stornieren".
func (x *taking) agreesPlainly() bool {
	words := strings.Fields(x.said.Text)
	return 0 < len(words) && len(words) <= longestName && !strings.Contains(x.said.Text, "?") && x.read(strings.Trim(words[0], ",.!")).intent() == understand.Yes
}

// takeIntents answers the open question where nothing else did.
func (x *taking) takeIntents() {
	for _, v := range values[understand.IntentValue](x.said) {
		if v.Intent == understand.Waiting && x.ownSeen() == understand.SeenAppointment && !x.namesList() {
			x.used, x.chose = true, true
			x.choose(ownPrefix + waitChoice) // for an earlier time than that appointment's
			return
		}
		if v.Intent == understand.Waiting && x.mayWait() {
			x.used = true
			x.waitAsWanted()
			return
		}
		if v.Intent == understand.Waiting && x.Draft.Wait.On && x.Screen == noScreen {
			x.used, x.shown = true, true // its question stands open
			x.remark("wait.asked")
			return
		}
		if x.used && !x.agreesBeside(v.Intent) {
			return
		}
		switch {
		case slices.Contains([]understand.Intent{understand.Yes, understand.No}, v.Intent) && len(x.Draft.Between) == 1 && x.Screen == noScreen:
			x.used = true
			x.choose(map[understand.Intent]string{understand.Yes: yesChoice, understand.No: noChoice}[v.Intent])
		case x.asked == understand.ExpectMore && slices.Contains([]understand.Intent{understand.Yes, understand.More}, v.Intent):
			x.used = true
			x.Draft.Category, x.Draft.Query, x.Draft.Latest = "", "", ""
		case x.asked == understand.ExpectMore && v.Intent == understand.No && x.view.offers(nextChoice):
			x.used = true
			x.choose(nextChoice) // nothing else
		case x.asksForYes(v.Intent):
		case v.Intent == understand.Same && !x.view.offers(sameChoice):
			x.used = x.asked == understand.ExpectName || x.asked == understand.ExpectMail
			x.noteUnknown()
		case v.Intent == understand.Yes && x.onlyOne() != "":
			x.used = true
			x.choose(x.onlyOne())
		case v.Intent == understand.Yes && x.whichTime():
			x.used = true
			x.miss("when.which")
		default:
			x.bound = x.binds() && x.said.Agrees
			x.follow(v.Intent)
		}
	}
}

// namesList tells whether a message speaks of the waiting list by its name, which is shown
// then, and not only of what may become free.
func (x *taking) namesList() bool {
	return mentions(x.said.Text, booking.Text{x.Lang: locales.For(x.Lang).Say(locales.Say("wait.list"))})
}

// mayWait tells whether somebody who has said what they come for can wait for a
// time.
func (x *taking) mayWait() bool {
	_, when := x.step().(whenStep)
	return (when || x.asked == understand.ExpectWhen) && !x.Draft.Wait.On && x.mayJoinList()
}

// noteUnknown says that nobody knows what was given last, where that is asked.
func (x *taking) noteUnknown() {
	if x.used {
		x.miss("name.nothing_before")
	}
}

// whichTime tells whether several times are proposed, so that a yes does not
// say which.
func (x *taking) whichTime() bool {
	_, asked := x.step().(whenStep)
	return asked && x.view.numbered() > 1
}

// onlyOne is the time proposed, where it is just one.
func (x *taking) onlyOne() string {
	if _, asked := x.step().(whenStep); !asked || len(x.view.Groups) == 0 || len(x.view.Groups[0].Choices) != 1 {
		return ""
	}
	return x.view.Groups[0].Choices[0].ID
}

// agreesBeside tells whether a plain question that still stands open is answered beside
// something else: "ja, und zwar für zwei Personen".
func (x *taking) agreesBeside(intent understand.Intent) bool {
	plain := (x.asked == understand.ExpectYesNo || len(x.Draft.Between) == 1) && x.Screen == noScreen && !x.view.Grave
	return plain && slices.Contains([]understand.Intent{understand.Yes, understand.No, understand.Next}, intent) && !x.chose && x.step().name() == x.stood
}

// ofTheSame is a question that names no concern, about the only one that another question of the
// message names: "was kostet ein Perso und was muss ich mitbringen?".
func (x *taking) ofTheSame(q understand.QuestionValue) understand.QuestionValue {
	var named []booking.ConcernID
	for _, other := range values[understand.QuestionValue](x.said) {
		if other.Concern != "" && !slices.Contains(named, other.Concern) {
			named = append(named, other.Concern)
		}
	}
	if q.Concern == "" && len(named) == 1 {
		q.Concern = named[0]
	}
	return q
}

// answerInsteadOfMail answers whether something else can be given than an address, now: "kann ich auch eine
// Handynummer geben?", "kann ich die Adresse nachreichen?".
func (x *taking) answerInsteadOfMail() {
	if x.read(x.said.Text).givesLater() {
		x.mailLater()
		return
	}
	x.remark("mail.no_phone")
}

// takeAnswers answers questions and small talk; the open question then stands
// again.
func (x *taking) takeAnswers() {
	x.askedAt = x.stood
	defer func() { x.askedAt = "" }()
	for _, f := range x.said.Found {
		switch v := f.Value.(type) {
		case understand.QuestionValue:
			if v.Own && x.flow.audience() == booking.Public && x.asked != understand.ExpectMail {
				x.used = true
				x.remark("answer.no_phone")
				continue
			}
			if v.About == understand.AboutContact && x.asked == understand.ExpectMail {
				x.used = true
				x.answerInsteadOfMail()
				continue
			}
			if f.Sure >= understand.Doubt || !x.used {
				x.used = true
				x.answer(x.ofTheSame(v))
			}
		case understand.TalkValue:
			if !x.used || v.Talk == understand.Insult {
				x.used = true
				x.respondTo(v)
			}
		case understand.LanguageValue:
			x.used = true
			if id := mailsInPrefix + v.Lang; x.view.offers(id) {
				x.choose(id) // a clerk speaks of the caller's mails
				continue
			}
			x.inLanguage(v)
		}
	}
}
