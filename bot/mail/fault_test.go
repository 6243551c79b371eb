package mail_test

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
)

func TestFaultsOfTheServerAreToldApart(t *testing.T) {
	t.Parallel()
	code := func(code int) error {
		return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 1, 1}, Message: "<ada@example.org> no"}
	}
	tests := map[string]struct {
		step        mailtest.Step
		err         error
		unreachable bool
		seen        string // of the server: "well", "ill", "" where it says nothing of either
	}{
		"greylisted":          {mailtest.To, code(451), false, ""},
		"mailbox full":        {mailtest.To, code(452), false, ""},
		"nobody of that name": {mailtest.To, code(550), true, "well"},
		"refused as a whole":  {mailtest.End, code(554), true, "well"},
		"busy at the end":     {mailtest.End, code(451), false, ""},
		"sender unknown":      {mailtest.From, code(550), false, "ill"},
		"password wrong":      {mailtest.Auth, smtp.ErrAuthFailed, false, "ill"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := mailtest.New(t, false)
			set, seen := watched()
			m, _ := newMail(t, o, set)
			o.Fault(test.step, test.err)
			n := notice(t, booking.BookedNotice, "de")
			err := m.Deliver(t.Context(), n)
			if *seen != test.seen {
				t.Errorf("the server is seen to be %q, want %q", *seen, test.seen)
			}
			var later dialogs.Later
			if err == nil || errors.As(err, &later) || errors.Is(err, dialogs.ErrUnreachable) != test.unreachable {
				t.Errorf("the mail ended with %v, unreachable wanted: %v", err, test.unreachable)
			}
			if err != nil && strings.Contains(err.Error(), "ada@") {
				t.Errorf("the error names the recipient: %v", err)
			}
			o.Fault(test.step, nil)
			if deliver(t, m, n); *seen != "well" {
				t.Errorf("once it takes mails the server is seen to be %q", *seen)
			}
		})
	}
}

// watched is settings, and how the server was seen to be at last.
func watched() (mail.Settings, *string) {
	set, seen := settings(), new(string)
	set.Seen = func(err error) {
		*seen = "well"
		if err != nil {
			*seen = "ill"
		}
	}
	return set, seen
}

func TestAMailThatWasCutOffComesAgain(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	n := notice(t, booking.BookedNotice, "de")
	o.Cut(true)
	if err := m.Deliver(t.Context(), n); err == nil || errors.Is(err, dialogs.ErrUnreachable) {
		t.Errorf("after the cut: %v", err)
	}
	o.Cut(false)
	deliver(t, m, n)
	mails := o.Mails()
	first, second := read(t, mails[0].Raw), read(t, mails[1].Raw)
	if len(mails) != 2 || first.header.Get("Message-ID") != second.header.Get("Message-ID") {
		t.Errorf("%d mails, %q and %q", len(mails), first.header.Get("Message-ID"), second.header.Get("Message-ID"))
	}
}

func TestAServerThatIsAwaySpendsNoTryAndNoLink(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.Address = l.Addr().String()
	l.Close()
	var log bytes.Buffer
	set, seen := watched()
	set.Log = slog.New(slog.NewTextHandler(&log, nil))
	m, book := newMail(t, o, set)
	for range 3 {
		var later dialogs.Later
		err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de"))
		if !errors.As(err, &later) || later.After < 10*time.Second {
			t.Errorf("the server is away: %v", err)
		}
	}
	if said := log.String(); strings.Count(said, "mail server not reached") != 1 || strings.Contains(said, "ada@") {
		t.Errorf("the log says %q", said)
	}
	if len(book.noted) != 0 || *seen != "ill" {
		t.Errorf("links were drawn: %v; the server is seen to be %q", book.noted, *seen)
	}
}

func TestAServerThatDoesNotLetUsInIsLoggedOnceInAWhile(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	o.Fault(mailtest.Auth, smtp.ErrAuthFailed)
	var log bytes.Buffer
	set := settings()
	set.Log = slog.New(slog.NewTextHandler(&log, nil))
	m, _ := newMail(t, o, set)
	for range 3 {
		if err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de")); err == nil {
			t.Error("the mail went out")
		}
	}
	said := log.String()
	if strings.Count(said, "level=ERROR") != 1 || !strings.Contains(said, "does not let us in") || strings.Contains(said, "a password") {
		t.Errorf("the log says %q", said)
	}
}

func TestNothingGoesOutUnencrypted(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, true)
	m, book := newMail(t, o, settings())
	if err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de")); err == nil {
		t.Error("the mail went to a server without STARTTLS")
	}
	if len(o.Mails()) != 0 || len(book.noted) != 0 {
		t.Errorf("%d mails", len(o.Mails()))
	}
	strange := mailtest.New(t, false)
	strange.Trusted = x509.NewCertPool()
	m, _ = newMail(t, strange, settings())
	if err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de")); err == nil || len(strange.Mails()) != 0 {
		t.Errorf("the mail went to a server that nobody vouches for: %v", err)
	}
}

func TestAServerMayBeEncryptedFromTheBeginning(t *testing.T) {
	t.Parallel()
	o := mailtest.NewEncrypted(t)
	s := settings()
	s.Server.Scheme = "smtps"
	m, _ := newMail(t, o, s)
	deliver(t, m, notice(t, booking.BookedNotice, "de"))
	if mails := o.Mails(); len(mails) != 1 || !mails[0].Encrypted {
		t.Errorf("came: %v", mails)
	}
}

func TestThisMachineNeedsNoEncryption(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, true)
	s := settings()
	s.Server = link("smtp://" + mailtest.User + ":a%20password@" + o.Address)
	m, err := mail.New(s)
	if err != nil {
		t.Fatal(err)
	}
	m.Postbook = &postbook{}
	deliver(t, m, notice(t, booking.BookedNotice, "de"))
	if mails := o.Mails(); len(mails) != 1 || mails[0].Encrypted {
		t.Errorf("%d mails", len(mails))
	}
}

func TestSettingsThatCannotBeAreRefused(t *testing.T) {
	t.Parallel()
	for want, change := range map[error]func(*mail.Settings){
		mail.ErrServer: func(s *mail.Settings) { s.Server = link("https://mail.example.org") },
		mail.ErrFrom:   func(s *mail.Settings) { s.From = "Bürgerbüro" },
		mail.ErrKey:    func(s *mail.Settings) { s.Selector, s.Key = "2026", "no key" },
	} {
		s := settings()
		change(&s)
		if _, err := mail.New(s); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

// A mail that has to wait for others comes later, and one that is too many never.
func TestAMailThatIsTooManyWaitsOrIsGivenUp(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, book := newMail(t, o, settings())
	n := notice(t, booking.BookedNotice, "de")
	var later dialogs.Later
	book.err = fmt.Errorf("note mail: %w", booking.ErrTooOften)
	if err := m.Deliver(t.Context(), n); !errors.As(err, &later) || later.After < time.Minute || errors.Is(err, dialogs.ErrUnreachable) {
		t.Errorf("strangers have sent too many: %v, want that it waits", err)
	}
	book.err = fmt.Errorf("note mail: %w", booking.ErrLimit)
	if err := m.Deliver(t.Context(), n); !errors.Is(err, dialogs.ErrUnreachable) || errors.As(err, &later) {
		t.Errorf("the person has caused too many: %v, want that it is given up", err)
	}
	for refusal, kind := range map[error]string{booking.ErrTooOften: "later", booking.ErrLimit: "unreachable", errors.New("the database is away"): "a fault"} {
		book.err = fmt.Errorf("note mail: %w", refusal)
		err := m.SendCode(t.Context(), "ada@example.org", "de", "K7M4QX", "012345")
		got := "a fault"
		switch {
		case err == nil:
			got = "sent"
		case errors.As(err, &later):
			got = "later"
		case errors.Is(err, dialogs.ErrUnreachable):
			got = "unreachable"
		}
		if got != kind || !errors.Is(err, refusal) {
			t.Errorf("a code, %v: %s, %v", refusal, got, err)
		}
	}
	book.err = nil
	deliver(t, m, n)
	if mails := o.Mails(); len(mails) != 1 {
		t.Errorf("%d mails went out, want one", len(mails))
	}
}

// What takes an appointment out of calendars revises what put it there.
func TestACancellationIsNewerThanWhatItCancels(t *testing.T) {
	t.Parallel()
	for sequence := range 3 {
		for kind, want := range map[booking.NoticeKind]int{booking.BookedNotice: sequence, booking.CancelledNotice: sequence + 1} {
			n := notice(t, kind, "de")
			n.Appointment.Sequence = sequence
			invitation := string(bot.Invite(n, "termine@example.org", "ada@example.org", morning).Calendar)
			if !strings.Contains(invitation, fmt.Sprintf("SEQUENCE:%d\r\n", want)) {
				t.Errorf("%s after %d changes: want SEQUENCE %d in\n%s", kind, sequence, want, invitation)
			}
		}
	}
}

// Postfix, Exim and Exchange say only of a recipient or of the whole mail that
// they take none from us.
func TestARefusalOfUsIsNoneOfAnAddress(t *testing.T) {
	t.Parallel()
	said := func(code int, reason smtp.EnhancedCode, words string) error {
		return &smtp.SMTPError{Code: code, EnhancedCode: reason, Message: words}
	}
	tests := map[string]struct {
		step mailtest.Step
		err  error
		ofUs bool
	}{
		"no relay":             {mailtest.To, said(554, smtp.EnhancedCode{5, 7, 1}, "<ada@example.org>: Relay access denied"), true},
		"no relay, in words":   {mailtest.To, said(550, smtp.NoEnhancedCode, "relay not permitted"), true},
		"log in first":         {mailtest.To, said(530, smtp.EnhancedCode{5, 5, 1}, "who are you"), true},
		"another's name":       {mailtest.End, said(550, smtp.EnhancedCode{5, 7, 60}, "no permission to send as this sender"), true},
		"spam":                 {mailtest.End, said(550, smtp.EnhancedCode{5, 7, 1}, "message rejected"), true},
		"sender's domain":      {mailtest.To, said(553, smtp.EnhancedCode{5, 1, 8}, "no such domain"), true},
		"sender's address":     {mailtest.To, said(553, smtp.EnhancedCode{5, 1, 7}, "no"), true},
		"sender, in words":     {mailtest.End, said(550, smtp.NoEnhancedCode, "Sender address rejected"), true},
		"nobody":               {mailtest.To, said(550, smtp.EnhancedCode{5, 1, 1}, "no sender here is relayed"), false},
		"nobody, in words":     {mailtest.To, said(550, smtp.NoEnhancedCode, "<relay@relay.example.org>: unknown user"), false},
		"too large":            {mailtest.End, said(552, smtp.EnhancedCode{5, 3, 4}, "too large"), false},
		"too large, in words":  {mailtest.End, said(552, smtp.NoEnhancedCode, "too large"), false},
		"nobody, as no relay":  {mailtest.To, said(550, smtp.EnhancedCode{5, 1, 1}, "relay access denied"), false},
		"us, in other words":   {mailtest.To, said(550, smtp.EnhancedCode{5, 7, 26}, "no"), true},
		"mailbox is given up":  {mailtest.To, said(550, smtp.EnhancedCode{5, 2, 1}, "disabled"), false},
		"nobody of that place": {mailtest.To, said(556, smtp.EnhancedCode{5, 1, 10}, "null MX"), false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := mailtest.New(t, false)
			o.Fault(test.step, test.err)
			var log bytes.Buffer
			set := settings()
			set.Log = slog.New(slog.NewTextHandler(&log, nil))
			m, _ := newMail(t, o, set)
			n := notice(t, booking.BookedNotice, "de")
			err := m.Deliver(t.Context(), n)
			loud := strings.Contains(log.String(), "level=ERROR") && strings.Contains(log.String(), "takes no mail from us")
			if err == nil || errors.Is(err, dialogs.ErrUnreachable) == test.ofUs || loud != test.ofUs {
				t.Errorf("the mail ended with %v, the log says %q", err, log.String())
			}
			if strings.Contains(log.String()+err.Error(), "ada@") {
				t.Errorf("the recipient is named: %v, %q", err, log.String())
			}
			o.Fault(test.step, nil)
			deliver(t, m, n)
		})
	}
}
