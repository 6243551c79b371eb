package telegram

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"time"

	api "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"terminbote/bot"
	"terminbote/dialogs"
)

var _ bot.Sender = (*Telegram)(nil)

// longestCaption is how many UTF-16 units may go along with a file
// (https://core.telegram.org/bots/api#senddocument).
const longestCaption = 1024

// Send sends a message of its own. A short text goes along with the last file,
// so that there is one call that can fail, not two.
func (t *Telegram) Send(ctx context.Context, address string, page bot.Page, files ...bot.File) error {
	chat, err := strconv.ParseInt(address, 10, 64)
	if err != nil {
		return dialogs.ErrUnreachable
	}
	text := messageText(page)
	caption := ""
	if len(files) > 0 && units(text) <= longestCaption {
		caption, text = text, ""
	}
	if text != "" {
		if err := t.sendParts(ctx, chat, text, page); err != nil {
			return outcome(err)
		}
	}
	for i, file := range files {
		with := ""
		if i == len(files)-1 {
			with = caption
		}
		if err := t.sendFile(ctx, chat, file, with, page.Patient); err != nil {
			return outcome(err)
		}
	}
	return nil
}

// sendParts sends a text in as many messages as it needs; its buttons stand
// under the last.
func (t *Telegram) sendParts(ctx context.Context, chat int64, text string, page bot.Page) error {
	parts, keys := split(text), keyboard(page)
	for i, part := range parts {
		params := &api.SendMessageParams{
			ChatID: chat, Text: part, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview(),
		}
		if i == len(parts)-1 && len(keys.InlineKeyboard) > 0 {
			params.ReplyMarkup = keys
		}
		if err := t.pacer.wait(ctx, chat, page.Patient); err != nil {
			return err
		}
		if _, err := call[shown](ctx, t, "sendMessage", params); err != nil {
			return err
		}
	}
	return nil
}

func (t *Telegram) sendFile(ctx context.Context, chat int64, file bot.File, caption string, patient bool) error {
	if err := t.pacer.wait(ctx, chat, patient); err != nil {
		return err
	}
	_, err := t.api.SendDocument(ctx, &api.SendDocumentParams{
		ChatID:    chat,
		Document:  &models.InputFileUpload{Filename: file.Name, Data: bytes.NewReader(file.Content)},
		Caption:   caption,
		ParseMode: models.ParseModeHTML,
	})
	return err
}

// outcome says what an error means for a notice: nobody there, or when to try
// again.
func outcome(err error) error {
	var busy *api.TooManyRequestsError
	switch {
	case errors.As(err, &busy):
		return dialogs.Later{After: time.Duration(busy.RetryAfter) * time.Second}
	case isUnreachable(err):
		return dialogs.ErrUnreachable
	}
	return err
}

// hand sends the files that go along with a page. Who asked for one and does
// not get it asks again.
func (t *Telegram) hand(ctx context.Context, chat dialogs.Chat, files []bot.File) {
	id, err := strconv.ParseInt(chat.Address, 10, 64)
	for _, file := range files {
		if err == nil {
			err = t.sendFile(ctx, id, file, "", false)
		}
	}
	if err != nil && len(files) > 0 {
		t.undelivered(ctx, chat, err)
	}
}
