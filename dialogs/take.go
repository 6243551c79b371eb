package dialogs

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// taking is one message while it is taken up: what it says goes where it
// belongs, whatever question stands open, and what was taken is said back.
type taking struct {
	*talk
	said  understand.Reading
	view  View
	asked understand.Expect
	echo  []locales.Line // what was taken, to be said back
	plain bool           // all of it answers the open question and no more
	used  bool           // something of the message could be used
	chose bool           // a choice of the view was made with it
	shown bool           // something was taken that the next view says
	other bool           // something else is wanted than what was half booked
	bound bool           // a yes that binds was taken with it

	termless bool   // nothing had been said of days and times before
	replaced int    // how many cases there were of what something else takes the place of
	stood    string // the step whose question stood open

	settled booking.ConcernID // the concern that was asked about, where the message begins with a yes to it

	unchanged   State // before a change of what is booked began
	vague       bool  // something was left out that it hardly means
	laterBefore int   // how many concerns were noted for later then
}

// takeUp takes all that a message says. It returns false where nothing of it
// could be used.
func (t *talk) takeUp(text string, view View) bool {
	if t.Screen == resumeScreen && t.answersNext(text) {
		t.Screen, view = noScreen, View{}
	}
	settled, text := t.settleDoubt(text)
	x := &taking{talk: t, view: view, asked: expected(t.step(), view), plain: true, stood: t.step().name(), settled: settled}
	if settled != "" { // nobody has seen yet what is asked next
		x.view, x.asked = View{}, understand.ExpectMore
	}
	x.said = t.understood(text, x.asked, x.view)
	x.heard, x.asksSome = x.said.Text, x.said.Asks
	if x.said.Cut {
		x.remark("remark.cut")
	}
	if x.findTakenOff(text) {
		return true
	}
	x.passDoubtsOfProviso()
	before := x.State
	if x.grave() {
		return true
	}
	x.followLanguage()
	x.takeSettled()
	if x.keepsContact() || x.keepsBooked() {
		return true
	}
	x.takeLater()
	changing, changes := x.takeUpChange()
	if x.opens() {
		x.hearBesideOpening()
		return true
	}
	if x.followsUp() {
		return true
	}
	also := x.bookAlso()
	x.leaveScreen()
	x.takeCorrections()
	if x.Screen == noScreen && !also {
		x.takeListed()
		x.takeConcerns()
		x.takePlace()
		x.takePeople()
		x.takeContact()
		x.takeWhen()
	}
	if x.Screen == noScreen && also {
		x.takeWhen()
	}
	x.takeBeside()
	if changes {
		x.settleChange(changing)
	}
	x.takeChoice()
	x.takeElsewhere()
	x.takeIntents()
	x.takeAnswers()
	x.takeAnother(before.Draft)
	x.hearsYesLeft(before.Draft)
	x.leavePhone()
	x.dropDoubt(before.Draft)
	x.asksOfChosen(before)
	x.sayWhole()
	x.sayBack()
	x.sayIdle(before)
	x.condole()
	return x.used
}

// dropDoubt asks no more about a name that somebody passes over: they choose another
// time instead of saying yes.
func (x *taking) dropDoubt(before Draft) {
	if before.Doubt.Name == x.Draft.Doubt.Name && !before.Start.Equal(x.Draft.Start) {
		x.Draft.Doubt.Name = ""
	}
}

// answersNext tells whether what was typed is the name or the address that the
// booking asks for next: who gives it where it is asked whether to go on, goes on.
func (t *talk) answersNext(text string) bool {
	switch asked := expected(t.next(), View{}); asked {
	case understand.ExpectName:
		return len(values[understand.NameValue](t.understood(text, asked, View{}))) > 0
	case understand.ExpectMail:
		return len(values[understand.MailValue](t.understood(text, asked, View{}))) > 0
	}
	return false
}

// condole says a word of sympathy where somebody of the family has died, once in
// a talk.
func (x *taking) condole() {
	if !x.said.Mourns || x.Condoled {
		return
	}
	x.Condoled = true
	x.remarks = append([]locales.Line{locales.Say("talk.condolence")}, x.remarks...)
}

// took notes that something was taken, and what it answers.
func (x *taking) took(line locales.Line, answers ...understand.Expect) {
	x.used = true
	if line.IsZero() {
		return
	}
	x.echo = append(x.echo, line)
	x.plain = x.plain && slices.Contains(answers, x.asked)
}

// sayBack says what was taken beyond the plain answer to the open question, and
// that there is nothing to say to the rest.
func (x *taking) sayBack() {
	if len(x.echo) > 0 && (!x.plain || len(x.echo) > 1) {
		x.remarks = append([]locales.Line{locales.Say("taken", "Taken", commas(x.echo))}, x.remarks...)
	}
	if !x.used {
		return
	}
	if x.bound {
		x.sayBeside()
	} else if rest := x.meaningfulRest(); rest != "" && !x.heardAll {
		x.remark("taken.rest", "Words", quote(rest))
	}
	if x.heardAll {
		return
	}
	for _, q := range x.said.Unanswered {
		x.remark("answer.unknown_that", "Question", quote(q), "Phone", x.phone())
	}
}

// sayIdle says that a message changes nothing, where nobody has said anything
// about it: it takes off what was never chosen.
func (x *taking) sayIdle(before State) {
	if x.used && !x.chose && len(x.remarks)+len(x.commands) == 0 && reflect.DeepEqual(before, x.State) {
		x.miss("remark.no_effect")
	}
}

const (
	mostRest      = 3  // words that are worth a remark; more are a story
	mostBriefRest = 10 // likewise of a clerk's line, which tells none
)

// meaningfulRest is the words that nothing explains, where they are few. Of more
// it is what asks for something.
func (x *taking) meaningfulRest() string {
	rest := slices.DeleteFunc(slices.Clone(x.said.Rest), func(w string) bool {
		n, counts := x.read(w).number()
		return counts && !(x.brief && x.countsNothing(n)) // how many there are was taken with what is counted
	})
	most := mostRest
	if x.brief {
		most = mostBriefRest
	}
	asks := x.chose && strings.Contains(x.said.Text, "?") // beside a choice a question is not passed over
	switch {
	case len(x.echo) == 0 && !x.shown && !asks && x.asked != understand.ExpectMail:
		return ""
	case len(rest) > most:
		return strings.Join(slices.Concat(x.said.Passed, x.said.Unmet), " … ")
	}
	return strings.Join(append(slices.Clone(x.said.Passed), rest...), " ")
}

// countsNothing tells whether a number that is left over counts nothing that was taken.
func (x *taking) countsNothing(n int) bool {
	for _, f := range x.said.Found {
		switch v := f.Value.(type) {
		case understand.ConcernValue:
			if v.Quantity == n || strings.Contains(f.Words, strconv.Itoa(n)) {
				return false
			}
		case understand.PersonsValue:
			if v.Count == n {
				return false
			}
		}
	}
	return true
}

// grave answers what nothing else counts beside.
func (x *taking) grave() bool {
	for _, v := range values[understand.TalkValue](x.said) {
		if v.Talk == understand.Emergency {
			x.respondTo(v)
			return true
		}
	}
	return false
}

// leaveScreen goes back to the booking where a message speaks of it.
func (x *taking) leaveScreen() {
	if x.Screen == noScreen {
		return
	}
	off, wishes := x.wishes()
	if len(wishes) > 0 {
		seen, _ := x.changeable()
		x.other = x.Screen == resumeScreen && x.wantsElse(wishes)
		x.Screen = noScreen
		if !x.Draft.Begun() {
			x.Draft.After = seen.ID
		}
		return
	}
	days := slices.DeleteFunc(values[understand.DaysValue](x.said), func(v understand.DaysValue) bool { return v.Days.Fault != "" })
	if x.Screen == lateScreen && len(days) > 0 {
		x.change(moveChoice)
	}
	chosen := func(v understand.ConcernValue) bool { return x.wished(v.ID) }
	if x.Screen == resumeScreen && (len(values[understand.PersonsValue](x.said)) > 0 || slices.ContainsFunc(off, chosen)) {
		x.Screen = noScreen // "weiter, aber zu zweit"
		return
	}
	about := len(days) + len(values[understand.HoursValue](x.said)) + len(values[understand.ShiftValue](x.said))
	corrects := slices.ContainsFunc(values[understand.CorrectionValue](x.said), func(v understand.CorrectionValue) bool { return v.Of == understand.ExpectWhen })
	if (about > 0 || corrects) && x.mayMove() {
		x.change(moveChoice)
		x.used = x.used || corrects
	}
	switch {
	case about > 0 && x.returns():
		x.rebook()
		x.took(x.facts.named(x.Draft.Wishes[0]))
	case about > 0 && (x.Draft.Begun() || x.bringsNothing()) && !x.view.Grave:
		x.Screen = noScreen
	}
}

// bringsNothing tells whether one's own appointments are looked at, and there are
// none that a day could be about.
func (x *taking) bringsNothing() bool {
	return x.Screen == appointmentsScreen && len(x.facts.Appointments) == 0
}

// mayMove tells whether days and times are wanted for the appointment that is
// shown. Where it is asked whether to cancel it, they are another answer than
// yes and no.
func (x *taking) mayMove() bool {
	switch x.Screen {
	case bookedScreen, appointmentScreen:
		return true
	case cancelScreen:
		return !x.intends(understand.Yes) && !x.intends(understand.No) && !x.intends(understand.CallOff)
	}
	return false
}

// takeElsewhere says who does what the office does not.
func (x *taking) takeElsewhere() {
	for _, v := range values[understand.ElsewhereValue](x.said) {
		if e, ok := x.facts.Town.SentOn(v.ID); ok {
			x.used, x.answered = true, true
			x.remarks = append(x.remarks, x.nearerThan(e)...)
		}
	}
}
