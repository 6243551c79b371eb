package telegramtest_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/bot/telegram/telegramtest"
)

func TestWhatNoCorrectBotSendsIsRefusedAndRemembered(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	long, wide := strings.Repeat("ä", 4097), strings.Fields(strings.Repeat("a ", 9))
	var tall [][]any
	for range 101 {
		tall = append(tall, []any{map[string]any{"text": "a", "callback_data": "a"}})
	}
	button := func(pairs ...any) map[string]any {
		return map[string]any{"inline_keyboard": [][]any{{params(pairs)}}}
	}
	for _, tt := range []struct {
		method string
		params []any
		want   string
	}{
		{"sendMesage", nil, "Not Found: method not found"},
		{"sendMessage", []any{"text", "a", "chat", 1}, `Bad Request: strict: sendMessage has no parameter "chat"`},
		{"sendMessage", []any{"text", "a"}, "Bad Request: chat_id is empty"},
		{"sendMessage", []any{}, "Bad Request: message text is empty"},
		{"sendMessage", []any{"text", "  "}, "Bad Request: text must be non-empty"},
		{"sendMessage", []any{"text", long}, "Bad Request: message is too long"},
		{"sendMessage", []any{"text", 5}, `Bad Request: strict: parameter "text" of sendMessage: no String: "5"`},
		{"sendMessage", []any{"text", "a", "disable_notification", "true"}, `Bad Request: strict: parameter "disable_notification" of sendMessage: no Boolean: "true"`},
		{"sendMessage", []any{"text", "a", "parse_mode", "HTLM"}, "Bad Request: unsupported parse_mode"},
		{"sendMessage", []any{"text", "<b>a", "parse_mode", "HTML"}, `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`},
		{"sendMessage", []any{"text", "a<br>b", "parse_mode", "HTML"}, `Bad Request: can't parse entities: Unsupported start tag "br" at byte offset 1`},
		{"sendMessage", []any{"text", "<b><i>a</b></i>", "parse_mode", "HTML"}, `Bad Request: can't parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`},
		{"sendMessage", []any{"text", "a</b>", "parse_mode", "HTML"}, "Bad Request: can't parse entities: Unexpected end tag at byte offset 1"},
		{"sendMessage", []any{"text", "1 < 2", "parse_mode", "HTML"}, `Bad Request: can't parse entities: Unsupported start tag "" at byte offset 2`},
		{"sendMessage", []any{"text", "a", "entities", []any{params([]any{"type", "bold", "offset", 0, "length", 2})}}, "Bad Request: strict: entity bold reaches beyond the text"},
		{"sendMessage", []any{"text", "a", "reply_markup", inline(wide...)}, "Bad Request: reply markup is too long"},
		{"sendMessage", []any{"text", "a", "reply_markup", map[string]any{"inline_keyboard": tall}}, "Bad Request: reply markup is too long"},
		{"sendMessage", []any{"text", "a", "reply_markup", inline(strings.Repeat("ä", 33))}, "Bad Request: BUTTON_DATA_INVALID"},
		{"sendMessage", []any{"text", "a", "reply_markup", button("text", "a", "callback_data", "")}, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"},
		{"sendMessage", []any{"text", "a", "reply_markup", button("text", "", "callback_data", "a")}, "Bad Request: strict: inline keyboard button text must be non-empty"},
		{"sendMessage", []any{"text", "a", "reply_markup", button("text", "a", "url", "werne.de")}, "Bad Request: BUTTON_URL_INVALID"},
		{"sendMessage", []any{"text", "a", "reply_markup", button("text", "a", "data", "a")}, `Bad Request: strict: parameter "reply_markup" of sendMessage: InlineKeyboardMarkup.inline_keyboard: [0] [0] InlineKeyboardButton has no field "data"`},
		{"answerCallbackQuery", []any{"callback_query_id", "1", "text", strings.Repeat("ä", 201)}, "Bad Request: MESSAGE_TOO_LONG"},
		{"sendChatAction", []any{"action", "tippen"}, "Bad Request: wrong parameter action in request"},
		{"sendDocument", []any{"document", "file-1"}, "Bad Request: strict: only uploaded documents are served, no file_id and no URL"},
		{"getUpdates", []any{"limit", 101}, "Bad Request: strict: limit must be 1 to 100, timeout not negative"},
		{"setMyCommands", []any{"commands", []any{params([]any{"command", "Termine", "description", "a"})}}, "Bad Request: BOT_COMMAND_INVALID"},
		{"setMyDescription", []any{"description", strings.Repeat("a", 513)}, "Bad Request: strict: description is longer than 512 characters"},
	} {
		if chat := !strings.HasPrefix(tt.method, "set") && !strings.HasPrefix(tt.method, "a"); chat && tt.method != "getUpdates" && !strings.Contains(tt.want, "chat_id") {
			tt.params = append(tt.params, "chat_id", anna.ID)
		}
		p.want(map[bool]int{true: 404, false: 400}[tt.method == "sendMesage"], tt.want, tt.method, tt.params...)
		if got := s.Forgive(); len(got) != 1 || got[0] != tt.method+": "+tt.want {
			t.Errorf("mistakes after %s %v = %q", tt.method, tt.params, got)
		}
	}
}

func TestWhatEverydayLifeRefusesIsNoMistake(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	hers := anna.Start("")
	id := p.send(anna.ID, "text", "<b>Hallo</b>", "parse_mode", "HTML", "reply_markup", inline("Weiter"))

	same := []any{"chat_id", anna.ID, "message_id", id, "text", "Hallo", "reply_markup", inline("Weiter")}
	p.ok("editMessageText", same...)
	p.want(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", "editMessageText", same...)
	p.want(400, "Bad Request: message to edit not found", "editMessageText", "chat_id", anna.ID, "message_id", id+1, "text", "a")
	p.want(400, "Bad Request: message to delete not found", "deleteMessage", "chat_id", anna.ID, "message_id", id+1)
	p.want(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "answerCallbackQuery", "callback_query_id", "99")
	if got := s.Mistakes(); got != nil {
		t.Errorf("mistakes = %q", got)
	}
	p.want(400, "Bad Request: message can't be edited", "editMessageText", "chat_id", anna.ID, "message_id", hers.ID, "text", "a")
	if got := s.Forgive(); len(got) != 1 {
		t.Errorf("mistakes after editing a citizen's message = %q", got)
	}
	s.Advance(48 * time.Hour)
	p.want(400, "Bad Request: message can't be deleted for everyone", "deleteMessage", "chat_id", anna.ID, "message_id", id)
}

func TestAnUnansweredPressFails(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{Patience: 20 * time.Millisecond})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	p.send(anna.ID, "text", "Hallo", "reply_markup", inline("Weiter"))
	anna.Tap("Weiter")
	anna.TapNow("Weiter")
	p.ok("answerCallbackQuery", "callback_query_id", "1")
	if err := s.Check(); err == nil || !strings.Contains(err.Error(), "the press of [Weiter] by Anna was never answered") {
		t.Errorf("check = %v", err)
	}
	p.ok("answerCallbackQuery", "callback_query_id", "2", "text", "Moment")
	if err := s.Check(); err != nil {
		t.Errorf("check = %v", err)
	}
	if got := anna.Toast(); got != "Moment" {
		t.Errorf("toast = %q", got)
	}
}

func TestAPressDiesAfter150Seconds(t *testing.T) {
	t.Parallel()
	s := telegramtest.New(t, telegramtest.Config{})
	p := newProbe(t, s)
	anna := s.NewUser("Anna", "de")
	anna.Start("")
	p.send(anna.ID, "text", "Hallo", "reply_markup", inline("Weiter"))
	anna.Tap("Weiter")
	anna.TapNow("Weiter")
	s.Advance(140 * time.Second)
	p.ok("answerCallbackQuery", "callback_query_id", "1")
	s.Advance(11 * time.Second)
	p.want(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "answerCallbackQuery", "callback_query_id", "2")
}

func TestTooManyRequests(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 2, 8, 0, 0, 0, time.UTC)
	s := telegramtest.New(t, telegramtest.Config{
		Now: func() time.Time { return start }, Limits: telegramtest.Limits{Overall: 3, PerChat: 1, Burst: 2},
	})
	p := newProbe(t, s)
	anna, ben := s.NewUser("Anna", "de"), s.NewUser("Ben", "de")
	anna.Start("")
	ben.Start("")
	p.send(anna.ID, "text", "1")
	p.send(anna.ID, "text", "2")
	a := p.call("sendMessage", "chat_id", anna.ID, "text", "3")
	if a.Code != 429 || a.Description != "Too Many Requests: retry after 1" || a.Parameters.RetryAfter != 1 {
		t.Errorf("third message to Anna: %+v", a)
	}
	p.send(ben.ID, "text", "1")
	if a := p.call("sendMessage", "chat_id", ben.ID, "text", "2"); a.Code != 429 {
		t.Errorf("fourth message in a second: %+v", a)
	}
	s.Advance(time.Second)
	p.send(anna.ID, "text", "3")
}
