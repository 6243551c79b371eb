package dialogs

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// comesBack says what has passed while the talk was left. It tells whether the event
// answers what stands no more, or has been taken already.
func (t *talk) comesBack(event Event) bool {
	if t.Handed {
		return false
	}
	left, answers := *t, false
	left.Draft = t.leftDraft()
	switch event.(type) {
	case Said, Tapped:
		answers = true
	}
	if answers && t.sayOver() {
		return left.answersView(event) || t.saysOnlyWhen(event)
	}
	if t.over.day.IsZero() {
		return t.answersUnseen(event)
	}
	t.meanwhile = append(t.meanwhile, t.passedLine())
	gone := left.step().name() != t.step().name() || expected(t.step(), View{}) == understand.ExpectWhen
	return t.keepsContactLeft(event) || t.Screen == noScreen && gone && left.answersView(event)
}

// leftDraft is the draft as it was left.
func (t *talk) leftDraft() Draft {
	if t.over.day.IsZero() {
		return t.Draft
	}
	return t.over.before
}

// saysOnlyWhen tells whether a message is about days and times and nothing else.
func (t *talk) saysOnlyWhen(event Event) bool {
	e, typed := event.(Said)
	if !typed {
		return false
	}
	said := t.understood(e.Text, understand.ExpectWhen, View{})
	when := len(values[understand.DaysValue](said)) + len(values[understand.HoursValue](said)) + len(values[understand.ShiftValue](said))
	return when > 0 && when == len(said.Found)
}

// answersView tells whether an event is no more than an answer to the view: a press,
// a place in its list, yes or no. Ways that are open everywhere are none.
func (t *talk) answersView(event Event) bool {
	switch e := event.(type) {
	case Tapped:
		switch e.Choice {
		case homeChoice, appointmentsChoice, languageChoice, helpChoice:
			return false
		}
		return true
	case Said:
		said := t.read(e.Text)
		if _, err := strconv.Atoi(strings.TrimSpace(e.Text)); err == nil {
			return true
		}
		switch said.exactly() {
		case understand.Yes, understand.No, understand.Next, understand.Enough, understand.Book, understand.Back:
			return true
		case understand.Home, understand.Appointments, understand.Language, understand.Help:
			return false
		}
		_, labelled := said.labelled(t.step().show(t))
		return labelled
	}
	return false
}

// keepsContactLeft takes a name or an address that answers the question which stood
// before its time passed, and says that it is kept.
func (t *talk) keepsContactLeft(event Event) bool {
	e, typed := event.(Said)
	if !typed || t.Screen != noScreen && t.Screen != resumeScreen {
		return false
	}
	left := *t
	left.Draft = t.over.before
	asked := expected(left.next(), View{})
	said := left.understood(e.Text, asked, View{})
	none := asked == understand.ExpectMail && t.read(e.Text).none()
	var kept int
	switch asked {
	case understand.ExpectName:
		kept = len(values[understand.NameValue](said))
	case understand.ExpectMail:
		kept = len(values[understand.MailValue](said)) + len(values[understand.LackValue](said))
	}
	if !none && (kept == 0 || kept < len(said.Found)) {
		return false
	}
	t.Draft = left.Draft
	t.flow.hear(t, e)
	t.dropPassed()
	if line := t.contactSince(left.Draft); !line.IsZero() {
		t.remark("taken", "Taken", line)
	}
	return true
}

// contactSince is which name or address the draft has that it had not before.
func (t *talk) contactSince(before Draft) locales.Line {
	switch d := t.Draft; {
	case d.Name != before.Name:
		return locales.Say("review.name", "Name", plain(d.Name))
	case d.Mail != before.Mail:
		return locales.Say("review.mail", "Mail", understand.WrittenEmail(d.Mail))
	case d.NoMail && !before.NoMail:
		return locales.Say("mail.without")
	}
	return locales.Line{}
}

// answersUnseen asks again what somebody answers who may not have it in view any more:
// a place in a list that has changed, or a yes to what takes something away, or that may
// be meant for a reminder.
func (t *talk) answersUnseen(event Event) bool {
	e, typed := event.(Said)
	if !typed || t.flow.audience() != booking.Public || t.away() < shortAbsence {
		return false
	}
	v, said := t.view(), t.read(e.Text)
	_, err := strconv.Atoi(strings.TrimSpace(e.Text))
	noneLeft := t.Screen == appointmentsScreen && len(t.facts.Appointments) == 0 && t.away() >= longAbsence
	if (err == nil || said.exactly() == understand.Yes) && t.listsOthers(v) || err == nil && noneLeft {
		t.remark("remark.stale")
		return true
	}
	if t.away() < longAbsence || !v.offers(yesChoice) || !t.agrees(said) {
		return false
	}
	if !v.Grave && !t.isReminded() {
		return false
	}
	t.remark("left.again")
	return true
}

// agrees tells whether words may be a yes to the open question: also one that names
// what to do.
func (t *talk) agrees(said reading) bool {
	switch said.exactly() {
	case understand.Yes, understand.CallOff, understand.Erase, understand.Book, understand.Next:
		return true
	}
	return said.saysYes()
}

// holdAgain sets the time aside once more that was kept for somebody who comes back,
// where it is not what the event changes.
func (t *talk) holdAgain(event Event, before time.Time) {
	d := t.Draft
	switch event.(type) {
	case Said, Tapped:
	default:
		return
	}
	ranOut := d.Hold != 0 && !d.HeldUntil.IsZero() && !t.facts.Now.Before(d.HeldUntil)
	stands := !d.Start.IsZero() && d.Start.Equal(before) && t.Screen == noScreen && !d.Wait.On
	wanted := len(d.Wishes) > 0 || d.Moving != 0 // else nothing is left to set it aside for
	if ranOut && stands && wanted && len(t.commands) == 0 && !t.Handed && t.flow.audience() == booking.Public {
		t.hold(d.Start)
	}
}

// isReminded tells whether somebody was asked whether they come, and has not answered.
func (t *talk) isReminded() bool { return slices.ContainsFunc(t.facts.Appointments, t.facts.awaited) }
