package mail

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"strings"

	gomail "github.com/wneessen/go-mail"

	"terminbote/dialogs"
)

// Connections is how many mails go out side by side.
const Connections = connections

// Lead has mails go to address, whatever the server's name says, and trusts
// those who signed that server's certificate.
func (m *Mail) Lead(address string, trusted *x509.CertPool) {
	dial := m.server.dial
	m.server.dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return dial(ctx, network, address)
	}
	m.server.secure.RootCAs = trusted
	m.server.options = append(m.server.options, gomail.WithTLSConfig(m.server.secure))
}

// Leads is what the mail of a notice says around its link, and what stands on its button.
func Leads(n dialogs.Notice, link string) [4]string {
	l := write(n, link)
	return [4]string{l.Link, l.Change, l.LinkLabel, l.Stranger}
}

// Written is the mail of a notice, as text and as HTML.
func Written(n dialogs.Notice, link string) (text, html string) {
	var both [2]strings.Builder
	l := write(n, link)
	if err := errors.Join(textLetter.Execute(&both[0], l), htmlLetter.Execute(&both[1], l)); err != nil {
		return "", err.Error()
	}
	return both[0].String(), both[1].String()
}

// Headed is the subject of a mail that is headed so.
func (m *Mail) Headed(subject string) (string, error) {
	message, err := m.message("ada@example.org", letter{Subject: subject})
	if err != nil {
		return "", err
	}
	return strings.Join(message.GetGenHeader(gomail.HeaderSubject), "\n"), nil
}
