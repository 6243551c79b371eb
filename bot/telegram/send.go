package telegram

import (
	"context"
	"net/http"
	"strconv"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
	"terminbote/dialogs"
)

// network is Telegram as the engine sees it.
type network struct{ *Telegram }

// Read makes an event of an update.
func (n network) Read(raw []byte) (bot.Incoming, error) { return n.decode(raw) }

// Hand sends a file.
func (n network) Hand(ctx context.Context, address string, file bot.File) error {
	chat, err := chatOf(address)
	if err != nil {
		return err
	}
	return outcome(n.api.Upload(ctx, chat, file, ""))
}

// Show draws a page: in the live message, or in fresh ones where there is none
// or it is gone. A page that Telegram refuses is sent without buttons: nobody is
// left without an answer.
func (n network) Show(ctx context.Context, address string, p bot.Page, at bot.Place) (bot.Place, error) {
	chat, err := chatOf(address)
	if err != nil {
		return at, err
	}
	if d := newDrawing(p); at.Message != "" && len(d.parts) == 1 {
		done, err := n.edit(ctx, chat, at.Message, d)
		if done || err != nil {
			return at, outcome(err)
		}
	}
	at.Message = ""
	at, err = n.sendPage(ctx, chat, p, at, atOnce)
	return at, outcome(err)
}

func chatOf(address string) (int64, error) {
	chat, err := strconv.ParseInt(address, 10, 64)
	if err != nil {
		return 0, dialogs.ErrUnreachable
	}
	return chat, nil
}

// refused tells whether Telegram takes a message for wrong.
func refused(err error) bool {
	f, ok := botapi.Failed(err)
	return ok && f.Status == http.StatusBadRequest && f.Reason() != botapi.ChatNotFound
}

// pace waits until the next message may go.
type pace func(context.Context) error

// atOnce is the pace of answers.
func atOnce(context.Context) error { return nil }

// sendPage sends a page from where at says, and returns how far it came. One
// that is refused goes without buttons.
func (t *Telegram) sendPage(ctx context.Context, chat int64, p bot.Page, at bot.Place, wait pace) (bot.Place, error) {
	at, err := t.sendAll(ctx, chat, newDrawing(p), at, wait)
	if refused(err) {
		at, err = t.sendAll(ctx, chat, wordy(p), bot.Place{}, wait)
	}
	return at, err
}

func (t *Telegram) sendAll(ctx context.Context, chat int64, d drawing, at bot.Place, wait pace) (bot.Place, error) {
	for at.Sent < len(d.parts) {
		if err := wait(ctx); err != nil {
			return at, err
		}
		message, err := t.send(ctx, chat, d, at.Sent)
		if err != nil {
			return at, err
		}
		at.Sent++
		at.Message = message
	}
	return at, nil
}

// shown is as much of a message as is needed: its name.
type shown struct {
	ID int64 `json:"message_id"`
}

// textParams is what sendMessage and editMessageText send.
type textParams struct {
	Chat    int64     `json:"chat_id"`
	Message int64     `json:"message_id,omitempty"` // that is changed
	Text    string    `json:"text"`
	Mode    string    `json:"parse_mode,omitempty"`
	Preview preview   `json:"link_preview_options"`
	Keys    *keyboard `json:"reply_markup,omitempty"`
}

type preview struct {
	Off bool `json:"is_disabled"`
}

// send sends one part of a drawing; the buttons stand under the last. What
// cannot be named is never live.
func (t *Telegram) send(ctx context.Context, chat int64, d drawing, part int) (message string, err error) {
	params := textParams{Chat: chat, Text: d.parts[part], Mode: d.mode, Preview: preview{Off: true}}
	if part == len(d.parts)-1 && len(d.keys.Rows) > 0 {
		params.Keys = &d.keys
	}
	sent, err := botapi.Call[shown](ctx, t.api, "sendMessage", params)
	if err != nil || sent.ID == 0 {
		return "", err
	}
	return strconv.FormatInt(sent.ID, 10), nil
}

// edit changes a message; false where it is there no more.
func (t *Telegram) edit(ctx context.Context, chat int64, message string, d drawing) (bool, error) {
	id, err := strconv.ParseInt(message, 10, 64)
	if err != nil {
		return false, nil
	}
	_, err = botapi.Call[shown](ctx, t.api, "editMessageText", textParams{
		Chat: chat, Message: id, Text: d.parts[0], Mode: d.mode, Preview: preview{Off: true}, Keys: &d.keys,
	})
	f, _ := botapi.Failed(err)
	switch {
	case err == nil, f.Reason() == botapi.NotModified:
		return true, nil
	case refused(err):
		return false, nil
	}
	return false, err
}
