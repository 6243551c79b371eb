package telegram_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
)

// sentCall is a call as Telegram got it.
type sentCall struct {
	method, caption string
	mode, file      string // of the caption, and what the file is called and holds
	params          map[string]json.RawMessage
}

// listen is a Bot API that takes everything, and what it was sent.
func listen(t *testing.T) (tg *telegram.Telegram, calls *[]sentCall) {
	t.Helper()
	return listenTo(t, nil)
}

// listenTo is listen for one that answers some methods with a refusal, or the nth call
// alone: "sendMessage 2".
func listenTo(t *testing.T, refusals map[string]string) (tg *telegram.Telegram, calls *[]sentCall) {
	t.Helper()
	calls = new([]sentCall)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*calls = append(*calls, received(t, r))
		method := path.Base(r.URL.Path)
		if why := cmp.Or(refusals[method], refusals[fmt.Sprint(method, " ", len(*calls))]); why != "" {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = fmt.Fprintf(w, `{"ok":false,"error_code":400,"description":"Bad Request: %s"}`, why)
			return
		}
		_, _ = io.WriteString(w, `{"ok":true,"result":{"message_id":5}}`)
	}))
	t.Cleanup(server.Close)
	return botAt(t, server.URL), calls
}

func received(t *testing.T, r *http.Request) sentCall {
	t.Helper()
	call := sentCall{method: path.Base(r.URL.Path)}
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		if err := json.NewDecoder(r.Body).Decode(&call.params); err != nil {
			t.Error(err)
		}
		return call
	}
	form, err := multipart.NewReader(r.Body, params["boundary"]).ReadForm(1 << 20)
	if err != nil {
		t.Error(err)
		return call
	}
	call.caption, call.mode = strings.Join(form.Value["caption"], ""), strings.Join(form.Value["parse_mode"], "")
	for _, f := range form.File["document"] {
		opened, err := f.Open()
		if err != nil {
			t.Error(err)
			return call
		}
		content, _ := io.ReadAll(opened)
		call.file = f.Filename + ": " + string(content)
	}
	return call
}

// A text goes along with its file where Telegram takes it there, by the units that
// Telegram counts; what is longer goes before it.
func TestATextThatIsTooLongForItsFileGoesAlone(t *testing.T) {
	t.Parallel()
	tg, calls := listen(t)
	file := bot.File{Name: "termin.ics", Content: []byte("BEGIN:VCALENDAR")}
	for text, want := range map[string][]string{
		strings.Repeat("a", 1024): {"sendDocument"},
		strings.Repeat("a", 1025): {"sendMessage", "sendDocument"},
		strings.Repeat("ä", 1024): {"sendDocument"},
		strings.Repeat("🎉", 512):  {"sendDocument"},
		strings.Repeat("🎉", 513):  {"sendMessage", "sendDocument"},
	} {
		*calls = nil
		if err := tg.Send(t.Context(), "7", bot.Page{Ask: text}, file); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, call := range *calls {
			got = append(got, call.method)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%d units: %v, want %v", bot.Units(text), got, want)
		}
		if last := (*calls)[len(*calls)-1]; len(want) == 1 && last.caption != text || len(want) > 1 && last.caption != "" {
			t.Errorf("%d units: the caption has %d", bot.Units(text), bot.Units(last.caption))
		} else if (last.mode == "HTML") != (last.caption != "") || last.file != "termin.ics: BEGIN:VCALENDAR" {
			t.Errorf("%d units: the caption is %q, the file %q", bot.Units(text), last.mode, last.file)
		}
	}
}

// Telegram fetches nothing for what we write, be it new or changed.
func TestNoMessageIsPreviewed(t *testing.T) {
	t.Parallel()
	tg, calls := listen(t)
	page := bot.Page{Ask: "https://www.werne.de/"}
	if err := telegram.Show(t.Context(), tg, "7", page); err != nil {
		t.Fatal(err)
	}
	if err := telegram.ShowIn(t.Context(), tg, "7", page, "5"); err != nil {
		t.Fatal(err)
	}
	if err := tg.Send(t.Context(), "7", page); err != nil {
		t.Fatal(err)
	}
	methods := ""
	for _, call := range *calls {
		methods += call.method + " "
		if got := string(call.params["link_preview_options"]); got != `{"is_disabled":true}` {
			t.Errorf("%s: previews are %s, want none", call.method, got)
		}
	}
	if methods != "sendMessage editMessageText sendMessage " {
		t.Errorf("calls: %s", methods)
	}
}

// A page whose message is gone comes in a fresh one, what stands there already is
// not sent again, and nobody is written to twice who is not there.
func TestAPageWhoseMessageIsGoneComesAfresh(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		refusals map[string]string
		want     string
		err      error
	}{
		"changed":         {nil, "editMessageText", nil},
		"gone":            {map[string]string{"editMessageText": "message to edit not found"}, "editMessageText sendMessage", nil},
		"the same":        {map[string]string{"editMessageText": "message is not modified: it is the same"}, "editMessageText", nil},
		"nobody is there": {map[string]string{"editMessageText": "chat not found", "sendMessage": "chat not found"}, "editMessageText", dialogs.ErrUnreachable},
	} {
		tg, calls := listenTo(t, tt.refusals)
		err := telegram.ShowIn(t.Context(), tg, "7", bot.Page{Ask: "Worum geht es?"}, "5")
		var methods []string
		for _, c := range *calls {
			methods = append(methods, c.method)
		}
		if got := strings.Join(methods, " "); got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %s, %v, want %s, %v", name, got, err, tt.want, tt.err)
		}
	}
}

// pacedBot is a bot of a Bot API that takes everything, whose notices keep a pace.
func pacedBot(t *testing.T, calls *[]sentCall) *telegram.Telegram {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*calls = append(*calls, received(t, r))
		_, _ = io.WriteString(w, `{"ok":true,"result":{"message_id":5}}`)
	}))
	t.Cleanup(server.Close)
	tg, err := telegram.New(telegram.Settings{Token: "1:token", APIURL: server.URL, Rate: 30}, &bot.Host{Log: (&logbook{}).logger()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tg
}
