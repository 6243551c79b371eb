package mattermost

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
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

// Who is let in has an account in use, which is no bot's and no guest's, and belongs
// to a staff channel, not as a guest there. Each channel is asked, until one knows them.
func TestWhoIsLetInIsLookedUp(t *testing.T) {
	t.Parallel()
	const id, inC, inD = "abcdefghijklmnopqrstuvwxyz", "GET /channels/c/members/abcdefghijklmnopqrstuvwxyz", "GET /channels/d/members/abcdefghijklmnopqrstuvwxyz"
	account := func(more string) map[string]any {
		of := map[string]any{"id": id, "username": "anna", "locale": "en"}
		if name, value, ok := strings.Cut(more, "="); ok {
			of[name] = value
			switch name {
			case "is_bot":
				of[name] = true
			case "delete_at":
				of[name] = 5
			}
		}
		return of
	}
	guest := map[string]any{"user_id": id, "scheme_guest": true}
	for name, tt := range map[string]struct {
		account any
		c, d    any // their membership of both channels
		want    error
		broken  bool
	}{
		"a member":                    {account(""), nil, 404, nil, false},
		"a member of the other":       {account(""), 404, nil, nil, false},
		"of none":                     {account(""), 404, 404, errStranger, false},
		"a guest there":               {account(""), guest, 404, errStranger, false},
		"a guest there, not here":     {account(""), guest, nil, nil, false},
		"a guest's account":           {account("roles=system_guest"), nil, nil, errStranger, false},
		"a bot":                       {account("is_bot=true"), nil, nil, errStranger, false},
		"deactivated":                 {account("delete_at=5"), nil, nil, errStranger, false},
		"unknown":                     {404, nil, nil, errStranger, false},
		"an account that is not told": {500, nil, nil, nil, true},
		"a channel that is not told":  {account(""), 500, 404, nil, true},
	} {
		m, s := stubbed(t)
		m.settings.Channels = map[booking.OfficeID]string{"one": "c", "two": "d"}
		s.answers["GET /users/"+id], s.answers[inC], s.answers[inD] = tt.account, tt.c, tt.d
		who, err := m.lookUp(t.Context(), id)
		if tt.broken != (err != nil && !errors.Is(err, errStranger)) || !tt.broken && !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if want := (member{id: id, name: "anna", lang: "en"}); err == nil && who != want || err != nil && who != (member{}) {
			t.Errorf("%s: %+v", name, who)
		}
	}
	m, s := stubbed(t)
	if _, err := m.lookUp(t.Context(), "../../users"); !errors.Is(err, errStranger) || len(s.calls) != 0 {
		t.Errorf("what is no ID: %v, %q", err, s.calls)
	}
}
