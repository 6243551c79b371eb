package command

import (
	"fmt"
	"strings"

	"terminbote/bot"
	"terminbote/bot/telegram"
	"terminbote/storage"
)

const webhookPath = "/telegram/webhook"

// wantsTelegram tells whether anything about Telegram was set: half of it is a
// mistake.
func (s settings) wantsTelegram() bool { return s.TelegramToken != "" || s.TelegramSecret != "" }

// telegramFaults is what is wrong with the variables about Telegram.
func (s settings) telegramFaults() faults {
	var all faults
	if s.TelegramToken == "" && s.TelegramSecret != "" {
		all.add("TELEGRAM_TOKEN", "TELEGRAM_TOKEN: the token of a bot, from BotFather, was expected, since TELEGRAM_WEBHOOK_SECRET is set")
	}
	if s.TelegramSecret != "" && !secretForm.MatchString(s.TelegramSecret) {
		all.add("TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_WEBHOOK_SECRET: 16 to 256 letters, digits, _ and - were expected")
	}
	if s.TelegramRate < 0 {
		all.add("TELEGRAM_RATE", "TELEGRAM_RATE: a number of messages a second was expected, or 0 for no limit, not %v", s.TelegramRate)
	}
	if s.PublicURL == nil && s.TelegramSecret != "" {
		all.add("PUBLIC_URL", "PUBLIC_URL: an address like https://termine.example.org was expected, since TELEGRAM_WEBHOOK_SECRET is set")
	}
	if s.TelegramAPI != nil && !isWeb(s.TelegramAPI) {
		all.add("TELEGRAM_API_URL", "TELEGRAM_API_URL: an address like https://api.telegram.org was expected, not %q", s.TelegramAPI)
	}
	return all
}

// openTelegram prepares for answering on Telegram. It is nil if that is off.
func (s *town) openTelegram(store *storage.Store, host *bot.Host) (*telegram.Telegram, error) {
	if !s.settings.wantsTelegram() {
		return nil, nil
	}
	set := s.settings.telegramSettings()
	set.Turns = func(sender string) bot.Turns { return store.Pace(sender) }
	t, err := telegram.New(set, host, store.Leader("poll telegram"))
	if err != nil {
		return nil, fmt.Errorf("TELEGRAM_TOKEN: %w", err)
	}
	s.telegram.Store(t)
	s.updates.open(t)
	return t, nil
}

func (s settings) telegramSettings() telegram.Settings {
	set := telegram.Settings{
		Token:  s.TelegramToken,
		APIURL: strings.TrimSuffix(s.TelegramAPI.String(), "/"),
		Secret: s.TelegramSecret,
		Rate:   s.TelegramRate,
	}
	if set.Secret != "" {
		set.WebhookURL = s.PublicURL.JoinPath(webhookPath).String()
	}
	return set
}

// telegramLink opens the chat on Telegram; empty where there is none.
func (s *town) telegramLink(payload string) string {
	if t := s.telegram.Load(); t != nil {
		return t.Link(payload)
	}
	return ""
}
