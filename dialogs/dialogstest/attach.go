package dialogstest

import (
	"fmt"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

// code is one that was sent or read out.
type code struct {
	digits string
	until  time.Time
	asked  int  // how often one was asked for
	tries  int  // how often a wrong one was given since
	given  bool // a clerk has read it out
}

const (
	codeLasts = 15 * time.Minute
	mostAsked = 3
	mostTries = 5
)

func (r *records) byNumber(number booking.Number) (booking.Appointment, error) {
	for _, a := range r.world.sorted() {
		if a.Number == number && a.Upcoming(r.now) {
			return a, nil
		}
	}
	return booking.Appointment{}, booking.ErrUnknown
}

// askCode sends a code to the mail address of an appointment, unless a clerk
// has just read one out.
func (r *records) askCode(c dialogs.AskCode) (readOut bool, err error) {
	a, err := r.byNumber(c.Number)
	if err != nil {
		return false, err
	}
	sent := r.world.codes[c.Number]
	if sent.given && r.now.Before(sent.until) {
		return true, nil
	}
	if a.Contact.Mail == "" {
		return false, booking.ErrIncomplete
	}
	if sent.asked >= mostAsked {
		return false, booking.ErrLimit
	}
	sent.asked, sent.tries, sent.until, sent.given = sent.asked+1, 0, r.now.Add(codeLasts), false
	sent.digits = fmt.Sprintf("%06d", (int64(a.ID)*700_001+int64(sent.asked)*31_337)%1_000_000)
	r.world.codes[c.Number] = sent
	if mail := r.memory.Mail; mail != nil {
		r.mails = append(r.mails, func() { mail(a.Contact.Mail, c.Lang, c.Number, sent.digits) })
	}
	return false, nil
}

// attach makes an appointment the person's, if the code is right.
func (r *records) attach(c dialogs.Attach) (booking.Appointment, error) {
	a, err := r.byNumber(c.Number)
	if err != nil {
		return a, err
	}
	sent := r.world.codes[c.Number]
	if sent.tries >= mostTries || !r.now.Before(sent.until) {
		return a, booking.ErrLimit
	}
	if c.Code != sent.digits {
		sent.tries++
		r.world.codes[c.Number] = sent
		return a, booking.ErrCode
	}
	delete(r.world.codes, c.Number)
	a.Holder = r.person
	return r.keep(a, nil)
}
