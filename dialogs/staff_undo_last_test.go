package dialogs_test

import (
	"testing"

	"terminbote/booking"
)

// Right behind something that cannot be taken back, "rückgängig" takes nothing older back unless that is
// asked for once more.
func TestUndoTakesBackWhatWasDoneLast(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk)
	if only := v.say(t, "abholbereit KKK999", "rückgängig"); !only.remarked("staff.undo_not_last") || len(only.commands) > 0 {
		t.Errorf("with nothing before: %v", only.remarks)
	}
	done := v.say(t, "absage KKK999", "ja", "abholbereit KKK999")
	asked := done.say(t, "rückgängig")
	if !asked.remarked("staff.undo_before") || len(asked.commands) > 0 {
		t.Errorf("something older is taken back: %v", asked.remarks)
	}
	if again := asked.say(t, "rückgängig"); !again.remarked("staff.restored") {
		t.Errorf("asked for again it is not: %v", again.remarks)
	}
	if plain := v.say(t, "absage KKK999", "ja", "rückgängig"); !plain.remarked("staff.restored") {
		t.Errorf("what was done last is not taken back: %v", plain.remarks)
	}
}
