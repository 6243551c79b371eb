// Package mailbox is everybody's mailbox in a demonstration: a mail server on
// this machine that takes what is sent, keeps it in memory and delivers
// nothing. It knows nothing of what the mails are about.
package mailbox

import (
	"context"
	"io"
	"log"
	"net"
	"slices"
	"sync"

	"github.com/emersion/go-smtp"
)

const (
	// mostMails is how many mails are kept; older ones go.
	mostMails = 500
	// longestMail is how many bytes a mail may have.
	longestMail = 1 << 20
)

// Mailbox takes mails.
type Mailbox struct {
	Address string // where the server listens

	mu    sync.Mutex
	mails []Mail
	count int
}

// Open starts the server, on a port of the machine itself, until ctx ends.
func Open(ctx context.Context) (*Mailbox, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	b := &Mailbox{Address: listener.Addr().String()}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{box: b}, nil }))
	server.Domain, server.EnableSMTPUTF8, server.MaxMessageBytes = "localhost", true, longestMail
	server.ErrorLog = log.New(io.Discard, "", 0)
	go func() { _ = server.Serve(listener) }()
	context.AfterFunc(ctx, func() {
		_ = listener.Close() // server may not know it yet
		_ = server.Close()
	})
	return b, nil
}

// Mails is what came, newest first.
func (b *Mailbox) Mails() []Mail {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := slices.Clone(b.mails)
	slices.Reverse(all)
	return all
}

// Count is how many mails came altogether.
func (b *Mailbox) Count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.count
}

// Mail is the mail of a number; false where there is none.
func (b *Mailbox) Mail(number int) (Mail, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, m := range b.mails {
		if m.Number == number {
			return m, true
		}
	}
	return Mail{}, false
}

func (b *Mailbox) keep(m Mail) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count++
	m.Number = b.count
	b.mails = append(b.mails, m)
	if extra := len(b.mails) - mostMails; extra > 0 {
		b.mails = slices.Delete(b.mails, 0, extra)
	}
}

// session is one connection.
type session struct {
	box *Mailbox
	to  string
}

func (s *session) Mail(string, *smtp.MailOptions) error { return nil }

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = to
	return nil
}

func (s *session) Data(r io.Reader) error {
	m, err := read(r)
	if err != nil {
		return err
	}
	m.To = s.to
	s.box.keep(m)
	return nil
}

func (s *session) Reset() {}

func (s *session) Logout() error { return nil }
