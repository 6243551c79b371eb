package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
	"terminbote/locales"
)

// Refusal says that Telegram will never take a setting; Variable names it.
type Refusal struct {
	Variable string
	Reason   string
}

// Error names the setting and what Telegram said of it.
func (r Refusal) Error() string { return fmt.Sprintf("%s: Telegram says: %s", r.Variable, r.Reason) }

// introduce asks who the bot is, and tells Telegram where updates go. It tries
// until that is done; only a Refusal ends it earlier.
func (t *Telegram) introduce(ctx context.Context) error {
	for _, step := range []func(context.Context) error{t.meet, t.setWebhook} {
		if err := t.persist(ctx, step); err != nil {
			return err
		}
	}
	if ctx.Err() == nil {
		t.introduced.Store(true)
		t.log.InfoContext(ctx, "introduced to Telegram", "bot", t.me.Username, "webhook", t.settings.Secret != "")
	}
	return nil
}

// persist tries a step until it is done, refused for good, or ctx ends.
func (t *Telegram) persist(ctx context.Context, step func(context.Context) error) error {
	return bot.Persist(ctx, step, func(err error) (bool, time.Duration) {
		if errors.As(err, new(Refusal)) {
			return true, 0
		}
		t.log.WarnContext(ctx, "not introduced to Telegram yet", "error", err)
		return false, waitAsked(err)
	})
}

// Introduced tells whether Telegram knows the bot and where its updates go.
func (t *Telegram) Introduced() bool { return t.introduced.Load() }

// Link opens the chat with the bot, with what the payload chooses. It is empty
// as long as Telegram has not said what the bot is called.
func (t *Telegram) Link(payload string) string {
	if !t.Introduced() {
		return ""
	}
	return "https://t.me/" + t.me.Username + "?start=" + payload
}

// me is as much of the bot itself as is needed.
type me struct {
	ID       int64  `json:"id"`
	Username string `json:"username"`
}

func (t *Telegram) meet(ctx context.Context) (err error) {
	t.me, err = botapi.Call[me](ctx, t.api, "getMe", struct{}{})
	if f, _ := botapi.Failed(err); f.Status == http.StatusUnauthorized || f.Status == http.StatusNotFound {
		return Refusal{"TELEGRAM_TOKEN", "there is no bot of that token"}
	}
	return err
}

// setCommands sets the menu and what the bot says of itself, in every language.
func (t *Telegram) setCommands(ctx context.Context) error {
	for _, lang := range append([]string{""}, locales.Languages()...) {
		p := locales.For(locales.Match(lang))
		err := t.api.Tell(ctx, "setMyCommands", map[string]any{"commands": bot.Menu(p), "language_code": lang})
		if err != nil {
			return err
		}
		err = t.api.Tell(ctx, "setMyDescription", map[string]any{
			"description": p.Say(locales.Say("telegram.description")), "language_code": lang,
		})
		if err != nil {
			return err
		}
	}
	return t.api.Tell(ctx, "setChatMenuButton", map[string]any{"menu_button": map[string]string{"type": "commands"}})
}

// setWebhook tells Telegram where to send updates, or that they are polled.
func (t *Telegram) setWebhook(ctx context.Context) error {
	if t.settings.Secret == "" {
		return t.api.Tell(ctx, "deleteWebhook", struct{}{})
	}
	err := t.api.Tell(ctx, "setWebhook", map[string]any{
		"url": t.settings.WebhookURL, "secret_token": t.settings.Secret, "allowed_updates": allowedUpdates,
	})
	if f, _ := botapi.Failed(err); f.Status == http.StatusBadRequest {
		return Refusal{"PUBLIC_URL or TELEGRAM_WEBHOOK_SECRET", t.discreet(f.Said)}
	}
	return err
}
