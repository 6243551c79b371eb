package telegram

import (
	"context"
	"errors"
	"fmt"
	"time"

	api "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"terminbote/locales"
)

// introduceAgain is how long is waited for a server that cannot be reached.
const introduceAgain = 5 * time.Second

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
	for _, step := range []func(context.Context) error{t.meet, t.layDownWebhook} {
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
	for ctx.Err() == nil {
		err := step(ctx)
		if err == nil || errors.As(err, new(Refusal)) {
			return err
		}
		if ctx.Err() == nil {
			t.log.WarnContext(ctx, "not introduced to Telegram yet", "error", t.discreet(err))
		}
		pause(ctx, max(introduceAgain, waitAsked(err)))
	}
	return nil
}

// Introduced tells whether Telegram knows the bot and where its updates go.
func (t *Telegram) Introduced() bool { return t.introduced.Load() }

// Name asks Telegram what the bot of a token is called.
func Name(ctx context.Context, s Settings) (string, error) {
	b, err := api.New(s.Token, api.WithSkipGetMe(), api.WithServerURL(s.APIURL))
	if err != nil {
		return "", fmt.Errorf("ask for the bot's name: %w", err)
	}
	me, err := b.GetMe(ctx)
	if err != nil {
		return "", fmt.Errorf("ask for the bot's name: %w", err)
	}
	return me.Username, nil
}

func (t *Telegram) meet(ctx context.Context) error {
	err := t.try(ctx, func(ctx context.Context) (err error) {
		t.me, err = t.api.GetMe(ctx)
		return err
	})
	if errors.Is(err, api.ErrorUnauthorized) || errors.Is(err, api.ErrorNotFound) {
		return Refusal{"TELEGRAM_TOKEN", "there is no bot of that token"}
	}
	return err
}

// layDownCommands sets the menu and what the bot says of itself, in every
// language.
func (t *Telegram) layDownCommands(ctx context.Context) error {
	for _, lang := range append([]string{""}, locales.Languages()...) {
		p := locales.For(locales.Match(lang))
		err := t.try(ctx, func(ctx context.Context) error {
			_, err := t.api.SetMyCommands(ctx, &api.SetMyCommandsParams{Commands: commands(p), LanguageCode: lang})
			return err
		})
		if err != nil {
			return err
		}
		description := p.Say(locales.Say("telegram.description"))
		err = t.try(ctx, func(ctx context.Context) error {
			_, err := t.api.SetMyDescription(ctx, &api.SetMyDescriptionParams{Description: description, LanguageCode: lang})
			return err
		})
		if err != nil {
			return err
		}
	}
	return t.try(ctx, func(ctx context.Context) error {
		_, err := t.api.SetChatMenuButton(ctx, &api.SetChatMenuButtonParams{
			MenuButton: models.MenuButtonCommands{Type: models.MenuButtonTypeCommands},
		})
		return err
	})
}

func commands(p *locales.Printer) []models.BotCommand {
	command := func(name, does locales.Line) models.BotCommand {
		return models.BotCommand{Command: p.Say(name), Description: p.Say(does)}
	}
	return []models.BotCommand{
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

// layDownWebhook tells Telegram where to send updates, or that they are polled.
func (t *Telegram) layDownWebhook(ctx context.Context) error {
	if t.settings.Secret == "" {
		return t.try(ctx, func(ctx context.Context) error {
			_, err := t.api.DeleteWebhook(ctx, &api.DeleteWebhookParams{})
			return err
		})
	}
	err := t.try(ctx, func(ctx context.Context) error {
		_, err := t.api.SetWebhook(ctx, &api.SetWebhookParams{
			URL: t.settings.WebhookURL, SecretToken: t.settings.Secret, AllowedUpdates: allowedUpdates,
		})
		return err
	})
	if errors.Is(err, api.ErrorBadRequest) {
		return Refusal{"PUBLIC_URL or TELEGRAM_WEBHOOK_SECRET", err.Error()}
	}
	return err
}
