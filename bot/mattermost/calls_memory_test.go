package mattermost_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
)

// A call that is too long is refused, and one that is just not too long is read.
func TestACallIsBound(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	const most = 128 << 10
	for path, of := range map[string]func(n int) string{
		"action":  func(n int) string { return `{"user_id":"` + strings.Repeat("x", n-len(`{"user_id":""}`)) + `"}` },
		"form":    func(n int) string { return `{"user_id":"` + strings.Repeat("x", n-len(`{"user_id":""}`)) + `"}` },
		"command": func(n int) string { return "token=" + strings.Repeat("x", n-len("token=")) },
	} {
		for n, want := range map[int][]int{most: {200, 401}, most + 1: {413, 400}} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, mattermost.Path+path, strings.NewReader(of(n)))
			if path == "command" {
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			}
			w := httptest.NewRecorder()
			d.m.ServeHTTP(w, r)
			if !slices.Contains(want, w.Code) {
				t.Errorf("%s of %d bytes: %d", path, n, w.Code)
			}
		}
		w := httptest.NewRecorder()
		d.m.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, mattermost.Path+path, nil))
		if w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s by GET: %d", path, w.Code)
		}
	}
}

// A caller can claim to be anybody: what they call themselves is written down only where
// it is an ID.
func TestWhatACallerClaimsToBeIsNotWrittenDown(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for path, body := range map[string]string{"action": `{"user_id":"Erika Muster"}`, "form": `{"user_id":"Erika Muster","state":"x"}`} {
		w := httptest.NewRecorder()
		d.m.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, mattermost.Path+path, strings.NewReader(body)))
		if w.Code != http.StatusOK || strings.Contains(d.log.String(), "Erika") || !strings.Contains(d.log.String(), "call refused") {
			t.Errorf("%s: %d; the log says %s", path, w.Code, d.log)
		}
	}
	w := httptest.NewRecorder()
	d.clock.advance(time.Hour)
	d.m.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, mattermost.Path+"action", strings.NewReader(`{"user_id":"`+d.anna.ID+`"}`)))
	if !strings.Contains(d.log.String(), d.anna.ID) {
		t.Errorf("the log says %s", d.log)
	}
}

// No command serves a guest, a bot, somebody who was deactivated or put out, or anybody
// while Mattermost cannot be asked.
func TestOnlyMembersAreServed(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	guest, gone, out := d.server.NewGuest("Gast"), d.server.NewMember("Gerda"), d.server.NewMember("Otto")
	bot := d.server.NewBot("robot", "robot-token")
	bot.Join(d.server.Staff)
	for _, u := range []*mattermosttest.User{guest, gone, out, bot} {
		d.appoint(u, booking.Lead)
	}
	if seen := gone.Command("/termin heute").Text; !strings.Contains(seen, "November") {
		t.Fatalf("a member sees %s", seen)
	}
	outside := out.In(d.server.Square)
	outside.Command("/termin heute")
	gone.Deactivate()
	out.Leave(d.server.Staff)
	d.clock.advance(30 * time.Second)
	for name, who := range map[string]*mattermosttest.User{"a guest": guest, "deactivated": gone, "put out": out.In(d.server.Square), "a bot": bot} {
		if seen := who.Command("/termin heute").Text; strings.Contains(seen, "November") || !strings.Contains(seen, "Mitglieder") {
			t.Errorf("%s sees %s", name, seen)
		}
	}
	outside.Tap("Tag danach")
	if seen := outside.Last().Text; !strings.Contains(seen, "Mitglieder") {
		t.Errorf("a press of who was put out is answered by %s", seen)
	}
	d.server.Fail(mattermosttest.Fault{Kind: mattermosttest.CutBefore, Times: -1})
	if seen := d.server.NewMember("Neu").Command("/termin heute").Text; strings.Contains(seen, "November") || !strings.Contains(seen, "gerade nicht") {
		t.Errorf("while Mattermost is away: %s", seen)
	}
	d.server.Heal()
	got := d.metrics()
	for _, want := range []string{`why="no member"} 5`, `why="mattermost away"} 1`} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("missing %s: %s", want, got)
		}
	}
	if strings.Contains(d.log.String(), d.server.URL) {
		t.Errorf("the log says %s", d.log)
	}
}

// What goes wrong in a turn is said in the person's language: whether the database is
// away, or something else.
func TestWhatGoesWrongIsSaid(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	away := false
	d.host.Away = func(error) bool { return away }
	d.memory.Fail = func(string) error { return errors.New("Erika's secret") }
	broken := d.anna.Command("/termin heute").Text
	away = true
	gone := d.anna.Command("/termin heute").Text
	carl := d.server.NewMember("Carl")
	carl.Speaks("en")
	d.appoint(carl, booking.Clerk)
	english := carl.Command("/termin heute").Text
	if broken == gone || gone == english || strings.Contains(broken+gone+english, "secret") || broken == "" {
		t.Errorf("said is %q, %q, %q", broken, gone, english)
	}
	d.memory.Fail = nil
	if seen := d.anna.Command("/termin heute").Text; !strings.Contains(seen, "Montag, 23. November") {
		t.Errorf("afterwards: %s", seen)
	}
}
