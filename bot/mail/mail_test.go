package mail_test

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking"
	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/dialogs"
	"terminbote/office"
)

var update = flag.Bool("update", false, "rewrite the expected mails")

// morning is when the mails are sent, and start when the appointment is.
var (
	morning = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)
	start   = time.Date(2026, time.November, 24, 8, 30, 0, 0, time.UTC)
)

// postbook gives every mail the same link.
type postbook struct {
	mu    sync.Mutex
	noted []dialogs.Posting
	err   error
}

const token = "TOKEN"

func (b *postbook) Post(_ context.Context, p dialogs.Posting, _ time.Time) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.noted = append(b.noted, p)
	return token, b.err
}

func settings() mail.Settings {
	return mail.Settings{
		Server: link("smtp://" + mailtest.User + ":a%20password@" + mailtest.Hostname),
		From:   "Bürgerbüro Werne <termine@example.org>",
		Page:   link("https://termine.example.org/termin"),

		Booking: link("https://termine.example.org/anliegen"),
		Now:     func() time.Time { return morning },
		Log:     slog.New(slog.DiscardHandler),
	}
}

func link(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

// newMail sends to a server of the test's own.
func newMail(t *testing.T, o *mailtest.Server, s mail.Settings) (*mail.Mail, *postbook) {
	t.Helper()
	m, err := mail.New(s)
	if err != nil {
		t.Fatal(err)
	}
	book := &postbook{}
	m.Postbook = book
	m.Lead(o.Address, o.Trusted)
	return m, book
}

// notice is one about an appointment for an identity card and a change of
// address.
func notice(t *testing.T, kind booking.NoticeKind, lang string) dialogs.Notice {
	t.Helper()
	o := office.Sample().Offices[0]
	visit, err := o.Visit([]booking.Wish{{Concern: o.Concerns[0].ID, Quantity: 2}}, 2)
	if err != nil {
		t.Fatal(err)
	}
	n := dialogs.Notice{
		Notice: booking.Notice{ID: 17, Kind: kind}, Office: o, Lang: lang,
		Chat: dialogs.Chat{Channel: mail.Channel, Address: "ada@example.org"},
	}
	n.Appointment = booking.Appointment{
		ID: 4711, Claim: 4711, Number: "K7M4QX", Office: o.ID, State: booking.Confirmed, Lang: lang,
		Span:  booking.Span{Start: start, End: start.Add(visit.Length())},
		Items: visit.Items(), Persons: 2, Contact: booking.Contact{Name: "Ada Müller-Lovelace", Mail: "ada@example.org"},
	}
	if kind == booking.CancelledNotice {
		n.Appointment.State = booking.Cancelled
	}
	if kind == booking.LateNotice {
		n.Appointment.Behind = 25 * time.Minute
	}
	if kind == booking.PickupNotice || kind == booking.RatingNotice {
		n.Appointment.State = booking.Finished
	}
	if kind == booking.MissedNotice {
		n.Appointment.State = booking.Missed
	}
	if kind == booking.OfferNotice {
		n.Appointment.State, n.Appointment.Number, n.Appointment.Claim = booking.Held, "", 4700
		n.Appointment.HeldUntil = morning.Add(time.Hour).In(o.Calendar.Zone)
	}
	if kind == booking.MovedNotice {
		n.Sequence, n.Appointment.Sequence = 1, 1
	}
	return n
}

func deliver(t *testing.T, m *mail.Mail, n dialogs.Notice) {
	t.Helper()
	if err := m.Deliver(t.Context(), n); err != nil {
		t.Fatal(err)
	}
}

func TestAMailGoesToADomainWithUmlauts(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, _ := newMail(t, o, settings())
	n := notice(t, booking.BookedNotice, "de")
	n.Chat.Address = "müller@xn--bcher-kva.de"
	deliver(t, m, n)
	mails := o.Mails()
	if len(mails) != 1 || mails[0].To != n.Chat.Address {
		t.Fatalf("came: %v", mails)
	}
	if want := "To: <müller@xn--bcher-kva.de>\r\n"; !strings.Contains(string(mails[0].Raw), want) {
		t.Errorf("%q is missing in:\n%s", want, mails[0].Raw)
	}
}

// mailed is every kind of notice, and one that is not known yet.
var mailed = []booking.NoticeKind{
	booking.BookedNotice, booking.MovedNotice, booking.CancelledNotice, booking.ReminderNotice, booking.OfferNotice,
	booking.MissedNotice, booking.ClosedNotice, booking.RestoredNotice, booking.DroppedNotice, booking.LateNotice,
	booking.PickupNotice, booking.RatingNotice, "later",
}

func TestMailsReadAsTheyShould(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		for _, kind := range mailed {
			o := mailtest.New(t, false)
			m, _ := newMail(t, o, settings())
			deliver(t, m, notice(t, kind, lang))
			l := read(t, o.Mails()[0].Raw)
			got := "Subject: " + l.subject + "\n\n" + l.text
			compare(t, string(kind)+"."+lang+".txt", got)
			inBoth(t, l)
		}
	}
}

// inBoth fails unless the HTML says what the text does.
func inBoth(t *testing.T, l letter) {
	t.Helper()
	visible := plain(l.html)
	for line := range strings.Lines(l.text) {
		line = strings.TrimSpace(strings.TrimLeft(line, "- []"))
		line = strings.TrimSuffix(line, ":")
		if line != "" && !strings.HasPrefix(line, "https://") && !strings.Contains(visible, line) {
			t.Errorf("%s: the HTML does not say %q", l.subject, line)
		}
	}
	html := strings.Replace(l.html, `<img src="cid:arms" alt=""`, "", 1)
	for _, script := range []string{"<script", "<img", "src=", "http-equiv", "javascript:"} {
		if strings.Contains(strings.ToLower(html), script) {
			t.Errorf("the HTML holds %s", script)
		}
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// The office's picture comes with the mail: nothing is loaded when it is read.
func TestTheArmsAreInTheMail(t *testing.T) {
	t.Parallel()
	for _, data := range [][]byte{office.Sample().Offices[0].Site.MailArms.Data, nil} {
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		n := notice(t, booking.BookedNotice, "de")
		n.Office.Site.MailArms.Data = data
		deliver(t, m, n)
		raw := string(o.Mails()[0].Raw)
		l := read(t, []byte(raw))
		shown := strings.Contains(l.html, `src="cid:arms"`)
		whole := l.picture == strings.ReplaceAll(string(data), "\r\n", "\n") // as lines of text are read
		if !whole || shown != (data != nil) || strings.Contains(raw, "Content-Id: <arms>") != shown {
			t.Errorf("a picture of %d bytes came as %d, shown: %v\n%s", len(data), len(l.picture), shown, raw)
		}
	}
}

func TestACodeIsMailed(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"de", "en"} {
		o := mailtest.New(t, false)
		m, book := newMail(t, o, settings())
		if err := m.SendCode(t.Context(), "ada@example.org", lang, "K7M4QX", "012345"); err != nil {
			t.Fatal(err)
		}
		l := read(t, o.Mails()[0].Raw)
		compare(t, "code."+lang+".txt", "Subject: "+l.subject+"\n\n"+l.text)
		inBoth(t, l)
		if !strings.Contains(l.html, `lang="`+lang+`"`) {
			t.Errorf("the mail does not say that it is in %s:\n%.300s", lang, l.html)
		}
		if diff := cmp.Diff([]dialogs.Posting{{To: "ada@example.org"}}, book.noted); diff != "" {
			t.Errorf("what was noted (-want +got):\n%s", diff)
		}
	}
}

// What goes out is noted with all that it is counted by: whose it is, which notice and
// which kind.
func TestWhatGoesOutIsNotedWithAllThatItIsCountedBy(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, book := newMail(t, o, settings())
	var want []dialogs.Posting
	for i, kind := range []booking.NoticeKind{booking.BookedNotice, booking.CancelledNotice, booking.ReminderNotice} {
		n := notice(t, kind, "de")
		n.ID, n.Appointment.ID = booking.NoticeID(i+70), booking.AppointmentID(i+80)
		deliver(t, m, n)
		want = append(want, dialogs.Posting{To: "ada@example.org", Appointment: n.Appointment.ID, Office: n.Appointment.Office, Notice: n.ID, Kind: kind})
	}
	if diff := cmp.Diff(want, book.noted); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAMailComesFromAProgramAndSaysSo(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, book := newMail(t, o, settings())
	deliver(t, m, notice(t, booking.BookedNotice, "de"))
	deliver(t, m, notice(t, booking.MovedNotice, "de"))
	deliver(t, m, notice(t, booking.MovedNotice, "de"))
	mails := o.Mails()
	if mails[0].From != "termine@example.org" || mails[0].To != "ada@example.org" || !mails[0].Encrypted {
		t.Errorf("sent as %+v", mails[0])
	}
	first, moved, again := read(t, mails[0].Raw), read(t, mails[1].Raw), read(t, mails[2].Raw)
	for _, l := range []letter{first, moved} {
		for header, want := range map[string]string{
			"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "To": "<ada@example.org>", "Date": "Mon, 23 Nov 2026 07:00:00 +0000",
		} {
			if got := l.header.Get(header); got != want {
				t.Errorf("%s: %q, want %q", header, got, want)
			}
		}
		if from := l.from; from.Name != "Bürgerbüro Werne" || from.Address != "termine@example.org" {
			t.Errorf("from %v", from)
		}
	}
	id := first.header.Get("Message-ID")
	if id == "" || moved.header.Get("References") != id || moved.header.Get("In-Reply-To") != id || first.header.Get("References") != "" {
		t.Errorf("the move refers to %q, the booking is %q", moved.header.Get("References"), id)
	}
	if own := moved.header.Get("Message-ID"); own == id || own != again.header.Get("Message-ID") {
		t.Errorf("the same mail twice is %q and %q", own, again.header.Get("Message-ID"))
	}
	if p := book.noted[0]; p.Appointment != 4711 || p.Notice != 17 || p.To != "ada@example.org" || p.Office == "" {
		t.Errorf("noted %+v", p)
	}
}

func TestNothingButANameIsEchoed(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Ada Müller-Lovelace":               "Hello Ada Müller-Lovelace,",
		"Dr. Anne-Marie O’Neill":            "Hello Dr. Anne-Marie O’Neill,",
		"Ada <a href=//evil.example>":       "Hello,",
		"You won! Go to evil.example.gift":  "Hello,",
		"free.gift":                         "Hello,",
		"http://evil.example/":              "Hello,",
		"-":                                 "Hello,",
		"Ada\r\nBcc: everybody@example.org": "Hello,",
	} {
		o := mailtest.New(t, false)
		m, _ := newMail(t, o, settings())
		n := notice(t, booking.BookedNotice, "en")
		n.Appointment.Contact.Name = name
		deliver(t, m, n)
		l := read(t, o.Mails()[0].Raw)
		if hello, _, _ := strings.Cut(l.text, "\n"); hello != want {
			t.Errorf("%q is greeted with %q, want %q", name, hello, want)
		}
		if strings.Contains(string(o.Mails()[0].Raw), "evil") {
			t.Errorf("%q is echoed", name)
		}
	}
}

// Whatever a subject is made of, it stays one line of the header.
func TestASubjectIsOneLine(t *testing.T) {
	t.Parallel()
	m, _ := newMail(t, mailtest.New(t, false), settings())
	for text, want := range map[string]string{
		"Ihr Termin": "Ihr Termin", "Ihr\r\nBcc: everybody@example.org": "Ihr Bcc: everybody@example.org", " Ihr \n\t Termin\n": "Ihr Termin",
	} {
		if got, err := m.Headed(text); err != nil || got != want {
			t.Errorf("%q heads as %q, %v", text, got, err)
		}
	}
}

func TestAnAddressGetsNoMoreThanItsMails(t *testing.T) {
	t.Parallel()
	o := mailtest.New(t, false)
	m, book := newMail(t, o, settings())
	book.err = booking.ErrLimit
	if err := m.Deliver(t.Context(), notice(t, booking.BookedNotice, "de")); !errors.Is(err, dialogs.ErrUnreachable) {
		t.Errorf("one mail too many: %v", err)
	}
	if mails := o.Mails(); len(mails) != 0 {
		t.Errorf("%d mails were sent", len(mails))
	}
}
