package mattermosttest_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot/mattermost/mattermosttest"
)

// formOf is the form of the latest callback.
func formOf(t *testing.T, s *mattermosttest.Server) url.Values {
	t.Helper()
	all := s.Callbacks()
	form, err := url.ParseQuery(string(all[len(all)-1].Body))
	if err != nil {
		t.Fatal(err)
	}
	return form
}

func TestFaultsHitTheCallsTheyAreMeantFor(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind    mattermosttest.FaultKind
		want    string // of the error
		arrives bool
	}{
		{mattermosttest.ServerError, "Unable to save the Post.", false},
		{mattermosttest.BadGateway, "invalid character '<'", false},
		{mattermosttest.TooMany, "limit exceeded", false},
		{mattermosttest.CutBefore, "connection reset by peer", false},
		{mattermosttest.CutAfter, "connection reset by peer", true},
		{mattermosttest.Slow, "", true},
	} {
		s := mattermosttest.New(t, mattermosttest.Config{})
		bot := model.NewAPIv4Client(s.URL)
		bot.SetToken(s.Token)
		s.Fail(mattermosttest.Fault{Kind: tt.kind, Route: "POST /posts"})
		if _, _, err := bot.GetMe(t.Context(), ""); err != nil {
			t.Errorf("%v hits another call: %v", tt.kind, err)
		}
		_, _, err := bot.CreatePost(t.Context(), &model.Post{ChannelId: s.Staff.ID, Message: "m"})
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: error %v, want %q", tt.kind, err, tt.want)
		}
		if got := len(s.NewMember("Anna").Screen()); got != map[bool]int{true: 1}[tt.arrives] {
			t.Errorf("%v: %d posts", tt.kind, got)
		}
	}
}

func TestWhoIsAwayComesBack(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	bot := model.NewAPIv4Client(s.URL)
	bot.SetToken(s.Token)
	s.GoAway()
	for range 3 {
		if _, _, err := bot.GetMe(t.Context(), ""); status(err) != -1 {
			t.Errorf("away, it answers %v", err)
		}
	}
	s.Heal()
	if _, _, err := bot.GetMe(t.Context(), ""); err != nil {
		t.Errorf("back again, it answers %v", err)
	}
	var got []string
	for _, c := range s.Calls("GET /users/me") {
		got = append(got, c.Error)
	}
	if diff := cmp.Diff([]string{"cut before", "cut before", "cut before", ""}, got); diff != "" {
		t.Errorf("calls (-want +got):\n%s", diff)
	}
}

func TestABotThatIsTooSlowIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	late := make(chan struct{})
	s, address := newServer(t, mattermosttest.Config{Answer: 20 * time.Millisecond}, func(http.ResponseWriter, *http.Request) { <-late })
	defer close(late)
	s.NewCommand("termin", address)
	anna := s.NewMember("Anna")
	if _, err := anna.TryCommand("/termin"); status(err) != http.StatusInternalServerError {
		t.Errorf("command: %v", err)
	}
	anna.PostButton("Weiter", address, nil)
	if err := anna.TryTap("Weiter"); status(err) != http.StatusBadRequest {
		t.Errorf("button: %v", err)
	}
	if got := anna.Transcript(); strings.Count(got, "(error)") != 2 {
		t.Errorf("Anna saw:\n%s", got)
	}
}

func TestTriggersAndResponseAddressesGrowOld(t *testing.T) {
	t.Parallel()
	monday := time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)
	s, address := newServer(t, mattermosttest.Config{Now: func() time.Time { return monday }}, answers(`{}`))
	s.NewCommand("termin", address)
	anna := s.NewMember("Anna")
	anna.Command("/termin")
	form := formOf(t, s)
	path := "POST " + strings.TrimPrefix(form.Get("response_url"), s.URL)
	open := `{"trigger_id":"` + form.Get("trigger_id") + `","url":"` + address +
		`","dialog":{"title":"Neu","elements":[{"display_name":"Name","name":"name","type":"text"}]}}`
	for _, tt := range []struct {
		later         time.Duration
		dialog, reply int
	}{
		{0, 200, 200},
		{3 * time.Second, 200, 200},
		{time.Millisecond, 400, 200},
		{30*time.Minute - 3001*time.Millisecond, 400, 200},
		{time.Millisecond, 400, 404},
	} {
		s.Advance(tt.later)
		dialog, _ := request(t, s, "POST /api/v4/actions/dialogs/open", open)
		reply, _ := request(t, s, path, "später")
		if dialog != tt.dialog || reply != tt.reply {
			t.Errorf("%v later: dialog %d, reply %d; want %d, %d", tt.later, dialog, reply, tt.dialog, tt.reply)
		}
	}
}

func TestAPublicNameIsReachedHere(t *testing.T) {
	t.Parallel()
	bot := httptest.NewServer(answers(`{"text":"ja"}`))
	t.Cleanup(bot.Close)
	s := mattermosttest.New(t, mattermosttest.Config{Reach: func(public string) string {
		return strings.Replace(public, "https://termine.example.org", bot.URL, 1)
	}})
	s.NewCommand("termin", "https://termine.example.org/mattermost/command")
	if got := s.NewMember("Anna").Command("/termin").Text; got != "ja" {
		t.Errorf("answer = %q", got)
	}
}

func TestACallbackIsSentAgainAsItWas(t *testing.T) {
	t.Parallel()
	var got []string
	s, address := newServer(t, mattermosttest.Config{}, func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.FormValue("text")+" "+r.Header.Get("Authorization"))
		answers(`{"text":"ja"}`)(w, r)
	})
	token := s.NewCommand("termin", address)
	s.NewMember("Anna").Command("/termin heute")
	again, err := s.Send(s.Callbacks()[0])
	if err != nil || again.Status != http.StatusOK || string(again.Answer) != `{"text":"ja"}` {
		t.Errorf("again: status %d, %s, %v", again.Status, again.Answer, err)
	}
	if diff := cmp.Diff([]string{"heute Token " + token, "heute Token " + token}, got); diff != "" {
		t.Errorf("callbacks (-want +got):\n%s", diff)
	}
}

func TestAPendingIDIsForgottenAfterAWhile(t *testing.T) {
	t.Parallel()
	monday := time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)
	s := mattermosttest.New(t, mattermosttest.Config{Now: func() time.Time { return monday }})
	post := `{"channel_id":"` + s.Staff.ID + `","message":"m","pending_post_id":"day"}`
	for _, tt := range []struct {
		later time.Duration
		want  int // posts
	}{{0, 1}, {30*time.Second - 1, 1}, {1, 2}, {0, 2}} {
		s.Advance(tt.later)
		request(t, s, "POST /api/v4/posts", post)
		if got := len(s.NewMember("Anna").Screen()); got != tt.want {
			t.Errorf("%v later: %d posts, want %d", tt.later, got, tt.want)
		}
	}
}
