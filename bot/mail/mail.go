package mail

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	netmail "net/mail"
	"net/textproto"
	"net/url"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"terminbote/booking"
	"terminbote/dialogs"
)

// Channel is mail's name among the networks.
const Channel = "mail"

// codeWithin is how long somebody who waits for a code has to wait for the
// mail server.
const codeWithin = 8 * time.Second

// tryAgain is how long a mail waits that is one too many just now.
const tryAgain = 10 * time.Minute

// Settings says how mails go out.
type Settings struct {
	Server   *url.URL // smtp://user:password@host:587, or smtps://
	From     string   // whose mails they are: "Bürgerbüro <termine@example.org>"
	Selector string   // of the DKIM key; empty: mails are not signed
	Key      string   // the DKIM key, as PEM
	Page     *url.URL // where the pages lie to which a token is added
	Booking  *url.URL // where the pages of concerns lie, by which they are booked; nil: nowhere
	Now      func() time.Time
	Log      *slog.Logger
	// Seen is told whether the server has just taken what it was given, or
	// what keeps all mails back; nil: nobody is.
	Seen func(error)
}

// Mail sends mails.
type Mail struct {
	// Postbook notes what goes out. It is set before the first mail is.
	Postbook dialogs.Postbook

	server *server
	from   *netmail.Address
	signer *gomail.DKIMSigner // nil: mails are not signed
	page   *url.URL
	books  *url.URL
	now    func() time.Time

	selector string // of the signer's key
}

var _ dialogs.Messenger = (*Mail)(nil)

// What of the settings cannot be.
var (
	ErrServer = errors.New("mail server")
	ErrFrom   = errors.New("sender")
	ErrKey    = errors.New("DKIM key")
)

// New prepares for sending; nothing is sent or asked yet. It returns ErrServer,
// ErrFrom or ErrKey for settings that cannot be.
func New(s Settings) (*Mail, error) {
	server, err := newServer(s.Server, s.Now, s.Log)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrServer, err)
	}
	from, err := netmail.ParseAddress(s.From)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFrom, err)
	}
	if server.seen = s.Seen; server.seen == nil {
		server.seen = func(error) {}
	}
	m := &Mail{server: server, from: from, page: s.Page, books: s.Booking, now: s.Now, selector: s.Selector}
	if s.Selector == "" {
		return m, nil
	}
	key, err := gomail.PrivKeyFromPEM([]byte(s.Key))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	m.signer = gomail.NewDKIMSigner(m.domain(), s.Selector, key)
	return m, nil
}

// domain is whose mails they are.
func (m *Mail) domain() string {
	_, domain, _ := strings.Cut(m.from.Address, "@")
	return domain
}

// Deliver mails a notice.
func (m *Mail) Deliver(ctx context.Context, n dialogs.Notice) error {
	to := n.Chat.Address
	if _, err := netmail.ParseAddress(to); err != nil {
		return dialogs.ErrUnreachable
	}
	return m.server.send(ctx, to, func(ctx context.Context) (*gomail.Msg, error) {
		token, err := m.post(ctx, dialogs.Posting{
			To: to, Appointment: n.Appointment.ID, Office: n.Appointment.Office, Notice: n.ID, Kind: n.Kind,
		})
		if err != nil {
			return nil, err
		}
		return m.compose(n, m.linkOf(n, token))
	})
}

// linkOf is where the button of a mail leads: to the page of its appointment, or to
// the booking that follows it; empty: nowhere.
func (m *Mail) linkOf(n dialogs.Notice, token string) string {
	if n.Kind != booking.PickupNotice {
		return m.page.JoinPath(token).String()
	}
	if next := n.Office.Pickups(n.Appointment); len(next) > 0 && m.books != nil {
		return m.books.JoinPath(string(next[0])).String()
	}
	return ""
}

// SendCode mails a one-time code.
func (m *Mail) SendCode(ctx context.Context, to, lang string, number booking.Number, code string) error {
	ctx, cancel := context.WithTimeout(ctx, codeWithin)
	defer cancel()
	return m.server.send(ctx, to, func(ctx context.Context) (*gomail.Msg, error) {
		if _, err := m.post(ctx, dialogs.Posting{To: to}); err != nil {
			return nil, err
		}
		return m.message(to, writeCode(lang, number, code))
	})
}

// Plain tells whether the mail server takes no address with letters beyond ASCII
// before the @, as far as it has said so.
func (m *Mail) Plain() bool { return m.server.plain.Load() }

// Learn asks the mail server which addresses it takes, before anybody is asked
// for theirs. Some servers offer what they then refuse, so a mail is begun and
// given up, and begun without it where it is refused.
func (m *Mail) Learn(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, codeWithin)
	defer cancel()
	refused, err := m.begin(ctx, true)
	if err != nil || !refused || m.Plain() {
		return err
	}
	refused, err = m.begin(ctx, false)
	if err == nil && !refused {
		m.server.plain.Store(true)
	}
	return err
}

// begin begins a mail and gives it up. It tells whether the server refuses its
// sender.
func (m *Mail) begin(ctx context.Context, utf8 bool) (refused bool, err error) {
	c, err := m.server.call(ctx, utf8)
	if err != nil {
		return false, err
	}
	defer c.hangUp()
	var said *textproto.Error
	err = c.session.Mail(m.from.Address)
	if errors.As(err, &said) {
		return said.Code/100 == 5, nil
	}
	if err == nil {
		m.server.seen(nil)
	}
	return false, err
}

// Takes tells whether the mail server takes mail for an address, as far as it
// has said so. A server that was never reached is trusted to.
func (m *Mail) Takes(address string) bool { return !beyondASCII(address) || !m.server.plain.Load() }

// post notes a mail that goes out. One too many for its address goes nowhere.
func (m *Mail) post(ctx context.Context, p dialogs.Posting) (string, error) {
	token, err := m.Postbook.Post(ctx, p, m.now())
	switch {
	case errors.Is(err, booking.ErrTooOften):
		return "", errors.Join(dialogs.Later{After: tryAgain}, err)
	case errors.Is(err, booking.ErrLimit):
		return "", errors.Join(dialogs.ErrUnreachable, err)
	}
	return token, err
}
