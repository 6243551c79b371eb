package mattermost_test

import (
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"terminbote/bot/mattermost/mattermosttest"
)

func decoded(t *testing.T, s string) string {
	t.Helper()
	plain, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}

func encoded(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }

// listener is a server that nobody should call.
type listener struct {
	url   string
	calls atomic.Int64
}

func newListener(t *testing.T) *listener {
	t.Helper()
	l := &listener{}
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { l.calls.Add(1) }))
	t.Cleanup(server.Close)
	l.url = server.URL
	return l
}

func (l *listener) called() bool { return l.calls.Load() > 0 }

// faultOn has the next call of a route fail.
func faultOn(route string) mattermosttest.Fault {
	return mattermosttest.Fault{Kind: mattermosttest.ServerError, Route: route}
}
