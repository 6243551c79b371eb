package telegramtest

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"terminbote/booking/clocktest"
)

// Message is a message as it stands in a chat now; older versions are in the
// transcript.
type Message struct {
	ID       int
	Chat     int64
	FromBot  bool
	Text     string // or the caption
	Entities []Entity
	Buttons  [][]Button // inline, row by row
	Document *Document
	Sent     time.Time
	Edited   time.Time // zero if it never was
	Deleted  bool

	number  int // counted within the chat, for the transcript
	turn    int // of the chat, when the bot last drew it
	from    *User
	replyTo int
	markup  json.RawMessage
	extra   wireMessage // what is neither text nor document
}

// Button is an inline button.
type Button struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
	URL  string `json:"url"`
}

// Document is a file that the bot sent.
type Document struct {
	Name string
	MIME string
	Data []byte
}

// Button finds the inline button with a label.
func (m Message) Button(label string) (Button, bool) {
	for _, row := range m.Buttons {
		for _, b := range row {
			if b.Text == label {
				return b, true
			}
		}
	}
	return Button{}, false
}

// chat is a place where people and the bot talk. Server.mu guards it.
type chat struct {
	id    int64
	title string // of a group
	user  *User  // of a private chat

	known       bool // to the bot: somebody wrote in it
	blocked     bool
	deactivated bool
	left        bool // the bot is no longer in the group

	messages []*Message
	count    int
	keyboard *replyKeyboard
	log      []string
	bucket   bucket

	turn     int // counts what happens in the chat
	asked    int // the turn of the last thing a person did
	drawn    int // the turn of the last thing the bot showed
	lastDraw time.Time
	watch    chan struct{} // closed at the next change
}

func (s *Server) newChat() *chat {
	s.lastChat++
	c := &chat{id: s.lastChat}
	s.chats[c.id] = c
	return c
}

func (c *chat) wire() wireChat {
	if c.user == nil {
		return wireChat{ID: c.id, Type: "group", Title: c.title}
	}
	return wireChat{ID: c.id, Type: "private", FirstName: c.user.Name, Username: c.user.Username}
}

// find returns a message that is still there.
func (c *chat) find(id int) *Message {
	for _, m := range slices.Backward(c.messages) {
		if m.ID == id && !m.Deleted {
			return m
		}
		if m.ID < id {
			return nil
		}
	}
	return nil
}

// keepQuiet is how many messages of a chat a quiet server remembers.
const keepQuiet = 4

// add puts a message at the end of a chat.
func (s *Server) add(c *chat, m *Message) {
	s.lastMessage++
	c.count++
	m.ID, m.Chat, m.number, m.Sent = s.lastMessage, c.id, c.count, s.now()
	c.messages = append(c.messages, m)
	if s.config.Quiet && len(c.messages) > 2*keepQuiet {
		c.messages = slices.Clone(c.messages[len(c.messages)-keepQuiet:])
	}
}

// changed wakes those who wait for something to happen in the chat.
func (c *chat) changed() {
	if c.watch != nil {
		close(c.watch)
		c.watch = nil
	}
}

// asks notes that a person did something the bot will react to.
func (c *chat) asks() {
	c.turn++
	c.asked = c.turn
}

// draws notes that the bot showed something, in a message or beside them.
func (c *chat) draws(m *Message) {
	c.turn++
	c.drawn, c.lastDraw = c.turn, clocktest.Now()
	if m != nil {
		m.turn = c.turn
	}
	c.changed()
}

// access says whether the bot may write in the chat.
func (c *chat) access() *refusal {
	switch {
	case !c.known:
		return badRequest("chat not found")
	case c.blocked:
		return forbidden(textBlocked)
	case c.deactivated:
		return forbidden(textDeactivated)
	case c.left:
		return forbidden(textNotMember)
	}
	return nil
}

// chat finds the chat a call speaks of; s.mu is held.
func (c *call) chat() (*chat, *refusal) {
	id, err := strconv.ParseInt(c.text("chat_id"), 10, 64)
	chat := c.chats[id]
	if err != nil || chat == nil {
		return nil, badRequest("chat not found")
	}
	return chat, chat.access()
}

func (s *Server) bot() wireUser {
	return wireUser{ID: botID, IsBot: true, FirstName: "Terminassistent", Username: s.config.Username}
}

// wire is the message as Telegram sends it; s.mu is held.
func (s *Server) wire(m *Message) wireMessage {
	c := s.chats[m.Chat]
	w := m.extra
	w.MessageID, w.Chat, w.Date, w.ReplyMarkup = m.ID, c.wire(), m.Sent.Unix(), m.markup
	from := s.bot()
	if m.from != nil {
		from = m.from.wire()
	}
	w.From = &from
	if !m.Edited.IsZero() {
		w.EditDate = m.Edited.Unix()
	}
	if quoted := c.find(m.replyTo); m.replyTo != 0 && quoted != nil {
		quote := s.wire(quoted)
		quote.ReplyTo = nil
		w.ReplyTo = &quote
	}
	if m.captioned() {
		w.Caption, w.CaptionEntities = m.Text, m.Entities
	} else {
		w.Text, w.Entities = m.Text, m.Entities
	}
	return w
}

func (m *Message) captioned() bool { return m.extra.Document != nil || m.extra.Photo != nil }
