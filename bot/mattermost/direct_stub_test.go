package mattermost

import (
	"slices"
	"strings"
	"testing"

	"terminbote/bot"
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

// A page follows in the message that stands, or else by an answer that is left; where
// there is none, or it is refused, who asked is told that it did not.
func TestAPageFollowsByWhatIsLeft(t *testing.T) {
	t.Parallel()
	const hook, standing, post = "POST /hooks/commands/h", "GET /channels/c/posts", "POST /posts"
	page := bot.Page{Lang: "de", Title: "Heute", Groups: []bot.Group{{Buttons: []bot.Button{{ID: "next", Label: "Tag danach"}}}}}
	for name, tt := range map[string]struct {
		place   place
		answers map[string]any
		want    bool
		calls   []string
	}{
		"by the last answer":        {place{hook: "h", left: 1}, nil, true, []string{hook}},
		"none is left":              {place{hook: "h"}, nil, false, nil},
		"no hook":                   {place{left: 5}, nil, false, nil},
		"refused":                   {place{hook: "h", left: 5}, map[string]any{hook: 404}, false, []string{hook}},
		"taken, and not carried":    {place{hook: "h", left: 5}, map[string]any{hook: 201}, false, []string{hook}},
		"in the message":            {place{live: true, hook: "h", left: 5}, nil, true, []string{standing, post}},
		"not in it, but by a hook":  {place{live: true, hook: "h", left: 5}, map[string]any{standing: 500}, true, []string{standing, hook}},
		"not in it, and no hook":    {place{live: true}, map[string]any{standing: 500}, false, []string{standing}},
		"it cannot be made, either": {place{live: true}, map[string]any{post: 500}, false, []string{standing, post}},
	} {
		m, s := stubbed(t)
		s.answers[standing] = map[string]any{"order": []string{}, "posts": map[string]any{}}
		s.answers[post] = map[string]any{"id": "new", "message": text(page)}
		for call, answer := range tt.answers {
			s.answers[call] = answer
		}
		tt.place.channel = "c"
		if got := m.follow(t.Context(), tt.place, page); got != tt.want || !slices.Equal(s.calls, tt.calls) {
			t.Errorf("%s: %v, %q", name, got, s.calls)
		}
		late := s.hooked
		if tt.answers[standing] != nil { // a command whose message does not stand is answered itself
			first := tt.place
			first.left--
			late = append(late, m.answered(t.Context(), first, page))
		}
		for _, a := range late {
			signed, _ := a.Attachments[0].Actions[0].Integration.Context[ticketKey].(string)
			if theirs, err := m.seal.open(signed, "", "c", noon); err != nil || theirs.Live || theirs.Hook != tt.place.hook || theirs.Left != tt.place.left-1 {
				t.Errorf("%s: its button carries %+v, %v", name, theirs, err)
			}
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
