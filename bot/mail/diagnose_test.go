package mail_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"net"
	"net/url"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/diagnosis"
)

// wrongs is everything wrong in a report, a line each.
func wrongs(r diagnosis.Report) string {
	var all []string
	for _, f := range r {
		if f.Wrong != "" {
			all = append(all, f.What+": "+f.Wrong)
			if f.Helps == "" {
				all = append(all, "nothing is said to help against it")
			}
		}
	}
	return strings.Join(all, "\n")
}

func noRecords(context.Context, string) ([]string, error) {
	return nil, &net.DNSError{IsNotFound: true}
}

func TestATestLetterIsSent(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"de": "Diese Mail ist eine Probe", "en": "This mail is a test"} {
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		if got := wrongs(m.Diagnose(t.Context(), "admin@example.org", lang, noRecords)); got != "" {
			t.Error(got)
		}
		mails := o.Mails()
		if len(mails) != 1 || mails[0].To != "admin@example.org" || !strings.Contains(string(mails[0].Raw), want) {
			t.Errorf("%s: %d mails came: %+v", lang, len(mails), mails)
		}
	}
}

func TestWithoutAnAddressNoLetterIsSent(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	if r := m.Diagnose(t.Context(), "", "de", noRecords); !r.Healthy() || len(o.Mails()) > 0 {
		t.Errorf("%+v, %d mails", r, len(o.Mails()))
	}
}

func TestWhatIsWrongWithTheMailServerIsNamed(t *testing.T) {
	t.Parallel()
	refusal := &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no"}
	tests := map[string]struct {
		plain bool
		step  mailtest.Step
		err   error
		want  string
	}{
		"a password":    {false, mailtest.Auth, smtp.ErrAuthFailed, "SMTP_URL: the server does not let us in"},
		"a sender":      {false, mailtest.From, refusal, "MAIL_FROM: the server takes no mail from"},
		"a recipient":   {false, mailtest.To, refusal, "test letter: not taken for admin@example.org"},
		"a whole mail":  {false, mailtest.End, refusal, "test letter: not taken for admin@example.org"},
		"no encryption": {true, "", nil, "SMTP_URL: the server offers no STARTTLS"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := mailtest.New(t, test.plain)
			m, _ := newMail(t, o, settings())
			o.Fault(test.step, test.err)
			got := wrongs(m.Diagnose(t.Context(), "admin@example.org", "de", noRecords))
			if !strings.Contains(got, test.want) || strings.Contains(got, "\n") || strings.Contains(got, mailtest.Password) {
				t.Errorf("%s\nwant only %q", got, test.want)
			}
		})
	}
}

// diagnosed is what is wrong at an address where mailtest's certificate is
// trusted by nobody.
func diagnosed(t *testing.T, address string) string {
	t.Helper()
	s := settings()
	server, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	s.Server = server
	m, err := mail.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return wrongs(m.Diagnose(t.Context(), "", "de", noRecords))
}

func TestAMailServerThatIsNotReachedIsExplained(t *testing.T) {
	t.Parallel()
	encrypted, plain := mailtest.NewEncrypted(t), mailtest.New(t, true)
	for address, want := range map[string]string{
		"smtp://no-such-host.invalid:587": "there is no host of that name",
		"smtp://127.0.0.1:1":              "nobody listens at that host and port",
		"smtps://" + encrypted.Address:    "nobody here vouches for the server's certificate",
		"smtps://" + plain.Address:        "the server does not speak TLS at that port",
	} {
		if got := diagnosed(t, address); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %q", address, got, want)
		}
	}
}

func TestAKeyThatNobodyFindsIsNamed(t *testing.T) {
	t.Parallel()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	o := mailtest.New(t, false)
	s := settings()
	s.Selector, s.Key = "s1", asPEM(t, key)
	m, _ := newMail(t, o, s)
	if got := wrongs(m.Diagnose(t.Context(), "", "de", noRecords)); !strings.Contains(got, "DKIM_SELECTOR: the DNS has no key at s1._domainkey.") {
		t.Error(got)
	}
	there := func(context.Context, string) ([]string, error) { return []string{"v=DKIM1; p=abc"}, nil }
	if got := wrongs(m.Diagnose(t.Context(), "", "de", there)); got != "" {
		t.Error(got)
	}
	away := func(context.Context, string) ([]string, error) { return nil, &net.DNSError{IsTimeout: true} }
	if got := wrongs(m.Diagnose(t.Context(), "", "de", away)); !strings.Contains(got, "the DNS does not answer") {
		t.Error(got)
	}
}
