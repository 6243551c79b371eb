package dialogstest

import (
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// code is a question for one, and what was sent or read out where it was
// granted.
type code struct {
	chat        dialogs.Chat // in which it serves; empty: a clerk read it out, for any
	appointment booking.AppointmentID
	digits      string // empty: none was granted
	asked       time.Time
	tries       int // that are left
}

// serves tells whether a code can be tried for an appointment in a chat.
func (c code) serves(a booking.AppointmentID, chat dialogs.Chat, now time.Time) bool {
	return c.digits != "" && c.appointment == a && (c.chat == chat || c.readOut()) && c.tries > 0 &&
		now.Before(c.asked.Add(booking.CodeLasts))
}

func (c code) readOut() bool { return c.chat == dialogs.Chat{} }

func (r *records) byNumber(number booking.Number) (booking.Appointment, bool) {
	for _, a := range r.world.appointments {
		if number != "" && a.Number == number {
			return a, true
		}
	}
	return booking.Appointment{}, false
}

// askCode sends a code to the mail address of an appointment, unless a clerk
// has just read one out. Each question counts, but where too many were asked.
func (r *records) askCode(c dialogs.AskCode) (readOut bool, err error) {
	a, known := r.byNumber(c.Number)
	ofChat, ofNumber := 0, 0
	for _, asked := range r.world.codes {
		switch {
		case asked.readOut():
			readOut = readOut || known && asked.serves(a.ID, r.chat, r.now)
		case asked.asked.After(r.now.Add(-booking.CodesWithin)):
			if asked.chat == r.chat {
				ofChat++
			}
			if known && asked.appointment == a.ID {
				ofNumber++
			}
		}
	}
	if err := booking.MayAskCode(ofChat, ofNumber); err != nil {
		return false, err
	}
	question := code{chat: r.chat, asked: r.now}
	switch {
	case !known, a.Holder == r.person:
		err = booking.ErrUnknown
	case !a.Upcoming(r.now):
		err = booking.ErrOver
	case readOut:
		return true, nil
	case a.Contact.Mail == "":
		err = booking.ErrIncomplete
	default:
		question = r.sendCode(question, a, c.Lang, ofNumber)
	}
	r.world.codes = append(r.world.codes, question)
	return false, err
}

func (r *records) sendCode(question code, a booking.Appointment, lang string, before int) code {
	question.appointment, question.tries = a.ID, booking.CodeTries
	question.digits = fmt.Sprintf("%06d", (int64(a.ID)*700_001+int64(before+1)*31_337)%1_000_000)
	if mail := r.memory.Mail; mail != nil {
		r.mails = append(r.mails, func() { mail(a.Contact.Mail, lang, a.Number, question.digits) })
	}
	return question
}

// attach makes an appointment the person's, if the code is right: the one sent
// last in this chat, or the one that a clerk read out last.
func (r *records) attach(c dialogs.Attach) (booking.Appointment, error) {
	a, known := r.byNumber(c.Number)
	if !known {
		return booking.Appointment{}, booking.ErrLimit // as if there were one: nobody learns which numbers there are
	}
	tried, right := false, false
	for _, i := range r.latestCodes(a.ID) {
		if r.world.codes[i].serves(a.ID, r.chat, r.now) {
			r.world.codes[i].tries--
			tried, right = true, right || r.world.codes[i].digits == c.Code
		}
	}
	switch {
	case !tried:
		return a, booking.ErrLimit
	case !right:
		return a, booking.ErrCode
	case !a.Upcoming(r.now):
		return a, booking.ErrOver
	}
	r.forgetCodes(func(known code) bool { return known.appointment == a.ID })
	a.Holder, a.Updated = r.person, r.now
	r.remember(a, dialogs.WasAttached)
	return r.keep(a, nil)
}

// latestCodes is where the code sent last in this chat stands, and the one read
// out last.
func (r *records) latestCodes(a booking.AppointmentID) []int {
	latest := map[bool]int{}
	for i, known := range r.world.codes {
		if known.digits != "" && known.appointment == a && (known.chat == r.chat || known.readOut()) {
			latest[known.readOut()] = i
		}
	}
	var all []int
	for _, i := range latest {
		all = append(all, i)
	}
	return all
}

func (r *records) forgetCodes(which func(code) bool) {
	r.world.codes = slices.DeleteFunc(slices.Clone(r.world.codes), which)
}

// giveCode makes a code to be read out, in place of the one before.
func (r *records) giveCode(c dialogs.GiveCode) (booking.Appointment, string, error) {
	a, err := r.own(c.Appointment)
	if err == nil && !a.Upcoming(r.now) {
		err = booking.ErrOver
	}
	if err != nil {
		return a, "", err
	}
	r.forgetCodes(func(known code) bool { return known.readOut() && known.appointment == a.ID })
	given := code{appointment: a.ID, digits: "271828", asked: r.now, tries: booking.CodeTries}
	r.world.codes = append(r.world.codes, given)
	r.remember(a, dialogs.WasGivenCode)
	return a, given.digits, nil
}
