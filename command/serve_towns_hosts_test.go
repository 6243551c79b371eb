package command

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/storage/storagetest"
)

// A page of one town shows nothing of the other, whatever is asked for under its
// host: the pages there are for everybody, the link in a mail, the number of a ticket
// or an appointment, and the talk of somebody's cookie.
func TestEachHostShowsItsTownAlone(t *testing.T) {
	t.Parallel()
	post, address, folder := mailtest.New(t, true), loopbacktest.Address(t), t.TempDir()
	_, port, _ := strings.Cut(address, ":")
	hosts := map[string]string{"selm": "http://127.0.0.1:" + port, "unna": "http://localhost:" + port}
	for town, host := range hosts {
		townFolder(t, folder, town, "WEB=true", "PUBLIC_URL="+host, "MAIL_FROM="+town+" <"+town+"@example.org>")
	}
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TOWNS="+folder,
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address)
	for _, host := range hosts {
		s.url = host
		s.awaits("/", http.StatusOK, "Womit wir Ihnen helfen")
	}
	s.url = hosts["selm"]
	v := s.surfer()
	v.book()
	number := appointmentNumber.FindStringSubmatch(v.body)
	letter := awaitMail(t, post, 1)
	link := pageLink.FindString(letter)
	if !strings.HasPrefix(link, hosts["selm"]) || number == nil {
		t.Fatalf("the mail leads to %q, and the number is %v", link, number)
	}
	if mail := string(post.Mails()[0].Raw); !strings.Contains(mail, "selm@example.org") || strings.Contains(mail, "unna") {
		t.Errorf("the mail is not of the town alone:\n%s", mail)
	}
	path := strings.TrimPrefix(link, hosts["selm"])
	s.awaits(path, http.StatusOK, "Stadt selm")

	public := []string{
		"/", "/bereich/identity", "/anliegen/id-card", "/impressum", "/datenschutz", "/barrierefreiheit", "/termin/frei?concern=id-card",
		"/anzeige", "/anzeige/unna", "/anzeige/selm", "/da", "/chat", "/marke/K7M4QX", "/chat/daten", path,
	}
	for town, other := range map[string]string{"selm": "unna", "unna": "selm"} {
		for _, path := range public {
			status, body := get(t, &http.Client{}, hosts[town]+path)
			if strings.Contains(body, "Stadt "+other) || strings.Contains(body, `"`+other+`"`) || strings.Contains(body, hosts[other]) {
				t.Errorf("%s%s is answered %d and shows %s:\n%s", hosts[town], path, status, other, body)
			}
		}
	}
	s.url = hosts["unna"]
	if status, body := s.get(path); status != http.StatusNotFound && status != http.StatusGone || strings.Contains(body, "Lovelace") {
		t.Errorf("the link of another town's mail is answered %d:\n%s", status, body)
	}
	response, err := asking.PostForm(hosts["unna"]+path, url.Values{"do": {"cancel-yes"}})
	if err != nil {
		t.Fatal(err)
	}
	read(t, response)
	s.url = hosts["selm"]
	if _, body := s.get(path); !strings.Contains(body, "cancel") {
		t.Errorf("the appointment was cancelled under the other town's host:\n%s", body)
	}
	v.goOnAt(hosts["unna"], number[1])
}

var secretOfATalk = regexp.MustCompile(`(?i)lovelace|stadt selm`)

// goOnAt shows the cookie of one town's host to another's, where it opens no talk.
func (s *surfer) goOnAt(host, number string) {
	s.t.Helper()
	here, err := url.Parse(s.url)
	if err != nil {
		s.t.Fatal(err)
	}
	there, err := url.Parse(host)
	if err != nil {
		s.t.Fatal(err)
	}
	cookies := s.client.Jar.Cookies(here)
	if len(cookies) == 0 {
		s.t.Fatal("the talk has no cookie")
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	jar.SetCookies(there, cookies)
	for _, path := range []string{"/chat", "/chat/neu", "/chat/daten", "/chat/ende", "/chat/termin/1.ics"} {
		status, body := get(s.t, &http.Client{Jar: jar}, host+path)
		if secretOfATalk.MatchString(body) || strings.Contains(body, number) {
			s.t.Errorf("%s%s is answered %d and goes on with another town's talk:\n%s", host, path, status, body)
		}
	}
	if _, body := get(s.t, s.client, s.url+"/chat"); !strings.Contains(body, number) {
		s.t.Errorf("the talk is gone:\n%s", body)
	}
}

func get(tb testing.TB, client *http.Client, url string) (int, string) {
	tb.Helper()
	response, err := client.Get(url)
	if err != nil {
		tb.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return response.StatusCode, string(body)
}
