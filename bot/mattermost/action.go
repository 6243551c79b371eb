package mattermost

import (
	"context"
	"net/http"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
)

const (
	actionPath = Path + "action"
	// ticketKey is where a button's ticket stands, and optionKey what was
	// chosen from a list.
	ticketKey = "ticket"
	optionKey = "selected_option"
	// longestChoice is how long a choice may be; ours are much shorter.
	longestChoice = 100
	// keptForForms is how many of the answers that can follow a command are
	// not spent on presses: what a form leads to can be shown in no other way.
	keptForForms = 1
)

// action answers a press on a button, or a choice from a list. Mattermost shows
// the person who pressed an error unless the status is 200 and there is some JSON.
func (m *Mattermost) action(w http.ResponseWriter, r *http.Request) {
	var call model.PostActionIntegrationRequest
	if read(w, r, &call) {
		answer(w, m.pressed(r.Context(), call))
	}
}

func (m *Mattermost) pressed(ctx context.Context, call model.PostActionIntegrationRequest) *model.PostActionIntegrationResponse {
	signed, _ := call.Context[ticketKey].(string)
	t, err := m.seal.open(signed, call.UserId, call.ChannelId, m.host.Now())
	if err != nil {
		m.refused(ctx, "action: "+err.Error(), call.UserId)
		return hint(m.naming(t.Lang, "mattermost.no_ticket"))
	}
	who, why := m.admitted(ctx, call.UserId, call.UserName, t.Lang)
	if why != "" {
		return hint(why)
	}
	p := m.place(who, t)
	switch t.Purpose {
	case toPress:
		return m.turn(ctx, p, dialogs.Tapped{Choice: t.Choice, Revision: t.Revision}, call.TriggerId)
	case toSelect:
		chosen, _ := call.Context[optionKey].(string)
		return m.turn(ctx, p, dialogs.Tapped{Choice: chosen[:min(len(chosen), longestChoice)], Revision: t.Revision}, call.TriggerId)
	case toOpen:
		return m.reopened(ctx, p, t, call.TriggerId)
	case toLook:
		return m.look(ctx, who, t)
	case toFinish:
		if m.counter != nil {
			return m.finish(ctx, who, t)
		}
	}
	m.refused(ctx, "action: a ticket for something else", call.UserId)
	return hint(m.naming(t.Lang, "mattermost.no_ticket"))
}

// turn takes in what was pressed, and shows what comes of it.
func (m *Mattermost) turn(ctx context.Context, p place, event dialogs.Event, trigger string) *model.PostActionIntegrationResponse {
	page, soon := m.soon(ctx, p, event, func(ctx context.Context, page bot.Page) { m.follow(ctx, p, page) })
	if !soon {
		return hint(say(p.who.lang, locales.Say("mattermost.moment")))
	}
	if p.live {
		m.ask(ctx, p, page, trigger)
		return m.changed(p, page)
	}
	if p.left <= keptForForms || !m.follow(ctx, p, page) {
		return hint(paragraphs(m.wordy(page), m.inviting(page.Lang)))
	}
	m.ask(ctx, p.after(), page, trigger)
	return &model.PostActionIntegrationResponse{}
}

// place is where a ticket comes from.
func (m *Mattermost) place(who member, t ticket) place {
	return place{who: who, channel: t.Channel, hook: t.Hook, left: t.Left, live: t.Live && m.settings.Direct}
}

// inviting tells where buttons do not come to an end.
func (m *Mattermost) inviting(lang string) string {
	if !m.settings.Direct {
		return ""
	}
	return m.naming(lang, "mattermost.go_direct")
}

// hint is a text without buttons that only the person who pressed sees. Mattermost
// would look for a post to update among those it has stored, and these are not.
func hint(text string) *model.PostActionIntegrationResponse {
	return &model.PostActionIntegrationResponse{EphemeralText: text, SkipSlackParsing: true}
}
