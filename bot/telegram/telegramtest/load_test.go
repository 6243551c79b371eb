package telegramtest_test

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"terminbote/bot/telegram/telegramtest"
)

// screenForm is a call as go-telegram/bot makes it: a text and nine buttons in
// a multipart form.
func screenForm(tb testing.TB, chat int64, text string) (string, []byte) {
	tb.Helper()
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	for name, v := range map[string]string{
		"chat_id": fmt.Sprint(chat), "text": "<b>Worum geht es?</b>\n" + text, "parse_mode": "HTML",
		"reply_markup": `{"inline_keyboard":[[{"text":"Reisepass","callback_data":"a1:c:pass"},{"text":"Ausweis","callback_data":"a1:c:id"},{"text":"Meldung","callback_data":"a1:c:reg"}],` +
			`[{"text":"09:00","callback_data":"a1:t:540"},{"text":"09:15","callback_data":"a1:t:555"},{"text":"09:30","callback_data":"a1:t:570"}],` +
			`[{"text":"Zurück","callback_data":"a1:back"},{"text":"Weiter","callback_data":"a1:next"},{"text":"Hilfe","callback_data":"a1:help"}]]}`,
	} {
		if err := parts.WriteField(name, v); err != nil {
			tb.Fatal(err)
		}
	}
	if err := parts.Close(); err != nil {
		tb.Fatal(err)
	}
	return parts.FormDataContentType(), form.Bytes()
}

// BenchmarkServeHTTP is the server's own work for one screen, without the
// network and the client.
func BenchmarkServeHTTP(b *testing.B) {
	s, err := telegramtest.Listen(telegramtest.Config{Quiet: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	kind, body := screenForm(b, anna.ID, "")
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "/bot"+s.Token+"/sendMessage", bytes.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	}
}

// BenchmarkOverHTTP is a screen over a connection, client included.
func BenchmarkOverHTTP(b *testing.B) {
	s, err := telegramtest.Listen(telegramtest.Config{Quiet: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	kind, body := screenForm(b, anna.ID, "")
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r, err := http.Post(s.URL+"/bot"+s.Token+"/sendMessage", kind, bytes.NewReader(body))
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, r.Body)
			_ = r.Body.Close()
		}
	})
}

func TestAMeterSeesEachChatWaitOnce(t *testing.T) {
	t.Parallel()
	meter := telegramtest.NewMeter()
	s := telegramtest.New(t, telegramtest.Config{Quiet: true, OnCall: meter.Called, OnDeliver: meter.Delivered})
	p := newProbe(t, s)
	var people []*telegramtest.User
	for i := range 10 {
		u := s.NewUser(fmt.Sprint("Person ", i), "de")
		u.Start("")
		people = append(people, u)
	}
	p.updates()
	p.updates() // again, unconfirmed
	time.Sleep(20 * time.Millisecond)
	for _, u := range people[:8] {
		p.send(u.ID, "text", "1")
		p.send(u.ID, "text", "2")
	}
	got := meter.Report()
	if got.Replies != 8 || got.Waiting != 2 || got.Calls != 18 || got.P50 < 20*time.Millisecond || got.Max < got.P50 {
		t.Errorf("report = %v", got)
	}
	if s.Calls() != nil || people[0].Transcript() != "" {
		t.Error("a quiet server keeps a history")
	}
}

func TestAQuietServerForgetsOldMessagesButNotTheScreen(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Quiet: true})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	var last int
	for i := range 100 {
		last = p.send(anna.ID, "text", fmt.Sprint(i))
	}
	if got := len(anna.Messages()); got > 20 {
		t.Errorf("%d messages are kept", got)
	}
	p.ok("editMessageText", "chat_id", anna.ID, "message_id", last, "text", "neu")
}
