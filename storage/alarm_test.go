package storage_test

import (
	"testing"

	"terminbote/booking"
	"terminbote/dialogs"
)

// An alarm is heard where the office's channel is connected, and waits for it
// where it is not.
func TestAnAlarmIsHeardInAConnectedChannel(t *testing.T) {
	t.Parallel()
	w := newWorld(t, sample(2))
	w.employ("karla", booking.Clerk)
	alarm := dialogs.Alarm{Office: "hall", Desk: "desk 1"}
	if done := w.served("karla", alarm); done.Refused != nil || done.Heard {
		t.Errorf("nobody is connected: %v, heard: %v", done.Refused, done.Heard)
	}
	if err := w.Attend(t.Context(), "hall", w.now); err != nil {
		t.Fatal(err)
	}
	if done := w.served("karla", alarm); done.Refused != nil || !done.Heard {
		t.Errorf("the channel is connected: %v, heard: %v", done.Refused, done.Heard)
	}
	if all, err := w.AlarmsUntold(t.Context(), "hall"); err != nil || len(all) != 1 {
		t.Errorf("%v, %v: want one that is still to be told", all, err)
	}
	if n := w.count(`SELECT count(*) FROM trail WHERE what = $1`, dialogs.AlarmRaised); n != 2 {
		t.Errorf("the audit log has %d calls for help, want both", n)
	}
}
