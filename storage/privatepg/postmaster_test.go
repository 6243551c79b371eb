package privatepg

import "testing"

func TestPostmasterPidIsReadWhileItGrows(t *testing.T) {
	t.Parallel()
	whole := "4242\n/data\n1700000000\n5432\n/run/pg\n\n  5432001    131\nready   \n"
	for n := range len(whole) {
		if pm := parsePostmaster(whole[:n]); pm.ready && n < len(whole)-5 {
			t.Fatalf("ready after %d bytes", n)
		}
	}
	want := postmaster{pid: 4242, socket: "/run/pg", memory: "131", ready: true}
	if got := parsePostmaster(whole); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
