package mail_test

import (
	"context"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
)

// ways is everything for which the server is called, whatever it answers.
func ways(t *testing.T) map[string]func(context.Context, *mail.Mail) {
	t.Helper()
	booked := notice(t, booking.BookedNotice, "de")
	umlaut := booked
	umlaut.Chat = dialogs.Chat{Channel: "mail", Address: "jörg@example.org"}
	return map[string]func(context.Context, *mail.Mail){
		"a mail":       func(ctx context.Context, m *mail.Mail) { _ = m.Deliver(ctx, booked) },
		"to an umlaut": func(ctx context.Context, m *mail.Mail) { _ = m.Deliver(ctx, umlaut) },
		"a code": func(ctx context.Context, m *mail.Mail) {
			_ = m.SendCode(ctx, "ada@example.org", "de", "AB1 CD2", "012345")
		},
		"asking":            func(ctx context.Context, m *mail.Mail) { m.Check(ctx) },
		"learning":          func(ctx context.Context, m *mail.Mail) { _ = m.Learn(ctx) },
		"the doctor":        func(ctx context.Context, m *mail.Mail) { m.Diagnose(ctx, "", "de", noRecords) },
		"the doctor's mail": func(ctx context.Context, m *mail.Mail) { m.Diagnose(ctx, "admin@example.org", "de", noRecords) },
	}
}

// Whatever we call the server for, and however that ends, we hang up and give
// the turn back: done more often than connections are allowed, it still works.
func TestNoWayKeepsAConnection(t *testing.T) {
	t.Parallel()
	for _, step := range []mailtest.Step{"", mailtest.Auth, mailtest.From, mailtest.To, mailtest.End} {
		o := mailtest.New(t, false)
		if step != "" {
			o.Fault(step, &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "later"})
		}
		m, _ := newMail(t, o, settings())
		for name, do := range ways(t) {
			for range mail.Connections + 1 {
				ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
				do(ctx, m)
				if ctx.Err() != nil {
					t.Errorf("%s refused at %q waits for a turn that nobody gives back", name, step)
				}
				cancel()
			}
			for end := clocktest.Now().Add(time.Minute); o.Connections() > 0 && clocktest.Now().Before(end); {
				time.Sleep(time.Millisecond)
			}
			if n := o.Connections(); n > 0 {
				t.Errorf("%s refused at %q leaves %d connections", name, step, n)
			}
		}
	}
}

// Each way that a server answered well says that it did, so that nobody is called
// to one that is in order.
func TestEachWaySaysThatTheServerIsWell(t *testing.T) {
	t.Parallel()
	for name, do := range ways(t) {
		if name == "the doctor" {
			continue // it tells who asks
		}
		o := mailtest.New(t, false)
		set := settings()
		seen := 0
		set.Seen = func(err error) {
			if err == nil {
				seen++
			}
		}
		m, _ := newMail(t, o, set)
		if do(t.Context(), m); seen == 0 {
			t.Errorf("%s: nobody hears that the server is well", name)
		}
		o.Fault(mailtest.To, &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"})
		before := seen
		if do(t.Context(), m); name == "a mail" && seen == before {
			t.Errorf("%s: nobody hears that a server that refuses a recipient is well", name)
		}
	}
}

// Every mail has a name of its own, without which many servers take it for spam.
func TestEveryMailHasAName(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	for _, do := range ways(t) {
		do(t.Context(), m)
	}
	names := map[string]bool{}
	for _, one := range o.Mails() {
		l := read(t, one.Raw)
		id := l.header.Get("Message-ID")
		if id == "" || names[id] && one.To == "admin@example.org" {
			t.Errorf("%q to %s is called %q", l.subject, one.To, id)
		}
		names[id] = true
	}
	if len(names) < 3 {
		t.Errorf("%d mails came", len(names))
	}
}
