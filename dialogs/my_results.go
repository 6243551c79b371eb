package dialogs

import (
	"errors"
	"time"

	"terminbote/booking"
)

// done takes note of what came of a command.
func (t *talk) done(d Result) {
	switch c := d.Command.(type) {
	case Hold:
		t.held(c, d)
	case Book, Move:
		t.booked(d)
	case Affirm:
		t.affirmed(d)
	case Arrive:
		t.arrived(d)
	case Delay:
		t.delayed(d)
	case Cancel:
		t.cancelled(d)
	case Wait:
		t.joined(d)
	case EndWait:
		t.ended(d)
	case Accept:
		t.accepted(d)
	case Decline:
		t.declined(d)
	case AskCode:
		t.codeAsked(c, d)
	case Attach:
		t.attached(d)
	case Erase:
		t.erased(d)
	case Export:
		t.exported(d)
	}
}

// refuse says why the office did not do what was asked, and leads to where
// something else can be chosen. Nothing that was typed is lost.
func (t *talk) refuse(err error) {
	switch {
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrExpired):
		t.remark("refused.taken")
		t.Draft.Start = time.Time{}
	case errors.Is(err, booking.ErrClosed), errors.Is(err, booking.ErrTooSoon), errors.Is(err, booking.ErrTooFar):
		t.remark("refused.closed")
		t.Draft.Start, t.Draft.Day = time.Time{}, booking.Date{}
	case errors.Is(err, booking.ErrMailLimit):
		t.remark("refused.mail_limit", "Phone", t.phone())
		t.Draft.Mail, t.Draft.NoMail = "", false
	case errors.Is(err, booking.ErrLimit):
		t.remark("refused.limit", "Phone", t.phone())
		t.Screen = appointmentsScreen // where one can be given back
	case errors.Is(err, booking.ErrTooOften):
		t.remark("refused.too_often", "Phone", t.phone())
	case errors.Is(err, booking.ErrTooLong):
		t.remark("refused.visit_too_long", "Longest", t.longest(), "Phone", t.phone())
		t.rethink()
	case errors.Is(err, booking.ErrUnknown), errors.Is(err, booking.ErrOver):
		t.remark("refused.gone", "Phone", t.phone())
		t.reset()
		t.Screen = appointmentsScreen
	case errors.Is(err, booking.ErrIncomplete):
		t.remark("refused.incomplete")
		t.Draft.Mail, t.Draft.NoMail = "", false
	default:
		t.remark("refused.changed", "Phone", t.phone())
		t.rethink()
	}
}

// rethink goes back to the choice of concerns, keeping them.
func (t *talk) rethink() {
	t.Draft.Picked, t.Draft.Informed = false, false
	if t.Draft.Moving == 0 {
		t.Draft.Office = "" // other concerns may be served elsewhere
	}
	t.Draft.Start, t.Draft.Day = time.Time{}, booking.Date{}
}
