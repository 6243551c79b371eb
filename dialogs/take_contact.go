package dialogs

import (
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
		v.Name = x.read(v.Name).mends(x.Draft.Name, v.Wrong)
		x.Draft.Name, x.Draft.Doubt.Name = v.Name, ""
		x.took(locales.Say("review.name", "Name", plain(v.Name)), understand.ExpectName)
	}
	for _, v := range values[understand.MailValue](x.said) {
		x.takeMail(v)
	}
	x.takeLacks()
	for _, v := range values[understand.PhoneValue](x.said) {
		if x.flow.audience() == booking.Staff || x.asked == understand.ExpectPhone {
			x.Draft.Phone = v.Phone
			x.took(locales.Say("taken.phone", "Phone", plain(v.Phone)), understand.ExpectPhone)
		}
	}
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
