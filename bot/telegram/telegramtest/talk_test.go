package telegramtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

// witness is a TB that notes failures instead of failing.
type witness struct {
	failures []string
	cleanups []func()
}

func (w *witness) Helper()          {}
func (w *witness) Cleanup(f func()) { w.cleanups = append(w.cleanups, f) }
func (w *witness) Errorf(format string, _ ...any) {
	w.failures = append(w.failures, format)
}
func (w *witness) Fatalf(format string, args ...any) { w.Errorf(format, args...) }

func (w *witness) end() {
	for _, f := range w.cleanups {
		f()
	}
}

func TestATestWithAnUnansweredPressFails(t *testing.T) {
	t.Parallel()
	for name, answers := range map[string]bool{"answered": true, "unanswered": false} {
		w := &witness{}
		s := telegramtest.New(w, telegramtest.Config{Patience: 20 * time.Millisecond})
		p := newProbe(t, s)
		anna := s.NewUser("Anna", "de")
		anna.Start("")
		p.send(anna.ID, "text", "Hallo", "reply_markup", inline("Weiter"))
		anna.Tap("Weiter")
		if answers {
			p.ok("answerCallbackQuery", "callback_query_id", "1")
		}
		w.end()
		if failed := len(w.failures) > 0; failed == answers {
			t.Errorf("%s: failures %q", name, w.failures)
		}
	}
}

func TestPeopleCannotDoWhatAppsDoNotOffer(t *testing.T) {
	t.Parallel()
	w := &witness{}
	s := telegramtest.New(w, telegramtest.Config{Patience: 20 * time.Millisecond})
	t.Cleanup(w.end)
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	seen := anna.Start("")
	p.send(anna.ID, "text", "Hallo", "reply_markup", map[string]any{"inline_keyboard": [][]any{{
		map[string]any{"text": "Weiter", "callback_data": "w"}, map[string]any{"text": "Stadt", "url": "https://www.werne.de"},
	}}})
	for name, act := range map[string]func(){
		"taps a link":                func() { anna.Tap("Stadt") },
		"taps what is not there":     func() { anna.TapNow("Zurück") },
		"taps on her own message":    func() { anna.TapOn(seen, "Weiter") },
		"says nothing":               func() { anna.Say(" ") },
		"says too much":              func() { anna.Say(strings.Repeat("a", 4097)) },
		"waits for what never comes": func() { anna.WaitFor("Tschüss") },
		"waits for a file":           func() { anna.WaitForDocument(1) },
		"edits the bot's message":    func() { anna.Edit(anna.Screen(), "x") },
		"taps after blocking":        func() { anna.Block(); defer anna.Unblock(); anna.Tap("Weiter") },
	} {
		w.failures = nil
		act()
		if len(w.failures) != 1 {
			t.Errorf("Anna %s: %d failures", name, len(w.failures))
		}
	}
}

func TestTheKeyboardBelowIsTypedAndGoesAway(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	keyboard := map[string]any{"keyboard": [][]any{{"Ja", map[string]any{"text": "Nummer senden", "request_contact": true}}}}
	p.send(anna.ID, "text", "Bitte:", "reply_markup", keyboard)
	if diff := cmp.Diff([][]string{{"Ja", "Nummer senden"}}, anna.Keyboard()); diff != "" {
		t.Errorf("keyboard (-want +got):\n%s", diff)
	}
	anna.Tap("Ja")
	if all := anna.Messages(); all[len(all)-1].Text != "Ja" {
		t.Errorf("last message = %q", all[len(all)-1].Text)
	}
	p.send(anna.ID, "text", "Danke", "reply_markup", map[string]any{"remove_keyboard": true})
	if got := anna.Keyboard(); got != nil {
		t.Errorf("keyboard = %v", got)
	}
}

func TestOldAndForgedPresses(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	id := p.send(anna.ID, "text", "1", "reply_markup", inline("Weiter"))
	old := anna.Screen()
	p.ok("editMessageText", "chat_id", anna.ID, "message_id", id, "text", "2")
	anna.TapOn(old, "Weiter")
	p.ok("deleteMessage", "chat_id", anna.ID, "message_id", id)
	anna.TapOn(old, "Weiter")
	anna.Forge(old, "x")
	var got []string
	for _, u := range p.updates()[1:] {
		q := u["callback_query"].(map[string]any)
		text, _ := q["message"].(map[string]any)["text"].(string)
		got = append(got, q["data"].(string)+" on "+text)
	}
	if diff := cmp.Diff([]string{"Weiter on 2", "Weiter on ", "x on "}, got); diff != "" {
		t.Errorf("presses (-want +got):\n%s", diff)
	}
	if got := len(s.Forgive()); got != 3 {
		t.Errorf("%d presses were unanswered, want 3", got)
	}
}
