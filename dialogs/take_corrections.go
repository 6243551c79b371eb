package dialogs

import (
	"slices"

	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeCorrections opens the questions again whose answers are called wrong,
// unless the message says what is right.
func (x *taking) takeCorrections() {
	for _, v := range values[understand.CorrectionValue](x.said) {
		x.used = true
		if v.Ends != "" && x.Screen == noScreen && x.Draft.Moving == 0 {
			continue // the name that stands there is put right
		}
		if !x.corrected(v.Of) {
			x.reopen(v.Of)
		}
	}
}

// corrected tells whether the message itself gives the right answer.
func (x *taking) corrected(of understand.Expect) bool {
	for _, f := range x.said.Found {
		switch f.Value.(type) {
		case understand.NameValue:
			if of == understand.ExpectName {
				return true
			}
		case understand.MailValue:
			if of == understand.ExpectMail {
				return true
			}
		case understand.DaysValue, understand.HoursValue, understand.ShiftValue:
			if of == understand.ExpectWhen {
				return true
			}
		case understand.PersonsValue, understand.CountValue:
			if of == understand.ExpectPersons || of == understand.ExpectQuantity {
				return true
			}
		case understand.ConcernValue:
			if of == understand.ExpectWish {
				return true
			}
		}
	}
	return false
}

// reopen forgets one answer. Anybody who has booked already changes only the time.
func (x *taking) reopen(of understand.Expect) {
	if x.Screen != noScreen {
		x.reopenBooked(of)
		return
	}
	switch of {
	case understand.ExpectName, understand.ExpectMail:
		x.reopenContact(of)
	case understand.ExpectPhone:
		x.Draft.Phone, x.Draft.NoPhone = "", false
	case understand.ExpectWhen:
		x.reopenWhen()
	case understand.ExpectPersons:
		x.recountPersons()
	case understand.ExpectQuantity:
		x.recount()
	case understand.ExpectOffice:
		x.Draft.Office = booking.OfficeID("")
	case understand.ExpectWish:
		if x.Draft.Moving == 0 || x.Draft.Changes {
			x.rethink()
			x.Draft.Wishes, x.Draft.Between, x.Draft.Doubts, x.Draft.Category, x.Draft.Query = nil, nil, nil, "", ""
		}
	}
}

// reopenContact forgets the name or the address, unless it is that of an appointment that
// is booked already.
func (x *taking) reopenContact(of understand.Expect) {
	switch {
	case x.Draft.Moving != 0:
		x.reopenBooked(of)
	case of == understand.ExpectName:
		nameStep{}.reopen(x.talk)
	default:
		mailStep{}.reopen(x.talk)
	}
}

// reopenBooked says what can be done about an answer once it is booked.
func (x *taking) reopenBooked(of understand.Expect) {
	if of == understand.ExpectName || of == understand.ExpectMail {
		x.remark("correct.booked", "Phone", x.phone())
	}
}

// keepContact says that the name and the address of what is booked already stay, where
// somebody gives others.
func (x *taking) keepContact() {
	given := len(values[understand.NameValue](x.said)) + len(values[understand.MailValue](x.said))
	if given > 0 && len(values[understand.CorrectionValue](x.said)) == 0 {
		x.used = true
		x.reopenBooked(understand.ExpectName)
	}
}

// keepsContact says so where the appointments are seen, and nothing is wanted beside another
// name or address: neither is a wish, or a time, or something else that the words could be.
func (x *taking) keepsContact() bool {
	if x.ownSeen() != understand.SeenAppointment || !x.givesContact() || x.wantsClearly() {
		return false
	}
	x.used = true
	x.reopenBooked(understand.ExpectName)
	return true
}

// givesContact tells whether a message gives another name or address, or calls one wrong.
func (x *taking) givesContact() bool {
	wrong := func(v understand.CorrectionValue) bool {
		return v.Of == understand.ExpectName || v.Of == understand.ExpectMail
	}
	return len(values[understand.NameValue](x.said))+len(values[understand.MailValue](x.said)) > 0 ||
		slices.ContainsFunc(values[understand.CorrectionValue](x.said), wrong)
}

// wantsClearly tells whether a message clearly wants something, for the writer or for others.
func (x *taking) wantsClearly() bool {
	return slices.ContainsFunc(x.said.Found, func(f understand.Finding) bool {
		switch v := f.Value.(type) {
		case understand.ConcernValue:
			return f.Sure >= understand.Doubt && !v.Negated
		case understand.PersonsValue:
			return v.Also > 0
		case understand.NumberValue, understand.IntentValue:
			return true
		}
		return false
	})
}
