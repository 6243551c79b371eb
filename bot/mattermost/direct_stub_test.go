package mattermost

import (
	"strings"
	"testing"

	"terminbote/locales"
)

// A channel is taken for the one between somebody and us only where Mattermost says so:
// what a call says of it is only what sets off to ask.
func TestOnlyWhatMattermostNamesIsADirectChannel(t *testing.T) {
	t.Parallel()
	anna, us := strings.Repeat("a", 26), strings.Repeat("b", 26)
	ben := strings.Repeat("c", 26)
	channel := func(kind, name string) map[string]any { return map[string]any{"id": "c", "type": kind, "name": name} }
	for name, tt := range map[string]struct {
		called  string
		answers map[string]any
		off     bool
		want    bool
		asks    bool // which channel it is
	}{
		"ours":                  {us + "__" + anna, map[string]any{"GET /channels/c": channel("D", us+"__"+anna)}, false, true, true},
		"ours, the other way":   {anna + "__" + us, map[string]any{"GET /channels/c": channel("D", anna+"__"+us)}, false, true, true},
		"switched off":          {us + "__" + anna, map[string]any{"GET /channels/c": channel("D", us+"__"+anna)}, true, false, false},
		"with somebody else":    {ben + "__" + anna, map[string]any{"GET /channels/c": channel("D", ben+"__"+anna)}, false, false, false},
		"somebody else's":       {us + "__" + ben, map[string]any{"GET /channels/c": channel("D", us+"__"+ben)}, false, false, false},
		"any channel":           {"town-square", nil, false, false, false},
		"called so, and public": {us + "__" + anna, map[string]any{"GET /channels/c": channel("O", us+"__"+anna)}, false, false, true},
		"called so by the call": {us + "__" + anna, map[string]any{"GET /channels/c": channel("D", ben+"__"+anna)}, false, false, true},
		"of several":            {us + "__" + anna, map[string]any{"GET /channels/c": channel("G", us+"__"+anna)}, false, false, true},
		"not to be asked":       {us + "__" + anna, map[string]any{"GET /channels/c": 500}, false, false, true},
		"we cannot be asked":    {us + "__" + anna, map[string]any{"GET /users/me": 500}, false, false, false},
	} {
		m, s := stubbed(t)
		m.settings.Direct = !tt.off
		s.answers["GET /users/me"] = map[string]any{"id": us}
		for call, answer := range tt.answers {
			s.answers[call] = answer
		}
		if got := m.isDirect(t.Context(), anna, "c", tt.called); got != tt.want || s.called("GET /channels/c") != tt.asks {
			t.Errorf("%s: %v, %q", name, got, s.calls)
		}
		before := len(s.calls)
		again, another := m.isDirect(t.Context(), anna, "c", tt.called), m.isDirect(t.Context(), anna, "d", "town-square")
		if again != tt.want || another || tt.want && len(s.calls) != before {
			t.Errorf("%s, again: %v, another channel: %v, %q", name, again, another, s.calls[before:])
		}
	}
}

// A network is called in the heading of a talk what people call it.
func TestANetworkIsCalledWhatPeopleCallIt(t *testing.T) {
	t.Parallel()
	for network, want := range map[string]string{"web": "Website", "terminal": "Terminal", "telegram": "Telegram", "x": "X", "": "–"} {
		if got := locales.For("de").Say(networkName(network)); got != want {
			t.Errorf("%q is called %q", network, got)
		}
	}
}
