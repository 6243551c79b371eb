package dialogs

import (
	"errors"
	"time"

	"terminbote/booking"
)

// result takes what came of a citizen's command.
func (f citizenFlow) result(t *talk, d Result) {
	switch c := d.Command.(type) {
	case Hold:
		if d.Refused != nil {
			f.refuse(t, d)
			return
		}
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
		if t.Screen == leaveTicketScreen {
			t.ticketReturned(d)
			return
		}
		t.cancelled(d)
	case LinkTicket:
		t.ticketLinked(d)
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
	case AskProof:
		t.proofAsked(d)
	case Prove:
		t.proved(d)
	case Erase:
		t.erased(d)
	case Export:
		t.exported(d)
	case Rate:
		t.rated(c, d)
	case Comment:
		t.commented(d)
	case HandOver:
		t.handedOver(d)
	case Relay:
		t.relayed(d)
	case TakeBack:
		t.remark("handover.back_again")
	}
}

// refuse loses nothing that was typed.
func (citizenFlow) refuse(t *talk, d Result) {
	hold, _ := d.Command.(Hold)
	switch err := d.Refused; {
	case t.ranOut(hold.Start) && (errors.Is(err, booking.ErrUnproven) || errors.Is(err, booking.ErrTooOften) || errors.Is(err, booking.ErrDayLimit)):
		t.remark("hold.over") // it may still be booked if it is free then
		t.Draft.HeldUntil = time.Time{}
	case errors.Is(err, booking.ErrUnproven) && hold.Office != "":
		t.beginProof(hold)
	case errors.Is(err, booking.ErrAddresses):
		t.remark("refused.addresses", "Phone", t.phone())
		t.Draft.Mail, t.Draft.NoMail = "", false
	case t.Draft.Changes && hold.Office != "" && errors.Is(err, booking.ErrTaken):
		t.remark("change.no_room")
		t.loseTimeOf(hold)
	case t.outgrows(hold) && (errors.Is(err, booking.ErrTaken) || errors.Is(err, booking.ErrClosed)):
		t.sayOutgrown(hold)
		t.loseTime()
	case errors.Is(err, booking.ErrTaken), errors.Is(err, booking.ErrExpired):
		t.sayTaken()
		t.loseTime()
	case errors.Is(err, booking.ErrTooSoon):
		t.remark("refused.too_soon")
		t.loseTime()
	case errors.Is(err, booking.ErrClosed), errors.Is(err, booking.ErrTooFar):
		t.remark("refused.closed")
		t.Draft.Start, t.Draft.Day = time.Time{}, booking.Date{}
	case errors.Is(err, booking.ErrMailLimit):
		t.remark("refused.mail_limit", "Phone", t.phone())
		t.Draft.Mail, t.Draft.NoMail = "", false
	case errors.Is(err, booking.ErrLimit):
		t.remark("refused.limit", "Phone", t.phone())
		t.Screen = appointmentsScreen // where one can be given back
	case errors.Is(err, booking.ErrDayLimit):
		t.remark("refused.day_limit", "Phone", t.phone())
	case errors.Is(err, booking.ErrTooOften):
		t.remark("refused.too_often", "Phone", t.phone())
	case errors.Is(err, booking.ErrTooLong):
		t.remark("refused.visit_too_long", "Longest", t.facts.longest(), "Phone", t.phone())
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

// sayTaken says that a time is taken: by somebody else just now, or since the
// reservation ran out.
func (t *talk) sayTaken() {
	if t.ranOut(t.Draft.Start) {
		t.remark("refused.taken_since")
		return
	}
	t.remark("refused.taken")
}
