package dialogs

import (
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// What stands beside a wish that leads away from the open question: "absagen, und was kostet ein Pass?".

// hearBesideOpening answers what is asked beside such a wish, and says what is left of the message.
func (x *taking) hearBesideOpening() {
	for _, f := range x.said.Found {
		if q, is := f.Value.(understand.QuestionValue); is && f.Sure >= understand.Doubt && q.About != understand.AboutUnknown {
			x.answer(x.ofTheSame(q))
		}
	}
	for _, q := range x.said.Unanswered {
		x.remark("answer.unknown_that", "Question", quote(q), "Phone", x.phone())
	}
	if left := x.leftBesideOpening(); len(left) > 0 {
		x.remark("taken.then", "Words", quote(strings.Join(left, ", ")))
	}
}

// leftBesideOpening is what else is wanted beside what an appointment is called off or moved for: a concern,
// or something else to be done. Who wants to speak to a person says it there.
func (x *taking) leftBesideOpening() []string {
	var left []string
	if !x.intends(understand.CallOff) && !x.intends(understand.Appointments) {
		return nil
	}
	for _, f := range x.said.Found {
		switch v := f.Value.(type) {
		case understand.ConcernValue:
			if !v.Negated && !x.isOfChosen(v) {
				left = append(left, f.Words)
			}
		case understand.IntentValue:
			if v.Intent == understand.Erase || v.Intent == understand.Data {
				left = append(left, f.Words)
			}
		}
	}
	return left
}

// beginsWith starts over where a message says with what: "neu anfangen mit einem Reisepass". What it
// wants is taken as anywhere.
func (x *taking) beginsWith(intent understand.Intent) bool {
	_, wished := x.wishes()
	when := len(values[understand.DaysValue](x.said)) + len(values[understand.HoursValue](x.said))
	if intent != understand.Start && intent != understand.Home || len(wished) == 0 && (when == 0 || x.Screen != resumeScreen && x.Draft.Begun()) {
		return false
	}
	x.reset()
	x.view, x.asked, x.stood = x.step().show(x.talk), expected(x.step(), View{}), x.step().name()
	return true
}

// isOfChosen tells whether a concern only names the appointment that is looked at: "den Perso absagen".
func (x *taking) isOfChosen(v understand.ConcernValue) bool {
	a, ok := x.appointment(x.Chosen)
	return ok && slices.ContainsFunc(a.Items, func(i booking.Item) bool { return i.Concern == v.ID || slices.Contains(v.Rivals, i.Concern) })
}

// findListed looks at the appointment of the list that a message names by its place: "das zweite
// stornieren".
func (x *taking) findListed() {
	if x.Screen != appointmentsScreen {
		return
	}
	for _, v := range values[understand.ChoiceValue](x.said) {
		if c, listed := x.listedChoice(v.Place); listed && strings.HasPrefix(c.ID, appointmentPrefix) {
			x.choose(c.ID)
			x.view = x.step().show(x.talk)
			return
		}
	}
}

// wantsElse tells whether somebody who is asked whether to go on with a booking wants something else
// instead: they name nothing that is chosen, do not go on, and do not add to it.
func (x *taking) wantsElse(wanted []understand.ConcernValue) bool {
	chosen := func(v understand.ConcernValue) bool {
		return x.wished(v.ID) || v.More || slices.ContainsFunc(v.Rivals, x.wished)
	}
	surely := slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		v, is := f.Value.(understand.ConcernValue)
		return is && !v.Negated && f.Sure >= understand.Doubt
	})
	return surely && len(x.Draft.Wishes) > 0 && !x.said.Besides && !slices.ContainsFunc(wanted, chosen) && !x.goesOn()
}

// goesOn tells whether a message begins with a word that goes on: "weiter, aber mit Reisepass".
func (x *taking) goesOn() bool {
	first, _, _ := strings.Cut(x.said.Text, ",")
	word, _, _ := strings.Cut(first, " ")
	return slices.ContainsFunc([]string{first, word}, func(words string) bool {
		intent := x.read(words).exactly()
		return intent == understand.Next || intent == understand.Yes
	})
}

// dropForElse takes off what was half booked, where something else is wanted instead.
func (x *taking) dropForElse() {
	if !x.other {
		return
	}
	for _, w := range slices.Clone(x.Draft.Wishes) {
		x.drop(w.Concern)
		x.took(locales.Say("taken.off", "Concern", locales.Text(x.facts.concern(w.Concern).Name)))
	}
}
