package dialogs_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// As much goes to staff as they can read, and no more.
func TestMessagesToStaffHaveAnEnd(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	v := arrive(t, town)
	v.memory.Reachable = []booking.OfficeID{town.Offices[0].ID}
	v = v.say(t, "ich möchte mit einem Menschen sprechen", "ja")
	if v.step != "handover" {
		t.Fatalf("staff do not hold the talk: at %s", v.step)
	}
	for length, passed := range map[int]bool{1: true, 4000: true, 4001: false, 20000: false} {
		got := v.say(t, strings.Repeat("ä", length))
		if passed != (len(got.commands) == 1) || passed == got.remarked("handover.too_long") {
			t.Errorf("%d characters: %d commands, %v", length, len(got.commands), got.remarks)
			continue
		}
		if passed && len([]rune(got.commands[0].(dialogs.Relay).Text)) != length {
			t.Errorf("of %d characters some are lost", length)
		}
	}
}

// Whether a message reached the staff is said; where nobody holds the talk any more,
// the assistant does from then on.
func TestATalkThatStaffLeftGoesOnWithTheAssistant(t *testing.T) {
	t.Parallel()
	town := smallOffice(t)
	v := arrive(t, town)
	v.memory.Reachable = []booking.OfficeID{town.Offices[0].ID}
	v = v.say(t, "ich möchte mit einem Menschen sprechen", "ja")
	for err, want := range map[error]struct {
		remark string
		held   bool
	}{
		booking.ErrUnknown:  {"handover.over", false},
		booking.ErrTooOften: {"handover.slower", true},
	} {
		got := v.refused(t, dialogs.Said{Text: "Hallo?"}, err)
		if !got.remarked(want.remark) || got.state.Handed != want.held {
			t.Errorf("%v: %v, held by staff %v", err, got.remarks, got.state.Handed)
		}
		next := got.say(t, "Wo ist das Bürgerbüro?")
		if _, relayed := append(next.commands, nil)[0].(dialogs.Relay); relayed != want.held {
			t.Errorf("%v: what follows gives %v", err, next.commands)
		}
	}
}
