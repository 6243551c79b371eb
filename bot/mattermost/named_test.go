package mattermost

import (
	"net/url"
	"strings"
	"testing"

	"terminbote/bot"
)

// Who gets a role is who is named: by the number that Mattermost sends along, else by
// the name, asked today; nobody where that is no name.
func TestWhoGetsARoleIsWhoIsNamed(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		said    string
		ids     []string
		answers map[string]any
		want    string
	}{
		"by number":            {"rolle @ben clerk", []string{"idben"}, map[string]any{"GET /users/idben": map[string]any{"id": "idben", "username": "ben.new"}}, "idben ben.new"},
		"by number, unknown":   {"rolle @ben clerk", []string{"idben"}, map[string]any{"GET /users/idben": 404}, "idben ben"},
		"by name":              {"rolle ben clerk", nil, map[string]any{"GET /users/username/ben": map[string]any{"id": "idb", "username": "ben"}}, "idb ben"},
		"by name, unknown":     {"rolle ben clerk", nil, map[string]any{"GET /users/username/ben": 404}, " "},
		"a path is no account": {"rolle ../me clerk", nil, nil, " "},
	} {
		m, s := stubbed(t)
		for call, answer := range tt.answers {
			s.answers[call] = answer
		}
		form := url.Values{"text": {tt.said}}
		if tt.ids != nil {
			form["user_mentions"], form["user_mentions_ids"] = []string{"ben"}, tt.ids
		}
		if got := m.named(t.Context(), form); got.Chat.Address+" "+got.Name != tt.want {
			t.Errorf("%s: %+v, want %q; asked %q", name, got, tt.want, s.calls)
		}
	}
}

// A page says what it has and nothing of what it has not.
func TestAPageWithoutAPartHasNoTraceOfIt(t *testing.T) {
	t.Parallel()
	m := drawer(t)
	hint := m.naming("de", "mattermost.type_on")
	if got := text(bot.Page{Lang: "de", Body: []string{"b"}}); got != "b" {
		t.Errorf("without a title: %q", got)
	}
	if got := m.wordy(bot.Page{Lang: "de", Title: "t"}); got != "**t**" {
		t.Errorf("without buttons: %q", got)
	}
	if got := m.wordy(buttons(1, false)); !strings.Contains(got, hint) {
		t.Errorf("with buttons: %q", got)
	}
}
