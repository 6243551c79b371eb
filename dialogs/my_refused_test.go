package dialogs_test

import (
	"fmt"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// refusal is what somebody reads and where they are when the office refuses.
type refusal struct{ remark, step string }

// isWhat tells whether the refusal, and nothing else, is what came of a turn.
func (r refusal) isWhat(got visitor) bool {
	return got.step == r.step && got.remarked(r.remark) && len(got.remarks) == 1
}

// Each refusal of a time is told by its own sentence: who was too late for it is not
// asked who they are.
func TestEachRefusalOfATimeIsToldAsItIs(t *testing.T) {
	t.Parallel()
	v := arrive(t, smallOffice(t)).say(t, "Perso", "weiter", "1", "1", "weiter", "morgen")
	for err, want := range map[error]refusal{
		booking.ErrUnproven:  {"proof.first", "proof"},
		booking.ErrTaken:     {"refused.taken", "when"},
		booking.ErrTooSoon:   {"refused.too_soon", "when"},
		booking.ErrClosed:    {"refused.closed", "when"},
		booking.ErrTooFar:    {"refused.closed", "when"},
		booking.ErrLimit:     {"refused.limit", "appointments"},
		booking.ErrDayLimit:  {"refused.day_limit", "when"},
		booking.ErrTooOften:  {"refused.too_often", "when"},
		booking.ErrTooLong:   {"refused.visit_too_long", "concern"},
		booking.ErrUnknown:   {"refused.gone", "appointments"},
		booking.ErrAddresses: {"refused.addresses", "when"},
	} {
		got := v.refused(t, dialogs.Said{Text: "10:00"}, err)
		if _, held := got.commands[0].(dialogs.Hold); !held || !want.isWhat(got) {
			t.Errorf("%v: %v leads to %s, %v", err, got.commands, got.step, got.remarks)
		}
	}
}

// Each refusal of a code says what helps: to ask for another, to wait, or to ask a
// clerk, who is the only one that can help where codes were guessed.
func TestEachRefusalOfACodeSaysWhatHelps(t *testing.T) {
	t.Parallel()
	v := booked(t).turn(t, dialogs.Started{Payload: "number_" + string(another)})
	for err, want := range map[error]refusal{
		booking.ErrCode:     {"attach.wrong_code", "code"},
		booking.ErrLimit:    {"attach.used_up", "number"},
		booking.ErrDayLimit: {"attach.ask_clerk", "code"},
		booking.ErrTooOften: {"attach.wait", "code"},
		booking.ErrUnknown:  {"attach.unknown", "number"},
		booking.ErrOver:     {"attach.unknown", "number"},
	} {
		got := v.refused(t, dialogs.Said{Text: "123456"}, err)
		if !want.isWhat(got) {
			t.Errorf("%v leads to %s, %v", err, got.step, got.remarks)
		}
	}
}

// Each refusal to mail a code says why none comes.
func TestEachRefusalToMailACodeSaysWhy(t *testing.T) {
	t.Parallel()
	v := booked(t).say(t, "meine termine", "Termin mit Nummer holen")
	for err, want := range map[error]refusal{
		booking.ErrIncomplete: {"attach.no_mail", "number"},
		booking.ErrLimit:      {"attach.too_often", "number"},
		booking.ErrUnknown:    {"attach.unknown", "number"},
		booking.ErrOver:       {"attach.unknown", "number"},
	} {
		got := v.refused(t, dialogs.Said{Text: another.String()}, err)
		if !want.isWhat(got) {
			t.Errorf("%v leads to %s, %v", err, got.step, got.remarks)
		}
	}
}

// Who has to show that a mail address is theirs hears why no code comes, and why one
// does not serve; only a wrong one may be typed once more for the same address.
func TestEachRefusalOfAProofIsToldAsItIs(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	first := arrive(t, town)
	first.memory.Rush(town.Offices[0].ID, 1000, first.now)
	first = first.say(t, "Perso", "morgen 10:00")
	for err, remark := range map[error]string{
		booking.ErrLimit: "proof.too_often", booking.ErrAddresses: "refused.addresses", booking.ErrUnknown: "proof.phone",
	} {
		got := first.refused(t, dialogs.Said{Text: "eve@beispiel.de"}, err)
		if got.step != "proof" || !got.remarked(remark) || len(got.remarks) != 1 || got.state.Proof.Mail != "" {
			t.Errorf("to mail it, %v leads to %s, %v", err, got.step, got.remarks)
		}
	}
	mailed := first.say(t, "eve@beispiel.de")
	for err, remark := range map[error]string{booking.ErrCode: "attach.wrong_code", booking.ErrLimit: "proof.used_up"} {
		got := mailed.refused(t, dialogs.Said{Text: "123456"}, err)
		if got.step != "proof" || !got.remarked(remark) || len(got.remarks) != 1 || (got.state.Proof.Mail != "") != (remark == "attach.wrong_code") {
			t.Errorf("the code, %v leads to %s, %v", err, got.step, got.remarks)
		}
	}
}

// Each refusal of what a clerk books is told as what it is: whether the time, what it
// is for, or the caller stands in the way.
func TestEachRefusalOfAClerksTimeIsToldAsItIs(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	for err, want := range map[error]string{
		booking.ErrNotAllowed: "staff.refused.not_allowed",
		booking.ErrTaken:      "staff.refused.taken",
		booking.ErrExpired:    "staff.refused.taken",
		booking.ErrTooSoon:    "staff.refused.closed",
		booking.ErrClosed:     "staff.refused.closed",
		booking.ErrTooFar:     "staff.refused.closed",
		booking.ErrTooLong:    "staff.refused.visit",
		booking.ErrTooMany:    "staff.refused.visit",
		booking.ErrApart:      "staff.refused.visit",
		booking.ErrPhoneOnly:  "staff.refused.visit",
		booking.ErrLimit:      "staff.refused.limit",
		booking.ErrTooOften:   "staff.refused.limit",
		booking.ErrUnknown:    "staff.refused.over",
		booking.ErrOver:       "staff.refused.over",
		booking.ErrIncomplete: "staff.refused.incomplete",
	} {
		got := v.refused(t, dialogs.Said{Text: "neu perso morgen 10:00 Schmidt 0171 2345678"}, fmt.Errorf("hold: %w", err))
		if _, held := got.commands[0].(dialogs.Hold); !held || !got.remarked(want) {
			t.Errorf("%v: %v leads to %s, %v", err, got.commands, got.step, got.remarks)
		}
	}
}
