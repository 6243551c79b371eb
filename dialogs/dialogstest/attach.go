package dialogstest

import (
	"fmt"
	"slices"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// code is one that was sent or read out.
type code struct {
	chat        dialogs.Chat // in which it serves; empty: a clerk read it out, for any
	appointment booking.AppointmentID
	mail        string // that it proves, as limits compare it; empty: it fetches the appointment
	digits      string
	asked       time.Time
	tries       int // that are left
}

// serves tells whether a code can be tried for an appointment in a chat.
func (c code) serves(a booking.AppointmentID, chat dialogs.Chat, now time.Time) bool {
	return c.mail == "" && c.appointment == a && (c.chat == chat || c.readOut()) && c.tries > 0 &&
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
// has just read one out. Each question counts, unless too many were asked.
func (r *records) askCode(c dialogs.AskCode) (readOut bool, err error) {
	a, known := r.byNumber(c.Number)
	for _, asked := range r.world.codes {
		readOut = readOut || known && asked.readOut() && asked.serves(a.ID, r.chat, r.now)
	}
	asked := r.asked(a.ID)
	if err := asked.MayAskCode(); err != nil {
		return false, err
	}
	switch {
	case known && a.IsTicket():
		return false, booking.ErrTicket
	case !known, a.Holder == r.person:
		err = booking.ErrUnknown
	case !a.Upcoming(r.now):
		err = booking.ErrOver
	case readOut:
		return true, nil
	case a.Contact.Mail == "":
		err = booking.ErrIncomplete
	}
	if err != nil {
		r.count(booking.AskedCode, 0)
		return false, err
	}
	r.count(booking.AskedCode, a.ID)
	r.world.codes = append(r.world.codes, r.sendCode(a, c.Lang, asked.OfNumber))
	return false, nil
}

// asked is how often codes were asked for.
func (r *records) asked(id booking.AppointmentID) booking.Asked {
	count := func(within time.Duration, which func(deed) bool) int {
		many, _ := r.world.done(r.now.Add(-within), func(d deed) bool { return d.what == booking.AskedCode && which(d) })
		return many
	}
	about := func(d deed) bool { return id != 0 && d.about == id }
	return booking.Asked{
		OfChat:        count(booking.CodesWithin, func(d deed) bool { return d.chat == r.chat }),
		OfNumber:      count(booking.CodesWithin, about),
		OfNumberToday: count(booking.DeedsCount, about),
	}
}

func (r *records) sendCode(a booking.Appointment, lang string, before int) code {
	question := code{chat: r.chat, appointment: a.ID, asked: r.now, tries: booking.CodeTries}
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
	wrong, last := r.world.done(r.now.Add(-booking.DeedsCount), func(d deed) bool { return d.what == booking.GuessedCode && d.about == a.ID })
	barred := booking.Guesses{Many: wrong, Last: last}.MayGuess(r.now)
	tried, right, untried := false, false, booking.ErrLimit
	for _, i := range r.latestCodes(a.ID) {
		switch known := &r.world.codes[i]; {
		case !known.serves(a.ID, r.chat, r.now):
		case barred != nil && !known.readOut():
			untried = barred
		default:
			known.tries--
			tried, right = true, right || known.digits == c.Code
		}
	}
	switch {
	case !tried:
		return a, untried
	case !right:
		r.count(booking.GuessedCode, a.ID)
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
		if known.mail == "" && known.appointment == a && (known.chat == r.chat || known.readOut()) {
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
