package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"terminbote/locales"
)

const (
	// introduceAgain is how long to wait for a server that cannot be reached.
	introduceAgain = 5 * time.Second
	// introduceSoon is how long to wait the first time; it doubles.
	introduceSoon = 300 * time.Millisecond
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
	for wait := introduceSoon; ctx.Err() == nil; wait = min(2*wait, introduceAgain) {
		err := step(ctx)
		if err == nil || errors.As(err, new(Refusal)) {
			return err
		}
		if ctx.Err() == nil {
			t.log.WarnContext(ctx, "not introduced to Telegram yet", "error", err)
		}
		pause(ctx, max(wait, waitAsked(err)))
	}
	return nil
}

// Introduced tells whether Telegram knows the bot and where its updates go.
func (t *Telegram) Introduced() bool { return t.introduced.Load() }

// me is as much of the bot itself as is needed.
type me struct {
	ID       int64  `json:"id"`
	Username string `json:"username"`
}

// Name asks Telegram what the bot of a token is called.
func Name(ctx context.Context, s Settings) (string, error) {
	t := &Telegram{settings: s, http: &http.Client{}}
	bot, err := call[me](ctx, t, "getMe", struct{}{})
	if err != nil {
		return "", fmt.Errorf("ask for the bot's name: %w", err)
	}
	return bot.Username, nil
}

func (t *Telegram) meet(ctx context.Context) (err error) {
	t.me, err = call[me](ctx, t, "getMe", struct{}{})
	if f, _ := failed(err); f.status == http.StatusUnauthorized || f.status == http.StatusNotFound {
		return Refusal{"TELEGRAM_TOKEN", "there is no bot of that token"}
	}
	return err
}

// tell makes a call whose result nobody needs.
func (t *Telegram) tell(ctx context.Context, method string, params any) error {
	_, err := call[bool](ctx, t, method, params)
	return err
}

// setCommands sets the menu and what the bot says of itself, in every language.
func (t *Telegram) setCommands(ctx context.Context) error {
	for _, lang := range append([]string{""}, locales.Languages()...) {
		p := locales.For(locales.Match(lang))
		err := t.tell(ctx, "setMyCommands", map[string]any{"commands": commands(p), "language_code": lang})
		if err != nil {
			return err
		}
		err = t.tell(ctx, "setMyDescription", map[string]any{
			"description": p.Say(locales.Say("telegram.description")), "language_code": lang,
		})
		if err != nil {
			return err
		}
	}
	return t.tell(ctx, "setChatMenuButton", map[string]any{"menu_button": map[string]string{"type": "commands"}})
}

// menuEntry is one line of the menu.
type menuEntry struct {
	Name string `json:"command"`
	Does string `json:"description"`
}

func commands(p *locales.Printer) []menuEntry {
	command := func(name, does locales.Line) menuEntry { return menuEntry{Name: p.Say(name), Does: p.Say(does)} }
	return []menuEntry{
		command(locales.Plain("start"), locales.Say("telegram.start")),
		command(locales.Say("telegram.appointments.command"), locales.Say("telegram.appointments")),
		command(locales.Say("telegram.here.command"), locales.Say("telegram.here")),
		command(locales.Say("telegram.waiting.command"), locales.Say("telegram.waiting")),
		command(locales.Say("telegram.language.command"), locales.Say("telegram.language")),
		command(locales.Say("telegram.help.command"), locales.Say("telegram.help")),
		command(locales.Say("telegram.privacy.command"), locales.Say("telegram.privacy")),
		command(locales.Say("telegram.data.command"), locales.Say("telegram.data")),
		command(locales.Say("telegram.erase.command"), locales.Say("telegram.erase")),
	}
}

// setWebhook tells Telegram where to send updates, or that they are polled.
func (t *Telegram) setWebhook(ctx context.Context) error {
	if t.settings.Secret == "" {
		return t.tell(ctx, "deleteWebhook", struct{}{})
	}
	err := t.tell(ctx, "setWebhook", map[string]any{
		"url": t.settings.WebhookURL, "secret_token": t.settings.Secret, "allowed_updates": allowedUpdates,
	})
	if f, _ := failed(err); f.status == http.StatusBadRequest {
		return Refusal{"PUBLIC_URL or TELEGRAM_WEBHOOK_SECRET", t.discreet(f.said)}
	}
	return err
}

// longestReason is how many bytes of what Telegram says of a setting are shown.
const longestReason = 200

// discreet is what Telegram says of our settings, without the secret ones.
func (t *Telegram) discreet(said string) string {
	for _, secret := range []string{t.settings.Token, t.settings.Secret} {
		if secret != "" {
			said = strings.ReplaceAll(said, secret, "***")
		}
	}
	return strings.ToValidUTF8(said[:min(len(said), longestReason)], "")
}
