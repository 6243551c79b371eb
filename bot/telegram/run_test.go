package telegram_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram"
)

// A bot that Telegram does not know runs no further, and one without a token is not
// made at all.
func TestABotThatIsNoneDoesNotRun(t *testing.T) {
	t.Parallel()
	if _, err := telegram.New(telegram.Settings{}, &bot.Host{Log: (&logbook{}).logger()}, nil); err == nil {
		t.Error("a bot without a token was made")
	}
	tg, api, _ := settled(t, "hush-secret-16-x", map[string]string{"getMe": `401 {"ok":false,"error_code":401}`})
	if err := tg.Run(t.Context()); !errors.As(err, new(telegram.Refusal)) || len(api.forget()) != 1 {
		t.Errorf("it ran on: %v", err)
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	tg, api, _ = settled(t, "hush-secret-16-x", nil)
	if err := tg.Run(ended); err != nil || len(api.forget()) > 0 || tg.Introduced() {
		t.Errorf("a program that has ended: %v", err)
	}
}

// A notice that has to wait for too long, or that nobody waits for, is not sent: neither
// its text nor its file.
func TestANoticeThatHasToWaitIsNotSent(t *testing.T) {
	t.Parallel()
	calls := new([]sentCall)
	tg := pacedBot(t, calls)
	if err := tg.Send(t.Context(), "7", bot.Page{Ask: "eins"}); err != nil {
		t.Fatal(err)
	}
	ended, stop := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer stop()
	file := bot.File{Name: "a.ics", Content: []byte("x")}
	for what, files := range map[string][]bot.File{"a text": nil, "a file": {file}} {
		if err := tg.Send(ended, "7", bot.Page{Ask: "zwei"}, files...); !errors.Is(err, context.DeadlineExceeded) || len(*calls) != 1 {
			t.Errorf("%s: %v, %d calls", what, err, len(*calls))
		}
	}
}

// What Telegram does not say is said to be unknown, without its words.
func TestWhatTelegramDoesNotSayIsNamed(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		answers map[string]string
		want    string
	}{
		"where updates go": {map[string]string{"getWebhookInfo": `502 <html>hush`}, "webhook: Telegram does not say where it sends updates"},
		"who the bot is":   {map[string]string{"getMe": `401 {"ok":false,"error_code":401,"description":"hush"}`}, "TELEGRAM_TOKEN: Telegram knows no bot of that token"},
		"anything":         {map[string]string{"getMe": `502 <html>hush`}, "telegram: it is not reached"},
	} {
		url := apiOf(t, tt.answers)
		wrong, _ := findings(telegram.Diagnose(t.Context(), telegram.Settings{Token: ourToken, APIURL: url}))
		if !strings.HasPrefix(wrong, tt.want) || strings.Count(wrong, "\n") != 1 || strings.Contains(wrong, "hush") {
			t.Errorf("%s: %s", name, wrong)
		}
		called, err := telegram.Name(t.Context(), telegram.Settings{Token: ourToken, APIURL: url})
		if _, fails := tt.answers["getMe"]; fails != (err != nil) || !fails && called != "termine_bot" || err != nil && strings.Contains(err.Error(), "hush") {
			t.Errorf("%s: the bot is called %q, %v", name, called, err)
		}
	}
}
