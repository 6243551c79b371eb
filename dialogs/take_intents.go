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
			x.follow(v.Intent)
			x.used = true
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
		case v.Intent == understand.Cancel && x.intends(understand.CallOff):
			continue // "doch nicht, ich sag ab"
		case slices.Contains(opening, v.Intent):
			if x.fetches(v.Intent) {
				return true
			}
			x.findNumbered()
			if v.Intent == understand.CallOff {
				x.findNamed()
			}
			followed := x.follow(v.Intent)
			x.takeDelay()
			return followed
		}
	}
	return x.fetchesNumber()
}

// fetchesNumber begins to bring an appointment here, or shows it, where a message
// names its number and nothing that is done here: "ich hab am Telefon einen
// Termin bekommen, Nummer K7M 4PQ".
func (x *taking) fetchesNumber() bool {
	_, wanted := x.wishes()
	if x.Screen != noScreen || x.asked != understand.ExpectWish || x.Draft.Begun() || len(wanted) > 0 {
		return false
	}
	announced := slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		_, number := f.Value.(understand.NumberValue)
		_, bare := booking.ParseNumber(f.Words)
		return number && !bare
	})
	return announced && x.fetches(understand.Attach)
}

// isMoving tells whether another time is looked for, for an appointment that there is.
func (x *taking) isMoving() bool {
	return x.Screen == noScreen && x.Draft.Moving != 0 && !x.Draft.Wait.On
}

// keepTime leaves the appointment that was to be moved, or changed, as it is.
func (x *taking) keepTime() {
	x.used, x.chose = true, true
	x.keepBooked()
}

// returns tells whether somebody has just cancelled, and has done nothing since.
func (x *taking) returns() bool {
	return x.Screen == appointmentsScreen && len(x.Returned.Wishes) > 0 && !x.Draft.Begun()
}

// rebook begins a booking of what was cancelled, by the same person.
func (x *taking) rebook() {
	gone := x.Returned
	x.reset()
	x.Draft.Wishes, x.Draft.Persons, x.Draft.Office = gone.Wishes, gone.Persons, gone.Office
	x.Draft.Name, x.Draft.Mail, x.Draft.Phone = gone.Contact.Name, gone.Contact.Mail, gone.Contact.Phone
	x.Draft.NoMail = gone.Contact.Name != "" && gone.Contact.Mail == ""
	x.Draft.Category, x.Returned = x.facts.concern(gone.Wishes[0].Concern).Category, Returned{}
	x.enoughIfAny()
}

// restore books once more what was cancelled, at its time where that is still
// free.
func (x *taking) restore() {
	gone := x.Returned
	if len(gone.Wishes) == 0 || x.Draft.Begun() || !gone.Start.After(x.facts.Now) {
		x.remark("restore.nothing", "Phone", x.phone())
		return
	}
	x.rebook()
	if o, ok := x.office(); ok {
		x.look(exactly(gone.Start, o))
		x.remark("restore.again", "Day", dateOf(o.Today(gone.Start)), "Time", clockOf(gone.Start, o))
	}
}

// findNumbered looks at the appointment whose number a message names.
func (x *taking) findNumbered() {
	for _, v := range values[understand.NumberValue](x.said) {
		i := slices.IndexFunc(x.facts.Appointments, func(a booking.Appointment) bool { return a.Number == v.Number })
		if i >= 0 {
			x.Chosen, x.Screen = x.facts.Appointments[i].ID, appointmentScreen
			x.view = x.step().show(x.talk)
		}
	}
}

// findNamed looks at the only one of several appointments that is for what a message
// names, or that is called off on the day it names: "den Perso will ich absagen". What
// names it is no wish.
func (x *taking) findNamed() {
	if x.Screen != appointmentsScreen {
		return
	}
	_, named := x.wishes()
	days := values[understand.DaysValue](x.said)
	var fitting []booking.AppointmentID
	for _, a := range x.facts.Appointments {
		isFor := func(v understand.ConcernValue) bool {
			return slices.ContainsFunc(a.Items, func(i booking.Item) bool { return i.Concern == v.ID || slices.Contains(v.Rivals, i.Concern) })
		}
		lies := func(v understand.DaysValue) bool { return (terms{days: v.Days}).suitDay(x.facts.date(a)) }
		if slices.ContainsFunc(named, isFor) || len(named) == 0 && x.intends(understand.CallOff) && slices.ContainsFunc(days, lies) {
			fitting = append(fitting, a.ID)
		}
	}
	if len(fitting) != 1 {
		return
	}
	x.Chosen, x.Screen = fitting[0], appointmentScreen
	x.view = x.step().show(x.talk)
	x.said.Found = slices.DeleteFunc(slices.Clone(x.said.Found), func(f understand.Finding) bool {
		_, is := f.Value.(understand.ConcernValue)
		return is
	})
}

// fetches begins to bring an appointment here that was made elsewhere, where a
// message says its number with what is wanted: its own one, and no other, is
// called off. One that is here already is shown.
func (x *taking) fetches(intent understand.Intent) bool {
	numbers := values[understand.NumberValue](x.said)
	if len(numbers) != 1 || x.flow.audience() != booking.Public || !slices.Contains(aboutOne, intent) {
		return false
	}
	here := slices.ContainsFunc(x.facts.Appointments, func(a booking.Appointment) bool { return a.Number == numbers[0].Number })
	switch {
	case !here:
		x.attach(numbers[0].Number)
	case intent == understand.Attach:
		x.findNumbered()
	default:
		return false
	}
	x.used, x.chose = true, true
	return true
}

// aboutOne is what is wanted with one appointment.
var aboutOne = []understand.Intent{understand.Attach, understand.Move, understand.CallOff, understand.Late, understand.Coming}

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
		case v.Intent == understand.Yes && x.asked == understand.ExpectReview && x.asksBack():
			x.askYes()
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
			x.follow(v.Intent)
		}
	}
}

// asksBack tells whether a yes to the review is itself a question, or stands beside one about money
// or with a but: "ja?", "stimmt alles?", "ja, was kostet das nochmal?". Nobody books bindingly so.
func (x *taking) asksBack() bool {
	if !strings.Contains(x.said.Text, "?") {
		return false
	}
	questions := values[understand.QuestionValue](x.said)
	money := slices.ContainsFunc(questions, func(q understand.QuestionValue) bool {
		return q.About == understand.AboutFee || q.About == understand.AboutPayment
	})
	return len(questions)+len(x.said.Unanswered) == 0 || money || x.said.Instead
}

// askYes asks for a plain yes where what was asked is not answered anyhow.
func (x *taking) askYes() {
	x.used = true
	if len(values[understand.QuestionValue](x.said)) == 0 {
		x.miss("review.asked")
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
	plain := x.asked == understand.ExpectYesNo && x.Screen == noScreen && !x.view.Grave
	return plain && slices.Contains([]understand.Intent{understand.Yes, understand.No, understand.Next}, intent) && !x.chose && x.step().name() == x.stood
}

// takeAnswers answers questions and small talk; the open question then stands
// again.
func (x *taking) takeAnswers() {
	for _, f := range x.said.Found {
		switch v := f.Value.(type) {
		case understand.QuestionValue:
			if v.About == understand.AboutContact && x.asked == understand.ExpectMail {
				x.used = true
				x.remark("mail.no_phone") // "kann ich auch eine Handynummer geben?"
				continue
			}
			if f.Sure >= understand.Doubt || !x.used {
				x.used = true
				x.answer(v)
			}
		case understand.TalkValue:
			if !x.used || v.Talk == understand.Insult {
				x.used = true
				x.respondTo(v)
			}
		case understand.LanguageValue:
			x.used = true
			x.inLanguage(v)
		}
	}
}
