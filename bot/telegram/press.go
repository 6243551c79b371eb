package telegram

import (
	"context"
	"encoding/json"
	"strconv"

	"terminbote/bot"
	"terminbote/bot/telegram/botapi"
)

// callback is a button press as Telegram sends it.
type callback struct {
	ID      json.RawMessage `json:"id"`
	From    sender          `json:"from"`
	Data    string          `json:"data"`
	Message *struct {
		ID   int64 `json:"message_id"`
		Chat place `json:"chat"`
	} `json:"message"`
}

// pressing is a button press. Buttons carry "revision:choice".
func pressing(c *callback) bot.Incoming {
	in := bot.Incoming{Lang: c.From.Lang}
	_ = json.Unmarshal(c.ID, &in.Press) // without an id the press is answered by the message alone
	if c.Message != nil {
		in.Message = strconv.FormatInt(c.Message.ID, 10)
		if !c.Message.Chat.private() {
			return in
		}
	}
	in.Event, in.Part = bot.ReadKey(c.Data)
	return in
}

// Acknowledge stops the wheel on a pressed button.
func (n network) Acknowledge(ctx context.Context, press string) error {
	_, err := botapi.Call[bool](ctx, n.api, "answerCallbackQuery", map[string]string{"callback_query_id": press})
	return outcome(err)
}
