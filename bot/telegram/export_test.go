package telegram

import (
	"github.com/go-telegram/bot/models"

	"terminbote/bot"
)

// What the tests look at from outside.
var Split = split

// Drawn is a page as it goes out: its texts, the last with the buttons.
func Drawn(p bot.Page) (texts []string, buttons [][]models.InlineKeyboardButton) {
	return split(messageText(p)), keyboard(p).InlineKeyboard
}
