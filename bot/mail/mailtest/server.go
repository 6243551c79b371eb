// Package mailtest is a real SMTP server within the test's own process, with
// STARTTLS by a certificate of its own, a password, and the faults that the
// test asks for. It serves on the machine itself only.
package mailtest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
)

// Server is an SMTP server.
type Server struct {
	Address string
	Trusted *x509.CertPool // who vouches for the server's certificate

	tb     testing.TB
	secure *tls.Config // nil: it knows nothing of STARTTLS
	atOnce bool        // it is encrypted from the beginning on
	hangUp func()      // stops what serves

	mu     sync.Mutex
	mails  []Mail
	step   Step
	refuse error
	cut    bool
	utf8   UTF8
	lines  int // connections that are open
}

// UTF8 is what a server makes of SMTPUTF8 (RFC 6531).
type UTF8 int

// What a server can make of it.
const (
	KnowsUTF8   UTF8 = iota // offers it and takes it
	RefusesUTF8             // offers it and refuses every mail that asks for it, as some Exchange servers do
	LacksUTF8               // does not offer it
)

// Mail is a mail as it came.
type Mail struct {
	From, To  string
	Encrypted bool
	Raw       []byte
	Came      time.Time
}

// Step is where a server can refuse.
type Step string

// The steps of handing a mail over.
const (
	Auth Step = "auth" // who we are
	From Step = "from" // whose mail it is
	To   Step = "to"   // the recipient
	End  Step = "end"  // once the mail has come
)

// What the server is called, and who may send.
const (
	Hostname = "mail.example.org"
	User     = "termine"
	Password = "a password"
)

// New starts a server that knows STARTTLS and takes mails encrypted only; or,
// if plain, one that knows nothing of it. It stops when the test ends.
func New(tb testing.TB, plain bool) *Server {
	tb.Helper()
	o := &Server{Trusted: x509.NewCertPool(), tb: tb}
	if !plain {
		o.encrypt()
	}
	return o.open()
}

// NewEncrypted starts a server that is encrypted from the beginning on, as
// smtps:// wants it. It stops when the test ends.
func NewEncrypted(tb testing.TB) *Server {
	tb.Helper()
	o := &Server{Trusted: x509.NewCertPool(), tb: tb, atOnce: true}
	o.encrypt()
	return o.open()
}

func (o *Server) encrypt() {
	o.tb.Helper()
	o.secure = &tls.Config{Certificates: []tls.Certificate{o.certificate(o.tb)}, MinVersion: tls.VersionTLS12}
}

func (o *Server) open() *Server {
	o.tb.Helper()
	l := o.listen(loopbacktest.Address(o.tb))
	o.Address = l.Addr().String()
	o.serve(l)
	o.tb.Cleanup(o.Stop)
	return o
}

// listen listens at an address where the server may have done so just before: a
// program that was started meanwhile holds on to it for a moment.
func (o *Server) listen(address string) net.Listener {
	o.tb.Helper()
	l, err := net.Listen("tcp", address)
	for end := clocktest.Now().Add(5 * time.Second); errors.Is(err, syscall.EADDRINUSE) && clocktest.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		l, err = net.Listen("tcp", address)
	}
	if err != nil {
		o.tb.Fatal(err)
	}
	return l
}

func (o *Server) serve(l net.Listener) {
	l = counted{l, o}
	if o.atOnce {
		l = tls.NewListener(l, o.secure)
	}
	s := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &session{server: o, conn: c}, nil
	}))
	s.Domain, s.AllowInsecureAuth, s.TLSConfig = Hostname, o.secure == nil, o.secure
	s.EnableSMTPUTF8 = o.utf8 != LacksUTF8
	s.ErrorLog = log.New(io.Discard, "", 0)
	o.hangUp = func() {
		l.Close() // s may not know it yet
		s.Close()
	}
	go func() { _ = s.Serve(l) }()
}

// Connections is how many are open.
func (o *Server) Connections() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.lines
}

// WithUTF8 starts the server again with another idea of SMTPUTF8.
func (o *Server) WithUTF8(u UTF8) {
	o.tb.Helper()
	o.Stop()
	o.utf8 = u
	o.Start()
}

// Stop takes the server away: connections are cut, new ones refused. What came
// is kept.
func (o *Server) Stop() { o.hangUp() }

// Start brings a server back that was stopped, at the same address.
func (o *Server) Start() {
	o.tb.Helper()
	o.serve(o.listen(o.Address))
}

// endOfTime is the last moment that a certificate can name.
var endOfTime = time.Date(9999, time.December, 31, 23, 59, 59, 0, time.UTC)

// certificate is one that the server signed itself, valid on any day.
func (o *Server) certificate(tb testing.TB) tls.Certificate {
	tb.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: Hostname}, DNSNames: []string{Hostname},
		NotBefore: time.Unix(0, 0), NotAfter: endOfTime, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		tb.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		tb.Fatal(err)
	}
	o.Trusted.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// Fault has the server refuse at a step from now on; nil ends that.
func (o *Server) Fault(step Step, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.step, o.refuse = step, err
}

// Cut has the server hang up once a mail has come, before it says so; or ends
// that.
func (o *Server) Cut(cut bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.cut = cut
}

// Mails is every mail that came.
func (o *Server) Mails() []Mail {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Clone(o.mails)
}

func (o *Server) at(step Step) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.step == step {
		return o.refuse
	}
	return nil
}

// keep takes a mail, and says whether to hang up.
func (o *Server) keep(m Mail) (cut bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	m.Came = clocktest.Now()
	o.mails = append(o.mails, m)
	return o.cut
}

// session is one connection.
type session struct {
	server *Server
	conn   *smtp.Conn
	mail   Mail
	known  bool
}

var _ smtp.AuthSession = (*session)(nil)

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, name, secret string) error {
		if err := s.server.at(Auth); err != nil {
			return err
		}
		if name != User || secret != Password {
			return smtp.ErrAuthFailed
		}
		s.known = true
		return nil
	}), nil
}

func (s *session) Mail(from string, options *smtp.MailOptions) error {
	if options.UTF8 && s.server.utf8 == RefusesUTF8 {
		return &smtp.SMTPError{Code: 502, EnhancedCode: smtp.EnhancedCode{5, 5, 1}, Message: "SMTPUTF8 is not implemented"}
	}
	if !s.known {
		return smtp.ErrAuthRequired
	}
	s.mail = Mail{From: from}
	_, s.mail.Encrypted = s.conn.TLSConnectionState()
	return s.server.at(From)
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.mail.To = to
	return s.server.at(To)
}

func (s *session) Data(r io.Reader) (err error) {
	if s.mail.Raw, err = io.ReadAll(r); err != nil {
		return err
	}
	if s.server.keep(s.mail) {
		s.conn.Conn().Close()
		return errors.New("cut")
	}
	return s.server.at(End)
}

func (s *session) Reset() {}

func (s *session) Logout() error { return nil }
