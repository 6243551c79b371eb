package mattermost

import (
	"context"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// forbids is what is shown to a person who presses something without the role
// that it needs; nil: they have it.
func (m *Mattermost) forbids(ctx context.Context, who member, needed booking.Role) *model.PostActionIntegrationResponse {
	role, err := m.host.Staff.RoleOf(ctx, who.chat())
	if err != nil {
		return m.unseen(ctx, who, err)
	}
	if !role.Allows(needed) {
		m.refused(ctx, "action: no role", who.id)
		return hint(m.naming(who.lang, "mattermost.no_role"))
	}
	return nil
}

// look shows the day of a post with names, to the person who pressed its button and
// may see them. It is no turn of their talk, which stays where it is.
func (m *Mattermost) look(ctx context.Context, who member, t ticket) *model.PostActionIntegrationResponse {
	if no := m.forbids(ctx, who, booking.Viewer); no != nil {
		return no
	}
	name, day, _ := strings.Cut(t.Choice, "/")
	var date booking.Date
	if err := date.UnmarshalText([]byte(day)); err != nil {
		return m.unseen(ctx, who, err)
	}
	office := booking.OfficeID(name)
	facts, err := m.board.Plan(ctx, office, date, m.host.Now())
	if err != nil {
		return m.unseen(ctx, who, err)
	}
	return hint(text(bot.Render(who.lang, dialogs.ShowDay(facts, office, date, true))))
}

func (m *Mattermost) unseen(ctx context.Context, who member, err error) *model.PostActionIntegrationResponse {
	m.log.ErrorContext(ctx, "day not shown", "error", err)
	return hint(say(who.lang, m.fault(err)))
}
