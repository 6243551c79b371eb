package mattermost

import (
	"strings"
	"testing"
)

// The doctor names what keeps the counter from working there, one thing at a time, and
// says what helps; of who is the lead nothing is said where a channel cannot be seen.
func TestTheDoctorNamesWhatKeepsTheCounterFromWorking(t *testing.T) {
	t.Parallel()
	const us, channel, commands, lead, member = "GET /users/me", "GET /channels/c", "GET /teams/t/commands/autocomplete", "GET /users/username/anna", "GET /channels/c/members/anna"
	in := func(kind string, deleted int) map[string]any {
		return map[string]any{"id": "c", "type": kind, "team_id": "t", "delete_at": deleted, "display_name": "Amt"}
	}
	for name, tt := range map[string]struct {
		call   string
		answer any
		wrong  string // how what is wrong begins; empty: nothing is
		good   int    // how many things are in order
	}{
		"in order":                 {"", nil, "", 4},
		"a token that is wrong":    {us, 401, "MATTERMOST_TOKEN: the token is wrong", 0},
		"a fault":                  {us, 500, "MATTERMOST_URL: what answers there is not Mattermost", 0},
		"a person's token":         {us, map[string]any{"id": "p", "username": "otto"}, `MATTERMOST_TOKEN: the token is that of a person, "otto"`, 3},
		"a channel nobody knows":   {channel, 404, "MATTERMOST_CHANNELS: Mattermost knows no channel", 1},
		"a channel we are not in":  {channel, 403, "MATTERMOST_CHANNELS: the bot is not in the channel", 1},
		"a channel not to be seen": {channel, 500, `MATTERMOST_CHANNELS: the channel of office "o" cannot be looked up`, 1},
		"an archived channel":      {channel, in("P", 5), `MATTERMOST_CHANNELS: the channel of office "o" is archived`, 1},
		"a public channel":         {channel, in("O", 0), `MATTERMOST_CHANNELS: the channel of office "o" is public`, 3},
		"no command":               {commands, []map[string]any{{"trigger": "other"}}, "slash command: there is no command /termin", 3},
		"commands not to be seen":  {commands, 500, "slash command: the commands cannot be looked up", 3},
		"a lead nobody knows":      {lead, 404, `MATTERMOST_LEAD: Mattermost knows nobody called "@anna"`, 3},
		"a lead not to be seen":    {lead, 500, `MATTERMOST_LEAD: "@anna" cannot be looked up`, 3},
		"a lead who is not there":  {member, 404, `MATTERMOST_LEAD: "@anna" is in no channel`, 3},
		"a lead who is a guest":    {member, map[string]any{"scheme_guest": true}, `MATTERMOST_LEAD: "@anna" is in no channel`, 3},
		"members not to be seen":   {member, 500, "", 3},
	} {
		m, s := stubbed(t)
		s.answers[us] = map[string]any{"id": "bot", "username": "termine", "is_bot": true}
		s.answers[channel] = in("P", 0)
		s.answers[commands] = []map[string]any{{"trigger": "other"}, {"trigger": "termin"}}
		s.answers[lead] = map[string]any{"id": "anna", "username": "anna"}
		if tt.call != "" {
			s.answers[tt.call] = tt.answer
		}
		var wrong []string
		good := 0
		for _, f := range Diagnose(t.Context(), m.settings, "@anna") {
			if f.Wrong == "" {
				good++
				continue
			}
			wrong = append(wrong, f.What+": "+strings.ReplaceAll(f.Wrong, string(m.town().Offices[0].ID), "o"))
			if f.Helps == "" || strings.Contains(f.Wrong, m.settings.URL) {
				t.Errorf("%s: %q is said, and %q helps", name, f.Wrong, f.Helps)
			}
		}
		if tt.wrong == "" && len(wrong) > 0 || tt.wrong != "" && (len(wrong) != 1 || !strings.HasPrefix(wrong[0], tt.wrong)) || good != tt.good {
			t.Errorf("%s: wrong is %q, and %d things are in order", name, wrong, good)
		}
	}
}
