package telegramtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"terminbote/booking/clocktest"
)

// room is what private chats and groups have in common: people write, press
// and look at what the bot shows.
type room struct {
	server *Server
	chat   *chat
}

func (r room) fail(err error) {
	r.server.tb.Helper()
	r.server.tb.Fatalf("telegramtest: %v\n%s", err, r.Transcript())
}

// post puts a person's message into the chat and on its way to the bot.
func (r room) post(u *User, m *Message) (Message, error) {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	return r.putIn(u, m)
}

func (r room) putIn(u *User, m *Message) (Message, error) {
	s, c := r.server, r.chat
	if tooLong(m) || m.Text == "" && m.extra.empty() {
		return Message{}, errors.New("no app sends a text that is empty or longer than 4096 characters")
	}
	if c.blocked {
		return Message{}, errors.New("who has blocked the bot cannot write to it")
	}
	m.from, c.known = u, true
	s.add(c, m)
	s.show(c, u.Name+": ", m)
	c.asks()
	if s.hears(c, m) {
		s.box.put("message", c.id, c.id, s.wire(m))
	}
	return *m, nil
}

func (w wireMessage) empty() bool {
	return w.Contact == nil && w.Sticker == nil && w.Voice == nil && w.Photo == nil
}

// tap presses the newest button with a label.
func (r room) tap(u *User, label string, patient bool) error {
	if patient {
		r.Rest()
	}
	err := fmt.Errorf("%s finds no button [%s]", u.Name, label)
	r.await(patient, func() bool {
		m, typed := r.chat.offer(label)
		switch {
		case r.chat.blocked:
			err = errors.New("who has blocked the bot cannot press its buttons")
		case m != nil:
			err = r.server.pressOn(u, r.chat, *m, label)
		case typed:
			_, err = r.putIn(u, textMessage(label))
		default:
			return false
		}
		return true
	})
	return err
}

// offer finds a label on a message, or on the keyboard below.
func (c *chat) offer(label string) (on *Message, typed bool) {
	for _, m := range slices.Backward(c.messages) {
		if _, ok := m.Button(label); ok && !m.Deleted {
			return m, false
		}
	}
	if c.keyboard == nil {
		return nil, false
	}
	for _, row := range c.keyboard.Rows {
		for _, b := range row {
			if b.Text == label && !b.Contact {
				return nil, true
			}
		}
	}
	return nil, false
}

// Keyboard are the labels of the keyboard below the text field.
func (r room) Keyboard() [][]string {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	if r.chat.keyboard == nil {
		return nil
	}
	var rows [][]string
	for _, row := range r.chat.keyboard.Rows {
		var labels []string
		for _, b := range row {
			labels = append(labels, b.Text)
		}
		rows = append(rows, labels)
	}
	return rows
}

// Messages are the messages in the chat that were not deleted, oldest first.
func (r room) Messages() []Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	var all []Message
	for _, m := range r.chat.messages {
		if !m.Deleted {
			all = append(all, *m)
		}
	}
	return all
}

// Documents are the files the bot has sent, oldest first.
func (r room) Documents() []Document {
	var all []Document
	for _, m := range r.Messages() {
		if m.Document != nil {
			all = append(all, *m.Document)
		}
	}
	return all
}

// Latest is the newest message of the bot's, without waiting for another.
func (r room) Latest() (Message, bool) {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	for _, m := range slices.Backward(r.chat.messages) {
		if m.FromBot && !m.Deleted {
			return *m, true
		}
	}
	return Message{}, false
}

// Screen waits for the bot to come to rest and returns its newest message.
func (r room) Screen() Message {
	r.server.tb.Helper()
	r.Rest()
	m, ok := r.Latest()
	if !ok {
		r.fail(errors.New("the bot has said nothing"))
	}
	return m
}

// WaitFor waits for something that the bot shows after what was last said or
// pressed here, and that contains a text.
func (r room) WaitFor(text string) Message {
	r.server.tb.Helper()
	var found Message
	ok := r.await(true, func() bool {
		for _, m := range slices.Backward(r.chat.messages) {
			if m.FromBot && !m.Deleted && m.turn > r.chat.asked && m.has(text) {
				found = *m
				return true
			}
		}
		return false
	})
	if !ok {
		r.fail(fmt.Errorf("the bot never shows %q", text))
	}
	return found
}

// WaitForDocument waits until the bot has sent so many files in all and
// returns the last of them.
func (r room) WaitForDocument(count int) Document {
	r.server.tb.Helper()
	var last Document
	ok := r.await(true, func() bool {
		n := 0
		for _, m := range r.chat.messages {
			if m.Document != nil && !m.Deleted {
				n++
				last = *m.Document
			}
		}
		return n >= count
	})
	if !ok {
		r.fail(fmt.Errorf("the bot never sends file number %d", count))
	}
	return last
}

func (m *Message) has(text string) bool {
	return strings.Contains(m.Text, text) || m.Document != nil && strings.Contains(m.Document.Name, text)
}

// await waits for a condition, checked under the lock after each change.
func (r room) await(patient bool, holds func() bool) bool {
	timeout := time.NewTimer(r.server.config.Patience)
	defer timeout.Stop()
	for {
		r.server.mu.Lock()
		ok, changed := holds(), r.chat.changes()
		r.server.mu.Unlock()
		if ok || !patient {
			return ok
		}
		select {
		case <-changed:
		case <-timeout.C:
			return false
		}
	}
}

// changes is closed at the next change; Server.mu is held.
func (c *chat) changes() <-chan struct{} {
	if c.watch == nil {
		c.watch = make(chan struct{})
	}
	return c.watch
}

// Rest waits until the bot has shown something since a person last acted, and
// then has been quiet for a moment. It gives up when patience ends.
func (r room) Rest() {
	deadline := clocktest.Now().Add(r.server.config.Patience)
	for clocktest.Now().Before(deadline) {
		r.server.mu.Lock()
		answered := r.chat.asked == 0 || r.chat.drawn > r.chat.asked
		quiet := clocktest.Until(r.chat.lastDraw.Add(r.server.config.Settle))
		changed := r.chat.changes()
		r.server.mu.Unlock()
		if answered && quiet <= 0 {
			return
		}
		if !answered {
			quiet = clocktest.Until(deadline)
		}
		select {
		case <-changed:
		case <-time.After(quiet):
		}
	}
}
