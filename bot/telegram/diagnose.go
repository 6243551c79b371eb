package telegram

import (
	"context"
	"errors"
	"fmt"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
	"terminbote/diagnosis"
)

// webhookInfo is what Telegram knows of the bot's webhook.
type webhookInfo struct {
	URL         string `json:"url"`
	Pending     int    `json:"pending_update_count"`
	LastError   string `json:"last_error_message"`
	LastErrorAt int64  `json:"last_error_date"`
}

// Name asks Telegram what the bot of a token is called.
func Name(ctx context.Context, s Settings) (string, error) {
	bot, err := botapi.Call[me](ctx, botapi.New(s.APIURL, s.Token, nil), "getMe", struct{}{})
	if err != nil {
		return "", fmt.Errorf("ask for the bot's name: %w", err)
	}
	return bot.Username, nil
}

// Diagnose asks Telegram whether there is a bot of the token, and how it fares
// with the webhook. It takes no update and sets nothing.
func Diagnose(ctx context.Context, s Settings) (r diagnosis.Report) {
	t := &Telegram{settings: s, api: botapi.New(s.APIURL, s.Token, nil)}
	err := t.meet(ctx)
	switch {
	case errors.As(err, new(Refusal)):
		r.Wrong("TELEGRAM_TOKEN", "Copy the token from @BotFather (/mybots, API Token); /revoke there makes a new one.",
			"Telegram knows no bot of that token")
		return r
	case err != nil:
		r.Wrong("telegram", "Let this machine reach "+s.APIURL+" (firewall, HTTPS_PROXY); a Bot API server of one's own must run.", "it is not reached: %v", err)
		return r
	}
	r.Good("telegram", "reached; the bot is @%s", t.me.Username)
	info, err := botapi.Call[webhookInfo](ctx, t.api, "getWebhookInfo", struct{}{})
	if err != nil {
		r.Wrong("webhook", "Try again.", "Telegram does not say where it sends updates: %v", err)
		return r
	}
	t.diagnoseWebhook(info, &r)
	return r
}

func (t *Telegram) diagnoseWebhook(info webhookInfo, r *diagnosis.Report) {
	ours := t.settings.WebhookURL
	switch {
	case info.URL != "" && info.URL != ours:
		r.Wrong("webhook", "If another program uses this bot, stop it or make a bot of its own; starting this one takes the bot over.",
			"Telegram sends the bot's updates to %s, which is not this program", t.discreet(info.URL))
	case info.URL != "" && info.LastError != "":
		r.Wrong("webhook", "Telegram has to reach PUBLIC_URL from outside, by https on port 443, 80, 88 or 8443, with a certificate that everybody trusts.",
			"Telegram could not deliver lately: %s; %d updates wait", t.discreet(info.LastError), info.Pending)
	case info.URL != "":
		r.Good("webhook", "Telegram delivers to %s; %d updates wait", t.discreet(info.URL), info.Pending)
	case ours != "":
		r.Good("webhook", "not set yet; the program sets it to %s when it starts", ours)
	default:
		r.Good("updates", "polled; %d wait", info.Pending)
	}
}

// discreet is what Telegram says of our settings, without the secret ones.
func (t *Telegram) discreet(said string) string {
	return bot.Discreet(said, t.settings.Token, t.settings.Secret)
}
