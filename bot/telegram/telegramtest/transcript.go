package telegramtest

import (
	"fmt"
	"strings"
)

// Transcript is the chat so far as one reads it, with buttons and edits.
// Messages are numbered within the chat, so that two runs read alike.
func (r room) Transcript() string {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	return strings.Join(append(r.chat.log, ""), "\n")
}

// jot adds a line to the transcript; s.mu is held.
func (s *Server) jot(c *chat, format string, args ...any) {
	if !s.config.Quiet {
		c.log = append(c.log, fmt.Sprintf(format, args...))
	}
}

// show adds a message to the transcript, after who sent it.
func (s *Server) show(c *chat, who string, m *Message) {
	if !s.config.Quiet {
		c.log = append(c.log, who+m.body("  ")+m.buttons("  "))
	}
}

// String is the message as the transcript has it.
func (m Message) String() string { return m.body("") + m.buttons("") }

func (m *Message) body(indent string) string {
	var parts []string
	if m.Document != nil {
		parts = append(parts, fmt.Sprintf("<%s>", m.Document.Name))
	}
	if kind := m.kind(); kind != "" {
		parts = append(parts, "<"+kind+">")
	}
	if m.Text != "" {
		parts = append(parts, strings.ReplaceAll(m.Text, "\n", "\n"+indent))
	}
	return strings.Join(parts, " ")
}

func (m *Message) kind() string {
	switch {
	case m.extra.Sticker != nil:
		return "sticker"
	case m.extra.Voice != nil:
		return "voice"
	case m.extra.Photo != nil:
		return "photo"
	case m.extra.Contact != nil:
		return "contact of " + m.extra.Contact.FirstName
	}
	return ""
}

func (m *Message) buttons(indent string) string {
	var out strings.Builder
	for _, row := range m.Buttons {
		out.WriteString("\n" + indent)
		for i, b := range row {
			if i > 0 {
				out.WriteByte(' ')
			}
			out.WriteString("[" + b.Text + "]")
		}
	}
	return out.String()
}
