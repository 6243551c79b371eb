package telegramtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

func TestFaultsHitTheCallsTheyAreMeantFor(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		fault   telegramtest.Fault
		want    string // of the error or refusal
		arrives bool
	}{
		{telegramtest.Fault{Kind: telegramtest.ServerError}, "Internal Server Error", false},
		{telegramtest.Fault{Kind: telegramtest.BadGateway}, "status 502: invalid character '<'", false},
		{telegramtest.Fault{Kind: telegramtest.CutBefore}, "connection reset by peer", false},
		{telegramtest.Fault{Kind: telegramtest.CutAfter}, "connection reset by peer", true},
		{telegramtest.Fault{Kind: telegramtest.TooMany, RetryAfter: 3 * time.Second}, "Too Many Requests: retry after 3", false},
		{telegramtest.Fault{Kind: telegramtest.Slow, Latency: 30 * time.Millisecond}, "", true},
		{telegramtest.Fault{Kind: telegramtest.ServerError, Method: "editMessageText"}, "", true},
		{telegramtest.Fault{Kind: telegramtest.ServerError, Chat: 5}, "", true},
	} {
		s := telegramtest.New(t, telegramtest.Config{})
		p := newProbe(t, s)
		anna := s.NewUser("Anna", "de")
		anna.Start("")
		s.Fail(tt.fault)
		began := clocktest.Now()
		a, err := p.try("sendMessage", []byte(`{"chat_id":1001,"text":"Hallo"}`))
		got := a.Description
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, tt.want) || got != "" && tt.want == "" {
			t.Errorf("%+v: got %q", tt.fault, got)
		}
		if _, arrived := anna.Latest(); arrived != tt.arrives {
			t.Errorf("%+v: message arrived: %v, want %v", tt.fault, arrived, tt.arrives)
		}
		if took := clocktest.Since(began); took < tt.fault.Latency {
			t.Errorf("%+v: took %v", tt.fault, took)
		}
		s.Heal()
		p.send(anna.ID, "text", "Hallo")
	}
}

func TestAFaultHitsSoManyCalls(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	s.Fail(telegramtest.Fault{Kind: telegramtest.ServerError, Method: "getMe", Times: 2})
	var got []int
	for range 4 {
		p.call("getMe")
	}
	for _, c := range s.Calls("getMe") {
		got = append(got, c.Code)
	}
	if diff := cmp.Diff([]int{500, 500, 200, 200}, got); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
}
