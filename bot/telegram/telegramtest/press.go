package telegramtest

import (
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// pressLife is how long Telegram waits for the answer to a press.
const pressLife = 150 * time.Second

// press is a button that was pressed and spins until the bot answers.
type press struct {
	number int64
	user   *User
	chat   *chat
	label  string
	at     time.Time
}

// pressOn presses the button with a label, if it is one that the bot hears of.
func (s *Server) pressOn(u *User, c *chat, seen Message, label string) error {
	b, ok := seen.Button(label)
	switch {
	case !ok:
		return fmt.Errorf("the message has no button [%s]", label)
	case b.Data == "":
		return fmt.Errorf("the button [%s] leads to %q, the bot learns nothing of it", label, b.URL)
	}
	s.press(u, c, seen, label, b.Data)
	return nil
}

// press presses a button of a message as a person saw it; s.mu is held. The
// screen may have changed since, as it does on slow phones.
func (s *Server) press(u *User, c *chat, seen Message, label, data string) {
	s.lastPress++
	id := strconv.FormatInt(s.lastPress, 10)
	s.presses[id] = &press{number: s.lastPress, user: u, chat: c, label: label, at: s.now()}
	sent := wirePress{ID: id, From: u.wire(), ChatInstance: strconv.FormatInt(c.id*7919, 10), Data: data}
	if m := c.find(seen.ID); m != nil {
		sent.Message = s.wire(m)
	} else {
		sent.Message = wireGone{Chat: c.wire(), MessageID: seen.ID}
	}
	s.jot(c, "%s taps [%s]", u.Name, label)
	c.asks()
	// A press takes another queue than what its sender writes.
	s.box.put("callback_query", c.id, u.ID+3<<33, sent)
}

func (c *call) answerCallbackQuery() (any, *refusal) {
	text := c.text("text")
	if utf8.RuneCountInString(text) > 200 {
		return nil, blame("MESSAGE_TOO_LONG")
	}
	if c.text("url") != "" {
		return nil, blame("URL_INVALID")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	id := c.text("callback_query_id")
	p := c.presses[id]
	if p == nil {
		return nil, &refusal{code: 400, text: textTooOld}
	}
	delete(c.presses, id)
	if c.now().Sub(p.at) > pressLife {
		return nil, &refusal{code: 400, text: textTooOld}
	}
	if text != "" {
		c.jot(p.chat, "Bot to %s: (%s)", p.user.Name, text)
		p.user.toast = text
		p.chat.draws(nil)
	}
	p.chat.changed()
	return true, nil
}

func (s *Server) openPresses() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.presses)
}

// unanswered names the presses that still spin; s.mu is held.
func (s *Server) unanswered() []string {
	var open []*press
	for _, p := range s.presses {
		open = append(open, p)
	}
	slices.SortFunc(open, func(a, b *press) int { return int(a.number - b.number) })
	var names []string
	for _, p := range open {
		names = append(names, fmt.Sprintf("the press of [%s] by %s was never answered", p.label, p.user.Name))
	}
	return names
}
