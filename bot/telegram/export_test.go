package telegram

import (
	"context"

	"github.com/go-telegram/bot/models"

	"terminbote/bot"
	"terminbote/dialogs"
)

// What the tests look at from outside.
var Split = split

// Drawn is a page as it goes out: its texts, the last with the buttons.
func Drawn(p bot.Page) (texts []string, buttons [][]models.InlineKeyboardButton) {
	return split(messageText(p)), keyboard(p).InlineKeyboard
}

// Answer answers what waits in a chat, at once and without Run.
func Answer(ctx context.Context, t *Telegram, chat dialogs.Chat) {
	t.me = &models.User{ID: 1, Username: "termine_bot"}
	t.answer(ctx, chat)
}
