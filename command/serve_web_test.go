package command

import (
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/storage/storagetest"
)

var formField = regexp.MustCompile(`<input type="hidden" name="([a-z]+)" value="([^"]*)">`)

// surfer books with nothing but a browser.
type surfer struct {
	*served

	client *http.Client
	body   string
}

func (s *surfer) send(path string, form url.Values) {
	s.t.Helper()
	response, err := s.client.PostForm(s.url+path, form)
	if err != nil {
		s.t.Fatal(err)
	}
	s.body = read(s.t, response)
}

func (s *surfer) answer(field, value string) {
	s.t.Helper()
	form := url.Values{field: {value}}
	for _, found := range formField.FindAllStringSubmatch(s.body, -1) {
		form.Set(found[1], found[2])
	}
	s.send("/chat", form)
}

// first is the first choice of a kind.
func (s *surfer) first(kind string) string {
	s.t.Helper()
	_, rest, ok := strings.Cut(s.body, `name="choice" value="`+kind)
	if !ok {
		s.t.Fatalf("no choice %s… in:\n%s", kind, s.body)
	}
	value, _, _ := strings.Cut(rest, `"`)
	return kind + value
}

// forward is what answers a question before that for the time.
func (s *surfer) forward() string {
	s.t.Helper()
	if strings.Contains(s.body, `value="n:1"`) {
		return "n:1"
	}
	return s.first("next")
}

// A town whose citizens have nothing but a browser and a mail address needs no
// messenger.
func TestATownIsThereForBrowsersAlone(t *testing.T) {
	t.Parallel()
	post, address := mailtest.New(t, true), loopbacktest.Address(t)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "WEB=true",
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address,
		"MAIL_FROM=Bürgerbüro <termine@example.org>", "PUBLIC_URL=http://"+address)
	s.awaits("/readyz", http.StatusOK, "ready")
	s.awaits("/", http.StatusOK, "Womit wir Ihnen helfen")
	v := s.surfer()
	v.book()
	link := pageLink.FindString(awaitMail(t, post, 1))
	path := strings.TrimPrefix(link, "http://"+address)
	s.awaits(path, http.StatusOK, "/impressum")
	v.findAgain(t, post)
	response, err := asking.PostForm(link, url.Values{"do": {"cancel-yes"}})
	if err != nil {
		t.Fatal(err)
	}
	mustContain(t, read(t, response), "/chat/beginn", `value="id-card"`) // and books again
	s.awaits("/metrics", http.StatusOK, `terminbote_page_requests_total{asked="cancel-yes",status="200"} 1`)
	s.awaits("/metrics", http.StatusOK, `terminbote_commands_total{command="cancel"} 1`)
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	for _, private := range []string{"ada@", "Lovelace"} {
		if strings.Contains(s.said.String(), private) {
			t.Errorf("the log holds %q", private)
		}
	}
}

func TestTheBrowserNeedsMail(t *testing.T) {
	t.Parallel()
	code, said := run(t, []string{"DATABASE_URL=postgres://x@localhost/x", "WEB=true"}, "serve")
	if code != 2 || !strings.Contains(said, "SMTP_URL") || !strings.Contains(said, "PUBLIC_URL") {
		t.Errorf("exit code %d, said %q", code, said)
	}
}

func read(tb testing.TB, response *http.Response) string {
	tb.Helper()
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return string(body)
}

var (
	appointmentNumber = regexp.MustCompile(`id="nummer">[^<]*([A-Z0-9]{3} [A-Z0-9]{3})<`)
	sixDigits         = regexp.MustCompile(`\b[0-9]{6}\b`)
)

// findAgain finds the appointment again in another browser, by its number and
// the code that is mailed, with nothing else asked.
func (s *surfer) findAgain(t *testing.T, post *mailtest.Server) {
	t.Helper()
	found := appointmentNumber.FindStringSubmatch(s.body)
	if found == nil {
		t.Fatalf("no number in:\n%s", s.body)
	}
	other := s.surfer()
	other.send("/chat/beginn", url.Values{"do": {"appointments"}})
	other.answer("choice", "attach")
	other.answer("text", found[1])
	other.answer("text", sixDigits.FindString(awaitMail(t, post, 2)))
	mustContain(t, other.body, found[1], `class="card"`)
}
