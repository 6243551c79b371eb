package command

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/diagnosis"
	"terminbote/storage/storagetest"
)

// installation is everything that serve depends on, in order, and the
// environment that says so.
type installation struct {
	api     *telegramtest.Server
	post    *mailtest.Server
	staff   *mattermosttest.Server
	environ []string
	address string
}

func install(t *testing.T) installation {
	t.Helper()
	i := installation{
		api: newAPI(t, telegramtest.Config{}), post: mailtest.New(t, true),
		staff: mattermosttest.New(t, mattermosttest.Config{}), address: loopbacktest.Address(t),
	}
	anna := i.staff.NewUser("anna")
	anna.Join(i.staff.Staff)
	token := i.staff.NewCommand("termin", "http://"+i.address+"/mattermost/command")
	i.environ = []string{
		"LISTEN=" + i.address, "PUBLIC_URL=http://" + i.address, "DATABASE_URL=" + storagetest.URL(t),
		"TELEGRAM_TOKEN=" + i.api.Token, "TELEGRAM_API_URL=" + i.api.URL, "TELEGRAM_WEBHOOK_SECRET=s3cret-s3cret-s3cret",
		"SMTP_URL=smtp://" + mailtest.User + ":" + url.PathEscape(mailtest.Password) + "@" + i.post.Address,
		"MAIL_FROM=Bürgerbüro <termine@example.org>",
		"MATTERMOST_URL=" + i.staff.URL, "MATTERMOST_TOKEN=" + i.staff.Token, "MATTERMOST_COMMAND_TOKEN=" + token,
		"MATTERMOST_SECRET=" + strings.Repeat("x", 32), "MATTERMOST_CHANNELS=" + i.staff.Staff.ID, "MATTERMOST_LEAD=@anna",
	}
	return i
}

// with is the environment with other values; of a variable that is set twice,
// the last counts.
func (i installation) with(environ ...string) []string { return slices.Concat(i.environ, environ) }

func TestAnInstallationInOrderIsHealthy(t *testing.T) {
	t.Parallel()
	i := install(t)
	s := &served{start(t, i.environ, "serve"), "http://" + i.address}
	s.awaits("/readyz", http.StatusOK, "ready")
	code, said := run(t, i.environ, "doctor", "--mail-to", "admin@example.org")
	if code != 0 || strings.Contains(said, "✗") {
		t.Errorf("exit code %d:\n%s", code, said)
	}
	mustContain(t, said, "✓ settings: in order", "✓ OFFICE: werne (Bürgerbüro der Stadt Werne)", "✓ schema: up to date", "the bot is @",
		"✓ webhook: Telegram delivers to http://"+i.address+"/telegram/webhook", "✓ test letter: on its way to admin@example.org",
		"✓ slash command: /termin is there", `✓ MATTERMOST_LEAD: "@anna" is among the staff`,
		"/telegram/webhook leads to this program", "/termin/ leads to this program", "/mattermost/ leads to this program")
	if mails := i.post.Mails(); len(mails) != 1 {
		t.Errorf("%d mails came", len(mails))
	}
	for _, secret := range []string{i.api.Token, i.staff.Token, mailtest.Password, url.PathEscape(mailtest.Password), "s3cret"} {
		if strings.Contains(said, secret) {
			t.Errorf("the doctor tells %q", secret)
		}
	}
}

// Each part that is away is named, and the others are looked at all the same.
func TestTheDoctorFindsEachFault(t *testing.T) {
	t.Parallel()
	i := install(t)
	s := &served{start(t, i.environ, "serve"), "http://" + i.address}
	s.awaits("/readyz", http.StatusOK, "ready")
	for title, test := range map[string]struct {
		environ []string
		want    string
	}{
		"settings":    {[]string{"TELEGRAM_RATE=x"}, "✗ settings: TELEGRAM_RATE"},
		"two faults":  {[]string{"LISTEN=x", "TELEGRAM_RATE=x"}, "✗ settings: LISTEN"},
		"the office":  {[]string{"OFFICE=/no/such/office.yaml"}, "✗ OFFICE: "},
		"the channel": {[]string{"MATTERMOST_CHANNELS=nirgends=" + aChannel}, `✗ MATTERMOST_CHANNELS: MATTERMOST_CHANNELS: there is no office "nirgends"`},
		"database":    {[]string{"DATABASE_URL=postgres://u:hunter2@127.0.0.1:1/d"}, "✗ DATABASE_URL: nobody listens at that host and port"},
		"telegram":    {[]string{"TELEGRAM_TOKEN=1:hunter2"}, "✗ TELEGRAM_TOKEN: Telegram knows no bot of that token"},
		"mail":        {[]string{"SMTP_URL=smtp://u:hunter2@127.0.0.1:1"}, "✗ SMTP_URL: nobody listens at that host and port"},
		"mattermost":  {[]string{"MATTERMOST_TOKEN=hunter2"}, "✗ MATTERMOST_TOKEN: the token is wrong or was revoked"},
		"a lead":      {[]string{"MATTERMOST_LEAD=nobody"}, "✗ MATTERMOST_LEAD: "},
		"our address": {[]string{"PUBLIC_URL=http://127.0.0.1:1"}, "✗ PUBLIC_URL: http://127.0.0.1:1/telegram/webhook: nobody listens there"},
		"no https":    {[]string{"PUBLIC_URL=http://termine.example.org"}, "✗ settings: PUBLIC_URL: https was expected"},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			code, said := run(t, i.with(test.environ...), "doctor")
			if code != 1 || !strings.Contains(said, test.want) || !strings.Contains(said, "  → ") || strings.Contains(said, "hunter2") {
				t.Errorf("exit code %d, want 1 and %q:\n%s", code, test.want, said)
			}
			if !strings.Contains(said, "✓ schema: up to date") && title != "database" {
				t.Errorf("the database is not looked at:\n%s", said)
			}
		})
	}
}

func TestTheDoctorStartsNothing(t *testing.T) {
	t.Parallel()
	i := install(t)
	code, said := run(t, i.environ, "doctor")
	if code != 1 {
		t.Errorf("exit code %d", code)
	}
	mustContain(t, said, "nobody listens there", "✓ webhook: not set yet", "✓ test letter: none sent")
	for _, c := range i.api.Calls() {
		if c.Method != "getMe" && c.Method != "getWebhookInfo" {
			t.Errorf("the doctor calls %s", c.Method)
		}
	}
	for _, c := range i.staff.Calls() {
		if !strings.HasPrefix(c.Route, "GET ") {
			t.Errorf("the doctor calls %s", c.Route)
		}
	}
	if mails := i.post.Mails(); len(mails) > 0 {
		t.Errorf("%d mails came", len(mails))
	}
}

func TestALetterNeedsMail(t *testing.T) {
	t.Parallel()
	_, said := run(t, []string{"DATABASE_URL=" + storagetest.URL(t), "TELEGRAM_TOKEN=1:a", "TELEGRAM_API_URL=http://127.0.0.1:1"}, "doctor", "--mail-to", "a@example.org")
	mustContain(t, said, "✗ mail: off, so that no test letter can be sent", "✓ mattermost: off", "✓ PUBLIC_URL: not needed", "✗ telegram: it is not reached")
}

// seenOutside is a proxy in front of the program, as it is seen from outside.
func seenOutside(t *testing.T, answer http.HandlerFunc) diagnosis.Report {
	t.Helper()
	proxy := httptest.NewServer(answer)
	t.Cleanup(proxy.Close)
	address, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	d := doctor{settings: settings{PublicURL: address, SMTPURL: "smtp://localhost"}, now: clocktest.Now}
	return d.lookAtPublicURL(t.Context())
}

func TestProxiesThatAreNotInOrderAreExplained(t *testing.T) {
	t.Parallel()
	for want, answer := range map[string]http.HandlerFunc{
		"the proxy answers, and nobody behind it (502 Bad Gateway)": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
		"something else answers (404 Not Found)":                    http.NotFound,
		"something else answers (200 OK)":                           func(http.ResponseWriter, *http.Request) {},
		"leads elsewhere, to https://www.example.org/": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://www.example.org/", http.StatusMovedPermanently)
		},
		"the answer cannot be read": func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				conn.Close()
			}
		},
	} {
		if r := seenOutside(t, answer); len(r) != 1 || !strings.Contains(r[0].Wrong, want) || r[0].Helps == "" {
			t.Errorf("%+v, want %q", r, want)
		}
	}
}

func TestACertificateIsLookedAt(t *testing.T) {
	t.Parallel()
	proxy := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(proxy.Close)
	address, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	d := doctor{settings: settings{PublicURL: address, SMTPURL: "smtp://localhost"}, now: clocktest.Now}
	if r := d.lookAtPublicURL(context.WithoutCancel(t.Context())); len(r) != 1 || !strings.Contains(r[0].Wrong, "nobody vouches for the certificate") {
		t.Errorf("%+v", r)
	}
	end := time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC)
	state := &tls.ConnectionState{PeerCertificates: []*x509.Certificate{{NotAfter: end}}}
	for days, sick := range map[int]bool{3: true, 13: true, 15: false, 80: false} {
		d.now = func() time.Time { return end.AddDate(0, 0, -days) }
		var r diagnosis.Report
		if d.lookAtCertificate(&r, state); r.Healthy() == sick {
			t.Errorf("%d days before its end: %+v", days, r)
		}
	}
}
