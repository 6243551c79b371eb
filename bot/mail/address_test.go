package mail

import (
	"errors"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"testing"

	gomail "github.com/wneessen/go-mail"

	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

// The port and the encryption of a server follow from its address: the usual
// port of its kind unless it names one, and none of encryption only to this
// machine.
func TestPortAndEncryptionFollowFromTheAddress(t *testing.T) {
	t.Parallel()
	const starttls, none = gomail.TLSMandatory, gomail.NoTLS
	for address, want := range map[string]struct {
		at     string
		policy gomail.TLSPolicy
	}{
		"smtp://mail.example.org":            {"mail.example.org:587", starttls},
		"smtp://mail.example.org:2525":       {"mail.example.org:2525", starttls},
		"smtp://mail.example.org:25":         {"mail.example.org:25", starttls},
		"smtp://ada:secret@mail.example.org": {"mail.example.org:587", starttls},
		"smtps://mail.example.org":           {"mail.example.org:465", none}, // it is encrypted from the beginning on
		"smtps://mail.example.org:4650":      {"mail.example.org:4650", none},
		"smtp://localhost":                   {"localhost:25", none},
		"smtp://localhost:1025":              {"localhost:1025", none},
		"smtps://localhost":                  {"localhost:465", none},
		"smtp://127.0.0.1":                   {"127.0.0.1:25", none},
		"smtp://127.9.9.9":                   {"127.9.9.9:25", none},
		"smtps://127.0.0.1":                  {"127.0.0.1:465", none},
		"smtp://[::1]:1025":                  {"::1:1025", none},
		"smtp://10.0.0.1":                    {"10.0.0.1:587", starttls},
		"smtp://localhost.example.org":       {"localhost.example.org:587", starttls},
		"smtp://xlocalhost":                  {"xlocalhost:587", starttls},
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newServer(u, clocktest.Now, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		c, err := gomail.NewClient(s.host, s.options...)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		if c.ServerAddr() != want.at || c.TLSPolicy() != want.policy.String() || s.secure.ServerName != u.Hostname() {
			t.Errorf("%s: %s, %s, wanted %s, %s", address, c.ServerAddr(), c.TLSPolicy(), want.at, want.policy)
		}
	}
}

// What hinders a connection is named with what helps against it, each by itself.
func TestEachHindranceHasItsOwnHelp(t *testing.T) {
	t.Parallel()
	dial := &net.OpError{Op: "dial", Err: errors.New("connection refused")}
	for _, test := range []struct {
		err         error
		what, helps string
	}{
		{&net.OpError{Op: "dial", Err: &net.DNSError{Name: "mail.example.org"}}, "no host of that name: mail.example.org", "host's name"},
		{dial, "nobody listens", "587 for smtp://, 465 for smtps://"},
		{&net.OpError{Op: "read", Err: errors.New("reset")}, "does not answer as a mail server: read: reset", "server's log"},
		{errors.New("smtp: server does not support STARTTLS"), "offers no STARTTLS", "smtps://"},
		{errors.New("535 5.7.8 Authentication failed"), "does not let us in: 535 5.7.8", "user and password"},
		{errors.New("SMTP AUTH is not offered"), "does not let us in", "user and password"},
		{errors.New("554 no\nsecond line"), "does not answer as a mail server: 554 no", "host and port"},
	} {
		what, helps := unconnected(test.err)
		if !strings.Contains(what, test.what) || !strings.Contains(helps, test.helps) || strings.Contains(what, "second") {
			t.Errorf("%v: %q, %q", test.err, what, helps)
		}
	}
}

// Of what a server says one reads the first line, and of that no more than fits.
func TestOneReadsTheFirstLine(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"no": "no", "no\nnever": "no", "\nno": "",
		strings.Repeat("a", 200):        strings.Repeat("a", 200),
		strings.Repeat("a", 201):        strings.Repeat("a", 200),
		strings.Repeat("a", 199) + "ö":  strings.Repeat("a", 199),
		strings.Repeat("ö", 100) + "no": strings.Repeat("ö", 100),
	} {
		if got := firstLine(errors.New(said)); got != want {
			t.Errorf("%q is read as %q", said, got)
		}
	}
}

// What an error is for the program is no part of what people read.
func TestTheRefusalIsWhatPeopleRead(t *testing.T) {
	t.Parallel()
	said := errors.New("code 550")
	for _, err := range []error{said, errors.Join(dialogs.ErrUnreachable, said), errors.Join(said, dialogs.ErrUnreachable)} {
		if got := refusalOf(err); got != said { //nolint:errorlint // this very one
			t.Errorf("%q is read as %q", err, got)
		}
	}
	if got := refusalOf(dialogs.ErrUnreachable); !errors.Is(got, dialogs.ErrUnreachable) {
		t.Errorf("nothing else is read as %v", got)
	}
}

// An address needs SMTPUTF8 where a letter of it is beyond ASCII.
func TestLettersBeyondASCIIAreKnown(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"ada@example.org": false, "\x7f@example.org": false, "\u0080@example.org": true, "jörg@example.org": true, "ada@müller.de": true, "": false,
	} {
		if got := beyondASCII(address); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}
