package command

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// patience is how long tests wait for what has to happen.
const patience = 30 * time.Second

// served is the program in production, as its admin sees it: environment, HTTP
// and log.
type served struct {
	*process
	url string
}

// serve starts the program on a free address.
func serve(t *testing.T, environ ...string) *served {
	t.Helper()
	return serveAt(t, loopbacktest.Address(t), environ...)
}

func serveAt(tb testing.TB, address string, environ ...string) *served {
	tb.Helper()
	return &served{start(tb, append(environ, "LISTEN="+address), "serve"), "http://" + address}
}

// asking keeps no connections: a server that stops waits five seconds for one
// that was opened and not used.
var asking = &http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true}}

// get is what the program answers, with its status.
func (s *served) get(path string) (status int, body string) {
	s.t.Helper()
	response, err := asking.Get(s.url + path)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err.Error()
	}
	return response.StatusCode, string(content)
}

// awaits waits until path is answered with that status and text.
func (s *served) awaits(path string, status int, text string) {
	s.t.Helper()
	var got int
	var body string
	for end := clocktest.Now().Add(patience); clocktest.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if got, body = s.get(path); got == status && strings.Contains(body, text) {
			return
		}
	}
	s.t.Fatalf("%s: %d %s, want %d %q", path, got, body, status, text)
}

// awaitsLog waits until the log holds text.
func (s *served) awaitsLog(text string) {
	s.t.Helper()
	for end := clocktest.Now().Add(patience); clocktest.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if strings.Contains(s.said.String(), text) {
			return
		}
	}
	s.t.Fatalf("the log never holds %q", text)
}

// visit is how somebody books whatever is free first, up to the last question.
type visit struct {
	lang                             string
	area, concern, next, day, noMail string
	book, booked                     string
}

var visits = []visit{
	{"de", "Ausweise und Pässe", "Personalausweis beantragen", "Weiter", "Tag aussuchen", "Ohne E-Mail", "Verbindlich buchen", "Gebucht! Ihre Terminnummer:"},
	{"en", "ID cards and passports", "Apply for an ID card", "Next", "Pick a day", "Without e-mail", "Confirm booking", "Booked! Your appointment number:"},
}

// name is what the log must not know.
const name = "Wilhelmine Zwetschge"

func (v visit) walk(u *telegramtest.User) { v.walkWith(u, func() { u.Tap(v.noMail) }) }

// walkWith answers the question for a mail address otherwise.
func (v visit) walkWith(u *telegramtest.User, mail func()) {
	u.Start("")
	for _, button := range []string{v.area, v.concern, v.next, v.day} {
		u.Tap(button)
	}
	tapFirst(u) // day
	tapFirst(u) // time
	u.Rest()
	u.Say(name)
	mail()
	u.Tap(v.book)
}

func tapFirst(u *telegramtest.User) {
	u.Rest()
	u.Tap(u.Screen().Buttons[0][0].Text)
}

func newAPI(tb testing.TB, config telegramtest.Config) *telegramtest.Server {
	tb.Helper()
	config.Patience = patience
	return telegramtest.New(tb, config)
}

func TestATownServesItsCitizens(t *testing.T) {
	t.Parallel()
	const secret = "a-secret_of-the-tests"
	address := loopbacktest.Address(t)
	behindProxy := telegramtest.Config{}
	behindProxy.Delivery.Reach = func(url string) string {
		return strings.Replace(url, "https://termine.example.org", "http://"+address, 1)
	}
	ways := map[string]struct {
		config  telegramtest.Config
		address string
		environ []string
	}{
		"polling": {telegramtest.Config{}, loopbacktest.Address(t), nil},
		"webhook": {behindProxy, address, []string{"PUBLIC_URL=https://termine.example.org", "TELEGRAM_WEBHOOK_SECRET=" + secret}},
	}
	for way, set := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			api := newAPI(t, set.config)
			s := serveAt(t, set.address, append(set.environ,
				"DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL)...)
			s.awaits("/readyz", http.StatusOK, "ready")
			citizensBook(t, api)
			s.awaits("/metrics", http.StatusOK, `terminbote_commands_total{command="book"} 2`)
			s.awaits("/metrics", http.StatusOK, `terminbote_notices_total{kind="booked",outcome="sent"} 2`)
			if code := s.stop(); code != 0 {
				t.Errorf("exit code %d after SIGTERM", code)
			}
			for _, private := range []string{"Wilhelmine", "Mina", "/start", "Personalausweis", api.Token, secret} {
				if strings.Contains(s.said.String(), private) {
					t.Errorf("the log holds %q", private)
				}
			}
		})
	}
}

// citizensBook has one citizen for each language book.
func citizensBook(t *testing.T, api *telegramtest.Server) {
	t.Helper()
	for _, v := range visits {
		citizen := api.NewUser("Mina", v.lang)
		v.walk(citizen)
		citizen.WaitFor(v.booked)
		file := citizen.WaitForDocument(1)
		mustContain(t, string(file.Data), "BEGIN:VEVENT", "METHOD:PUBLISH")
	}
}

func TestServeWaitsForItsDatabase(t *testing.T) {
	t.Parallel()
	database, api := storagetest.NewServer(t), newAPI(t, telegramtest.Config{})
	database.Stop()
	s := serve(t, "DATABASE_URL="+database.URL(), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"WEB=true", "PUBLIC_URL=http://localhost", "SMTP_URL=smtp://127.0.0.1:9", "MAIL_FROM=termine@example.org")
	s.awaits("/readyz", http.StatusServiceUnavailable, "database (not reached yet)")
	s.awaits("/readyz", http.StatusServiceUnavailable, "web (not reached yet)")
	s.awaits("/healthz", http.StatusOK, "alive")
	database.Start()
	s.awaits("/readyz", http.StatusOK, "ready")
	database.Stop()
	s.awaits("/readyz", http.StatusServiceUnavailable, "database (away)")
	database.Start()
	s.awaits("/readyz", http.StatusOK, "ready")
}

func TestServeWaitsForTelegram(t *testing.T) {
	t.Parallel()
	address := loopbacktest.Address(t)
	s := serve(t, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+telegramtest.DefaultToken, "TELEGRAM_API_URL=http://"+address)
	s.awaits("/readyz", http.StatusServiceUnavailable, "telegram (not reached yet)")
	s.awaitsLog("not introduced to Telegram yet")
	newAPI(t, telegramtest.Config{Address: address})
	s.awaits("/readyz", http.StatusOK, "ready")
	if strings.Contains(s.said.String(), telegramtest.DefaultToken) {
		t.Error("the log holds the token")
	}
}

func TestWhatIsWrongForGoodEndsServe(t *testing.T) {
	t.Parallel()
	api := newAPI(t, telegramtest.Config{})
	database := storagetest.URL(t)
	tests := []struct {
		name    string
		environ []string
		code    int
		says    string
	}{
		{"a token that Telegram refuses", []string{"TELEGRAM_TOKEN=1:hunter2"}, 1, "TELEGRAM_TOKEN"},
		{"a webhook that Telegram refuses", []string{"PUBLIC_URL=http://termine.internal", "TELEGRAM_WEBHOOK_SECRET=hunter2-hunter2-hunter2"}, 1, "PUBLIC_URL"},
		{"a database that is not there", []string{"DATABASE_URL=" + strings.Replace(database, "terminbote_test", "nothing", 1)}, 1, "DATABASE_URL"},
		{"an office that is not there", []string{"OFFICE=/no/such/office.yaml"}, 2, "OFFICE"},
		{"an address that is taken", []string{"LISTEN=" + strings.TrimPrefix(api.URL, "http://")}, 2, "LISTEN"},
	}
	for _, test := range tests {
		// Of a variable that is set twice, the last counts.
		environ := append([]string{"DATABASE_URL=" + database, "TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL, "LISTEN=127.0.0.1:0"}, test.environ...)
		code, said := run(t, environ, "serve")
		if code != test.code {
			t.Errorf("%s: exit code %d, want %d", test.name, code, test.code)
		}
		mustContain(t, said, "terminbote serve: ", test.says)
		if strings.Contains(said, "hunter2") {
			t.Errorf("%s: a secret is repeated:\n%s", test.name, said)
		}
	}
	api.Forgive() // a wrong token is one of its bot's mistakes
}

func TestServeTakesSecretsFromFiles(t *testing.T) {
	t.Parallel()
	api := newAPI(t, telegramtest.Config{})
	environ := []string{"TELEGRAM_API_URL=" + api.URL}
	for name, secret := range map[string]string{"DATABASE_URL": storagetest.URL(t), "TELEGRAM_TOKEN": api.Token} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(secret+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		environ = append(environ, name+"_FILE="+path)
	}
	serve(t, environ...).awaits("/readyz", http.StatusOK, "ready")
}

func TestWhoIsBeingAnsweredWhenServeStopsIsAnswered(t *testing.T) {
	t.Parallel()
	answering := make(chan struct{}, 1)
	api := newAPI(t, telegramtest.Config{OnDeliver: func(telegramtest.Delivered) {
		select {
		case answering <- struct{}{}:
		default:
		}
	}})
	s := serve(t, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL)
	s.awaits("/readyz", http.StatusOK, "ready")
	api.Fail(telegramtest.Fault{Kind: telegramtest.Slow, Method: "sendMessage", Latency: 2 * time.Second})
	citizen := api.NewUser("Mina", "de")
	citizen.Start("")
	<-answering
	s.awaits("/metrics", http.StatusOK, "terminbote_turn_seconds_count") // the turn is done, its answer under way
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	mustContain(t, citizen.Transcript(), "Bot: ")
}
