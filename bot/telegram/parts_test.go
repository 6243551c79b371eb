package telegram_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/dialogs"
)

// long is a page that needs three messages, with a button.
func long() bot.Page {
	line := strings.Repeat("x", 4000)
	return bot.Page{Revision: 1, Body: []string{line, line, line}, Ask: "?", Groups: []bot.Group{{Columns: 1, Buttons: []bot.Button{{ID: "yes", Label: "Ja"}}}}}
}

// A page of several messages goes on where it stopped, its buttons stand under the
// last, which is the live one, and it never changes a message in place.
func TestALongPageGoesOnWhereItStopped(t *testing.T) {
	t.Parallel()
	for sent, want := range map[int]int{0: 3, 1: 2, 2: 1} {
		tg, calls := listen(t)
		at, err := telegram.ShowFrom(t.Context(), tg, "7", long(), bot.Place{Message: "4", Sent: sent})
		if err != nil || at.Message != "5" || at.Sent != 3 || len(*calls) != want {
			t.Errorf("from %d: %+v, %v in %d calls", sent, at, err, len(*calls))
		}
		for i, call := range *calls {
			if _, keys := call.params["reply_markup"]; call.method != "sendMessage" || keys != (i == want-1) {
				t.Errorf("from %d: call %d is %s, with buttons %v", sent, i, call.method, keys)
			}
		}
	}
}

// A page that Telegram takes for wrong goes once more in plain words: without markup
// or buttons, but with what they say.
func TestAPageThatIsRefusedGoesInPlainWords(t *testing.T) {
	t.Parallel()
	page := bot.Page{Title: "A & B", Ask: "?", Groups: []bot.Group{{Buttons: []bot.Button{{ID: "yes", Label: "Ja"}}}}}
	tg, calls := listenTo(t, map[string]string{"sendMessage": "can't parse entities"})
	if err := telegram.Show(t.Context(), tg, "7", page); !errors.Is(err, bot.ErrRefused) || len(*calls) != 2 {
		t.Fatalf("%v in %d calls", err, len(*calls))
	}
	first, second := (*calls)[0].params, (*calls)[1].params
	if string(first["parse_mode"]) != `"HTML"` || first["reply_markup"] == nil || !strings.Contains(string(first["text"]), "amp;") {
		t.Errorf("first it is %s", first)
	}
	if second["parse_mode"] != nil || second["reply_markup"] != nil || !strings.Contains(string(second["text"]), "– Ja") || strings.Contains(string(second["text"]), "amp;") {
		t.Errorf("then it is %s", second)
	}
	tg, calls = listenTo(t, map[string]string{"sendMessage": "chat not found"})
	if err := telegram.Show(t.Context(), tg, "7", page); !errors.Is(err, dialogs.ErrUnreachable) || len(*calls) != 1 {
		t.Errorf("nobody there: %v in %d calls", err, len(*calls))
	}
}

// A long page of which Telegram refuses a later message goes once more from its
// beginning, in plain words: nothing of it is missing.
func TestALongPageThatIsRefusedGoesWhole(t *testing.T) {
	t.Parallel()
	page := long()
	page.Body = []string{strings.Repeat("a", 4000), strings.Repeat("b", 4000), strings.Repeat("c", 4000)}
	for refused := 1; refused <= 3; refused++ {
		tg, calls := listenTo(t, map[string]string{"sendMessage " + strconv.Itoa(refused): "can't parse entities"})
		at, err := telegram.ShowFrom(t.Context(), tg, "7", page, bot.Place{})
		if err != nil || at.Sent != 3 || len(*calls) != refused+3 {
			t.Fatalf("message %d refused: %+v, %v in %d calls", refused, at, err, len(*calls))
		}
		var again strings.Builder
		for _, call := range (*calls)[refused:] {
			if call.params["parse_mode"] != nil || call.params["reply_markup"] != nil {
				t.Errorf("message %d refused: then it is %.60s", refused, call.params)
			}
			again.Write(call.params["text"])
		}
		for _, part := range append(page.Body, "– Ja") {
			if !strings.Contains(again.String(), part) {
				t.Errorf("message %d refused: then it lacks %.10s", refused, part)
			}
		}
	}
}

// The title stands out, and nothing else does; a page without one has no markup.
func TestOnlyTheTitleIsBold(t *testing.T) {
	t.Parallel()
	for want, page := range map[string]bot.Page{
		"R\n\n<b>A &amp; B</b>\n\nline\n\n?": {Remarks: []string{"R"}, Title: "A & B", Body: []string{"line"}, Ask: "?"},
		"line\n\n?":                          {Body: []string{"line"}, Ask: "?"},
	} {
		if texts, _ := telegram.Drawn(page); len(texts) != 1 || texts[0] != want {
			t.Errorf("drawn as %q, want %q", texts, want)
		}
	}
}

// A message is changed in place with its buttons, or without any where the page has
// none: the old ones do not stay.
func TestAMessageIsChangedWithItsButtons(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		page bot.Page
		keys string
	}{
		"with":    {bot.Page{Revision: 10, Ask: "?", Groups: []bot.Group{{Buttons: []bot.Button{{ID: "yes", Label: "Ja"}}}}}, `{"inline_keyboard":[[{"text":"Ja","callback_data":"a:yes"}]]}`},
		"without": {bot.Page{Ask: "?"}, `{"inline_keyboard":[]}`},
	} {
		tg, calls := listen(t)
		at, err := telegram.ShowFrom(t.Context(), tg, "7", tt.page, bot.Place{Message: "4"})
		if err != nil || at.Message != "4" || len(*calls) != 1 {
			t.Fatalf("%s: %+v, %v, %d calls", name, at, err, len(*calls))
		}
		if got := (*calls)[0].params; string(got["reply_markup"]) != tt.keys || string(got["message_id"]) != "4" || string(got["chat_id"]) != "7" {
			t.Errorf("%s: %s", name, got)
		}
	}
	tg, calls := listen(t)
	if _, err := telegram.ShowFrom(t.Context(), tg, "7", bot.Page{Ask: "?"}, bot.Place{Message: "four"}); err != nil || (*calls)[0].method != "sendMessage" {
		t.Errorf("in a message that is none: %v, %v", err, *calls)
	}
}

// Telegram takes a hundred buttons and nine thousand bytes of them, and no more.
func TestAKeyboardFitsUpToTelegramsLimits(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]bool{100: true, 101: false} {
		if got := telegram.Fits(bot.Keyboard{make([]bot.Key, n)}); got != want {
			t.Errorf("%d buttons fit: %v", n, got)
		}
	}
	const frame = len(`{"inline_keyboard":[[{"text":"","callback_data":""}]]}`)
	for bytes, want := range map[int]bool{9000: true, 9001: false} {
		if got := telegram.Fits(bot.Keyboard{{{Label: strings.Repeat("x", bytes-frame)}}}); got != want {
			t.Errorf("%d bytes fit: %v", bytes, got)
		}
	}
}

// With several files the text goes along with the last, and each message keeps to
// the pace of its chat; who gives up meanwhile sends no more.
func TestEachMessageOfANoticeKeepsThePace(t *testing.T) {
	t.Parallel()
	calls := new([]sentCall)
	tg := pacedBot(t, calls)
	file := bot.File{Name: "a.ics", Content: []byte("x")}
	err := tg.Send(t.Context(), "7", bot.Page{Ask: "Termin"}, file, file)
	if err != nil || len(*calls) != 2 || (*calls)[0].caption != "" || (*calls)[1].caption != "Termin" {
		t.Fatalf("%v: %+v", err, *calls)
	}
	began := clocktest.Now()
	if err := tg.Send(t.Context(), "7", bot.Page{Ask: "Termin"}); err != nil {
		t.Fatal(err)
	}
	if took := clocktest.Since(began); took < 700*time.Millisecond {
		t.Errorf("a second notice to one chat went out after %v", took)
	}
}
