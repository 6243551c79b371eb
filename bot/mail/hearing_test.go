package mail_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"terminbote/booking"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
)

// Asking the server shows whether it takes mails from us, at whatever step it does
// not, and sends none. What it puts off is no fault of the connection.
func TestAskingTheServerShowsHowItFares(t *testing.T) {
	t.Parallel()
	code := func(code int) error {
		return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 7, 1}, Message: "no"}
	}
	for name, tt := range map[string]struct {
		step mailtest.Step
		err  error
		well bool
	}{
		"well":              {mailtest.From, nil, true},
		"sender refused":    {mailtest.From, code(550), false},
		"sender greylisted": {mailtest.From, code(451), true},
		"password wrong":    {mailtest.Auth, smtp.ErrAuthFailed, false},
	} {
		o := mailtest.New(t, false)
		o.Fault(tt.step, tt.err)
		set := settings()
		var seen []error
		set.Seen = func(err error) { seen = append(seen, err) }
		m, book := newMail(t, o, set)
		m.Check(t.Context())
		if len(seen) == 0 || (seen[len(seen)-1] == nil) != tt.well {
			t.Errorf("%s: seen was %v", name, seen)
		}
		if len(o.Mails()) > 0 || len(book.noted) > 0 {
			t.Errorf("%s: %d mails were sent, %d links drawn", name, len(o.Mails()), len(book.noted))
		}
		if tt.well {
			o.Fault(tt.step, nil)
			deliver(t, m, notice(t, booking.BookedNotice, "de")) // the connection is of use again
		}
	}
}

// Where the program ends while it asks, nothing is known of the server.
func TestACheckThatIsCutOffSaysNothing(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	ctx, stop := context.WithCancel(t.Context())
	o.Fault(mailtest.From, passing{stop})
	set := settings()
	var seen []error
	set.Seen = func(err error) { seen = append(seen, err) }
	m, _ := newMail(t, o, set)
	m.Check(ctx)
	if ctx.Err() == nil || len(seen) != 0 {
		t.Errorf("%v: seen was %v", ctx.Err(), seen)
	}
}

// A code that proves an address names no appointment, and says what to do if it was
// somebody else who asked.
func TestACodeThatProvesAnAddressIsMailed(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		if err := m.SendCode(t.Context(), "ada@example.org", lang, "", "012345"); err != nil {
			t.Fatal(err)
		}
		l := read(t, o.Mails()[0].Raw)
		compare(t, "proof."+lang+".txt", "Subject: "+l.subject+"\n\n"+l.text)
		inBoth(t, l)
		if !strings.Contains(l.html, `lang="`+lang+`"`) {
			t.Errorf("the mail does not say that it is in %s:\n%.300s", lang, l.html)
		}
	}
}

// What can be fetched is booked by the mail's link where the office lets that be
// booked, and by telephone otherwise.
func TestAPickupIsBookedByTheMailsLink(t *testing.T) {
	t.Parallel()
	for _, booked := range []bool{true, false} {
		n := notice(t, booking.PickupNotice, "de")
		o := *n.Office
		o.Concerns = append([]booking.Concern(nil), o.Concerns...)
		for i := range o.Concerns {
			o.Concerns[i].Pickup = ""
			if booked {
				o.Concerns[i].Pickup = o.Concerns[1].ID
			}
		}
		n.Office = &o
		server := mailtest.New(t, false)
		m, _ := newMail(t, server, settings())
		deliver(t, m, n)
		text := read(t, server.Mails()[0].Raw).text
		if got := strings.Contains(text, "https://termine.example.org/anliegen/"+string(o.Concerns[1].ID)); got != booked || !strings.Contains(text, o.Phone) {
			t.Errorf("with a link wanted %v:\n%s", booked, text)
		}
	}
}

// Each server has the port of its kind unless the address names one.
func TestAnAddressWithoutAPortHasTheUsualOne(t *testing.T) {
	t.Parallel()
	for address, well := range map[string]bool{
		"smtp://mail.example.org": true, "smtps://mail.example.org": true, "smtp://localhost": true, "smtp://mail.example.org:2525": true,
		"http://mail.example.org": false, "smtp://": false, "mail.example.org": false,
	} {
		set := settings()
		set.Server, _ = url.Parse(address)
		if _, err := mail.New(set); (err == nil) != well {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A reminder says what has changed since the booking, and no other mail does: there is
// nothing that has.
func TestOnlyAReminderSaysWhatHasChanged(t *testing.T) {
	t.Parallel()
	const changed = "Seit der Buchung hat sich etwas geändert:"
	for _, kind := range []booking.NoticeKind{booking.BookedNotice, booking.MovedNotice, booking.RestoredNotice, booking.CancelledNotice, booking.ReminderNotice} {
		n := notice(t, kind, "de")
		n.Appointment.Items = append([]booking.Item(nil), n.Appointment.Items...)
		for i := range n.Appointment.Items {
			n.Appointment.Items[i].Promise = &booking.Promise{} // nothing had to be brought then
		}
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		deliver(t, m, n)
		if l := read(t, o.Mails()[0].Raw); strings.Contains(l.text, changed) != (kind == booking.ReminderNotice) {
			t.Errorf("%s says what has changed: %v\n%s", kind, strings.Contains(l.text, changed), l.text)
		}
	}
}
