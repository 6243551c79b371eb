package telegram

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	api "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"terminbote/bot"
)

const (
	// tries is how often a call is made that fails for a passing reason.
	tries = 4
	// firstPause is how long is waited before the second one; it doubles.
	firstPause = 300 * time.Millisecond
	// longestPause is how long a worker waits at most because Telegram asks it
	// to; what takes longer is drawn later.
	longestPause = 10 * time.Second
)

// show draws a page in the message named live, or in a fresh one where that is
// empty or gone, and returns the name of the message that it stands in.
func (t *Telegram) show(ctx context.Context, address string, p bot.Page, live string) (string, error) {
	chat, err := strconv.ParseInt(address, 10, 64)
	if err != nil {
		return "", err
	}
	parts := split(messageText(p))
	if live != "" && len(parts) == 1 {
		done, err := t.edit(ctx, chat, live, parts[0], keyboard(p))
		if done || err != nil {
			return live, err
		}
	}
	for _, part := range parts[:len(parts)-1] {
		if _, err := t.send(ctx, chat, part, nil); err != nil {
			return "", err
		}
	}
	return t.send(ctx, chat, parts[len(parts)-1], keyboard(p))
}

// shown is as much of a message as is needed: its name.
type shown struct {
	ID int `json:"message_id"`
}

// edit changes a message; false where it is there no more.
func (t *Telegram) edit(ctx context.Context, chat int64, message, text string, keys *models.InlineKeyboardMarkup) (bool, error) {
	id, err := strconv.Atoi(message)
	if err != nil {
		return false, nil
	}
	err = t.try(ctx, func(ctx context.Context) error {
		_, err := call[shown](ctx, t, "editMessageText", &api.EditMessageTextParams{
			ChatID: chat, MessageID: id, Text: text, ParseMode: models.ParseModeHTML,
			LinkPreviewOptions: noPreview(), ReplyMarkup: keys,
		})
		return err
	})
	switch {
	case err == nil, says(err, "message is not modified"):
		return true, nil
	case errors.Is(err, api.ErrorBadRequest) && !says(err, "chat not found"):
		return false, nil
	}
	return false, err
}

func (t *Telegram) send(ctx context.Context, chat int64, text string, keys *models.InlineKeyboardMarkup) (string, error) {
	params := &api.SendMessageParams{ChatID: chat, Text: text, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview()}
	if keys != nil && len(keys.InlineKeyboard) > 0 {
		params.ReplyMarkup = keys
	}
	var sent shown
	err := t.try(ctx, func(ctx context.Context) error {
		var err error
		sent, err = call[shown](ctx, t, "sendMessage", params)
		return err
	})
	if err != nil {
		return "", err
	}
	return strconv.Itoa(sent.ID), nil
}

func noPreview() *models.LinkPreviewOptions {
	off := true
	return &models.LinkPreviewOptions{IsDisabled: &off}
}

// answerPress stops the wheel on a pressed button. It may come too late; then
// the wheel has stopped by itself.
func (t *Telegram) answerPress(ctx context.Context, press string) {
	err := t.try(ctx, func(ctx context.Context) error {
		_, err := call[bool](ctx, t, "answerCallbackQuery", &api.AnswerCallbackQueryParams{CallbackQueryID: press})
		return err
	})
	if err != nil && !says(err, "query is too old") {
		t.log.WarnContext(ctx, "press not answered", "error", t.discreet(err))
	}
}

// try makes a call until it succeeds or fails for good. Where Telegram says
// how long to wait, that is obeyed.
func (t *Telegram) try(ctx context.Context, call func(context.Context) error) error {
	wait := firstPause
	for attempt := 1; ; attempt++ {
		err := within(ctx, callTimeout, call)
		if err == nil || isFinal(err) || attempt == tries {
			return err
		}
		asked := waitAsked(err)
		if asked > longestPause {
			return err
		}
		pause(ctx, max(wait, asked))
		wait *= 2
	}
}

// waitAsked is how long Telegram asks to wait; 0 where it does not.
func waitAsked(err error) time.Duration {
	var busy *api.TooManyRequestsError
	if !errors.As(err, &busy) {
		return 0
	}
	return time.Duration(busy.RetryAfter) * time.Second
}

func within(ctx context.Context, most time.Duration, call func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	return call(ctx)
}

// isFinal tells whether calling again would end the same way.
func isFinal(err error) bool {
	for _, final := range []error{api.ErrorBadRequest, api.ErrorForbidden, api.ErrorUnauthorized, api.ErrorNotFound} {
		if errors.Is(err, final) {
			return true
		}
	}
	return errors.As(err, new(*api.MigrateError)) || errors.Is(err, context.Canceled)
}

// isRefused tells whether Telegram takes a call for wrong.
func isRefused(err error) bool { return errors.Is(err, api.ErrorBadRequest) && !isUnreachable(err) }

// isUnreachable tells whether the person can be sent nothing: has blocked the
// bot, is deactivated, or has never spoken to it.
func isUnreachable(err error) bool {
	return errors.Is(err, api.ErrorForbidden) || says(err, "chat not found")
}

func says(err error, what string) bool { return err != nil && strings.Contains(err.Error(), what) }
