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
	// One that is still to be told stands for the next at its desk alone, and one
	// that was told for none.
	for i, desk := range []booking.DeskID{"desk 1", "desk 2", ""} {
		alarm.Desk = desk
		w.served("karla", alarm)
		if all, err := w.AlarmsUntold(t.Context(), "hall"); err != nil || len(all) != i+1 {
			t.Errorf("after one at %q: %v, %v, want %d", desk, all, err, i+1)
		}
	}
	for range 2 {
		all, err := w.AlarmsUntold(t.Context(), "hall")
		if err != nil || len(all) != 3 {
			t.Fatalf("%v, %v: want three to be told", all, err)
		}
		for _, a := range all {
			if err := w.AlarmTold(t.Context(), a.ID, w.now); err != nil {
				t.Fatal(err)
			}
		}
		for _, alarm.Desk = range []booking.DeskID{"desk 1", "desk 2", ""} {
			w.served("karla", alarm)
		}
	}
}
