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
	if only := v.say(t, "fertig DDD444", "rückgängig"); !only.remarked("staff.undo_not_last") || len(only.commands) > 0 {
		t.Errorf("with nothing before: %v", only.remarks)
	}
	done := v.say(t, "absage KKK999", "ja", "fertig DDD444")
	if !done.remarked("staff.finished") {
		t.Fatalf("is not finished: %v", done.remarks)
	}
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

// Who takes a no-show back reads that the person is recorded as here, and not as before.
func TestUndoOfANoShowSaysWhatItDoes(t *testing.T) {
	t.Parallel()
	v := arriveAsClerk(t, smallOffice(t), booking.Clerk).say(t, "fehlt CCC333", "ja")
	if !v.remarked("staff.was_missed") {
		t.Fatalf("nobody is missed: %v", v.remarks)
	}
	if v = v.say(t, "rückgängig"); !v.remarked("staff.undone_miss") || v.remarked("staff.arrived") {
		t.Errorf("says %v", v.remarks)
	}
}
