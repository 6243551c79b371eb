package telegram

import (
	"encoding/json"
	"fmt"
	"strings"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

// update is an update as far as it is answered. What else Telegram sends, or
// invents tomorrow, is not even looked at.
type update struct {
	Message      *message    `json:"message"`
	Callback     *callback   `json:"callback_query"`
	MyChatMember *membership `json:"my_chat_member"`
}

type message struct {
	Chat       place           `json:"chat"`
	From       sender          `json:"from"`
	Text       string          `json:"text"`
	Contact    *contact        `json:"contact"`
	NewMembers json.RawMessage `json:"new_chat_members"`

	// By these Telegram, not the person, speaks.
	Pinned     json.RawMessage `json:"pinned_message"`
	AutoDelete json.RawMessage `json:"message_auto_delete_timer_changed"`
	Access     json.RawMessage `json:"write_access_allowed"`
}

// place is where something was said: to us alone, or in a group.
type place struct {
	Type string `json:"type"`
}

func (p place) private() bool { return p.Type == "private" }

type sender struct {
	ID   int64  `json:"id"`
	Lang string `json:"language_code"`
}

// UnmarshalJSON reads as much as can be read: whoever writes is answered, also
// where Telegram says of them in another way in which language they speak.
func (s *sender) UnmarshalJSON(raw []byte) error {
	bot.ReadFields(raw, map[string]any{"id": &s.ID, "language_code": &s.Lang})
	return nil
}

type contact struct {
	UserID    int64  `json:"user_id"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
	Phone     string `json:"phone_number"`
}

// UnmarshalJSON reads as much as can be read; what is of nobody is no answer.
func (c *contact) UnmarshalJSON(raw []byte) error {
	bot.ReadFields(raw, map[string]any{"user_id": &c.UserID, "first_name": &c.FirstName, "last_name": &c.LastName, "phone_number": &c.Phone})
	return nil
}

type membership struct {
	Chat      place `json:"chat"`
	NewMember struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// decode reads an update as it came.
func (t *Telegram) decode(raw []byte) (bot.Incoming, error) {
	var u update
	if err := json.Unmarshal(raw, &u); err != nil {
		return bot.Incoming{}, fmt.Errorf("decode update: %w", bot.Unreadable(err))
	}
	switch {
	case u.Callback != nil:
		return pressing(u.Callback), nil
	case u.Message != nil:
		return t.saying(u.Message), nil
	case u.MyChatMember != nil:
		return u.MyChatMember.read(), nil
	}
	return bot.Incoming{}, nil
}

// saying is a message: a command, words, or something that is no text.
func (t *Telegram) saying(m *message) bot.Incoming {
	in := bot.Incoming{Lang: m.From.Lang}
	if !m.Chat.private() {
		if t.spokenTo(m) {
			in.Say = locales.Say("telegram.private_only", "Link", "https://t.me/"+t.me.Username)
		}
		return in
	}
	switch {
	case m.Text != "":
		in.Event = bot.ReadText(m.Text)
	case m.Contact != nil && m.From.ID != 0 && m.Contact.UserID == m.From.ID:
		in.Event = dialogs.Introduced{
			Name:  strings.TrimSpace(m.Contact.FirstName + " " + m.Contact.LastName),
			Phone: m.Contact.Phone,
		}
	case m.isService():
	default:
		in.Event = dialogs.Sent{}
	}
	return in
}

// isService tells whether Telegram, not the person, speaks.
func (m *message) isService() bool { return m.Pinned != nil || m.AutoDelete != nil || m.Access != nil }

// spokenTo tells whether a message in a group is meant for the bot.
func (t *Telegram) spokenTo(m *message) bool {
	var came []sender
	_ = json.Unmarshal(m.NewMembers, &came) // what cannot be read names nobody
	for _, member := range came {
		if member.ID == t.me.ID {
			return true
		}
	}
	return strings.HasPrefix(m.Text, "/") || strings.Contains(m.Text, "@"+t.me.Username)
}

// read is a person who blocks the bot, or lets it speak again.
func (m *membership) read() bot.Incoming {
	gone := m.NewMember.Status == "kicked" || m.NewMember.Status == "left"
	return bot.Incoming{Left: m.Chat.private() && gone, Back: m.Chat.private() && !gone}
}
