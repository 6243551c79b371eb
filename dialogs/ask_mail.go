package dialogs

import (
	"errors"
	"strings"
	"unicode"

	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// mailStep asks for a mail address. Where the office does not require one, it
// can be left out.
type mailStep struct{}

func (mailStep) name() string { return "mail" }

func (mailStep) hidesTime() {}

func (mailStep) need(t *talk) Need { return t.contactNeed() }

func (mailStep) open(t *talk) bool { return t.Draft.Mail == "" && !t.Draft.NoMail }

func (mailStep) reopen(t *talk) bool {
	given := t.Draft.Mail != "" || t.Draft.NoMail || t.Draft.Doubt.Mail != ""
	t.Draft.Mail, t.Draft.NoMail, t.Draft.Doubt = "", false, Doubt{}
	return given
}

func (mailStep) show(t *talk) View {
	if d := t.Draft.Doubt; d.Mail != "" {
		return View{Ask: locales.Say("mail.doubt", "Mail", understand.WrittenEmail(d.Mail), "Meant", understand.WrittenEmail(d.Meant)), Typing: true, Groups: []Group{
			list(
				Choice{ID: yesChoice, Label: locales.Say("mail.meant", "Mail", understand.WrittenEmail(d.Meant))},
				Choice{ID: noChoice, Label: t.mailAsTyped(d.Mail)},
			), navigation(backChoice, homeChoice),
		}}
	}
	v := View{Ask: t.askMail(), Typing: true, Field: MailField}
	if mail := t.facts.Contact.Mail; mail != "" {
		same := Choice{ID: sameChoice, Label: locales.Say("mail.same", "Mail", understand.WrittenEmail(mail))}
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{same}})
	}
	if !t.mailRequired() {
		v.Groups = append(v.Groups, Group{Columns: 1, Choices: []Choice{
			{ID: noMailChoice, Label: locales.Say("mail.without")},
		}})
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

// mailAsTyped says of an address that looks mistyped that it is right so, or where nothing can be
// sent to it that another is to be given.
func (t *talk) mailAsTyped(address string) locales.Line {
	if _, err := t.read(address).mail(); err != nil {
		return locales.Say("review.change_mail")
	}
	return locales.Say("mail.as_typed", "Mail", understand.WrittenEmail(address))
}

// askMail says what the address is for: who waits has nothing to confirm yet.
func (t *talk) askMail() locales.Line {
	if t.Draft.Wait.On {
		return locales.Say("mail.ask_wait")
	}
	return locales.Say("mail.ask")
}

func (mailStep) choose(t *talk, id string) bool {
	if d := t.Draft.Doubt; d.Mail != "" && (id == yesChoice || id == noChoice) {
		t.Draft.Doubt = Doubt{}
		if id == yesChoice {
			d.Mail = d.Meant
		}
		if _, err := t.read(d.Mail).mail(); err != nil {
			t.miss("mail.odd") // as it was typed, nothing can be sent there
			return true
		}
		t.keepMail(d.Mail)
		return true
	}
	if id == sameChoice && t.facts.Contact.Mail != "" {
		t.Draft.Doubt = Doubt{}
		t.keepMail(t.facts.Contact.Mail)
		return true
	}
	if id != noMailChoice || t.mailRequired() {
		return false
	}
	t.Draft.NoMail = true
	return true
}

func (mailStep) hear(t *talk, said reading) {
	if said.says(locales.Say("mail.without")) || said.none() {
		t.noMail()
		return
	}
	if said.givesLater() {
		t.mailLater()
		return
	}
	if _, isPhone := said.phone(); isPhone {
		t.miss("mail.is_phone")
		return
	}
	address, err := said.mail()
	if again, ok := said.domainOf(t.Draft.Doubt.Mail); ok && err != nil {
		t.Draft.Doubt = Doubt{}
		address, err = again, nil
	}
	switch {
	case err == nil:
		t.keepMail(address)
	case errors.Is(err, understand.ErrEmailNoDomain):
		t.miss("mail.no_domain")
	case errors.Is(err, understand.ErrEmailNoAt):
		t.miss("mail.no_at")
	default:
		t.miss("mail.odd")
	}
}

// keepMail keeps an address to which mails can be sent; where the mail server
// takes none of its kind, it says so.
func (t *talk) keepMail(address string) bool {
	if t.facts.PlainMail && strings.ContainsFunc(address, func(r rune) bool { return r > unicode.MaxASCII }) {
		t.remark("mail.plain", "Mail", understand.WrittenEmail(address))
		return false
	}
	t.Draft.Mail = address
	return true
}

// mailLater says that an address cannot be given here once it is booked, and what can be done instead.
func (t *talk) mailLater() {
	if t.mailRequired() {
		t.remark("mail.required", "Phone", t.phone())
		return
	}
	t.remark("mail.later", "Phone", t.phone())
}

// noMail goes on without an address, or says who helps where it is required.
func (t *talk) noMail() {
	if t.mailRequired() {
		t.remark("mail.required", "Phone", t.phone())
		return
	}
	t.Draft.Mail, t.Draft.NoMail = "", true
}
