package bot_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"testing"

	"terminbote/bot"
)

// Whatever a library says of a call that did not get through, the log gets neither
// the address with the token nor what somebody wrote.
func TestWhyACallFailedHoldsNothingOfIt(t *testing.T) {
	t.Parallel()
	said := errors.New("secret")
	for name, test := range map[string]struct {
		err  error
		want string
	}{
		"given up":            {context.Canceled, "context canceled"},
		"too slow":            {context.DeadlineExceeded, "no answer in time"},
		"too slow, by itself": {&net.DNSError{IsTimeout: true, Name: "secret"}, "no answer in time"},
		"no such name":        {&net.DNSError{Name: "secret", Err: "secret"}, "its name was not found"},
		"nobody there":        {&net.OpError{Op: "dial", Err: said}, "not reached"},
		"cut off":             {&net.OpError{Op: "read", Err: said}, "the connection ended"},
		"ended":               {io.EOF, "the connection ended"},
		"torn":                {io.ErrUnexpectedEOF, "the connection ended"},
		"another certificate": {x509.HostnameError{Host: "secret", Certificate: &x509.Certificate{}}, "not reached (a x509.HostnameError)"},
		"in a library's way":  {fmt.Errorf("secret: %w", said), "not reached (a *errors.errorString)"},
	} {
		for _, err := range []error{test.err, &url.Error{Op: "Post", URL: "https://example.org/secret", Err: test.err}} {
			if got := bot.Unreached(err).Error(); got != test.want || strings.Contains(got, "secret") {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
	}
}
