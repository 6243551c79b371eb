package telegram

import (
	"context"

	"terminbote/bot"
)

var _ bot.Sender = (*Telegram)(nil)

// longestCaption is how many UTF-16 units may go along with a file
// (https://core.telegram.org/bots/api#senddocument).
const longestCaption = 1024

// Send sends a message of its own. A short text goes along with the last file,
// so that there is one call that can fail, not two.
func (t *Telegram) Send(ctx context.Context, address string, page bot.Page, files ...bot.File) error {
	chat, err := chatOf(address)
	if err != nil {
		return err
	}
	wait := func(ctx context.Context) error { return t.limiter.Wait(ctx, address, page.Patient) }
	text := messageText(page)
	caption := ""
	if len(files) > 0 && bot.Units(text) <= longestCaption {
		caption, text = text, ""
	}
	if text != "" {
		if _, err := t.sendPage(ctx, chat, page, bot.Place{}, wait); err != nil {
			return outcome(err)
		}
	}
	for i, file := range files {
		if err := wait(ctx); err != nil {
			return err
		}
		with := ""
		if i == len(files)-1 {
			with = caption
		}
		if err := t.api.Upload(ctx, chat, file, with); err != nil {
			return outcome(err)
		}
	}
	return nil
}
