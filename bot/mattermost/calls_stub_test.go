package mattermost

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/locales"
	"terminbote/office"
)

// stub answers calls as it is told to and notes them: what goes out, field by field,
// and what follows from each answer.
type stub struct {
	mu      sync.Mutex
	posted  []*model.Post
	hooked  []*model.CommandResponse // answers that followed
	calls   []string
	answers map[string]any // by "GET /posts/x/thread"; an int is a status that refuses
}

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	call := r.Method + " " + strings.TrimPrefix(r.URL.Path, "/api/v4")
	s.calls = append(s.calls, call)
	if call == "POST /posts" {
		p := &model.Post{}
		_ = json.NewDecoder(r.Body).Decode(p)
		s.posted = append(s.posted, p)
	}
	if strings.HasPrefix(call, "POST /hooks/") {
		c := &model.CommandResponse{}
		_ = json.NewDecoder(r.Body).Decode(c)
		s.hooked = append(s.hooked, c)
	}
	answer := s.answers[call]
	if status, refused := answer.(int); refused {
		w.WriteHeader(status)
		answer = map[string]any{"id": "refused", "message": "refused", "status_code": status}
	}
	if answer == nil {
		answer = map[string]any{"id": fmt.Sprintf("post%d", len(s.posted)), "user_id": "bot"}
	}
	_ = json.NewEncoder(w).Encode(answer)
}

func (s *stub) called(call string) bool { return slices.Contains(s.calls, call) }

// stubbed is a counter that speaks with a stub.
func stubbed(t *testing.T) (*Mattermost, *stub) {
	t.Helper()
	s := &stub{answers: map[string]any{}}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	address, _ := url.Parse("https://termine.example.org")
	town := office.Sample()
	host := &bot.Host{Now: clocktest.At(noon), Log: slog.New(slog.DiscardHandler), Metrics: bot.NewMetrics()}
	settings := Settings{URL: server.URL, Secret: "secret", PublicURL: address, Command: "termin", Direct: true, Channels: map[booking.OfficeID]string{town.Offices[0].ID: "c"}}
	m, err := New(settings, host, nil, func() booking.Town { return town }, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m, s
}

// untold is a counter with one line that staff were not told.
type untold struct {
	dialogs.Counter

	line dialogs.HandoverLine
	did  []string
}

func (u *untold) Untold(context.Context, dialogs.HandoverID) ([]dialogs.HandoverLine, error) {
	return []dialogs.HandoverLine{u.line}, nil
}

func (u *untold) Told(_ context.Context, line int64, post string, _ time.Time) error {
	u.did = append(u.did, fmt.Sprintf("told %d %s", line, post))
	return nil
}

func (u *untold) Lost(context.Context, dialogs.HandoverID, time.Time) error {
	u.did = append(u.did, "lost")
	return nil
}

func (u *untold) Attend(context.Context, booking.OfficeID, time.Time) error {
	u.did = append(u.did, "attends")
	return nil
}

// A line is written into its thread under a name by which Mattermost and we know it
// again, as the bot's; what stands there, or cannot be read, is not written again; and
// a talk ends only with its thread.
func TestALineIsToldOnceAndATalkEndsWithItsThread(t *testing.T) {
	t.Parallel()
	const read, write, look = "GET /posts/first/thread", "POST /posts", "GET /posts/first"
	stands := map[string]any{"order": []string{"p1"}, "posts": map[string]any{"p1": map[string]any{"id": "p1", "user_id": "bot", "props": map[string]any{lineKey: "70"}}}}
	others := map[string]any{"order": []string{"p1"}, "posts": map[string]any{"p1": map[string]any{"id": "p1", "user_id": "anna", "props": map[string]any{lineKey: "70"}}}}
	gone := map[string]any{"id": "first", "delete_at": 5}
	for name, tt := range map[string]struct {
		answers map[string]any
		writes  bool
		did     string
		fails   bool
	}{
		"new":                   {nil, true, "told 70 post1", false},
		"stands there":          {map[string]any{read: stands}, false, "told 70 p1", false},
		"somebody else's":       {map[string]any{read: others}, true, "told 70 post1", false},
		"unreadable":            {map[string]any{read: 500}, false, "", true},
		"unreadable, and there": {map[string]any{read: 403}, false, "", true},
		"unreadable, and gone":  {map[string]any{read: 404, look: 404}, false, "lost", false},
		"refused, and there":    {map[string]any{write: 400}, true, "", true},
		"refused, and deleted":  {map[string]any{write: 400, look: gone}, true, "lost", false},
		"refused, and unknown":  {map[string]any{write: 400, look: 500}, true, "", true},
		"broken, and deleted":   {map[string]any{write: 500, look: gone}, true, "", true},
	} {
		m, s := stubbed(t)
		for call, answer := range tt.answers {
			s.answers[call] = answer
		}
		u := &untold{line: dialogs.HandoverLine{ID: 70, Kind: dialogs.CitizenLine, Text: "Hallo"}}
		m.HoldTalks(u)
		r := newThreads(m, "o", "c")
		r.me = "bot"
		err := r.tell(t.Context(), dialogs.Handover{ID: 7, Thread: "first"})
		if (err != nil) != tt.fails || s.called(write) != tt.writes || strings.Join(u.did, ", ") != tt.did || r.sure[7] != strings.HasPrefix(tt.did, "told") {
			t.Errorf("%s: %v, %q, %q", name, err, s.calls, u.did)
		}
		for _, p := range s.posted {
			if p.ChannelId != "c" || p.RootId != "first" || p.Message != "Hallo" || p.PendingPostId != lineKey+":70" || p.GetProp(lineKey) != "70" || p.GetProp(model.PostPropsFromBot) != "true" {
				t.Errorf("%s: it is written as %+v", name, p)
			}
		}
	}
}

// Whether staff can be reached is asked after a while and not before, and said only of
// a channel that we are in and can write to.
func TestStaffAreReachedWhereWeCanWrite(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		passed  time.Duration
		answers map[string]any
		asks    bool
		did     string
	}{
		"just before": {attendEvery - time.Nanosecond, nil, false, ""},
		"after that":  {attendEvery, nil, true, "attends"},
		"long after":  {5 * attendEvery, nil, true, "attends"},
		"set back":    {-time.Nanosecond, nil, true, "attends"},
		"archived":    {attendEvery, map[string]any{"GET /channels/c": map[string]any{"id": "c", "delete_at": 5}}, true, ""},
		"not in it":   {attendEvery, map[string]any{"GET /channels/c/members/bot": 404}, true, ""},
		"broken":      {attendEvery, map[string]any{"GET /users/me": 500}, true, ""},
	} {
		m, s := stubbed(t)
		s.answers["GET /users/me"] = map[string]any{"id": "bot"}
		for call, answer := range tt.answers {
			s.answers[call] = answer
		}
		u := &untold{}
		m.HoldTalks(u)
		r := newThreads(m, "o", "c")
		r.me, r.attended = "bot", noon.Add(-tt.passed)
		err := r.attend(t.Context())
		if s.called("GET /users/me") != tt.asks || strings.Join(u.did, ", ") != tt.did || (err == nil) != (!tt.asks || tt.did != "") {
			t.Errorf("%s: %v, %q, %q", name, err, s.calls, u.did)
		}
	}
}

// Today's message in the direct channel is the latest of ours for today; it is changed
// in place, and it is said that it stands above where something follows it.
func TestTodaysMessageStandsAndIsKnownAgain(t *testing.T) {
	t.Parallel()
	now := noon.UnixMilli()
	post := func(id, user, day string, at, deleted int64) map[string]any {
		return map[string]any{"id": id, "user_id": user, "create_at": at, "delete_at": deleted, "props": map[string]any{talkKey: day}}
	}
	const today, before = "2026-11-23", "2026-11-22"
	for name, tt := range map[string]struct {
		posts   []map[string]any
		changes string
		isLast  bool
		gone    int
	}{
		"none":              {nil, "", true, 0},
		"ours":              {[]map[string]any{post("a", "bot", today, now, 0)}, "a", true, 0},
		"ours, and more":    {[]map[string]any{post("a", "bot", today, now-9, 0), post("b", "anna", "", now, 0)}, "a", false, 0},
		"two of ours":       {[]map[string]any{post("a", "bot", today, now-9, 0), post("b", "bot", today, now, 0)}, "b", true, 0},
		"yesterday's":       {[]map[string]any{post("a", "bot", before, now, 0)}, "", true, 0},
		"hers, as if ours":  {[]map[string]any{post("a", "anna", today, now, 0)}, "", true, 0},
		"deleted":           {[]map[string]any{post("a", "bot", today, now, now)}, "", true, 1},
		"deleted, and ours": {[]map[string]any{post("a", "bot", today, now-9, 0), post("b", "bot", today, now, now)}, "a", true, 1},
	} {
		m, s := stubbed(t)
		all := map[string]any{}
		for _, p := range tt.posts {
			all[p["id"].(string)] = p
		}
		s.answers["GET /channels/c/posts"] = map[string]any{"order": []string{}, "posts": all}
		page := bot.Page{Lang: "de", Title: "Heute"}
		s.answers["POST /posts"] = map[string]any{"id": "new", "message": text(page)}
		p := place{who: member{id: "anna"}, channel: "c"}
		isLast, err := m.stand(t.Context(), p, page)
		if err != nil || isLast != tt.isLast || s.called("POST /posts") != (tt.changes == "") || tt.changes != "" && !s.called("PUT /posts/"+tt.changes+"/patch") {
			t.Errorf("%s: %v, is last: %v, %q", name, err, isLast, s.calls)
		}
		if answer := m.answered(t.Context(), p, page); strings.Contains(answer.Text, say("de", locales.Say("mattermost.above"))) == tt.isLast {
			t.Errorf("%s: it is said %q", name, answer.Text)
		}
		for _, made := range s.posted {
			if made.PendingPostId != fmt.Sprintf("talk:%s:c:%d", today, tt.gone) || made.ChannelId != "c" || made.GetProp(talkKey) != today {
				t.Errorf("%s: it is made as %+v", name, made)
			}
		}
	}
}

// The post of a day is the first of ours that names the office and the day, and stands.
func TestADaysPostIsKnownAgain(t *testing.T) {
	t.Parallel()
	post := func(id, user, day string, at, deleted int64) map[string]any {
		return map[string]any{"id": id, "user_id": user, "create_at": at, "delete_at": deleted, "props": map[string]any{dayKey: day}}
	}
	for name, tt := range map[string]struct {
		posts []map[string]any
		want  string
	}{
		"none":                      {nil, ""},
		"one":                       {[]map[string]any{post("a", "bot", "o/2026-11-23", 5, 0)}, "a"},
		"the first of two":          {[]map[string]any{post("a", "bot", "o/2026-11-23", 5, 0), post("b", "bot", "o/2026-11-23", 6, 0)}, "a"},
		"likewise, by other names":  {[]map[string]any{post("b", "bot", "o/2026-11-23", 5, 0), post("a", "bot", "o/2026-11-23", 6, 0)}, "b"},
		"a first that was deleted":  {[]map[string]any{post("a", "bot", "o/2026-11-23", 5, 7), post("b", "bot", "o/2026-11-23", 6, 0)}, "b"},
		"somebody's, as if ours":    {[]map[string]any{post("a", "anna", "o/2026-11-23", 5, 0), post("b", "bot", "o/2026-11-23", 6, 0)}, "b"},
		"another day's":             {[]map[string]any{post("a", "bot", "o/2026-11-24", 5, 0)}, ""},
		"another office's":          {[]map[string]any{post("a", "bot", "p/2026-11-23", 5, 0)}, ""},
		"no day's":                  {[]map[string]any{{"id": "a", "user_id": "bot", "create_at": 5}}, ""},
		"another, and then the one": {[]map[string]any{post("a", "bot", "o/2026-11-24", 5, 0), post("b", "bot", "o/2026-11-23", 6, 0)}, "b"},
	} {
		m, s := stubbed(t)
		town := m.town()
		sample := *town.Offices[0]
		sample.ID = "o"
		town.Offices = []*booking.Office{&sample}
		m.town = func() booking.Town { return town }
		all := map[string]any{}
		for _, p := range tt.posts {
			all[p["id"].(string)] = p
		}
		s.answers["GET /users/me"] = map[string]any{"id": "bot"}
		s.answers["GET /channels/c/posts"] = map[string]any{"order": []string{}, "posts": all}
		d := &dayPost{Mattermost: m, office: "o", channel: "c", post: dialogs.DayPost{Office: "o", Day: booking.DateOf(noon, time.UTC)}}
		if got, err := d.find(t.Context()); err != nil || got != tt.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
