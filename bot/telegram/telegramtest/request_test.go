package telegramtest_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

func post(t *testing.T, s *telegramtest.Server, method, contentType string, body io.Reader) answer {
	t.Helper()
	r, err := http.Post(s.URL+"/bot"+s.Token+"/"+method, contentType, body)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var a answer
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		t.Fatal(err)
	}
	if a.Code != 0 && a.Code != r.StatusCode {
		t.Errorf("status %d but error_code %d", r.StatusCode, a.Code)
	}
	return a
}

func TestOneRequestInThreeEncodings(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	anna := s.NewUser("Anna", "de") // with the id 1001
	anna.Start("")
	markup := `{"inline_keyboard":[[{"text":"Weiter","callback_data":"w"}]]}`
	fields := url.Values{"chat_id": {"1001"}, "text": {"Hallo & <i>so</i>"}, "parse_mode": {"HTML"}, "reply_markup": {markup}}
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	for name, v := range fields {
		if err := parts.WriteField(name, v[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	object := `{"chat_id":1001,"text":"Hallo & <i>so</i>","parse_mode":"HTML","reply_markup":` + markup + `}`

	post(t, s, "sendMessage", parts.FormDataContentType(), &form)
	post(t, s, "sendMessage", "application/x-www-form-urlencoded", strings.NewReader(fields.Encode()))
	post(t, s, "sendMessage", "application/json; charset=utf-8", strings.NewReader(object))

	want := "Hallo & so\n[Weiter]"
	messages := anna.Messages()[1:]
	if len(messages) != 3 {
		t.Fatalf("%d messages arrived, want 3", len(messages))
	}
	for _, m := range messages {
		if diff := cmp.Diff(want, m.String()); diff != "" {
			t.Errorf("message (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]telegramtest.Entity{{Type: "italic", Offset: 8, Length: 2}}, m.Entities); diff != "" {
			t.Errorf("entities (-want +got):\n%s", diff)
		}
	}
}

func TestUploadsByNameAndByAttachment(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	upload := func(fields map[string]string, part, content string) answer {
		var form bytes.Buffer
		parts := multipart.NewWriter(&form)
		for name, v := range fields {
			if err := parts.WriteField(name, v); err != nil {
				t.Fatal(err)
			}
		}
		w, err := parts.CreateFormFile(part, "termin.ics")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
		if err := parts.Close(); err != nil {
			t.Fatal(err)
		}
		return post(t, s, "sendDocument", parts.FormDataContentType(), &form)
	}
	upload(map[string]string{"chat_id": "1001"}, "document", "1")
	upload(map[string]string{"chat_id": "1001", "document": "attach://x7"}, "x7", "2")
	var got []string
	for _, d := range anna.Documents() {
		got = append(got, d.Name+" "+string(d.Data))
	}
	if diff := cmp.Diff([]string{"termin.ics 1", "termin.ics 2"}, got); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	if a := upload(map[string]string{"chat_id": "1001", "document": "attach://x7"}, "x8", "3"); a.OK {
		t.Error("a file that no parameter names was taken")
	}
	if a := upload(map[string]string{"chat_id": "1001"}, "document", ""); a.Description != "Bad Request: file must be non-empty" {
		t.Errorf("empty file: %+v", a)
	}
	s.Forgive()
}

func TestTokensThatAreNotTheBots(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	for path, want := range map[string]int{"/bot1:wrong/getMe": 401, "/botwrong/getMe": 404, "/": 404} {
		r, err := http.Get(s.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = r.Body.Close()
		if r.StatusCode != want {
			t.Errorf("%s: status %d, want %d", path, r.StatusCode, want)
		}
	}
}

func TestTheProfileByLanguage(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	german := []any{params([]any{"command", "termine", "description", "Meine Termine"})}
	p.ok("setMyCommands", "commands", german, "language_code", "de", "scope", map[string]any{"type": "all_private_chats"})
	p.ok("setMyDescription", "description", "Bucht Termine.", "language_code", "de")
	p.ok("setMyShortDescription", "short_description", "Termine", "language_code", "de")
	p.ok("setChatMenuButton", "menu_button", map[string]any{"type": "commands"})

	if diff := cmp.Diff([]telegramtest.Command{{Command: "termine", Description: "Meine Termine"}}, s.Commands("all_private_chats", "de")); diff != "" {
		t.Errorf("commands (-want +got):\n%s", diff)
	}
	long, short := s.Description("de")
	if diff := cmp.Diff([]string{"Bucht Termine.", "Termine", `{"type":"commands"}`}, []string{long, short, s.MenuButton(0)}); diff != "" {
		t.Errorf("profile (-want +got):\n%s", diff)
	}
	if got := string(p.ok("getMyCommands")); got != "[]" {
		t.Errorf("commands for all = %s", got)
	}
	p.ok("deleteMyCommands", "language_code", "de", "scope", map[string]any{"type": "all_private_chats"})
	if got := s.Commands("all_private_chats", "de"); got != nil {
		t.Errorf("deleted commands = %v", got)
	}
}
