package telegram

import (
	"encoding/json"

	"terminbote/bot"
)

// Telegram's limits of a keyboard.
const (
	// mostButtons is how many buttons a message has.
	mostButtons = 100
	// longestMarkup is how many bytes its buttons have; the server refuses a
	// little more than that.
	longestMarkup = 9000
)

// keyboard is buttons as Telegram takes them.
type keyboard struct {
	Rows [][]button `json:"inline_keyboard"`
}

type button struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
}

// newKeyboard is a page's buttons, or as many as go into a message.
func newKeyboard(p bot.Page) keyboard { return keyboardOf(bot.NewKeyboard(p, fits)) }

func keyboardOf(keys bot.Keyboard) keyboard {
	k := keyboard{Rows: [][]button{}}
	for _, keys := range keys {
		var row []button
		for _, key := range keys {
			row = append(row, button{Text: key.Label, Data: key.Data})
		}
		k.Rows = append(k.Rows, row)
	}
	return k
}

// fits tells whether Telegram takes so many buttons, and so long ones.
func fits(keys bot.Keyboard) bool {
	markup, err := json.Marshal(keyboardOf(keys))
	return err == nil && keys.Count() <= mostButtons && len(markup) <= longestMarkup
}
