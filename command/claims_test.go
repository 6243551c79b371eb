package command

import (
	"net/url"
	"strings"
	"testing"

	"terminbote/booking"
)

// What a town has to itself no other gets, and no error repeats a token; what it gives
// up, another may have.
func TestNoTwoTownsHaveTheSame(t *testing.T) {
	t.Parallel()
	public, _ := url.Parse("https://Termine.Example.org:443/a")
	same, _ := url.Parse("https://termine.example.org./b")
	full := settings{
		TelegramToken: "1:hush", MattermostToken: "mhush", MattermostCommandToken: "chush", MattermostSecret: "shush", PublicURL: public,
		MattermostChannels: staffChannels{"a": aChannel},
	}
	for name, set := range map[string]settings{
		"TELEGRAM_TOKEN": {TelegramToken: "1:hush"}, "MATTERMOST_TOKEN": {MattermostToken: "mhush"}, "MATTERMOST_COMMAND_TOKEN": {MattermostCommandToken: "chush"},
		"MATTERMOST_SECRET": {MattermostSecret: "shush"}, "PUBLIC_URL": {PublicURL: same}, "MATTERMOST_CHANNELS": {MattermostChannels: staffChannels{"b": aChannel}},
	} {
		var c claims
		if err := c.variables("selm", full); err != nil {
			t.Fatal(err)
		}
		err := c.variables("werne", set)
		if err == nil || !strings.HasPrefix(err.Error(), name) || !strings.Contains(err.Error(), `the town "selm"`) || strings.Contains(err.Error(), "hush") {
			t.Errorf("%s: %v", name, err)
		}
		if free := c.free("werne", set); (free == nil) != (err == nil) || c.free("selm", set) != nil {
			t.Errorf("%s is free: %v", name, free)
		}
		if err := c.variables("selm", full); err != nil {
			t.Errorf("%s, claimed again by its own town: %v", name, err)
		}
		if err := c.variables("selm", settings{}); err != nil {
			t.Fatal(err)
		}
		if err := c.variables("werne", set); err != nil {
			t.Errorf("%s, once it is given up: %v", name, err)
		}
	}
	var c claims
	if err := c.variables("", settings{}); err != nil {
		t.Fatal(err)
	}
	if err := c.variables("werne", settings{}); err != nil {
		t.Errorf("nothing is claimed twice: %v", err)
	}
}

// Offices are claimed apart from variables: who changes one keeps the other, and who
// is refused keeps what they had.
func TestWhoIsRefusedKeepsWhatTheyHad(t *testing.T) {
	t.Parallel()
	town := func(ids ...booking.OfficeID) (all booking.Town) {
		for _, id := range ids {
			all.Offices = append(all.Offices, &booking.Office{ID: id})
		}
		return all
	}
	var c claims
	for _, err := range []error{c.variables("selm", settings{TelegramToken: "1:a"}), c.offices("selm", town("o1", "o2")), c.offices("werne", town("o3"))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := c.offices("werne", town("o4", "o2")); err == nil || !strings.Contains(err.Error(), `OFFICE: the id "o2"`) {
		t.Errorf("an office of another's: %v", err)
	}
	for _, id := range []booking.OfficeID{"o1", "o2", "o3"} {
		if err := c.offices("lünen", town(id)); err == nil {
			t.Errorf("%s is no longer its town's", id)
		}
	}
	if err := c.offices("lünen", town("o4")); err != nil {
		t.Errorf("what was refused is kept: %v", err)
	}
	if err := c.variables("werne", settings{TelegramToken: "1:a"}); err == nil {
		t.Error("a town that changed its offices lost its token")
	}
	if err := c.variables("selm", settings{TelegramToken: "1:b"}); err != nil {
		t.Fatal(err)
	}
	if err := c.offices("werne", town("o1")); err == nil {
		t.Error("a town that changed its token lost its offices")
	}
}
