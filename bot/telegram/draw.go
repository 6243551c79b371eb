package telegram

import (
	"html"

	"terminbote/bot"
)

// longestText is how many UTF-16 units a message has, after its markup is read
// (https://core.telegram.org/bots/api#sendmessage).
const longestText = 4096

// drawing is a page as Telegram takes it: as many messages as it needs, and the
// buttons under the last.
type drawing struct {
	parts []string
	mode  string // of the markup; empty: none
	keys  keyboard
}

func newDrawing(p bot.Page) drawing {
	return drawing{parts: bot.Split(messageText(p), longestText), mode: "HTML", keys: newKeyboard(p)}
}

// wordy is a page that Telegram refused: without markup, and with what could be
// tapped as words.
func wordy(p bot.Page) drawing {
	return drawing{parts: bot.Split(bot.InWords(p), longestText)}
}

// messageText is a page as a message: its title in bold.
func messageText(p bot.Page) string {
	title := html.EscapeString(p.Title)
	if title != "" {
		title = "<b>" + title + "</b>"
	}
	return bot.Paragraphs(
		html.EscapeString(bot.Lines(p.Remarks)), title, html.EscapeString(bot.Lines(p.Body)), html.EscapeString(p.Ask),
	)
}
