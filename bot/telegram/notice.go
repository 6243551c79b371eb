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
	text := messageText(page)
	caption := ""
	if len(files) > 0 && units(text) <= longestCaption {
		caption, text = text, ""
	}
	if text != "" {
		if err := t.sendParts(ctx, chat, address, page); err != nil {
			return outcome(err)
		}
	}
	for i, file := range files {
		if err := t.limiter.Wait(ctx, address, page.Patient); err != nil {
			return err
		}
		with := ""
		if i == len(files)-1 {
			with = caption
		}
		if err := t.upload(ctx, chat, file, with); err != nil {
			return outcome(err)
		}
	}
	return nil
}

// sendParts sends a page in as many messages as it needs; its buttons stand
// under the last. One that is refused goes without them.
func (t *Telegram) sendParts(ctx context.Context, chat int64, address string, page bot.Page) error {
	d := newDrawing(page)
	for i := 0; i < len(d.parts); i++ {
		if err := t.limiter.Wait(ctx, address, page.Patient); err != nil {
			return err
		}
		_, err := t.send(ctx, chat, d, i)
		if refused(err) && d.mode != "" {
			d, i = wordy(page), -1
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}
