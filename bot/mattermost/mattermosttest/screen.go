package mattermosttest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

// screen is what a person sees of a channel. Server.mu guards it.
type screen struct {
	posts []*post // the newest last
	log   []string
}

// Message is a message as a person sees it now.
type Message struct {
	ID          string
	Root        string // the message that begins the thread in which it answers; empty: none
	From        string // user name
	Text        string
	Attachments []*model.MessageAttachment
	Props       map[string]any
	OnlyVisible bool // to the one who sees it: an ephemeral message
	Edited      bool
}

func (p *post) snapshot() Message {
	w := wirePost(p.Post)
	return Message{
		ID: w.Id, Root: w.RootId, From: p.from.Username, Text: w.Message, Attachments: w.Attachments(), Props: w.GetProps(),
		OnlyVisible: p.to != nil, Edited: w.EditAt != 0,
	}
}

// Labels are the buttons and selects of a message, in their order.
func (m Message) Labels() []string {
	var labels []string
	for _, a := range m.Attachments {
		for _, action := range a.Actions {
			labels = append(labels, action.Name)
		}
	}
	return labels
}

// String is the message as the transcript has it.
func (m Message) String() string {
	var lines []string
	if m.Text != "" {
		lines = append(lines, m.Text)
	}
	for _, a := range m.Attachments {
		for _, text := range []string{a.Pretext, a.Title, a.Text} {
			if text != "" {
				lines = append(lines, text)
			}
		}
		for _, f := range a.Fields {
			lines = append(lines, fmt.Sprintf("%s: %v", f.Title, f.Value))
		}
		if len(a.Actions) > 0 {
			lines = append(lines, drawActions(a.Actions))
		}
	}
	return strings.Join(lines, "\n")
}

// drawActions draws buttons and selects in a row: [Yes] [No] [Desk: 1 | 2].
func drawActions(actions []*model.PostAction) string {
	var drawn []string
	for _, a := range actions {
		label := a.Name
		var options []string
		for _, o := range a.Options {
			options = append(options, o.Text)
		}
		if len(options) > 0 {
			label += ": " + strings.Join(options, " | ")
		}
		drawn = append(drawn, "["+label+"]")
	}
	return strings.Join(drawn, " ")
}

func (s *screen) show(p *post) {
	s.posts = append(s.posts, p)
	who := p.from.Username
	if p.to != nil {
		who = "(only visible to you)"
	}
	s.jot("%s: %s", who, p.snapshot())
}

// showAgain has a post change on the screen, where it is on it.
func (s *screen) showAgain(p *post) {
	if i := slices.Index(s.posts, p); i >= 0 {
		s.jot("#%d is now: %s", i+1, p.snapshot())
	}
}

func (s *screen) drop(p *post) {
	if i := slices.Index(s.posts, p); i >= 0 {
		s.jot("#%d is gone", i+1)
		s.posts = slices.Delete(s.posts, i, i+1)
	}
}

// jot adds a line to the transcript.
func (s *screen) jot(format string, args ...any) {
	s.log = append(s.log, strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "\n  "))
}

// newest is the latest post that is as is says.
func (s *screen) newest(is func(*post) bool) *post {
	for _, p := range slices.Backward(s.posts) {
		if is(p) {
			return p
		}
	}
	return nil
}
