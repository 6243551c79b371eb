package mattermosttest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost/mattermosttest"
)

// witness is a TB that notes failures instead of failing.
type witness struct {
	failures []string
	cleanups []func()
}

func (w *witness) Helper()          {}
func (w *witness) Cleanup(f func()) { w.cleanups = append(w.cleanups, f) }
func (w *witness) Errorf(format string, args ...any) {
	w.failures = append(w.failures, fmt.Sprintf(format, args...))
}
func (w *witness) Fatalf(format string, args ...any) { w.Errorf(format, args...) }

func (w *witness) end() {
	for _, f := range w.cleanups {
		f()
	}
}

// newServer is a double whose mistakes are the test's to look at, and a bot
// that answers each callback with what answer is.
func newServer(t *testing.T, config mattermosttest.Config, answer http.HandlerFunc) (s *mattermosttest.Server, address string) {
	t.Helper()
	s = mattermosttest.New(t, config)
	bot := httptest.NewServer(answer)
	t.Cleanup(bot.Close)
	return s, bot.URL
}

// answers is a bot that always says the same JSON.
func answers(json string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, json)
	}
}

// request sends what no client would.
func request(t *testing.T, s *mattermosttest.Server, route, body string) (status int, text string) {
	t.Helper()
	method, path, _ := strings.Cut(route, " ")
	r, err := http.NewRequestWithContext(t.Context(), method, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+s.Token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(data)
}

func TestATestWhoseBotMadeAMistakeFails(t *testing.T) {
	t.Parallel()
	for route, fails := range map[string]bool{"GET /api/v4/users/me": false, "GET /api/v4/users/me/teams": true} {
		w := &witness{}
		s := mattermosttest.New(w, mattermosttest.Config{})
		request(t, s, route, "")
		w.end()
		if failed := len(w.failures) > 0; failed != fails {
			t.Errorf("%s: failures %q", route, w.failures)
		}
	}
}

func TestWhatMattermostWouldDropIsAMistake(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	action := func(fields string) string {
		return `{"channel_id":"` + s.Staff.ID + `","message":"m","props":{"attachments":[{"actions":[{` + fields +
			`,"integration":{"url":"http://127.0.0.1:1"}}]}]}}`
	}
	post := func(fields string) string { return `{"channel_id":"` + s.Staff.ID + `",` + fields + `}` }
	for name, body := range map[string]string{
		"an unknown field":            post(`"message":"m","colour":"red"`),
		"more behind the JSON":        post(`"message":"m"`) + "{}",
		"an unknown attachment field": post(`"message":"m","props":{"attachments":[{"buttons":[]}]}`),
		"attachments of another type": post(`"message":"m","props":{"attachments":"broken"}`),
		"an action id with a hyphen":  action(`"id":"book-it","name":"Buchen","type":"button"`),
		"a button without a name":     action(`"id":"book","type":"button"`),
		"a select without options":    action(`"id":"book","name":"Buchen","type":"select"`),
		"an unknown style":            action(`"id":"book","name":"Buchen","type":"button","style":"blue"`),
		"a button without address": post(
			`"message":"m","props":{"attachments":[{"actions":[{"id":"book","name":"Buchen","type":"button"}]}]}`),
		"two buttons with one id": post(`"message":"m","props":{"attachments":[{"actions":[` +
			`{"id":"a","name":"A","type":"button","integration":{"url":"http://127.0.0.1:1"}},` +
			`{"id":"a","name":"B","type":"button","integration":{"url":"http://127.0.0.1:1"}}]}]}`),
		"a message that rings everybody":     post(`"message":"Termin von @all"`),
		"an attachment that rings everybody": post(`"message":"m","props":{"attachments":[{"text":"@Channel"}]}`),
		"a message that says nothing":        post(`"message":""`),
		"somebody else's message":            post(`"message":"m","user_id":"` + model.NewId() + `"`),
		"a message with an id":               post(`"message":"m","id":"` + model.NewId() + `"`),
		"a file":                             post(`"message":"m","file_ids":["f"]`),
	} {
		if status, text := request(t, s, "POST /api/v4/posts", body); status != http.StatusBadRequest {
			t.Errorf("%s: status %d, %s", name, status, text)
		}
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", name, got)
		}
	}
	for _, text := range []string{"mail@all.de", "`@all`", "@allerlei"} {
		if status, said := request(t, s, "POST /api/v4/posts", post(`"message":"`+text+`"`)); status != http.StatusCreated {
			t.Errorf("%q rings nobody: status %d, %s", text, status, said)
		}
	}
}

func TestAPatchNamesWhatItChanges(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	request(t, s, "POST /api/v4/posts", `{"channel_id":"`+s.Staff.ID+`","message":"m"}`)
	id := s.NewMember("Anna").Last().ID
	for _, body := range []string{`{}`, `{"is_pinned":true}`, `{"text":"m"}`} {
		request(t, s, "PUT /api/v4/posts/"+id+"/patch", body)
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", body, got)
		}
	}
}

func TestAddressesAreChecked(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	for _, route := range []string{
		"GET /api/v4/users/anna", "DELETE /api/v4/users/me", "GET /api/v4/users/me?full=1", "GET /api/v5/users/me",
	} {
		request(t, s, route, "")
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", route, got)
		}
	}
}

func TestAnswersThatPeopleWouldNotSeeAreMistakes(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]http.HandlerFunc{
		"an unknown field":             answers(`{"text":"ja","colour":"red"}`),
		"an unknown type":              answers(`{"text":"ja","response_type":"secret"}`),
		"another user name":            answers(`{"text":"ja","username":"Amt"}`),
		"broken JSON":                  answers(`{"text":`),
		"too long a text":              answers(`{"text":"` + strings.Repeat("a", 16384) + `"}`),
		"ringing everybody further on": answers(`{"text":"@here **NOTRUF** @all"}`),
		"ringing everybody":            answers(`{"text":"<!channel>, Frau Klein ist da @here"}`),
		"JSON that is not said":        func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, `{"text":"ja"}`) },
	} {
		s, address := newServer(t, mattermosttest.Config{}, answer)
		s.NewCommand("termin", address)
		if _, err := s.NewMember("Anna").TryCommand("/termin"); err == nil {
			t.Errorf("%s: Anna saw no error", name)
		}
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", name, got)
		}
	}
}

func TestAnswersToPressesThatDoHarmAreMistakes(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]string{
		"an unknown field":                 `{"text":"ja"}`,
		"nothing":                          ``,
		"an update that empties":           `{"update":{"props":{}}}`,
		"an update that rings":             `{"update":{"message":"@all"}}`,
		"an ephemeral text that rings":     `{"ephemeral_text":"@all"}`,
		"an ephemeral text read as Slack":  `{"ephemeral_text":"<!all>"}`,
		"an ephemeral text that is longer": `{"ephemeral_text":"` + strings.Repeat("a", 16384) + `"}`,
	} {
		s, address := newServer(t, mattermosttest.Config{}, answers(answer))
		anna := s.NewMember("Anna")
		anna.PostButton("Weiter", address, nil)
		if err := anna.TryTap("Weiter"); err == nil {
			t.Errorf("%s: Anna saw no error", name)
		}
		if got := s.Forgive(); len(got) != 1 {
			t.Errorf("%s: mistakes %q", name, got)
		}
	}
}

func TestDialogsThatSomeAppShowsWrongAreMistakes(t *testing.T) {
	t.Parallel()
	s, address := newServer(t, mattermosttest.Config{}, answers(`{}`))
	s.NewCommand("termin", address)
	anna := s.NewMember("Anna")
	bot := model.NewAPIv4Client(s.URL)
	bot.SetToken(s.Token)
	text := model.DialogElement{DisplayName: "Name", Name: "name", Type: "text"}
	for name, d := range map[string]model.Dialog{
		"a title of 25 bytes":     {Title: "Öffnungszeiten im Rathaus", Elements: []model.DialogElement{text}},
		"a label of 25 bytes":     {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Straße und Hausnummer....", Name: "n", Type: "text"}}},
		"a date":                  {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Tag", Name: "d", Type: "date"}}},
		"nothing to choose":       {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Tag", Name: "d", Type: "select"}}},
		"users to choose":         {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Wer", Name: "u", Type: "select", DataSource: "users"}}},
		"a field twice":           {Title: "Neu", Elements: []model.DialogElement{text, text}},
		"a default of its own":    {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Tag", Name: "d", Type: "radio", Default: "x"}}},
		"six fields":              {Title: "Neu", Elements: fields(6)},
		"a minimum over the most": {Title: "Neu", Elements: []model.DialogElement{{DisplayName: "Name", Name: "n", Type: "text", MinLength: 5, MaxLength: 4}}},
	} {
		anna.Command("/termin neu")
		_, err := bot.OpenInteractiveDialog(t.Context(), model.OpenDialogRequest{TriggerId: trigger(t, s), URL: address, Dialog: d})
		if got := s.Forgive(); err == nil || len(got) != 1 || anna.HasDialog() {
			t.Errorf("%s: error %v, mistakes %q", name, err, got)
		}
	}
}

func fields(n int) []model.DialogElement {
	var all []model.DialogElement
	for i := range n {
		name := fmt.Sprintf("field%d", i)
		all = append(all, model.DialogElement{DisplayName: name, Name: name, Type: "text"})
	}
	return all
}

// trigger is that of the latest callback, a command.
func trigger(t *testing.T, s *mattermosttest.Server) string {
	t.Helper()
	return formOf(t, s).Get("trigger_id")
}

func TestPeopleCannotDoWhatAppsDoNotOffer(t *testing.T) {
	t.Parallel()
	w := &witness{}
	s := mattermosttest.New(w, mattermosttest.Config{Patience: 10 * time.Millisecond})
	t.Cleanup(w.end)
	anna := s.NewMember("Anna")
	anna.PostButton("Weiter", "http://127.0.0.1:1", nil)
	for name, act := range map[string]func(){
		"types what is no command":   func() { anna.Command("/termine") },
		"taps what is not there":     func() { anna.Tap("Zurück") },
		"selects from a button":      func() { anna.Select("Weiter", "1") },
		"waits for what never comes": func() { anna.WaitFor("Tschüss") },
		"waits for a dialog":         func() { anna.Dialog() },
		"submits without a dialog":   func() { anna.Submit(nil) },
		"looks where nothing is":     func() { anna.In(s.Square).Last() },
		"taps and nobody is at home": func() { anna.Tap("Weiter") },
	} {
		w.failures = nil
		act()
		if len(w.failures) != 1 {
			t.Errorf("Anna %s: failures %q", name, w.failures)
		}
	}
}

func TestATranscriptReadsLikeAChat(t *testing.T) {
	t.Parallel()
	s, address := newServer(t, mattermosttest.Config{}, answers(`{"ephemeral_text":"Frau Klein ist da."}`))
	anna := s.NewMember("Anna")
	body := `{"channel_id":"` + s.Staff.ID + `","message":"Montag\n| 9:00 |","props":{"attachments":[{"title":"Schalter","fields":[{"title":"frei","value":"3"}],"actions":[` +
		`{"id":"here","name":"Da","type":"button","integration":{"url":"` + address + `"}},` +
		`{"id":"desk","name":"Schalter","type":"select","options":[{"text":"1","value":"a"},{"text":"2","value":"b"}],"integration":{"url":"` + address + `"}}]}]}}`
	request(t, s, "POST /api/v4/posts", body)
	anna.Tap("Da")
	anna.Select("Schalter", "2")
	seen := anna.Screen()[0]
	request(t, s, "PUT /api/v4/posts/"+seen.ID+"/patch", `{"message":"Dienstag"}`)
	s.Delete(seen)
	want := `terminbot: Montag
  | 9:00 |
  Schalter
  frei: 3
  [Da] [Schalter: 1 | 2]
anna taps [Da]
(only visible to you): Frau Klein ist da.
anna selects [Schalter: 2]
(only visible to you): Frau Klein ist da.
#1 is now: Dienstag
  Schalter
  frei: 3
  [Da] [Schalter: 1 | 2]
#1 is gone
`
	if diff := cmp.Diff(want, anna.Transcript()); diff != "" {
		t.Errorf("transcript (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Da", "Schalter"}, seen.Labels()); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
}
