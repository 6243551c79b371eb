package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

// clerk is a bot that offers two times, says that the first is taken, and has
// everybody book the second.
type clerk struct {
	*testing.T
	url string
}

// call calls a method and returns its result.
func (c clerk) call(method string, params url.Values) json.RawMessage {
	response, err := http.PostForm(c.url+"/"+method, params)
	if err != nil {
		return nil // the test is over
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	var answer struct{ Result json.RawMessage }
	_ = json.Unmarshal(body, &answer)
	return answer.Result
}

// serve answers updates until the server is closed.
func (c clerk) serve() {
	type message struct {
		Chat struct{ ID json.Number }
		Text string
	}
	for offset := json.Number("0"); ; {
		var updates []struct {
			ID      json.Number `json:"update_id"`
			Message *message
			Press   *struct {
				ID, Data string
				Message  message
			} `json:"callback_query"`
		}
		result := c.call("getUpdates", url.Values{"offset": {offset.String()}, "timeout": {"1"}})
		if result == nil {
			return
		}
		if err := json.Unmarshal(result, &updates); err != nil {
			c.Error(err)
			return
		}
		for _, u := range updates {
			id, _ := u.ID.Int64()
			offset = json.Number(jsonOf(id + 1))
			switch {
			case u.Message != nil:
				c.say(u.Message.Chat.ID, "Wann?", "8 Uhr", "9 Uhr", "Zurück")
			case u.Press.Data == "8 Uhr":
				c.say(u.Press.Message.Chat.ID, "Vergeben. Wann?", "9 Uhr", "Zurück")
				c.call("answerCallbackQuery", url.Values{"callback_query_id": {u.Press.ID}})
			default:
				c.say(u.Press.Message.Chat.ID, "Gebucht! Nummer: K7M 4QX, um "+u.Press.Data)
				c.call("answerCallbackQuery", url.Values{"callback_query_id": {u.Press.ID}})
			}
		}
	}
}

func jsonOf(v any) string {
	text, _ := json.Marshal(v)
	return string(text)
}

func (c clerk) say(chat json.Number, text string, labels ...string) {
	buttons := []any{}
	for _, label := range labels {
		buttons = append(buttons, []any{map[string]string{"text": label, "callback_data": label}})
	}
	c.call("sendMessage", url.Values{
		"chat_id": {chat.String()}, "text": {text}, "reply_markup": {jsonOf(map[string]any{"inline_keyboard": buttons})},
	})
}

// crowded has a crowd talk to a bot until the report fits, and returns it.
func crowded(t *testing.T, bot bool, text string, until *regexp.Regexp) string {
	t.Helper()
	patience := time.Minute
	if !bot {
		patience = 100 * time.Millisecond
	}
	s, err := telegramtest.Listen(telegramtest.Config{Patience: patience, Settle: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if bot {
		go clerk{t, s.URL + "/bot" + s.Token}.serve()
	}
	c := newConsole(s, telegramtest.NewMeter(), "de")
	dir := t.TempDir()
	report := filepath.Join(dir, "report")
	if err := os.WriteFile(filepath.Join(dir, "plan"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := c.do("crowd 3 1ms " + filepath.Join(dir, "plan") + " " + report); err != nil {
		t.Fatal(err)
	}
	if _, err := c.do("crowd 3 1ms plan report"); err == nil {
		t.Error("a second crowd begins beside the first")
	}
	var seen []byte
	for end := clocktest.Now().Add(time.Minute); !until.Match(seen) && clocktest.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if seen, err = os.ReadFile(report); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.do("disperse"); err != nil {
		t.Fatal(err)
	}
	seen, err = os.ReadFile(report)
	if err != nil || !until.Match(seen) {
		t.Fatalf("the report is %s (%v)", seen, err)
	}
	return string(seen)
}

const booking = `
# two may come to the same time
=> /start
Gebucht! Nummer: (\w+ \w+) => reached
Wann => [\d Uhr]
`

func TestACrowdTalksByAPlanAndReportsEachAnswer(t *testing.T) {
	t.Parallel()
	report := crowded(t, true, booking, regexp.MustCompile(`(?s)(reached.*){5}`))
	line := regexp.MustCompile(`^(\d{13})\t(\d{13})\t(answered\t|reached\tK7M 4QX)$`)
	for text := range strings.Lines(report) {
		found := line.FindStringSubmatch(strings.TrimSuffix(text, "\n"))
		if len(found) < 3 || found[1] > found[2] {
			t.Errorf("a line of the report: %q", text)
		}
	}
	if answers := strings.Count(report, "answered"); answers < 2*strings.Count(report, "reached") {
		t.Errorf("%d answers in\n%s", answers, report)
	}
}

func TestWhoIsNotAnsweredOrLostIsReported(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		bot  bool
		plan string
		want string
	}{
		"silence":         {false, booking, `unanswered\t/start is not answered`},
		"no rule":         {true, "=> /start\nNummer => reached\n", `astray\tWann\?`},
		"no such button":  {true, "=> /start\nNummer => reached\nWann => [mittags]\n", `astray\tWann\?`},
		"round in circle": {true, "=> /start\nNummer => reached\nWann => [8 Uhr]\nWann => noch einmal\n", `astray\tthis leads nowhere`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			crowded(t, test.bot, test.plan, regexp.MustCompile(test.want))
		})
	}
}

func TestAPlanThatLeadsNowhereIsRefused(t *testing.T) {
	t.Parallel()
	for text, ok := range map[string]bool{
		booking: true, "": false, "=> /start\n": false, "Wann => reached\n": false, "=> /start\nWann\nNummer => reached\n": false,
		"=> /start\nNummer => reached\n(=> x\n": false, "=> /start\nNummer => reached\nWann => [(]\n": false, "=> /start\nNummer =>\n": false,
	} {
		if _, err := readPlan(strings.NewReader(text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// The plan by which deploy/ha has people book is one.
func TestThePlanOfTheFailingPartsIsRead(t *testing.T) {
	t.Parallel()
	if _, err := openPlan("../../../../../deploy/ha/citizen.plan"); err != nil {
		t.Error(err)
	}
}

func TestWebhooksAreCalledWhereTheyAreReached(t *testing.T) {
	t.Parallel()
	o, err := readOptions([]string{"-reach", "http://10.77.0.10:81"})
	if err != nil {
		t.Fatal(err)
	}
	const want = "http://10.77.0.10:81/telegram/webhook?a=b"
	if got := o.config.Delivery.Reach("https://termine.example.org/telegram/webhook?a=b"); got != want {
		t.Errorf("called at %s, want %s", got, want)
	}
	if _, err := readOptions([]string{"-reach", "somewhere"}); err == nil {
		t.Error("an address without a host is taken")
	}
}
