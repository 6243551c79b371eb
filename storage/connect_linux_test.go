package storage_test

import (
	"maps"
	"net"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/storage"
)

// tcpUserTimeout is Linux's option of that name, in milliseconds.
const tcpUserTimeout = 18

// options is what the system knows of a connection to a server nearby. Seconds that are
// nobody's are left out.
func options(t *testing.T, params map[string]string) map[string]int {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	conn, err := storage.DialerOf(params).DialContext(t.Context(), "tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	raw, err := conn.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	ask := func(name string, level, option int) {
		err := raw.Control(func(fd uintptr) {
			value, err := syscall.GetsockoptInt(int(fd), level, option)
			if err != nil {
				t.Error(err)
			}
			found[name] = value
		})
		if err != nil {
			t.Error(err)
		}
	}
	ask("silent", syscall.IPPROTO_TCP, tcpUserTimeout)
	if ask("asks", syscall.SOL_SOCKET, syscall.SO_KEEPALIVE); found["asks"] != 0 {
		ask("idle", syscall.IPPROTO_TCP, syscall.TCP_KEEPIDLE)
		ask("pause", syscall.IPPROTO_TCP, syscall.TCP_KEEPINTVL)
		ask("tries", syscall.IPPROTO_TCP, syscall.TCP_KEEPCNT)
	}
	return found
}

// A connection on which nothing comes is asked after ten seconds, three times, five
// seconds apart, and what is sent has ten seconds to arrive. The address may say
// otherwise of each of them, but not what is no number of anything.
func TestAConnectionNoticesThatTheOtherMachineIsGone(t *testing.T) {
	t.Parallel()
	usual := map[string]int{"silent": 10_000, "asks": 1, "idle": 10, "pause": 5, "tries": 3}
	params := map[string]string{
		"idle": "keepalives_idle", "pause": "keepalives_interval", "tries": "keepalives_count", "silent": "tcp_user_timeout",
	}
	if diff := cmp.Diff(usual, options(t, nil)); diff != "" {
		t.Errorf("where nothing is said:\n%s", diff)
	}
	for what, param := range params {
		for value, want := range map[string]int{"1": 1, "17": 17, "0": usual[what], "-1": usual[what], "x": usual[what], "": usual[what]} {
			expected := maps.Clone(usual)
			expected[what] = want
			if diff := cmp.Diff(expected, options(t, map[string]string{param: value})); diff != "" {
				t.Errorf("%s=%s:\n%s", param, value, diff)
			}
		}
	}
	for value, asks := range map[string]bool{"0": false, "1": true, "": true} {
		if got := options(t, map[string]string{"keepalives": value}); (got["asks"] == 1) != asks || got["silent"] != 10_000 {
			t.Errorf("keepalives=%s: %v", value, got)
		}
	}
}
