package storage_test

import (
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// A turn that somebody cancels while it waits for the standby stands on one server
// alone. It counts as done only once it is on both.
func TestNothingCountsAsDoneThatTheStandbyLacks(t *testing.T) {
	t.Parallel()
	p := storagetest.NewPair(t)
	s := openAt(t, p.URL())
	p.Standby.Freeze()
	ended := make(chan error, 1)
	go func() { ended <- talk(t.Context(), s, "ada") }()
	for end := clocktest.Now().Add(recovers); p.Primary.Ask(`SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`) == 0; {
		if clocktest.Now().After(end) {
			t.Fatal("nobody waits for the standby")
		}
	}
	if err := <-ended; !storage.Unreachable(err) {
		t.Errorf("a turn that the standby lacks ended with %v", err)
	}
	if n := p.Primary.Ask(`SELECT count(*) FROM chat`); n != 1 {
		t.Errorf("the turn left %d chats on the first server, want 1", n)
	}
	p.Standby.Thaw()
	for end := clocktest.Now().Add(recovers); ; time.Sleep(50 * time.Millisecond) {
		err := talk(t.Context(), s, "ada")
		if err == nil {
			break
		}
		if clocktest.Now().After(end) {
			t.Fatal(err)
		}
	}
	// The standby has written it down, and shows it a moment later.
	for end := clocktest.Now().Add(recovers); p.Standby.Ask(`SELECT count(*) FROM chat`) != 1; time.Sleep(50 * time.Millisecond) {
		if clocktest.Now().After(end) {
			t.Fatal("the standby lacks the chat")
		}
	}
}
