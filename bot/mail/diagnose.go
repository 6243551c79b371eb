package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	netmail "net/mail"
	"strings"

	gomail "github.com/wneessen/go-mail"

	"terminbote/diagnosis"
	"terminbote/dialogs"
	"terminbote/locales"
)

// Resolver looks up the TXT records of a name in the DNS.
type Resolver func(ctx context.Context, name string) ([]string, error)

// Diagnose asks the mail server whether it takes mails of ours, and sends a
// test letter where there is an address to send one to, in the language lang.
func (m *Mail) Diagnose(ctx context.Context, to, lang string, lookUp Resolver) (r diagnosis.Report) {
	if !m.greet(ctx, &r) {
		return r
	}
	m.diagnoseKey(ctx, &r, lookUp)
	if to != "" {
		m.sendTest(ctx, &r, to, lang)
	}
	return r
}

// greet connects, says who we are, and asks whether mails from us are taken.
func (m *Mail) greet(ctx context.Context, r *diagnosis.Report) bool {
	c, err := m.server.connect(ctx, false)
	if err != nil {
		what, helps := unconnected(err)
		r.Wrong("SMTP_URL", helps, "%s", what)
		return false
	}
	defer c.hangUp()
	if err := c.session.Mail(m.from.Address); err != nil {
		r.Wrong("MAIL_FROM", "Take an address that this user of the mail server may send as.", "the server takes no mail from %s: %s", m.from.Address, firstLine(err))
		return false
	}
	_ = c.session.Reset() // nothing was sent
	r.Good("mail", "%s takes mails from %s", m.server.host, m.from.Address)
	if m.server.plain.Load() {
		r.Good("mail", "the server takes no addresses with umlauts before the @; who has one is asked for another")
	}
	return true
}

// unconnected says why there is no connection to the mail server, and what
// helps.
func unconnected(err error) (what, helps string) {
	var name *net.DNSError
	var network *net.OpError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &name):
		return "there is no host of that name: " + name.Name, "Look for a slip in the host's name."
	case errors.As(err, &certificate):
		return "nobody here vouches for the server's certificate: " + certificate.Err.Error(),
			"Use the name that stands in the certificate; SSL_CERT_FILE may name an authority of your own."
	case errors.As(err, &network) && network.Op == "dial":
		return "nobody listens at that host and port", "Look for a slip in host and port (587 for smtp://, 465 for smtps://), and for a firewall."
	case errors.As(err, new(tls.RecordHeaderError)):
		return "the server does not speak TLS at that port", "Use smtp:// with port 587, or smtps:// with port 465."
	case strings.Contains(err.Error(), "STARTTLS"):
		return "the server offers no STARTTLS", "Use smtps://, or a server that encrypts; only one at localhost may do without."
	case strings.Contains(strings.ToLower(err.Error()), "auth"):
		return "the server does not let us in: " + firstLine(err), "Compare user and password; / and @ in the password are written %2F and %40."
	}
	return "the server does not answer as a mail server: " + firstLine(err), "Look for a slip in host and port; ask the server's log."
}

// firstLine is the beginning of what somebody said, as much as one reads.
func firstLine(err error) string {
	const most = 200
	line, _, _ := strings.Cut(err.Error(), "\n")
	return strings.ToValidUTF8(line[:min(len(line), most)], "")
}

// diagnoseKey tells whether those who get our mails find the key that they are
// signed with.
func (m *Mail) diagnoseKey(ctx context.Context, r *diagnosis.Report, lookUp Resolver) {
	if m.signer == nil {
		return
	}
	name := m.selector + "._domainkey." + m.domain()
	records, err := lookUp(ctx, name)
	var missing *net.DNSError
	switch {
	case err != nil && !(errors.As(err, &missing) && missing.IsNotFound):
		r.Wrong("DKIM_SELECTOR", "Ask again where this machine reaches a DNS server.", "the DNS does not answer for %s", name)
	case !strings.Contains(strings.Join(records, ""), "p="):
		r.Wrong("DKIM_SELECTOR", "Put the public half of the key into the TXT record "+name+".", "the DNS has no key at %s, so that nobody can check our signature", name)
	default:
		r.Good("DKIM_SELECTOR", "the DNS has a key at %s", name)
	}
}

// sendTest sends a letter that says that it is a test.
func (m *Mail) sendTest(ctx context.Context, r *diagnosis.Report, to, lang string) {
	if _, err := netmail.ParseAddress(to); err != nil {
		r.Wrong("test letter", "Give an address such as you@example.org.", "%q is no mail address", to)
		return
	}
	err := m.server.send(ctx, to, func(context.Context) (*gomail.Msg, error) { return m.message(to, writeTest(lang)) })
	var later dialogs.Later
	switch {
	case err == nil:
		r.Good("test letter", "on its way to %s; look whether it arrives, and not among the spam", to)
	case errors.As(err, &later):
		r.Wrong("test letter", "Try again.", "the server was away just now")
	default:
		r.Wrong("test letter", "See what the mail server's log says of it.", "not taken for %s: %s", to, firstLine(refusalOf(err)))
	}
}

// refusalOf leaves out of an error what is for the program only.
func refusalOf(err error) error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, part := range joined.Unwrap() {
			if !errors.Is(part, dialogs.ErrUnreachable) {
				return part
			}
		}
	}
	return err
}

// writeTest is the test letter.
func writeTest(lang string) letter {
	p := locales.For(locales.Match(lang))
	return letter{
		Lang:      p.Lang(),
		Subject:   p.Say(locales.Say("mail.subject.test")),
		Hello:     p.Say(locales.Say("mail.hello.nobody")),
		Opening:   p.Say(locales.Say("mail.test")),
		Automatic: p.Say(locales.Say("mail.automatic")),
	}
}
