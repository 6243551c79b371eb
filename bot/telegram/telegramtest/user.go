package telegramtest

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// User is a person with a private chat with the bot. The methods without an
// error fail the test.
type User struct {
	room

	Name     string
	ID       int64 // of the person and of the private chat
	Username string
	Language string // of the person's app, such as "de"; may be empty

	toast string
}

// NewUser has somebody find the bot. To the bot they are unknown until they
// write.
func (s *Server) NewUser(name, language string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.newChat()
	u := &User{room: room{s, c}, Name: name, ID: c.id, Language: language}
	c.user = u
	return u
}

func (u *User) wire() wireUser {
	return wireUser{ID: u.ID, FirstName: u.Name, Username: u.Username, LanguageCode: u.Language}
}

// Start presses START, or follows a link with a payload.
func (u *User) Start(payload string) Message {
	u.server.tb.Helper()
	return u.Say(strings.TrimSpace("/start " + payload))
}

// Say writes a text.
func (u *User) Say(text string) Message {
	u.server.tb.Helper()
	return u.must(u.TrySay(text))
}

// TrySay writes a text, unless an app would not send it.
func (u *User) TrySay(text string) (Message, error) {
	return u.room.post(u, textMessage(text))
}

func textMessage(text string) *Message {
	text = strings.TrimSpace(text)
	m := &Message{Text: text}
	if strings.HasPrefix(text, "/") {
		m.Entities = []Entity{{Type: "bot_command", Length: utf16Length(strings.Fields(text)[0])}}
	}
	return m
}

// Tap presses the inline button with a label on the newest message that has
// it, or the one on the keyboard below. It waits for the bot to come to rest
// and for the button to appear.
func (u *User) Tap(label string) {
	u.server.tb.Helper()
	if err := u.TryTap(label); err != nil {
		u.fail(err)
	}
}

// TryTap is Tap for those who can live without the button.
func (u *User) TryTap(label string) error { return u.room.tap(u, label, true) }

// TapNow presses without waiting for the bot, as an impatient thumb does.
func (u *User) TapNow(label string) {
	u.server.tb.Helper()
	if err := u.room.tap(u, label, false); err != nil {
		u.fail(err)
	}
}

// TapOn presses a button of a message as it was when m was taken, though the
// screen may have changed since.
func (u *User) TapOn(m Message, label string) {
	u.server.tb.Helper()
	u.server.mu.Lock()
	err := u.server.pressOn(u, u.chat, m, label)
	u.server.mu.Unlock()
	if err != nil {
		u.fail(err)
	}
}

// Forge presses a button with data of one's own making on a message.
func (u *User) Forge(m Message, data string) {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.server.press(u, u.chat, m, "forged: "+data, data)
}

// Toast is the last answer to a press that came with a text.
func (u *User) Toast() string {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.toast
}

// ShareContact sends one's own phone number.
func (u *User) ShareContact(phone string) Message {
	u.server.tb.Helper()
	return u.must(u.room.post(u, contactMessage(u, phone)))
}

// ShareContactOf sends somebody else's phone number.
func (u *User) ShareContactOf(other *User, phone string) Message {
	u.server.tb.Helper()
	return u.must(u.room.post(u, contactMessage(other, phone)))
}

func contactMessage(of *User, phone string) *Message {
	m := &Message{}
	m.extra.Contact = &wireContact{PhoneNumber: phone, FirstName: of.Name, UserID: of.ID}
	return m
}

// SendSticker sends a sticker.
func (u *User) SendSticker() Message {
	u.server.tb.Helper()
	m := &Message{}
	m.extra.Sticker = &wireSticker{FileID: "sticker", FileUniqueID: "sticker", Type: "regular", Width: 512, Height: 512, Emoji: "👍"}
	return u.must(u.room.post(u, m))
}

// SendVoice sends a voice message.
func (u *User) SendVoice() Message {
	u.server.tb.Helper()
	m, seconds := &Message{}, 4
	m.extra.Voice = &wireFile{FileID: "voice", FileUniqueID: "voice", MimeType: "audio/ogg", Duration: &seconds}
	return u.must(u.room.post(u, m))
}

// SendPhoto sends a photo, with a caption or without.
func (u *User) SendPhoto(caption string) Message {
	u.server.tb.Helper()
	m := &Message{Text: caption}
	m.extra.Photo = []wirePhoto{{FileID: "photo", FileUniqueID: "photo", Width: 1280, Height: 960}}
	return u.must(u.room.post(u, m))
}

// Edit changes a message that one has sent.
func (u *User) Edit(m Message, text string) {
	u.server.tb.Helper()
	s := u.server
	s.mu.Lock()
	mine := u.chat.find(m.ID)
	if mine == nil || mine.from != u {
		s.mu.Unlock()
		u.fail(errors.New("that message is not there to edit"))
		return
	}
	defer s.mu.Unlock()
	mine.Text, mine.Edited = text, s.now()
	s.jot(u.chat, "%s edits #%d: %s", u.Name, mine.number, text)
	s.box.put("edited_message", u.chat.id, u.chat.id, s.wire(mine))
}

// Block has the person block the bot.
func (u *User) Block() { u.member("blocks the bot", "member", "kicked", true) }

// Unblock takes Block back.
func (u *User) Unblock() { u.member("unblocks the bot", "kicked", "member", false) }

func (u *User) member(what, before, after string, blocked bool) {
	s := u.server
	s.mu.Lock()
	defer s.mu.Unlock()
	u.chat.blocked = blocked
	s.jot(u.chat, "%s %s", u.Name, what)
	s.membership(u, u.chat, before, after)
}

// membership tells the bot that somebody changed its place in a chat.
func (s *Server) membership(by *User, c *chat, before, after string) {
	member := func(status string) wireMember {
		m := wireMember{Status: status, User: s.bot()}
		if status == "kicked" {
			m.UntilDate = new(int64)
		}
		return m
	}
	s.box.put("my_chat_member", c.id, c.id+5<<33, wireMembership{
		Chat: c.wire(), From: by.wire(), Date: s.now().Unix(), Old: member(before), New: member(after),
	})
}

// Deactivate has the person delete their account.
func (u *User) Deactivate() {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	u.chat.deactivated = true
	u.server.jot(u.chat, "%s deletes their account", u.Name)
}

func (u *User) must(m Message, err error) Message {
	u.server.tb.Helper()
	if err != nil {
		u.fail(err)
	}
	return m
}

// tooLong is what no app sends as one message.
func tooLong(m *Message) bool { return utf8.RuneCountInString(m.Text) > 4096 }
