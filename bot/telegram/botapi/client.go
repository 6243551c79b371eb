// Package botapi calls Telegram's Bot API. Of the answers it reads only what is
// used, so that nothing that Telegram invents can stop it, and its errors hold
// neither the token nor what people write.
package botapi

import (
	"context"
	"net/http"
	"time"
)

const (
	// CallTimeout is how long one call of the Bot API may take.
	CallTimeout = 30 * time.Second
	// mostCalls is how many connections to the Bot API are kept, for answers
	// and notices side by side.
	mostCalls = 160
)

// Client calls the Bot API for one bot.
type Client struct {
	url, token string
	http       *http.Client
}

// New makes a client of the Bot API at url, without a slash at the end. watch
// sees its calls; nil: nobody does.
func New(url, token string, watch func(http.RoundTripper) http.RoundTripper) *Client {
	if watch == nil {
		watch = func(calls http.RoundTripper) http.RoundTripper { return calls }
	}
	return &Client{url: url, token: token, http: &http.Client{Transport: watch(&http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		ForceAttemptHTTP2:   true,
		IdleConnTimeout:     keepIdle,
		TLSHandshakeTimeout: CallTimeout,
		MaxIdleConnsPerHost: mostCalls,
		MaxIdleConns:        mostCalls,
	})}}
}

// keepIdle is how long a connection that nobody uses is kept: less than the minute after
// which web servers usually close one that was opened and brought no call. A call that
// meets that moment fails, and cannot be repeated unseen.
const keepIdle = 45 * time.Second

// Tell makes a call whose result nobody needs.
func (c *Client) Tell(ctx context.Context, method string, params any) error {
	_, err := Call[bool](ctx, c, method, params)
	return err
}
