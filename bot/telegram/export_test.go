package telegram

import (
	"context"

	"terminbote/bot"
	"terminbote/dialogs"
)

// What the tests look at from outside.
func Split(text string) []string { return bot.Split(text, longestText) }

// Button is a button as it goes out.
type Button = button

// Drawn is a page as it goes out: its texts, the last with the buttons.
func Drawn(p bot.Page) (texts []string, buttons [][]Button) {
	d := newDrawing(p)
	return d.parts, d.keys.Rows
}

// Answer answers what waits in a chat, at once and without Run.
func Answer(ctx context.Context, t *Telegram, chat dialogs.Chat) {
	t.me = me{ID: 1, Username: "termine_bot"}
	t.engine.Answer(ctx, chat)
}

// Show draws a page in a chat, as the engine has it drawn.
func Show(ctx context.Context, t *Telegram, address string, p bot.Page) error {
	_, err := network{t}.Show(ctx, address, p, bot.Place{})
	return err
}

// ShowIn draws a page in the message that shows the talk.
func ShowIn(ctx context.Context, t *Telegram, address string, p bot.Page, message string) error {
	_, err := network{t}.Show(ctx, address, p, bot.Place{Message: message})
	return err
}

// Read reads a press on a button with that data.
func Read(data string) bot.Incoming {
	return pressing(&callback{ID: []byte(`"1"`), Data: data})
}

// Hand sends a file, as the engine has it sent.
func Hand(ctx context.Context, t *Telegram, address string, file bot.File) error {
	return network{t}.Hand(ctx, address, file)
}

// Acknowledge answers a press, as the engine has it answered.
func Acknowledge(ctx context.Context, t *Telegram, press string) error {
	return network{t}.Acknowledge(ctx, press)
}

// Decode reads an update of a bot that is called termine_bot.
func Decode(t *Telegram, raw string) (bot.Incoming, error) {
	t.me = me{ID: 1, Username: "termine_bot"}
	return t.decode([]byte(raw))
}

// Whose reads whose update it is, as receiving does.
var Whose = open

// Introduce tells Telegram who we are, without Run.
func Introduce(ctx context.Context, t *Telegram) error { return t.introduce(ctx) }

// SetCommands sets the menu, without Run.
func SetCommands(ctx context.Context, t *Telegram) error { return t.setCommands(ctx) }

// GetUpdates is one long poll, without Run.
func GetUpdates(ctx context.Context, t *Telegram, from int64) error {
	_, err := t.getUpdates(ctx, from)
	return err
}

// ShowFrom draws a page of which some messages stand already.
func ShowFrom(ctx context.Context, t *Telegram, address string, p bot.Page, at bot.Place) (bot.Place, error) {
	return network{t}.Show(ctx, address, p, at)
}

// Fits tells whether Telegram takes so many buttons.
var Fits = fits
