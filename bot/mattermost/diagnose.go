package mattermost

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/diagnosis"
)

// Diagnose asks Mattermost whether the counter can work there: by the bot's
// token, in the staff's channels, with a slash command and a first lead. It
// posts nothing.
func Diagnose(ctx context.Context, s Settings, lead string) (r diagnosis.Report) {
	m := &Mattermost{settings: s, api: model.NewAPIv4Client(s.URL)}
	m.api.SetToken(s.Token)
	m.api.HTTPClient = &http.Client{Timeout: callTimeout}
	me, _, err := m.api.GetMe(ctx, "")
	switch status := status(err); {
	case status == http.StatusUnauthorized:
		r.Wrong("MATTERMOST_TOKEN", "Make a new one: Integrations, Bot Accounts, Create New Token.", "the token is wrong or was revoked")
		return r
	case err != nil && status == 0:
		r.Wrong("MATTERMOST_URL", "Let this machine reach "+s.URL+", and look for a slip in it.", "Mattermost is not reached: %v", plainly(err))
		return r
	case err != nil:
		r.Wrong("MATTERMOST_URL", "Use the address that people open in their browser.", "what answers there is not Mattermost, or has a fault: %v", plainly(err))
		return r
	case !me.IsBot:
		r.Wrong("MATTERMOST_TOKEN", "Make a bot account: Integrations, Bot Accounts.", "the token is that of a person, %q", me.Username)
	default:
		r.Good("mattermost", "reached; the bot is @%s", me.Username)
	}
	seen := m.diagnoseChannels(ctx, &r)
	m.diagnoseLead(ctx, &r, lead, seen)
	return r
}

// diagnoseChannels looks at the channel of each office, and for the command in
// the teams that they belong to. It returns the channels that could be seen.
func (m *Mattermost) diagnoseChannels(ctx context.Context, r *diagnosis.Report) (seen []string) {
	var teams []string
	for _, office := range slices.Sorted(maps.Keys(m.settings.Channels)) {
		channel, ok := m.diagnoseChannel(ctx, r, office)
		if ok {
			seen = append(seen, channel.Id)
		}
		if ok && !slices.Contains(teams, channel.TeamId) {
			teams = append(teams, channel.TeamId)
			m.diagnoseCommand(ctx, r, channel.TeamId)
		}
	}
	return seen
}

func (m *Mattermost) diagnoseChannel(ctx context.Context, r *diagnosis.Report, office booking.OfficeID) (*model.Channel, bool) {
	const variable = "MATTERMOST_CHANNELS"
	channel, _, err := m.api.GetChannel(ctx, m.settings.Channels[office])
	switch {
	case isUnknown(err):
		r.Wrong(variable, "Copy the ID from channel name, View Info.", "Mattermost knows no channel of the ID for office %q", office)
	case status(err) == http.StatusForbidden:
		r.Wrong(variable, "Write /invite @ and the bot's name in that channel.", "the bot is not in the channel of office %q", office)
	case err != nil:
		r.Wrong(variable, "Try again.", "the channel of office %q cannot be looked up: %v", office, plainly(err))
	case channel.DeleteAt != 0:
		r.Wrong(variable, "Unarchive it, or name another.", "the channel of office %q is archived", office)
	case channel.Type == model.ChannelTypeOpen:
		r.Wrong(variable, "Make it private: channel name, Convert to Private Channel.",
			"the channel of office %q is public: everybody of the team can enter, and members may work at the counter", office)
		return channel, true
	default:
		r.Good(variable, "%q: the bot is in the channel %q", office, channel.DisplayName)
		return channel, true
	}
	return nil, false
}

// diagnoseCommand tells whether a command is offered to who types. Its token and
// its address are shown to administrators only.
func (m *Mattermost) diagnoseCommand(ctx context.Context, r *diagnosis.Report, team string) {
	trigger := m.settings.Command
	all, _, err := m.api.ListAutocompleteCommands(ctx, team)
	switch {
	case err != nil:
		r.Wrong("slash command", "Try again.", "the commands cannot be looked up: %v", plainly(err))
	case !slices.ContainsFunc(all, func(c *model.Command) bool { return c.Trigger == trigger }):
		r.Wrong("slash command", "Make it as docs/running.md says, in this team, with Autocomplete on: Integrations, Slash Commands.", "there is no command /%s that people are offered", trigger)
	default:
		r.Good("slash command", "/%s is there; only writing it shows whether MATTERMOST_COMMAND_TOKEN is its token", trigger)
	}
}

// diagnoseLead looks for the lead among the staff. Where a channel could not be
// seen, nobody can say that they are not: the finding about that comes first.
func (m *Mattermost) diagnoseLead(ctx context.Context, r *diagnosis.Report, lead string, seen []string) {
	const variable = "MATTERMOST_LEAD"
	who, err := m.Find(ctx, strings.TrimPrefix(lead, "@"))
	if isUnknown(err) {
		r.Wrong(variable, "Give the user name without display name, or the ID from System Console, Users.", "Mattermost knows nobody called %q", lead)
		return
	}
	if err != nil {
		r.Wrong(variable, "Try again.", "%q cannot be looked up: %v", lead, plainly(err))
		return
	}
	for _, channel := range seen {
		if err := m.belongs(ctx, channel, who.Chat.Address); err == nil {
			r.Good(variable, "%q is among the staff", lead)
			return
		} else if !errors.Is(err, errStranger) {
			return // the channel's own finding says why
		}
	}
	if len(seen) == 0 || len(seen) < len(m.settings.Channels) {
		return
	}
	r.Wrong(variable, "Add them to the channel.", "%q is in no channel of the staff, so that nobody can give roles", lead)
}
