package command

import (
	"html"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

var telegramLink = regexp.MustCompile(`href="https://t\.me/werne_bot\?start=([^"]+)"`)

// An appointment that was booked in the browser is taken to Telegram by the
// link on its card, is moved there, and is fetched back. Nothing is asked but
// the code from the mail.
func TestAnAppointmentGoesFromTheBrowserToTelegramAndBack(t *testing.T) {
	t.Parallel()
	api, post, address := newAPI(t, telegramtest.Config{Username: "werne_bot"}), mailtest.New(t, true), loopbacktest.Address(t)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "WEB=true", "PUBLIC_URL=http://"+address,
		"TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL, "MAIL_FROM=termine@example.org",
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address)
	s.awaits("/readyz", http.StatusOK, "ready")
	v := s.surfer()
	v.book()
	link := telegramLink.FindStringSubmatch(v.body)
	if link == nil {
		t.Fatalf("no link to Telegram on:\n%s", v.body)
	}
	number := appointmentNumber.FindStringSubmatch(v.body)[1]
	citizen := api.NewUser("Ada", "de")
	citizen.Start(html.UnescapeString(link[1]))
	citizen.Rest()
	citizen.Say(awaitCode(t, post, 1))
	citizen.WaitFor(number)
	citizen.Tap("Verschieben")
	citizen.Rest()
	when := citizen.Screen().Buttons[0][0].Text
	citizen.Tap(when)
	citizen.WaitFor("Den Termin verschieben auf")
	citizen.Tap("Ja, verschieben")
	citizen.WaitFor("Geändert")
	other := s.surfer()
	other.send("/chat/beginn", url.Values{"number": {number}})
	other.answer("text", awaitCode(t, post, 2))
	mustContain(t, other.body, number, `class="card"`, strings.Fields(when)[0])
}

// surfer is somebody's browser.
func (s *served) surfer() *surfer {
	jar, _ := cookiejar.New(nil)
	return &surfer{served: s, client: &http.Client{Jar: jar, Timeout: patience}}
}

// book books whatever is free first.
func (s *surfer) book() {
	s.t.Helper()
	s.send("/chat/beginn", url.Values{"concern": {"id-card"}})
	for !strings.Contains(s.body, `value="days"`) {
		s.answer("choice", s.forward())
	}
	s.answer("choice", "days")
	s.answer("choice", s.first("day:"))
	s.answer("choice", s.first("time:"))
	s.answer("text", "Ada Lovelace")
	s.answer("text", "ada@example.org")
	s.answer("choice", "yes")
	if !strings.Contains(s.body, `class="card"`) {
		s.t.Fatalf("not booked:\n%s", s.body)
	}
}

// awaitCode waits for the nth mail with a code, whatever else is mailed.
func awaitCode(t *testing.T, post *mailtest.Server, n int) string {
	t.Helper()
	for i := 1; ; i++ {
		text := awaitMail(t, post, i)
		if _, said, ok := strings.Cut(text, "Code lautet: "); ok {
			if n--; n == 0 {
				return sixDigits.FindString(said)
			}
		}
	}
}
