package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"terminbote/dialogs"
)

const (
	// connections is how many mails go out side by side: servers refuse more
	// than a few from one client.
	connections = 8
	// waitForTurn is how long a mail waits for one of them before it is put
	// off, so that notices on other networks are not kept waiting.
	waitForTurn = 2 * time.Second
	putOff      = 2 * time.Second
	// serverTimeout is how long one exchange with the server may take, and
	// outage after what time one that cannot be reached is tried again.
	serverTimeout = 15 * time.Second
	outage        = 30 * time.Second
)

// server is the mail server that takes our mails.
type server struct {
	host    string
	options []gomail.Option
	secure  *tls.Config
	dial    gomail.DialContextFunc
	turns   chan struct{}
	now     func() time.Time
	seen    func(error) // is told how the server fares
	log     *slog.Logger
	said    atomic.Int64 // when it was said last that the server takes nothing, in Unix seconds
	plain   atomic.Bool  // the server takes no address with letters beyond ASCII before the @
}

// newServer reads an address like smtp://user:password@host:587. Mails go out
// encrypted: by STARTTLS, which the server must offer, or with smtps:// from
// the beginning on. Only to this machine itself they need not be.
func newServer(address *url.URL, now func() time.Time, log *slog.Logger) (*server, error) {
	host := address.Hostname()
	port := map[string]int{"smtp": 587, "smtps": 465}[address.Scheme]
	switch {
	case port == 0 || host == "":
		return nil, errors.New("an address like smtp://user:password@host:587 was expected")
	case address.Port() != "":
		port, _ = strconv.Atoi(address.Port())
	case isLocal(host) && address.Scheme == "smtp":
		port = 25
	}
	secure := &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}
	s := &server{host: host, secure: secure, now: now, log: log, turns: make(chan struct{}, connections), dial: new(net.Dialer).DialContext}
	s.options = []gomail.Option{
		gomail.WithPort(port), gomail.WithTimeout(serverTimeout), gomail.WithoutNoop(),
		gomail.WithTLSConfig(secure), gomail.WithTLSPolicy(policy(address)),
	}
	if address.Scheme == "smtps" {
		s.options = append(s.options, gomail.WithSSL())
		s.dial = (&tls.Dialer{Config: secure}).DialContext
	}
	if password, ok := address.User.Password(); ok {
		s.options = append(s.options, gomail.WithUsername(address.User.Username()),
			gomail.WithPassword(password), gomail.WithOpportunisticSMTPAuth(mechanisms...))
	}
	_, err := gomail.NewClient(s.host, s.options...)
	return s, err
}

func policy(address *url.URL) gomail.TLSPolicy {
	if address.Scheme == "smtps" || isLocal(address.Hostname()) {
		return gomail.NoTLS
	}
	return gomail.TLSMandatory
}

// mechanisms is how we say who we are: by the first of these that the server
// knows. The library sends no password in the clear, except to this machine; it
// is not left to find the best way out by itself, since it takes a connection
// that we dialled for one without encryption, also with smtps://.
var mechanisms = []gomail.SMTPAuthType{
	gomail.SMTPAuthSCRAMSHA256PLUS, gomail.SMTPAuthSCRAMSHA256, gomail.SMTPAuthSCRAMSHA1PLUS, gomail.SMTPAuthSCRAMSHA1,
	gomail.SMTPAuthPlain, gomail.SMTPAuthLogin, gomail.SMTPAuthCramMD5,
}

// isLocal tells whether a host is this machine.
func isLocal(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// send hands a mail for an address over. It is made once the server is there to
// take it: a link that nobody gets need not be drawn.
func (s *server) send(ctx context.Context, to string, write func(context.Context) (*gomail.Msg, error)) error {
	if err := s.take(ctx); err != nil {
		return err
	}
	defer func() { <-s.turns }()
	c, err := s.call(ctx, beyondASCII(to))
	if err != nil {
		return err
	}
	defer c.hangUp()
	if beyondASCII(to) && s.plain.Load() {
		return dialogs.ErrUnreachable
	}
	message, err := write(ctx)
	if err != nil {
		return err
	}
	err = c.SendWithSMTPClient(c.session, message)
	if message.IsDelivered() {
		s.seen(nil)
		return nil // what went wrong after that is of no interest
	}
	if beyondASCII(to) && refusesSender(err) {
		s.plain.Store(true) // it offers SMTPUTF8 and does not know it
		return dialogs.ErrUnreachable
	}
	return s.outcome(ctx, err)
}

// refusesSender tells whether the server refused a mail for good before it
// heard whose it is for.
func refusesSender(err error) bool {
	var refused *gomail.SendError
	return errors.As(err, &refused) && refused.Reason == gomail.ErrSMTPMailFrom && refused.ErrorCode()/100 == 5
}

// connection is a server that listens to us.
type connection struct {
	*gomail.Client
	session *smtp.Client
	line    net.Conn
}

func (c connection) hangUp() {
	_ = c.CloseWithSMTPClient(c.session) // what was sent was sent
	c.line.Close()
}

// call connects to the server, and says what it means where that fails.
func (s *server) call(ctx context.Context, utf8 bool) (connection, error) {
	c, err := s.connect(ctx, utf8)
	if err != nil {
		return c, s.unreached(ctx, err)
	}
	return c, nil
}

// connect connects to the server. The library leaves a connection open on which
// the server does not let us in, so it is kept hold of. The library also asks
// for SMTPUTF8 wherever that is offered, and some servers offer and refuse it;
// so it asks only where the address needs it.
func (s *server) connect(ctx context.Context, utf8 bool) (connection, error) {
	var c connection
	var err error
	dial := func(ctx context.Context, network, address string) (conn net.Conn, err error) {
		c.line, err = s.dial(ctx, network, address)
		return c.line, err
	}
	options := append(slices.Clone(s.options), gomail.WithDialContextFunc(dial))
	if !utf8 {
		options = append(options, gomail.WithoutSMTPUTF8())
	}
	if c.Client, err = gomail.NewClient(s.host, options...); err != nil {
		return c, fmt.Errorf("mail server: %w", err)
	}
	c.session, err = c.DialToSMTPClientWithContext(ctx)
	if err == nil {
		if offered, _ := c.session.Extension("SMTPUTF8"); !offered {
			s.plain.Store(true)
		}
		return c, nil
	}
	if c.line != nil {
		c.line.Close()
	}
	return c, err
}

// beyondASCII tells whether a server must know SMTPUTF8 (RFC 6531) to take mail
// for an address.
func beyondASCII(address string) bool {
	return strings.ContainsFunc(address, func(r rune) bool { return r > unicode.MaxASCII })
}

// take waits for a turn.
func (s *server) take(ctx context.Context) error {
	select {
	case s.turns <- struct{}{}:
		return nil
	case <-time.After(waitForTurn):
		return dialogs.Later{After: putOff}
	case <-ctx.Done():
		return ctx.Err()
	}
}

// What keeps all mails back, in words without names or addresses.
var (
	errAway    = errors.New("mail server not reached")
	errClosed  = errors.New("mail server does not let us in")
	errRefused = errors.New("mail server takes no mail from us")
)

// unreached says what it means that there is no connection: a server that is
// away comes back, and waiting for it spends no try. One that does not let us
// in is another matter.
func (s *server) unreached(ctx context.Context, err error) error {
	var network *net.OpError
	var name *net.DNSError
	if errors.As(err, &network) && network.Op == "dial" || errors.As(err, &name) {
		s.seen(errAway)
		s.complain(ctx, slog.LevelWarn, "mail server not reached; mails wait", err)
		return dialogs.Later{After: outage}
	}
	if ctx.Err() == nil {
		s.seen(errClosed)
		s.complain(ctx, slog.LevelError, "mail server does not let us in", err)
	}
	return fmt.Errorf("mail server: %w", err)
}

// complain says to the log what keeps all mails back, since nobody else hears
// of it, and once in a while, since many mails may be.
func (s *server) complain(ctx context.Context, level slog.Level, what string, err error) {
	now, last := s.now().Unix(), s.said.Load()
	if now-last >= int64(outage/time.Second) && s.said.CompareAndSwap(last, now) {
		s.log.Log(ctx, level, what, "error", err)
	}
}

// outcome says what an error means for a mail. The library's own text names the
// recipient, which belongs into no log, and so does many a server's. A refusal
// for good that is not about this mail is about us, and keeps all mails back.
func (s *server) outcome(ctx context.Context, err error) error {
	var refused *gomail.SendError
	if err == nil || !errors.As(err, &refused) {
		return err
	}
	said := fmt.Errorf("mail not taken: %s: code %d", refused.Reason, refused.ErrorCode())
	switch {
	case refused.ErrorCode()/100 != 5:
	case ofMail(refused.Reason) && !ofUs(refused):
		s.seen(nil) // it has done its part
		return errors.Join(dialogs.ErrUnreachable, said)
	default:
		s.seen(errRefused)
		s.complain(ctx, slog.LevelError, "mail server takes no mail from us", said)
	}
	return said
}

// ofMail tells whether the server refused this recipient or this mail, and not
// us.
func ofMail(reason gomail.SendErrReason) bool {
	return reason == gomail.ErrSMTPRcptTo || reason == gomail.ErrSMTPData || reason == gomail.ErrSMTPDataClose
}

// ofUs tells whether a refusal of a recipient or of a whole mail is about who
// sends it: many servers say only then that we may not relay, must log in first
// or write in somebody else's name. Where the server names its reason (RFC 3463),
// that is one of security, or the sender's address; else its words tell.
func ofUs(refused *gomail.SendError) bool {
	switch refused.ErrorCode() {
	case 530, 534, 535, 538: // log in first (RFC 4954)
		return true
	}
	if reason := refused.EnhancedStatusCode(); reason != "" {
		return strings.HasPrefix(reason, "5.7.") || reason == "5.1.7" || reason == "5.1.8"
	}
	return refusesUs.MatchString(addresses.ReplaceAllString(refused.Error(), ""))
}

// refusesUs is how servers that offer no codes of RFC 3463 say that they take nothing
// from us: "relay not permitted", "authentication required", "5.7.1 sender rejected".
var refusesUs = regexp.MustCompile(`(?i)\b5\.(7\.\d+|1\.[78])\b|\brelay(ing)?\b|\bauthenticat(e|ion)\b|\bsender\b[^,]*\b(reject|refus|denied|not allowed|not permitted)`)

// addresses is what stands in an error of the library besides the server's words.
var addresses = regexp.MustCompile(`\S*@\S*`)
