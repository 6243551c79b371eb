package mattermost

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"terminbote/booking/clocktest"
)

// Who is let in is asked for again after half a minute, or under another name; a no
// and a fault are never remembered, and take a yes back.
func TestAYesIsRememberedForHalfAMinute(t *testing.T) {
	t.Parallel()
	now := clocktest.Now()
	var asked []string
	answers := map[string]error{}
	s := staff{known: map[string]member{}, now: func() time.Time { return now }, ask: func(_ context.Context, user string) (member, error) {
		asked = append(asked, user)
		return member{id: user, name: "name of " + user}, answers[user]
	}}
	admit := func(user, called string, want error, asks bool) {
		t.Helper()
		asked = nil
		who, err := s.admit(t.Context(), user, called)
		if !errors.Is(err, want) || (len(asked) == 1) != asks || want == nil && (who.id != user || who.name != "name of "+user) || want != nil && who != (member{}) {
			t.Errorf("%s: %+v, %v, asked %v", user, who, err, asked)
		}
	}
	away := errors.New("away")
	admit("a", "", nil, true)
	admit("a", "", nil, false)
	admit("a", "name of a", nil, false)
	admit("a", "somebody else", nil, true)
	admit("b", "", nil, true) // another's yes is nobody else's
	now = now.Add(membersFor - time.Nanosecond)
	admit("a", "", nil, false)
	now = now.Add(time.Nanosecond)
	admit("a", "", nil, true)
	answers["a"] = errStranger
	admit("a", "another name", errStranger, true)
	admit("a", "", errStranger, true)
	answers["a"] = away
	admit("a", "", away, true)
	answers["a"] = nil
	admit("a", "", nil, true)
	admit("a", "", nil, false)
	if !slices.Equal(asked, nil) {
		t.Errorf("asked %v", asked)
	}
}
