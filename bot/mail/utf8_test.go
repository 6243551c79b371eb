package mail_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"terminbote/booking"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
)

func TestAServerIsAskedForUTF8OnlyWhereTheAddressNeedsIt(t *testing.T) {
	t.Parallel()
	const plain, umlaut = "ada@example.org", "jürgen@xn--mller-kva.example"
	tests := map[string]struct {
		server      mailtest.UTF8
		to          string
		unreachable bool
	}{
		"an Exchange that offers and refuses it":    {mailtest.RefusesUTF8, plain, false},
		"a server without it":                       {mailtest.LacksUTF8, plain, false},
		"a server with it":                          {mailtest.KnowsUTF8, plain, false},
		"an address with umlauts, a server with":    {mailtest.KnowsUTF8, umlaut, false},
		"an address with umlauts, that Exchange":    {mailtest.RefusesUTF8, umlaut, true},
		"an address with umlauts, a server without": {mailtest.LacksUTF8, umlaut, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := mailtest.New(t, false)
			o.WithUTF8(test.server)
			m, book := newMail(t, o, settings())
			n := notice(t, booking.BookedNotice, "de")
			n.Chat.Address = test.to
			err := m.Deliver(t.Context(), n)
			if errors.Is(err, dialogs.ErrUnreachable) != test.unreachable || (err != nil) != test.unreachable {
				t.Fatalf("the mail ended with %v", err)
			}
			if mails := o.Mails(); !test.unreachable && (len(mails) != 1 || mails[0].To != test.to) {
				t.Errorf("came: %v", mails)
			}
			if test.server == mailtest.LacksUTF8 && test.unreachable && len(book.noted) != 0 {
				t.Error("a link was drawn for a mail that cannot go out")
			}
			if got := m.Takes(test.to); got == test.unreachable {
				t.Errorf("Takes(%q) = %v after trying", test.to, got)
			}
		})
	}
}

func TestWhatAServerTakesIsLearntBeforeAnybodyIsAsked(t *testing.T) {
	t.Parallel()
	for server, plain := range map[mailtest.UTF8]bool{mailtest.RefusesUTF8: true, mailtest.LacksUTF8: true, mailtest.KnowsUTF8: false} {
		o := mailtest.New(t, false)
		o.WithUTF8(server)
		m, _ := newMail(t, o, settings())
		if err := m.Learn(t.Context()); err != nil || m.Plain() != plain {
			t.Errorf("%v: plain %v, %v", server, m.Plain(), err)
		}
		if len(o.Mails()) != 0 {
			t.Errorf("%v: a mail went out", server)
		}
	}
}

// What a server was seen to refuse stays known, however often it says afterwards that
// it takes such addresses.
func TestWhatAServerRefusedStaysKnown(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	o.WithUTF8(mailtest.RefusesUTF8)
	m, _ := newMail(t, o, settings())
	if err := m.Learn(t.Context()); err != nil || !m.Plain() {
		t.Fatalf("plain %v, %v", m.Plain(), err)
	}
	for range 2 {
		if err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de")); err != nil || m.Takes("jürgen@example.org") {
			t.Errorf("after a mail it counts as taking such addresses, %v", err)
		}
	}
}

// passing is a refusal for a while: what it does comes about once it is said.
type passing struct{ once func() }

func (p passing) Error() string {
	p.once()
	return "later"
}

// A server that puts the first mail off says nothing of the addresses that it takes.
func TestAServerThatPutsUsOffSaysNothingOfAddresses(t *testing.T) {
	t.Parallel()
	for code, err := range map[int]error{451: nil, 421: &smtp.SMTPError{Code: 421, EnhancedCode: smtp.EnhancedCode{4, 3, 2}, Message: "busy"}} {
		o := mailtest.New(t, false)
		o.WithUTF8(mailtest.KnowsUTF8)
		if err == nil {
			err = passing{func() { o.Fault(mailtest.From, nil) }}
		}
		o.Fault(mailtest.From, err)
		m, _ := newMail(t, o, settings())
		if err := m.Learn(t.Context()); err != nil || m.Plain() {
			t.Errorf("%d: plain %v, %v", code, m.Plain(), err)
		}
	}
}

func TestAServerThatRefusesUsSaysNothingOfAddresses(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	o.WithUTF8(mailtest.KnowsUTF8)
	o.Fault(mailtest.From, &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 7, 1}, Message: "not your sender"})
	m, _ := newMail(t, o, settings())
	if err := m.Learn(t.Context()); err != nil || m.Plain() {
		t.Errorf("plain %v, %v", m.Plain(), err)
	}
}

// A server that refuses one mailbox, or puts us off, takes such addresses all the same.
func TestAMailboxThatIsRefusedSaysNothingOfOthers(t *testing.T) {
	t.Parallel()
	for step, code := range map[mailtest.Step]int{mailtest.To: 550, mailtest.End: 554, mailtest.From: 451} {
		o := mailtest.New(t, false)
		o.WithUTF8(mailtest.KnowsUTF8)
		o.Fault(step, &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 1, 1}, Message: "no"})
		m, _ := newMail(t, o, settings())
		n := notice(t, booking.BookedNotice, "de")
		n.Chat.Address = "jürgen@xn--mller-kva.example"
		if err := m.Deliver(t.Context(), n); err == nil || !m.Takes("käthe@example.org") {
			t.Errorf("refused at %q with %d: %v; others are taken: %v", step, code, err, m.Takes("käthe@example.org"))
		}
	}
}

func TestAServerThatTakesNothingFromUsIsSaidLoudly(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	o.Fault(mailtest.From, &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 7, 1}, Message: "not your sender"})
	var log bytes.Buffer
	set := settings()
	set.Log = slog.New(slog.NewTextHandler(&log, nil))
	m, _ := newMail(t, o, set)
	for range 3 {
		err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de"))
		if err == nil || errors.Is(err, dialogs.ErrUnreachable) {
			t.Errorf("the mail ended with %v: nobody's address is at fault", err)
		}
	}
	said := log.String()
	if strings.Count(said, "level=ERROR") != 1 || !strings.Contains(said, "takes no mail from us") || strings.Contains(said, "ada@") {
		t.Errorf("the log says %q", said)
	}
}
