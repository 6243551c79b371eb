package mattermost

import (
	"strconv"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/locales"
)

// mostButtons is how many buttons stand in a row. What is more becomes a list.
const mostButtons = 5

// place is where a page is shown: to one person in one channel.
type place struct {
	who     member
	channel string
	hook    string // by which answers can follow
	left    int    // how many of them
	live    bool   // in a message that is stored in the direct channel, and changed in place
}

// after is the place once an answer has followed.
func (p place) after() place {
	p.left--
	return p
}

// drawn is a page with its buttons. Each carries a ticket for the person it is
// drawn.
func (m *Mattermost) drawn(p place, page bot.Page) *model.CommandResponse {
	// Mattermost shows no attachments without a text.
	return &model.CommandResponse{
		ResponseType: model.CommandResponseTypeEphemeral, SkipSlackParsing: true,
		Text: text(page), Attachments: m.attachments(p, page),
	}
}

// attachments is the buttons: each group with a title of its own in a box of
// its own, the others together while there is room.
func (m *Mattermost) attachments(p place, page bot.Page) []*model.MessageAttachment {
	return m.boxes(p, page, mostButtons)
}

// boxes is attachments where what is more than most buttons becomes a list.
func (m *Mattermost) boxes(p place, page bot.Page, most int) []*model.MessageAttachment {
	var all []*model.MessageAttachment
	if page.Typing && (p.live || p.left > 0) {
		all = append(all, &model.MessageAttachment{Actions: []*model.PostAction{m.opener(p, page)}})
	}
	for _, g := range page.Groups {
		actions := m.actions(p, page, g, most)
		if len(actions) == 0 {
			continue
		}
		if last := len(all) - 1; last >= 0 && g.Title == "" && len(all[last].Actions)+len(actions) <= mostButtons {
			all[last].Actions = append(all[last].Actions, actions...)
			continue
		}
		box := &model.MessageAttachment{Actions: actions}
		if len(g.Buttons) <= most { // a list has its title in itself
			box.Text = escape(g.Title)
		}
		all = append(all, box)
	}
	return all
}

// actions is a group as buttons, or as one list where they are many.
func (m *Mattermost) actions(p place, page bot.Page, g bot.Group, most int) []*model.PostAction {
	if len(g.Buttons) > most {
		return []*model.PostAction{m.list(p, page, g)}
	}
	var all []*model.PostAction
	for _, b := range g.Buttons {
		all = append(all, &model.PostAction{
			Type: model.PostActionTypeButton, Name: label(b), Integration: m.carrying(p.ticket(toPress, page, b.ID), m.until()),
		})
	}
	return all
}

// list is a group to choose from. What is chosen comes beside the ticket and
// is not signed: like a typed word it is looked for among what the state
// offers, and one that is not there does nothing.
func (m *Mattermost) list(p place, page bot.Page, g bot.Group) *model.PostAction {
	name := shorten(g.Title, longestLabel)
	if name == "" {
		name = say(page.Lang, locales.Say("mattermost.choose"))
	}
	list := &model.PostAction{
		Type: model.PostActionTypeSelect, Name: name, Integration: m.carrying(p.ticket(toSelect, page, ""), m.until()),
	}
	for i, b := range g.Buttons {
		words := label(b)
		if n := strconv.Itoa(i + 1); g.Numbered && words != n {
			words = n + ". " + words
		}
		list.Options = append(list.Options, &model.PostActionOptions{Text: words, Value: b.ID})
	}
	return list
}

// opener is the button that opens a form for an answer in one's own words.
func (m *Mattermost) opener(p place, page bot.Page) *model.PostAction {
	return &model.PostAction{
		Type: model.PostActionTypeButton, Name: say(page.Lang, locales.Say("mattermost.write")), Style: "primary",
		Integration: m.carrying(p.ticket(toOpen, page, page.Ask), m.until()),
	}
}

// ticket is one for what is drawn here.
func (p place) ticket(what purpose, page bot.Page, choice string) ticket {
	t := ticket{
		Purpose: what, User: p.who.id, Channel: p.channel, Choice: choice, Revision: page.Revision,
		Live: p.live, Lang: page.Lang,
	}
	if !p.live {
		t.Hook, t.Left = p.hook, p.left
	}
	return t
}

func (m *Mattermost) until() int64 { return m.host.Now().Add(ticketsFor).Unix() }

// carrying is where a press leads, with its ticket.
func (m *Mattermost) carrying(t ticket, until int64) *model.PostActionIntegration {
	t.Until = until
	return &model.PostActionIntegration{
		URL: m.address(actionPath), Context: map[string]any{ticketKey: m.seal.sign(t)},
	}
}

func (m *Mattermost) address(path string) string { return m.settings.PublicURL.JoinPath(path).String() }

// wordy is a page without buttons: what could be pressed is named, and typed
// instead.
func (m *Mattermost) wordy(page bot.Page) string {
	parts := []string{text(page)}
	n := 0
	for _, g := range page.Groups {
		var named []string
		for _, b := range g.Buttons {
			mark := "• "
			if g.Numbered {
				n++
				mark = strconv.Itoa(n) + ": "
			}
			named = append(named, mark+escape(label(b)))
		}
		parts = append(parts, escape(g.Title), strings.Join(named, "\n"))
	}
	if len(page.Groups) > 0 {
		parts = append(parts, m.naming(page.Lang, "mattermost.type_on"))
	}
	return shorten(paragraphs(parts...), longestText)
}
