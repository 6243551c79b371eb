package telegram

import (
	"encoding/json"
	"errors"
	"strconv"

	"terminbote/dialogs"
)

// envelope is as much of an update as receiving it needs: its number, and
// whose it is.
type envelope struct {
	ID            json.RawMessage `json:"update_id"`
	Message       *inChat         `json:"message"`
	EditedMessage *inChat         `json:"edited_message"`
	Callback      *pressed        `json:"callback_query"`
	MyChatMember  *inChat         `json:"my_chat_member"`
}

type inChat struct {
	Chat struct {
		ID int64 `json:"id"`
	} `json:"chat"`
}

type pressed struct {
	From struct {
		ID int64 `json:"id"`
	} `json:"from"`
	Message *inChat `json:"message"`
}

var errNoUpdate = errors.New("no update of Telegram's")

// open reads whose update raw is. An update of a kind that belongs to no chat
// has no address; what has no number is no update.
func open(raw []byte) (dialogs.Update, error) {
	var e envelope
	// What else cannot be read is left to the turn, which parks it.
	_ = json.Unmarshal(raw, &e)
	id, err := strconv.ParseInt(string(e.ID), 10, 64)
	if err != nil || id <= 0 {
		return dialogs.Update{}, errNoUpdate
	}
	return dialogs.Update{Channel: Channel, ID: id, Address: e.address(), Raw: raw}, nil
}

func (e envelope) address() string {
	for _, in := range []*inChat{e.Message, e.EditedMessage, e.MyChatMember} {
		if in != nil && in.Chat.ID != 0 {
			return strconv.FormatInt(in.Chat.ID, 10)
		}
	}
	switch {
	case e.Callback == nil:
		return ""
	case e.Callback.Message != nil && e.Callback.Message.Chat.ID != 0:
		return strconv.FormatInt(e.Callback.Message.Chat.ID, 10)
	case e.Callback.From.ID != 0:
		return strconv.FormatInt(e.Callback.From.ID, 10)
	}
	return ""
}
