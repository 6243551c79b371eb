package command

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/emersion/go-smtp"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// Anybody who is cut off from a network without a word sees it in readiness and
// metrics, within a minute and though nobody writes.
func TestGoingDeafIsSeen(t *testing.T) {
	t.Parallel()
	staff, post, address := mattermosttest.New(t, mattermosttest.Config{Patience: patience}), mailtest.New(t, true), loopbacktest.Address(t)
	config := telegramtest.Config{}
	config.Delivery.Reach = func(url string) string {
		return strings.Replace(url, "https://termine.example.org", "http://"+address, 1)
	}
	api := newAPI(t, config)
	anna := staff.NewMember("Anna Muster")
	token := staff.NewCommand("termin", "https://termine.example.org/mattermost/command")
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"TELEGRAM_WEBHOOK_SECRET=a-secret_of-the-tests", "PUBLIC_URL=https://termine.example.org",
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address, "MAIL_FROM=Bürgerbüro <termine@example.org>",
		"MATTERMOST_URL="+staff.URL, "MATTERMOST_TOKEN="+staff.Token, "MATTERMOST_COMMAND_TOKEN="+token,
		"MATTERMOST_SECRET="+strings.Repeat("s3cret", 6), "MATTERMOST_CHANNELS="+staff.Staff.ID, "MATTERMOST_LEAD="+anna.Username)
	for _, network := range []string{"telegram", "telegram_updates", "mail", "mattermost", "mattermost_channels"} {
		s.awaits("/readyz?verbose", http.StatusOK, "\n"+network+": ok")
	}
	s.awaits("/readyz", http.StatusOK, "ready\n")

	api.Fail(telegramtest.Fault{Kind: telegramtest.Revoked, Times: -1})
	s.awaitsDegraded("telegram (status 401)", "telegram")
	s.awaitsDegraded("telegram_updates (call getWebhookInfo: status 401)", "telegram_updates")
	api.Heal()
	s.awaits("/readyz", http.StatusOK, "ready\n")

	post.Fault(mailtest.Auth, smtp.ErrAuthFailed)
	s.awaitsDegraded("mail (mail server does not let us in)", "mail")
	post.Fault(mailtest.From, &smtp.SMTPError{Code: 550, Message: "no"})
	s.awaitsDegraded("mail (mail server takes no mail from us)", "mail")
	post.Fault(mailtest.From, nil)
	s.awaits("/readyz", http.StatusOK, "ready\n")

	staff.Revoke()
	s.awaitsDegraded("mattermost (status 401)", "mattermost")
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func (s *served) awaitsDegraded(text, network string) {
	s.t.Helper()
	s.awaits("/readyz", http.StatusOK, text)
	s.awaits("/metrics", http.StatusOK, `terminbote_network_degraded{network="`+network+`"} 1`)
}

// A webhook that somebody removed is seen, and set again.
func TestAWebhookThatWasRemovedIsSeenAndSetAgain(t *testing.T) {
	t.Parallel()
	address := loopbacktest.Address(t)
	config := telegramtest.Config{}
	config.Delivery.Reach = func(url string) string {
		return strings.Replace(url, "https://termine.example.org", "http://"+address, 1)
	}
	api := newAPI(t, config)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"TELEGRAM_WEBHOOK_SECRET=a-secret_of-the-tests", "PUBLIC_URL=https://termine.example.org")
	s.awaits("/readyz?verbose", http.StatusOK, "telegram_updates: ok")
	callAPI(t, api, "deleteWebhook")
	s.awaits("/metrics", http.StatusOK, `terminbote_network_faults_total{network="telegram_updates"} 1`)
	s.awaitsLog("the webhook is set again")
	s.awaits("/readyz", http.StatusOK, "ready\n")
	citizensBook(t, api)
}

// Who polls while a webhook is set hears nothing; it is removed.
func TestAWebhookThatSomebodySetIsSeenAndRemoved(t *testing.T) {
	t.Parallel()
	api := newAPI(t, telegramtest.Config{})
	s := serve(t, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL)
	citizensBook(t, api)
	s.awaits("/readyz?verbose", http.StatusOK, "telegram_updates: ok")
	callAPI(t, api, "setWebhook?url="+url.QueryEscape("https://elsewhere.example.org/hook"))
	s.awaitsDegraded("telegram_updates (call getUpdates: status 409", "telegram_updates")
	citizensBook(t, api)
	s.awaits("/readyz", http.StatusOK, "ready\n")
	api.Forgive() // to poll was a mistake for that moment
}

// callAPI does with the bot what somebody else does who has its token.
func callAPI(t *testing.T, api *telegramtest.Server, method string) {
	t.Helper()
	response, err := asking.Post(api.URL+"/bot"+api.Token+"/"+method, "", nil)
	if err == nil {
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			err = errors.New(response.Status)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
