package mail_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// postOffice is a real SMTP server, with STARTTLS and a password, whose faults
// the test chooses.
type postOffice struct {
	address string
	trusted *x509.CertPool

	mu       sync.Mutex
	taken    []taken
	sessions int
	refuse   func(step string) error // "auth", "from", "to", "data", "end"
	cut      bool                    // ends the connection once a mail has come
}

// taken is a mail as it came.
type taken struct {
	from, to  string
	encrypted bool
	raw       []byte
}

const (
	user     = "termine"
	password = "a password"
	hostname = "mail.example.org"
)

// newPostOffice starts a server; change may alter it before.
func newPostOffice(t *testing.T, change ...func(*smtp.Server)) *postOffice {
	t.Helper()
	o := &postOffice{trusted: x509.NewCertPool()}
	s := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.sessions++
		return &session{office: o, conn: c}, nil
	}))
	s.Domain = hostname
	s.TLSConfig = &tls.Config{Certificates: []tls.Certificate{o.certificate(t)}, MinVersion: tls.VersionTLS12}
	for _, c := range change {
		c(s)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.address = l.Addr().String()
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { s.Close() })
	return o
}

// certificate is one that the server signed itself.
func (o *postOffice) certificate(t *testing.T) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: hostname}, DNSNames: []string{hostname},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	o.trusted.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// fault has the server refuse at steps from now on; an empty step at none.
func (o *postOffice) fault(step string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.refuse = func(at string) error {
		if at == step {
			return err
		}
		return nil
	}
}

func (o *postOffice) at(step string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.refuse == nil {
		return nil
	}
	return o.refuse(step)
}

func (o *postOffice) mails() []taken {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.taken
}

// session is one connection.
type session struct {
	office *postOffice
	conn   *smtp.Conn
	mail   taken
	known  bool
}

var _ smtp.AuthSession = (*session)(nil)

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, name, secret string) error {
		if err := s.office.at("auth"); err != nil {
			return err
		}
		if name != user || secret != password {
			return smtp.ErrAuthFailed
		}
		s.known = true
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if !s.known {
		return smtp.ErrAuthRequired
	}
	s.mail = taken{from: from}
	_, s.mail.encrypted = s.conn.TLSConnectionState()
	return s.office.at("from")
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.mail.to = to
	return s.office.at("to")
}

func (s *session) Data(r io.Reader) error {
	if err := s.office.at("data"); err != nil {
		return err
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	s.office.mu.Lock()
	cut := s.office.cut
	s.mail.raw = raw
	s.office.taken = append(s.office.taken, s.mail)
	s.office.mu.Unlock()
	if cut {
		s.conn.Conn().Close()
		return errors.New("cut")
	}
	return s.office.at("end")
}

func (s *session) Reset() {}

func (s *session) Logout() error { return nil }
