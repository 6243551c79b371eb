package command

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/storage"
)

// staffChannels is the staff's channel of each office. A single office need not
// be named.
type staffChannels map[booking.OfficeID]string

var channelForm = regexp.MustCompile(`^[a-z0-9]{26}$`)

// UnmarshalText reads "ID" or "office=ID,office=ID".
func (c *staffChannels) UnmarshalText(text []byte) error {
	all := staffChannels{}
	for part := range strings.SplitSeq(string(text), ",") {
		office, channel, named := strings.Cut(strings.TrimSpace(part), "=")
		if !named {
			office, channel = "", office
		}
		_, twice := all[booking.OfficeID(office)]
		if !channelForm.MatchString(channel) || twice {
			return fmt.Errorf("the ID of a channel, which has 26 letters and digits, or office=ID,office=ID was expected, not %q", part)
		}
		all[booking.OfficeID(office)] = channel
	}
	*c = all
	return nil
}

// of is the channels by the IDs of a town's offices.
func (c staffChannels) of(town booking.Town) (map[booking.OfficeID]string, error) {
	all := map[booking.OfficeID]string{}
	for office, channel := range c {
		if office == "" && len(town.Offices) == 1 {
			office = town.Offices[0].ID
		}
		if _, ok := town.Office(office); !ok {
			return nil, fmt.Errorf("MATTERMOST_CHANNELS: there is no office %q; expected %s", office, officesOf(town))
		}
		all[office] = channel
	}
	return all, nil
}

func officesOf(town booking.Town) string {
	var all []string
	for _, o := range town.Offices {
		all = append(all, string(o.ID)+"=ID")
	}
	return strings.Join(all, ",")
}

// triggerForm is Mattermost's of trigger words: small letters, no space, no slash in front.
var triggerForm = regexp.MustCompile(`^[^\s/A-Z][^\sA-Z]{0,127}$`)

// shortestSecret is the number of characters from which a secret cannot be
// guessed.
const shortestSecret = 32

// mattermostFaults is what is wrong with the variables about Mattermost.
func (s settings) mattermostFaults() faults {
	var all faults
	set := []struct {
		variable, about string
		missing         bool
	}{
		{"MATTERMOST_URL", "an address like https://chat.example.org", s.MattermostURL == nil},
		{"MATTERMOST_TOKEN", "the access token of the bot account", s.MattermostToken == ""},
		{"MATTERMOST_COMMAND_TOKEN", "the token of the slash command", s.MattermostCommandToken == ""},
		{"MATTERMOST_SECRET", "at least 32 random characters", len(s.MattermostSecret) < shortestSecret},
		{"MATTERMOST_CHANNELS", "the ID of the staff's channel", len(s.MattermostChannels) == 0},
		{"MATTERMOST_LEAD", "the user name or ID of the first lead", s.MattermostLead == ""},
		{"PUBLIC_URL", "an address like https://termine.example.org", s.PublicURL == nil},
	}
	if !s.wantsMattermost() {
		return nil
	}
	for _, v := range set {
		if v.missing {
			all.add(v.variable, "%s: %s was expected, since Mattermost is on", v.variable, v.about)
		}
	}
	if !triggerForm.MatchString(s.MattermostCommand) {
		all.add("MATTERMOST_COMMAND", "MATTERMOST_COMMAND: a trigger word such as termin was expected, without the slash and without spaces, not %q", s.MattermostCommand)
	}
	if s.MattermostURL != nil && !isWeb(s.MattermostURL) {
		all.add("MATTERMOST_URL", "MATTERMOST_URL: an address like https://chat.example.org was expected, not %q", s.MattermostURL)
	}
	return all
}

func (s settings) mattermostURL() string { return strings.TrimSuffix(s.MattermostURL.String(), "/") }

// wantsMattermost tells whether anything about Mattermost was set: half of it
// is a mistake.
func (s settings) wantsMattermost() bool {
	return s.MattermostURL != nil || cmp.Or(s.MattermostToken, s.MattermostCommandToken, s.MattermostSecret, s.MattermostLead) != "" ||
		len(s.MattermostChannels) > 0
}

// openMattermost prepares for staff in Mattermost. It is nil if that is off.
func (s *town) openMattermost(store *storage.Store, host *bot.Host) (*mattermost.Mattermost, error) {
	if !s.settings.wantsMattermost() {
		return nil, nil
	}
	m, err := mattermost.New(mattermost.Settings{
		URL: s.settings.mattermostURL(), Token: s.settings.MattermostToken,
		Command: s.settings.MattermostCommand, CommandToken: s.settings.MattermostCommandToken, Secret: s.settings.MattermostSecret,
		PublicURL: s.settings.PublicURL, Channels: s.channels, Direct: s.settings.MattermostDirect,
	}, host, store, s.files.Current, store.Leader("keep day posts"))
	if err != nil {
		return nil, fmt.Errorf("MATTERMOST_SECRET: %w", err)
	}
	m.HoldTalks(store)
	s.staffCalls.open(m)
	return m, nil
}

// findLead looks up the first lead, named in the settings, in Mattermost until
// it answers. Until then nobody is a lead.
func (s *town) findLead(ctx context.Context, m *mattermost.Mattermost, store *storage.Store) {
	for said := false; ctx.Err() == nil; said = true {
		who, err := m.Find(ctx, strings.TrimPrefix(s.settings.MattermostLead, "@"))
		if err == nil {
			store.Lead(who)
			return
		}
		if !said {
			s.log.WarnContext(ctx, "the first lead was not found yet", "variable", "MATTERMOST_LEAD", "error", err)
		}
		bot.Pause(ctx, findLeadAgain)
	}
}

// findLeadAgain is the pause before the lead is looked up again.
const findLeadAgain = 10 * time.Second
