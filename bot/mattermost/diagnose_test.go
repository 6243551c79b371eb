package mattermost_test

import (
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/diagnosis"
)

// wrongs is everything wrong in a report, a line each.
func wrongs(r diagnosis.Report) string {
	var all []string
	for _, f := range r {
		if f.Wrong != "" {
			all = append(all, f.What+": "+f.Wrong)
			if f.Helps == "" {
				all = append(all, "nothing is said to help against it")
			}
		}
	}
	return strings.Join(all, "\n")
}

func TestACounterInOrderHasNoFinding(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	anna := s.NewUser("anna")
	anna.Join(s.Staff)
	s.NewCommand("termin", "http://127.0.0.1:1/mattermost/command")
	settings := mattermost.Settings{URL: s.URL, Token: s.Token, Command: "termin", Channels: map[booking.OfficeID]string{"werne": s.Staff.ID}}
	for _, lead := range []string{"anna", "@anna", anna.ID} {
		if got := wrongs(mattermost.Diagnose(t.Context(), settings, lead)); got != "" {
			t.Error(got)
		}
	}
	if posts := s.Calls("POST /posts", "POST /posts/ephemeral", "PUT /posts/{post}/patch", "POST /channels/direct"); len(posts) > 0 {
		t.Errorf("looking posts: %v", posts)
	}
}

func TestWhatTheCounterLacksIsNamedOnceEach(t *testing.T) {
	t.Parallel()
	for title, test := range map[string]struct {
		fault func(s *mattermosttest.Server, settings *mattermost.Settings, lead *string)
		want  string
	}{
		"a token":        {func(s *mattermosttest.Server, _ *mattermost.Settings, _ *string) { s.Revoke() }, "MATTERMOST_TOKEN: the token is wrong or was revoked"},
		"a server":       {func(s *mattermosttest.Server, _ *mattermost.Settings, _ *string) { s.GoAway() }, "MATTERMOST_URL: Mattermost is not reached"},
		"another server": {func(_ *mattermosttest.Server, set *mattermost.Settings, _ *string) { set.URL = "http://127.0.0.1:1" }, "MATTERMOST_URL: Mattermost is not reached"},
		"a channel": {func(_ *mattermosttest.Server, set *mattermost.Settings, _ *string) {
			set.Channels = map[booking.OfficeID]string{"werne": "abcdefghijklmnopqrstuvwxyz"}
		}, `MATTERMOST_CHANNELS: Mattermost knows no channel of the ID for office "werne"`},
		"the bot in its channel": {func(s *mattermosttest.Server, set *mattermost.Settings, _ *string) {
			set.Channels = map[booking.OfficeID]string{"werne": s.NewPrivateChannel("closed").ID}
		}, `MATTERMOST_CHANNELS: the bot is not in the channel of office "werne"`},
		"privacy": {func(s *mattermosttest.Server, set *mattermost.Settings, _ *string) {
			set.Channels = map[booking.OfficeID]string{"werne": s.Square.ID}
		}, `MATTERMOST_CHANNELS: the channel of office "werne" is public`},
		"a lead": {func(_ *mattermosttest.Server, _ *mattermost.Settings, lead *string) { *lead = "nobody" }, `MATTERMOST_LEAD: Mattermost knows nobody called "nobody"`},
		"a lead in the channel": {func(s *mattermosttest.Server, _ *mattermost.Settings, lead *string) {
			*lead = s.NewUser("ben").Username
		}, `MATTERMOST_LEAD: "ben" is in no channel`},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			s, lead := mattermosttest.New(t, mattermosttest.Config{}), "anna"
			anna := s.NewUser(lead)
			anna.Join(s.Staff)
			anna.Join(s.Square)
			s.NewCommand("termin", "http://127.0.0.1:1/mattermost/command")
			settings := mattermost.Settings{URL: s.URL, Token: s.Token, Command: "termin", Channels: map[booking.OfficeID]string{"werne": s.Staff.ID}}
			test.fault(s, &settings, &lead)
			got := wrongs(mattermost.Diagnose(t.Context(), settings, lead))
			s.Forgive()
			first, rest, _ := strings.Cut(got, "\n")
			if !strings.Contains(first, test.want) || rest != "" {
				t.Errorf("%s\nwant %q", got, test.want)
			}
		})
	}
}

func TestACommandThatIsNotThereIsNamed(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	s.NewUser("anna").Join(s.Staff)
	s.NewCommand("termine", "http://127.0.0.1:1/mattermost/command")
	settings := mattermost.Settings{URL: s.URL, Token: s.Token, Command: "termin", Channels: map[booking.OfficeID]string{"werne": s.Staff.ID}}
	if got := wrongs(mattermost.Diagnose(t.Context(), settings, "anna")); got != "slash command: there is no command /termin that people are offered" {
		t.Error(got)
	}
}

// Without an office file it is not known which channels are the staff's.
func TestNothingIsSaidOfALeadWhereNoChannelIsKnown(t *testing.T) {
	t.Parallel()
	s := mattermosttest.New(t, mattermosttest.Config{})
	s.NewUser("anna").Join(s.Staff)
	if got := wrongs(mattermost.Diagnose(t.Context(), mattermost.Settings{URL: s.URL, Token: s.Token}, "anna")); got != "" {
		t.Error(got)
	}
}
