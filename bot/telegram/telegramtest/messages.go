package telegramtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

func (c *call) getMe() (any, *refusal) {
	return wireBot{wireUser: c.bot(), CanJoinGroups: true}, nil
}

func (c *call) sendMessage() (any, *refusal) {
	text, entities, err := c.formatted("text", "entities", 4096, "message is too long")
	if err != nil {
		return nil, err
	}
	return c.send(&Message{FromBot: true, Text: text, Entities: entities})
}

func (c *call) sendDocument() (any, *refusal) {
	sent, ok := c.file("document")
	switch {
	case !ok:
		return nil, blame("strict: only uploaded documents are served, no file_id and no URL")
	case len(sent.data) == 0:
		return nil, blame("file must be non-empty")
	case len(sent.data) > 50<<20:
		return nil, &refusal{code: 413, text: "Request Entity Too Large", blame: true}
	}
	text, entities, err := c.formatted("caption", "caption_entities", 1024, "message caption is too long")
	if err != nil {
		return nil, err
	}
	m := &Message{FromBot: true, Text: text, Entities: entities}
	m.Document = &Document{Name: sent.name, MIME: sent.mime, Data: sent.data}
	m.extra.Document = &wireFile{FileName: sent.name, MimeType: sent.mime, FileSize: len(sent.data)}
	return c.send(m)
}

// send puts a message of the bot's into the chat the call names.
func (c *call) send(m *Message) (any, *refusal) {
	keys, err := c.markup()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	chat, err := c.chat()
	if err != nil {
		return nil, err
	}
	if err := c.quote(chat, m); err != nil {
		return nil, err
	}
	m.markup, m.Buttons = keys.inline, keys.rows
	if keys.reply != nil {
		chat.keyboard = keys.reply
	}
	if keys.remove {
		chat.keyboard = nil
	}
	c.add(chat, m)
	if m.extra.Document != nil {
		m.extra.Document.FileID = fmt.Sprintf("file-%d", m.ID)
		m.extra.Document.FileUniqueID = fmt.Sprintf("unique-%d", m.ID)
	}
	c.show(chat, "Bot: ", m)
	chat.draws(m)
	return c.wire(m), nil
}

// quote reads reply_parameters.
func (c *call) quote(chat *chat, m *Message) *refusal {
	text := c.text("reply_parameters")
	if text == "" {
		return nil
	}
	var to struct {
		MessageID int  `json:"message_id"`
		Anyway    bool `json:"allow_sending_without_reply"`
	}
	if json.Unmarshal([]byte(text), &to) != nil {
		return blame("can't parse reply parameters JSON object")
	}
	if chat.find(to.MessageID) != nil {
		m.replyTo = to.MessageID
		return nil
	}
	if to.Anyway {
		return nil
	}
	return badRequest("message to be replied not found")
}

func (c *call) editMessageText() (any, *refusal) {
	text, entities, err := c.formatted("text", "entities", 4096, "message is too long")
	if err != nil {
		return nil, err
	}
	return c.edit(func(m *Message) *refusal {
		if m.captioned() {
			return badRequest("there is no text in the message to edit")
		}
		m.Text, m.Entities = text, entities
		return nil
	})
}

func (c *call) editMessageReplyMarkup() (any, *refusal) {
	return c.edit(func(*Message) *refusal { return nil })
}

// edit changes a message of the bot's and its buttons.
func (c *call) edit(change func(*Message) *refusal) (any, *refusal) {
	if c.text("chat_id") == "" || c.text("message_id") == "" {
		return nil, blame("message identifier is not specified")
	}
	keys, err := c.markup()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	chat, err := c.chat()
	if err != nil {
		return nil, err
	}
	m := chat.find(int(c.int("message_id")))
	if m == nil {
		return nil, badRequest("message to edit not found")
	}
	if !m.FromBot {
		return nil, blame("message can't be edited")
	}
	edited := *m
	if err := change(&edited); err != nil {
		return nil, err
	}
	edited.markup, edited.Buttons = keys.inline, keys.rows
	if edited.Text == m.Text && slices.Equal(edited.Entities, m.Entities) && string(edited.markup) == string(m.markup) {
		chat.draws(m) // what people see is what the bot wanted
		return nil, &refusal{code: 400, text: textNotModified}
	}
	edited.Edited = c.now()
	*m = edited
	c.show(chat, fmt.Sprintf("Bot edits #%d: ", m.number), m)
	chat.draws(m)
	return c.wire(m), nil
}

func (c *call) deleteMessage() (any, *refusal) {
	c.mu.Lock()
	defer c.mu.Unlock()
	chat, err := c.chat()
	if err != nil {
		return nil, err
	}
	m := chat.find(int(c.int("message_id")))
	if m == nil {
		return nil, badRequest("message to delete not found")
	}
	if c.now().Sub(m.Sent) >= 48*time.Hour || chat.user == nil && !m.FromBot {
		return nil, badRequest("message can't be deleted for everyone")
	}
	m.Deleted = true
	c.jot(chat, "Bot deletes #%d", m.number)
	chat.draws(nil)
	return true, nil
}

var chatActions = strings.Fields("typing upload_photo record_video upload_video record_voice upload_voice " +
	"upload_document choose_sticker find_location record_video_note upload_video_note")

func (c *call) sendChatAction() (any, *refusal) {
	if !slices.Contains(chatActions, c.text("action")) {
		return nil, blame("wrong parameter action in request")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.chat()
	return true, err
}

func (c *call) leaveChat() (any, *refusal) {
	c.mu.Lock()
	defer c.mu.Unlock()
	chat, err := c.chat()
	if err != nil {
		return nil, err
	}
	if chat.user != nil {
		return nil, blame("chat member status can't be changed in private chats")
	}
	chat.left = true
	c.jot(chat, "Bot leaves")
	chat.draws(nil)
	return true, nil
}

// formatted is a text parameter without its markup, and what the markup said.
func (c *call) formatted(name, entitiesName string, limit int, tooLong string) (string, []Entity, *refusal) {
	text, entities := c.text(name), []Entity(nil)
	if name == "text" && text == "" {
		return "", nil, blame("message text is empty")
	}
	switch mode := c.text("parse_mode"); {
	case mode == "" || text == "":
		if given := c.text(entitiesName); given != "" && json.Unmarshal([]byte(given), &entities) != nil {
			return "", nil, blame("can't parse entities JSON object")
		}
		if err := checkEntities(text, entities); err != nil {
			return "", nil, err
		}
	case strings.EqualFold(mode, "HTML"):
		var err *refusal
		if text, entities, err = parseHTML(text); err != nil {
			return "", nil, err
		}
	case strings.EqualFold(mode, "Markdown"), strings.EqualFold(mode, "MarkdownV2"):
		return "", nil, blame("strict: parse_mode %s is not served, use HTML", mode)
	default:
		return "", nil, blame("unsupported parse_mode")
	}
	text, entities = trim(text, entities)
	if name == "text" && text == "" {
		return "", nil, blame("text must be non-empty")
	}
	if utf8.RuneCountInString(text) > limit {
		return "", nil, blame("%s", tooLong)
	}
	return text, entities, nil
}
