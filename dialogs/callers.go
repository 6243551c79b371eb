package dialogs

import (
	"cmp"
	"slices"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// The questions of a booking for somebody on the phone: those that a citizen
// is asked, put by the clerk. What a concern wants to know first, and what to
// bring, is read out at the end.
var callersWay = []question{
	callersMatterStep{},
	concernStep{},
	quantityStep{},
	personsStep{},
	officeStep{},
	dayStep{},
	timeStep{},
	nameStep{},
	callersNumberStep{},
	callersMailStep{},
	callersReviewStep{},
}

// bookFor begins a booking for a caller, on a day where one is given.
func (t *talk) bookFor(day booking.Date) {
	if t.busy() {
		return
	}
	t.begin(bookingTask)
	if t.Draft.Day = day; len(t.facts.Town.Offices) > 1 && !day.IsZero() {
		t.Draft.Office = t.bureau().ID
	}
}

// busy asks, where something is in the making, whether to give it up. Whoever
// answers that by asking for the same again means it.
func (t *talk) busy() bool {
	if t.Screen == resumeScreen {
		t.reset()
	}
	if t.Draft.Begun() {
		t.interrupt("")
	}
	return t.Draft.Begun()
}

// moveFor looks for another time for an appointment.
func (t *talk) moveFor(id booking.AppointmentID) {
	a, ok := t.appointment(id)
	if !ok || !a.Upcoming(t.facts.Now) {
		t.remark("staff.refused.over")
		return
	}
	if t.busy() {
		return
	}
	t.begin(bookingTask)
	t.Draft.Moving, t.Draft.Office, t.Chosen = a.ID, a.Office, a.ID
}

// callersMatterStep asks what the caller comes for.
type callersMatterStep struct{ categoryStep }

func (s callersMatterStep) show(t *talk) View {
	v := s.categoryStep.show(t)
	if len(t.Draft.Wishes) == 0 {
		v.Title, v.Body = locales.Say("staff.new"), nil
		v.Groups[len(v.Groups)-1] = navigation(backChoice, homeChoice)
	}
	return v
}

// callersNumberStep asks where the caller can be called back.
type callersNumberStep struct{}

const noNumberChoice = "nonumber"

func (callersNumberStep) need(*talk) Need { return Need{} }

func (callersNumberStep) open(t *talk) bool { return t.Draft.Phone == "" && !t.Draft.NoPhone }

func (callersNumberStep) reopen(t *talk) bool {
	given := t.Draft.Phone != "" || t.Draft.NoPhone
	t.Draft.Phone, t.Draft.NoPhone = "", false
	return given
}

func (callersNumberStep) show(*talk) View {
	return View{
		Ask: locales.Say("staff.ask_phone"), Typing: true,
		Groups: []Group{
			{Columns: 1, Choices: []Choice{{ID: noNumberChoice, Label: locales.Say("staff.no_phone")}}},
			navigation(backChoice, homeChoice),
		},
	}
}

func (callersNumberStep) choose(t *talk, id string) bool {
	if id != noNumberChoice {
		return false
	}
	t.Draft.NoPhone = true
	return true
}

func (callersNumberStep) hear(t *talk, text string) {
	without := locales.For(t.Lang).Say(locales.Say("staff.no_phone"))
	if understand.Alike(text, without) || understand.None(text, t.Lang) {
		t.Draft.NoPhone = true
		return
	}
	number, ok := understand.Phone(text)
	if !ok {
		t.remark("staff.phone_odd")
		return
	}
	t.Draft.Phone = number
}

// callersMailStep asks for the caller's mail address, which staff can do
// without.
type callersMailStep struct{ mailStep }

func (s callersMailStep) show(t *talk) View {
	v := s.mailStep.show(t)
	v.Ask = locales.Say("staff.ask_mail")
	return v
}

// callersReviewStep shows everything once more, with what the clerk has to ask
// and to say.
type callersReviewStep struct{ reviewStep }

func (s callersReviewStep) show(t *talk) View {
	v := s.reviewStep.show(t)
	if t.Draft.Phone != "" {
		v.Body = append(v.Body, locales.Say("staff.case.phone", "Phone", plain(t.Draft.Phone)))
	}
	if t.Draft.Mail != "" {
		v.Body = append(v.Body, locales.Say("staff.mails_in", "Language", locales.Name(t.mailsIn())))
		v.Groups = slices.Insert(v.Groups, 1, Group{Columns: 1, Choices: t.otherMails()})
	}
	for _, w := range t.Draft.Wishes {
		if q := t.concern(w.Concern).Question; q != nil {
			v.Body = append(v.Body, locales.Line{}, locales.Say("staff.read_out", "Question", locales.Text(q.Ask)),
				locales.Say("staff.read_otherwise", "Otherwise", locales.Text(q.Otherwise)))
		}
	}
	return v
}

const mailsInPrefix = "mails:"

func (s callersReviewStep) choose(t *talk, id string) bool {
	lang, ok := strings.CutPrefix(id, mailsInPrefix)
	if !ok || !slices.Contains(locales.Languages(), lang) {
		return s.reviewStep.choose(t, id)
	}
	t.Draft.MailsIn = lang
	return true
}

// otherMails is the languages in which the caller's mails could be instead.
func (t *talk) otherMails() []Choice {
	var choices []Choice
	for _, lang := range locales.Languages() {
		if lang != t.mailsIn() {
			choices = append(choices, Choice{ID: mailsInPrefix + lang, Label: locales.Say("staff.mails_other", "Language", locales.Name(lang))})
		}
	}
	return choices
}

// mailsIn is the language of the mails about what is booked: of whoever talks
// for themselves, and of the office where a clerk books for somebody and has
// not heard of another.
func (t *talk) mailsIn() string {
	o, ok := t.office()
	if !t.clerk() || !ok {
		return t.Lang
	}
	return cmp.Or(t.Draft.MailsIn, o.Lang, t.Lang)
}

// receiptStep is what the clerk reads out to the caller once it is booked.
type receiptStep struct{}

func (receiptStep) need(t *talk) Need { return Need{Staff: StaffNeed{Appointment: t.Chosen}} }

func (receiptStep) show(t *talk) View {
	c := t.facts.Staff.Appointment
	if c == nil {
		return caseStep{}.show(t)
	}
	a := c.Appointment
	v := View{Title: locales.Say("staff.booked", "Number", a.Number.String())}
	if a.Sequence > 0 {
		v.Title = locales.Say("staff.moved", "Number", a.Number.String())
	}
	v.Body = append([]locales.Line{locales.Say("staff.spelled", "Letters", spelled(a.Number))}, t.card(a)...)
	if a.Contact.Mail == "" {
		v.Body = append(v.Body, locales.Line{}, locales.Say("staff.read_all"))
	}
	v.Ask = locales.Say("staff.booked_ask")
	var choices []Choice
	if len(t.Later) > 0 {
		next := locales.Text(t.concern(t.Later[0]).Name)
		choices = append(choices, Choice{ID: laterChoice, Label: locales.Say("booked.later", "Concern", next)})
	}
	choices = append(choices, Choice{ID: newChoice, Label: locales.Say("staff.do.new")},
		Choice{ID: connectChoice, Label: locales.Say("staff.do.connect")})
	v.Groups = append(t.undoable(), list(choices...), navigation(homeChoice))
	return v
}

func (receiptStep) choose(t *talk, id string) bool {
	switch id {
	case laterChoice:
		if !t.bookNoted() {
			return false
		}
		t.Work.Task = bookingTask
	case connectChoice:
		t.runFor(understand.ToConnect, t.Chosen)
	default:
		return false
	}
	return true
}

func (receiptStep) hear(t *talk, text string) { t.unheard(text) }

// entered shows the receipt.
func (t *talk) entered(d Result) {
	if _, moved := d.Command.(Move); moved {
		t.keepUndo(t.Work.Undo)
	}
	t.Draft, t.Work.Task = Draft{}, noTask
	t.Screen, t.Chosen, t.Work.Below = receiptScreen, d.Appointment.ID, noScreen
}
