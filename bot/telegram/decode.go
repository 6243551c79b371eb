package telegram

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-telegram/bot/models"

	"terminbote/booking"
	"terminbote/dialogs"
)

// incoming is an update as far as it is answered.
type incoming struct {
	event   dialogs.Event // nil: nothing for the dialogs
	lang    string
	press   string // the button press to be answered; empty: none
	message string // the message whose button was pressed
	group   bool   // somebody speaks to the bot in a group
	left    bool   // the person has blocked the bot
	back    bool   // or lets it speak again
}

// menu is what the commands ask for. Each language has its own words; all of
// them are understood everywhere.
var menu = map[string]string{
	"termine": "appointments", "appointments": "appointments",
	"hilfe": "help", "help": "help",
	"sprache": "language", "language": "language",
	"datenschutz": "privacy", "privacy": "privacy",
	"binda": "here", "here": "here",
	"daten": "data", "data": "data",
	"loeschen": "erase", "erase": "erase",
	"warteliste": "waiting", "waitlist": "waiting",
}

// decode reads an update as it came.
func (t *Telegram) decode(raw []byte) (incoming, error) {
	var u models.Update
	if err := json.Unmarshal(raw, &u); err != nil {
		return incoming{}, fmt.Errorf("decode update: %w", err)
	}
	switch {
	case u.CallbackQuery != nil:
		return pressing(u.CallbackQuery), nil
	case u.Message != nil:
		return t.saying(u.Message), nil
	case u.MyChatMember != nil:
		return membership(u.MyChatMember), nil
	}
	return incoming{}, nil
}

// pressing is a button press. Buttons carry "revision:choice".
func pressing(q *models.CallbackQuery) incoming {
	in := incoming{press: q.ID, lang: q.From.LanguageCode}
	switch {
	case q.Message.Message != nil:
		in.message = strconv.Itoa(q.Message.Message.ID)
		in.group = q.Message.Message.Chat.Type != models.ChatTypePrivate
	case q.Message.InaccessibleMessage != nil:
		in.message = strconv.Itoa(q.Message.InaccessibleMessage.MessageID)
		in.group = q.Message.InaccessibleMessage.Chat.Type != models.ChatTypePrivate
	}
	if !in.group {
		in.event = pressedChoice(q.Data)
	}
	return in
}

// pressedChoice reads what a button carries. One that is none of ours is like
// one that is out of date.
func pressedChoice(data string) dialogs.Event {
	from, choice, _ := strings.Cut(data, ":")
	if notice, ok := strings.CutPrefix(from, underNotice); ok {
		n, _ := strconv.ParseInt(notice, base, 64)
		return dialogs.Responded{Notice: booking.NoticeID(n), Choice: choice}
	}
	n, err := strconv.ParseInt(from, base, 0)
	if err != nil {
		n = -1
	}
	return dialogs.Tapped{Choice: choice, Revision: int(n)}
}

// saying is a message: a command, words, or something that is no text.
func (t *Telegram) saying(m *models.Message) incoming {
	var in incoming
	if m.From != nil {
		in.lang = m.From.LanguageCode
	}
	if m.Chat.Type != models.ChatTypePrivate {
		in.group = t.spokenTo(m)
		return in
	}
	switch {
	case m.Text != "":
		in.event = t.words(m.Text)
	case m.Contact != nil && m.From != nil && m.Contact.UserID == m.From.ID:
		in.event = dialogs.Introduced{
			Name:  strings.TrimSpace(m.Contact.FirstName + " " + m.Contact.LastName),
			Phone: m.Contact.PhoneNumber,
		}
	case isService(m):
	default:
		in.event = dialogs.Sent{}
	}
	return in
}

// isService tells whether Telegram, not the person, speaks.
func isService(m *models.Message) bool {
	return m.PinnedMessage != nil || m.MessageAutoDeleteTimerChanged != nil || m.WriteAccessAllowed != nil
}

func (t *Telegram) words(text string) dialogs.Event {
	name, rest, _ := strings.Cut(text, " ")
	command, ok := strings.CutPrefix(name, "/")
	if !ok {
		return dialogs.Said{Text: text}
	}
	command, _, _ = strings.Cut(command, "@")
	if command == "start" {
		return dialogs.Started{Payload: strings.TrimSpace(rest)}
	}
	if what, known := menu[strings.ToLower(command)]; known {
		return dialogs.Asked{For: what}
	}
	return dialogs.Said{Text: command}
}

// spokenTo tells whether a message in a group is meant for the bot.
func (t *Telegram) spokenTo(m *models.Message) bool {
	for _, member := range m.NewChatMembers {
		if member.ID == t.me.ID {
			return true
		}
	}
	return strings.HasPrefix(m.Text, "/") || strings.Contains(m.Text, "@"+t.me.Username)
}

// membership is a person who blocks the bot, or lets it speak again.
func membership(m *models.ChatMemberUpdated) incoming {
	private := m.Chat.Type == models.ChatTypePrivate
	gone := m.NewChatMember.Type == models.ChatMemberTypeBanned || m.NewChatMember.Type == models.ChatMemberTypeLeft
	return incoming{left: private && gone, back: private && !gone}
}
