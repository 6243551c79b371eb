package command

import (
	"context"
	"io"
	"log/slog"
	"mime/quotedprintable"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/dialogs"
	"terminbote/office"
	"terminbote/storage/storagetest"
)

var pageLink = regexp.MustCompile(`http://[^/\s]+/termin/[A-Za-z0-9_-]{32}`)

func TestATownWritesToItsCitizens(t *testing.T) {
	t.Parallel()
	api, post, address := newAPI(t, telegramtest.Config{}), mailtest.New(t, true), loopbacktest.Address(t)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address,
		"MAIL_FROM=Bürgerbüro <termine@example.org>", "PUBLIC_URL=http://"+address)
	s.awaits("/readyz", http.StatusOK, "ready")
	v := visits[0]
	citizen := api.NewUser("Mina", v.lang)
	v.walkWith(citizen, func() { citizen.Say("mina@example.org") })
	citizen.WaitFor(v.booked)
	booked := awaitMail(t, post, 1)
	mustContain(t, booked, "Wilhelmine Zwetschge", "Ihr Termin ist gebucht.")
	link := pageLink.FindString(booked)
	if link == "" {
		t.Fatalf("no link in:\n%s", booked)
	}
	path := strings.TrimPrefix(link, "http://"+address)
	s.awaits(path, http.StatusOK, "Ihr Termin")
	response, err := asking.PostForm(link, url.Values{"do": {"cancel-yes"}})
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	mustContain(t, awaitMail(t, post, 2), "Ihr Termin ist abgesagt.")
	s.awaits(path, http.StatusNotFound, "02389 71-333")
	s.awaits("/metrics", http.StatusOK, `terminbote_notices_total{kind="cancelled",outcome="sent"} 2`)
	s.awaits("/metrics", http.StatusOK, `terminbote_page_requests_total{asked="cancel-yes",status="200"} 1`)
	s.awaits("/metrics", http.StatusOK, `terminbote_notices_due{channel="mail"} 0`)
	s.awaits("/metrics", http.StatusOK, "terminbote_build_info{")
	s.awaits("/readyz?verbose", http.StatusOK, "mail: ok, last success ")
	s.awaits("/readyz?verbose", http.StatusOK, "telegram: ok, last success ")
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	for _, private := range []string{"mina@", "Wilhelmine", strings.TrimPrefix(path, "/termin/"), mailtest.Password} {
		if strings.Contains(s.said.String(), private) {
			t.Errorf("the log holds %q", private)
		}
	}
}

// awaitMail waits for the nth mail and returns what stands in it.
func awaitMail(t *testing.T, post *mailtest.Server, n int) string {
	t.Helper()
	for end := clocktest.Now().Add(patience); clocktest.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if mails := post.Mails(); len(mails) >= n {
			text, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(textPart(string(mails[n-1].Raw)))))
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	t.Fatalf("mail %d never came", n)
	return ""
}

// textPart is the part of a mail that is plain text.
func textPart(raw string) string {
	_, after, _ := strings.Cut(raw, "Content-Type: text/plain")
	_, after, _ = strings.Cut(after, "\r\n\r\n")
	text, _, _ := strings.Cut(after, "\r\n--")
	return text
}

// nothingNoted is a book of mails that lets all of them go.
type nothingNoted struct{}

func (nothingNoted) Post(context.Context, dialogs.Posting, time.Time) (string, error) {
	return "token", nil
}

// A mail that something can be fetched leads to its booking where the town has pages,
// and names the telephone where it has none.
func TestAMailLeadsToPagesThatAreThere(t *testing.T) {
	t.Parallel()
	o := office.Sample().Offices[0]
	i := slices.IndexFunc(o.Concerns, func(c booking.Concern) bool { return c.Pickup != "" })
	for public, want := range map[string]map[bool]string{
		"http://localhost:1": {true: "http://localhost:1/anliegen/" + string(o.Concerns[i].Pickup), false: ""}, "": {true: "", false: ""},
	} {
		for pages, link := range want {
			post := mailtest.New(t, true)
			s := settings{SMTPURL: "smtp://" + mailtest.User + ":" + url.PathEscape(mailtest.Password) + "@" + post.Address, MailFrom: "termine@example.org", Web: pages}
			if public != "" {
				s.PublicURL, _ = url.Parse(public)
			}
			m, err := s.mail(clocktest.Now, slog.New(slog.DiscardHandler), nil)
			if err != nil {
				t.Fatal(err)
			}
			m.Postbook = nothingNoted{}
			a := booking.Appointment{Number: "K7M4QX", Office: o.ID, State: booking.Finished, Items: []booking.Item{{Concern: o.Concerns[i].ID, Quantity: 1}}}
			notice := dialogs.Notice{Notice: booking.Notice{Kind: booking.PickupNotice}, Chat: dialogs.Chat{Channel: "mail", Address: "ada@example.org"}, Lang: "de", Appointment: a, Office: o}
			if err := m.Deliver(t.Context(), notice); err != nil {
				t.Fatal(err)
			}
			said := awaitMail(t, post, 1)
			if got := strings.Contains(said, "/anliegen/"); got != (link != "") || !strings.Contains(said, link) {
				t.Errorf("at %q with pages %v:\n%s", public, pages, said)
			}
		}
	}
}
