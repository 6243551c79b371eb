package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
	"terminbote/locales"
)

// takeContact takes name, mail address and telephone number. An appointment
// that moves keeps its own.
func (x *taking) takeContact() {
	if x.Draft.Moving != 0 {
		x.keepContact()
		return
	}
	for _, v := range values[understand.NameValue](x.said) {
		if x.isOfAnother(v) {
			x.used = true
			x.remark("staff.name_kept", "Said", plain(v.Name), "Name", plain(x.Draft.Name))
			continue
		}
		v.Name = x.read(v.Name).mends(x.Draft.Name, v.Wrong)
		x.Draft.Name, x.Draft.Doubt.Name = v.Name, ""
		x.took(locales.Say("review.name", "Name", plain(v.Name)), understand.ExpectName)
	}
	x.takeNameEnds()
	for _, v := range values[understand.MailValue](x.said) {
		x.takeMail(v)
	}
	x.takeLacks()
	for _, v := range values[understand.PhoneValue](x.said) {
		if x.takesPhone() {
			x.Draft.Phone = v.Phone
			x.took(locales.Say("taken.phone", "Phone", plain(v.Phone)), understand.ExpectPhone)
		}
	}
}

// takesPhone tells whether a telephone number is taken: the office keeps those of callers only.
func (x *taking) takesPhone() bool {
	return x.flow.audience() == booking.Staff || x.asked == understand.ExpectPhone
}

// leavePhone says of a number that nobody asked for that it is not kept.
func (x *taking) leavePhone() {
	if x.takesPhone() || len(values[understand.PhoneValue](x.said)) == 0 {
		return
	}
	if _, mail := x.step().(mailStep); mail && !x.used {
		x.miss("mail.is_phone")
	} else {
		x.remark("taken.no_phone")
	}
	x.used = true
}

// takeNameEnds puts right how a word of the name ends: "Nachname mit w am Ende".
func (x *taking) takeNameEnds() {
	for _, v := range values[understand.CorrectionValue](x.said) {
		if v.Ends == "" || x.Draft.Name == "" {
			continue
		}
		x.Draft.Name = endedName(v, x.Draft.Name)
		x.echo = slices.DeleteFunc(x.echo, func(l locales.Line) bool { return l.Key == "review.name" }) // as it was given
		x.took(locales.Say("review.name", "Name", plain(x.Draft.Name)))
	}
}

// isOfAnother tells whether a name that a clerk types beside somebody's is that of another person
// who comes with them: "his name is Deniz", of a caller's child.
func (x *taking) isOfAnother(v understand.NameValue) bool {
	return x.flow.audience() == booking.Staff && x.asked != understand.ExpectName && v.Wrong == "" &&
		x.Draft.Name != "" && isGivenName(v.Name) && !isWithin(v.Name, x.Draft.Name)
}

// takeLacks takes that somebody has no mail address, or a caller no telephone, said beside
// something else: "Olaf Petersen, keine Mail".
func (x *taking) takeLacks() {
	for _, v := range values[understand.LackValue](x.said) {
		switch v.Of {
		case understand.ExpectPhone:
			x.Draft.NoPhone = true
			x.took(locales.Say("staff.no_phone"))
		case understand.ExpectMail:
			if x.noMail(); x.Draft.NoMail {
				x.took(locales.Say("mail.without"))
			}
		}
	}
}

// takeMail takes a mail address, or asks about one that looks mistyped.
func (x *taking) takeMail(v understand.MailValue) {
	x.Draft.Mail, x.Draft.NoMail, x.Draft.Doubt = "", false, Doubt{Name: x.Draft.Doubt.Name}
	x.used = true
	if v.Meant != "" && v.Meant != v.Address {
		x.Draft.Doubt.Mail, x.Draft.Doubt.Meant = v.Address, v.Meant
		return
	}
	if !x.keepMail(v.Address) {
		return
	}
	x.took(locales.Say("review.mail", "Mail", understand.WrittenEmail(v.Address)), understand.ExpectMail)
}
