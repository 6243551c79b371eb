package dialogs

import (
	"terminbote/booking"
	"terminbote/dialogs/understand"
)

// takeCorrections opens the questions again whose answers are called wrong,
// unless the message says what is right.
func (x *taking) takeCorrections() {
	for _, v := range values[understand.CorrectionValue](x.said) {
		x.used = true
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
	case understand.ExpectName:
		nameStep{}.reopen(x.talk)
	case understand.ExpectMail:
		mailStep{}.reopen(x.talk)
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
		if x.Draft.Moving == 0 {
			x.rethink()
			x.Draft.Wishes, x.Draft.Between, x.Draft.Category, x.Draft.Query = nil, nil, "", ""
		}
	}
}

// reopenBooked says what can be done about an answer once it is booked.
func (x *taking) reopenBooked(of understand.Expect) {
	if of == understand.ExpectName || of == understand.ExpectMail {
		x.remark("correct.booked", "Phone", x.phone())
	}
}
