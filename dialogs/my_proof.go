package dialogs

import (
	"errors"
	"strings"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// proofStep asks for a mail address and then for the code that was sent there,
// before a time is set aside. An office asks for it while more new people want
// times than it usually sees.
type proofStep struct{}

func (proofStep) name() string { return "proof" }

func (proofStep) need(t *talk) Need { return t.contactNeed() }

func (proofStep) show(t *talk) View {
	v := View{Title: locales.Say("proof.title"), Typing: true}
	if t.Proof.Mail != "" {
		v.Body = []locales.Line{locales.Say("proof.sent", "Mail", understand.WrittenEmail(t.Proof.Mail))}
		v.Ask, v.Field = locales.Say("attach.ask_code"), CodeField
		v.Groups = []Group{list(Choice{ID: changeMailChoice, Label: locales.Say("proof.other")}), navigation(backChoice, homeChoice)}
		return v
	}
	v.Body = []locales.Line{locales.Say("proof.why", "Phone", t.phone())}
	v.Ask, v.Field = locales.Say("proof.ask"), MailField
	if mail := t.facts.Contact.Mail; mail != "" {
		v.Groups = append(v.Groups, list(Choice{ID: sameChoice, Label: locales.Say("mail.same", "Mail", understand.WrittenEmail(mail))}))
	}
	v.Groups = append(v.Groups, navigation(backChoice, homeChoice))
	return v
}

func (proofStep) choose(t *talk, id string) bool {
	switch {
	case id == changeMailChoice && t.Proof.Mail != "":
		t.Proof.Mail = ""
	case id == sameChoice && t.Proof.Mail == "" && t.facts.Contact.Mail != "":
		t.askProof(t.facts.Contact.Mail)
	default:
		return false
	}
	return true
}

// hear takes a mail address whenever one is typed, and else the code.
func (proofStep) hear(t *talk, said reading) {
	if t.Proof.Mail != "" && !strings.Contains(said.text, "@") {
		t.prove(said)
		return
	}
	address, err := said.mail()
	if err != nil {
		asked := t.understood(said.text, understand.ExpectMail, View{})
		if given := values[understand.MailValue](asked); len(given) == 1 && len(asked.Rest) == 0 {
			address, err = t.read(given[0].Address).mail() // "f.nowak@example.org, Franz Nowak"
		}
	}
	switch {
	case err == nil:
		t.askProof(address)
	case said.none():
		t.miss("proof.no_mail", "Phone", t.phone())
	case errors.Is(err, understand.ErrEmailNoDomain):
		t.miss("mail.no_domain")
	case errors.Is(err, understand.ErrEmailNoAt):
		t.miss("mail.no_at")
	default:
		t.miss("mail.odd")
	}
}

// beginProof asks for a proof before the time of a hold is set aside. An address
// that was given already gets the code at once.
func (t *talk) beginProof(h Hold) {
	t.Screen, t.Proof = proofScreen, Proof{Office: h.Office, Start: h.Start}
	t.remark("proof.first")
	if t.Draft.Mail != "" {
		t.askProof(t.Draft.Mail)
	}
}

func (t *talk) askProof(address string) {
	t.Proof.Mail = address
	t.do(AskProof{Office: t.Proof.Office, Mail: address, Lang: t.Lang})
}

// prove tries a code. What cannot be one uses up no try.
func (t *talk) prove(said reading) {
	code, given := said.code()
	if !given {
		t.miss("proof.no_code")
		return
	}
	t.do(Prove{Office: t.Proof.Office, Mail: t.Proof.Mail, Code: code})
}

// proofAsked says why no code was sent.
func (t *talk) proofAsked(d Result) {
	if d.Refused == nil {
		return
	}
	t.Proof.Mail = ""
	switch {
	case errors.Is(d.Refused, booking.ErrLimit):
		t.remark("proof.too_often", "Phone", t.phone())
	case errors.Is(d.Refused, booking.ErrAddresses):
		t.remark("refused.addresses", "Phone", t.phone())
	default:
		t.remark("proof.phone", "Phone", t.phone())
	}
}

// proved has the time set aside after all.
func (t *talk) proved(d Result) {
	switch {
	case d.Refused == nil:
		start := t.Proof.Start
		t.Draft.Mail, t.Draft.NoMail = t.Proof.Mail, false
		t.Screen, t.Proof = noScreen, Proof{}
		t.remark("proof.done")
		t.hold(start)
	case errors.Is(d.Refused, booking.ErrCode):
		t.remark("attach.wrong_code")
	default:
		t.Proof.Mail = ""
		t.remark("proof.used_up", "Phone", t.phone())
	}
}
