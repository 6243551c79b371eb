package mattermost_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
)

// appoint gives somebody a role.
func (d *desk) appoint(u *mattermosttest.User, role booking.Role) {
	d.memory.Appoint(dialogs.Colleague{Chat: dialogs.Chat{Channel: mattermost.Channel, Address: u.ID}, Name: u.Username, Role: role})
}

// A day's names are for who may look, and the end of a talk is for clerks; who may
// not is told so, and it counts as a refusal.
func TestAButtonIsForWhoMayPressIt(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.facts.Staff.Entries = d.one()
	if err := d.seen(); err != nil {
		t.Fatal(err)
	}
	day := d.posts()[0]
	root := d.talk(7, "Hallo?")
	for role, may := range map[booking.Role][2]bool{"": {false, false}, booking.Viewer: {true, false}, booking.Clerk: {true, true}, booking.Lead: {true, true}} {
		who := d.server.NewMember("Rolle " + string(role) + "x")
		if role != "" {
			d.appoint(who, role)
		}
		d.heard()
		if err := who.TapOn(day, "Namen zeigen"); err != nil {
			t.Fatal(err)
		}
		if seen := who.Last().Text; strings.Contains(seen, "Erika Beispiel") != may[0] || !may[0] && !strings.Contains(seen, "Rolle") {
			t.Errorf("%q sees of the day: %s", role, seen)
		}
		if err := who.TapOn(root, "Gespräch beenden"); err != nil {
			t.Fatal(err)
		}
		if ended := slices.Equal(d.heard(), []string{"finish 7"}); ended != may[1] {
			t.Errorf("%q ends a talk: %v", role, ended)
		}
		if seen := who.Last().Text; strings.HasPrefix(seen, "Beendet.") != may[1] {
			t.Errorf("%q is told %q", role, seen)
		}
	}
	d.broken("finish", errLedger)
	if err := d.anna.TapOn(root, "Gespräch beenden"); err != nil || strings.HasPrefix(d.anna.Last().Text, "Beendet.") {
		t.Errorf("a talk that could not be ended: %v, %s", err, d.anna.Last())
	}
	d.broken("plan", errLedger)
	if err := d.anna.TapOn(day, "Namen zeigen"); err != nil || strings.Contains(d.anna.Last().Text, "Erika") {
		t.Errorf("a day that cannot be looked up: %v, %s", err, d.anna.Last())
	}
	d.clock.advance(48 * time.Hour)
	d.broken("plan", nil)
	if err := d.anna.TapOn(day, "Namen zeigen"); err != nil || strings.Contains(d.anna.Last().Text, "Erika") {
		t.Errorf("names of a day that is long over: %v, %s", err, d.anna.Last())
	}
	if page := d.metrics(); !strings.Contains(page, `terminbote_refused_calls_total{channel="mattermost",why="action: no role"} 3`) {
		t.Errorf("refusals: %s", page)
	}
}

// metrics is what is counted of refused calls, and how the networks fare.
func (d *desk) metrics() (all string) {
	d.Helper()
	page := httptest.NewRecorder()
	bot.NewMux(d.host.Metrics).ServeHTTP(page, httptest.NewRequestWithContext(d.Context(), http.MethodGet, "/metrics", nil))
	for line := range strings.Lines(page.Body.String()) {
		if strings.HasPrefix(line, "terminbote_refused_calls_total") || strings.HasPrefix(line, "terminbote_network_degraded") {
			all += line
		}
	}
	return all
}

// Going deaf is seen: a channel that is archived, unknown, or that the bot was put out
// of, and that it is well again.
func TestAChannelThatCannotBeHeardIsSeen(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	fares := func(want string) {
		t.Helper()
		d.m.Check(t.Context())
		if got := d.metrics(); !strings.Contains(got, `terminbote_network_degraded{network="mattermost_channels"} `+want+"\n") {
			t.Errorf("want %s: %s", want, got)
		}
	}
	fares("0")
	d.server.Bot.Leave(d.server.Staff)
	fares("1")
	d.server.Bot.Join(d.server.Staff)
	fares("0")
	d.server.Fail(faultOn("GET /channels/{channel}"))
	fares("1")
	fares("0")
	d.server.Fail(faultOn("GET /channels/{channel}/members/{user}"))
	fares("1")
	d.server.Fail(faultOn("GET /users/me"))
	fares("1") // which says nothing of the channels
	ended, stop := context.WithCancel(t.Context())
	stop()
	d.m.Check(ended)
	if got := d.metrics(); !strings.Contains(got, `network="mattermost_channels"} 1`) {
		t.Errorf("a check that ends with the program: %s", got)
	}
	d.server.Forgive()
}

// In the direct channel a talk stands in one message, of today, that changes in place;
// elsewhere, and where that is switched off, nothing is stored.
func TestATalkStandsInOneMessage(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	anna := d.anna.In(d.server.Direct(d.anna))
	anna.Command("/termin heute")
	first := anna.Last()
	if first.OnlyVisible || first.Props["terminbote_talk"] != "2026-11-23" || first.Props["from_bot"] != "true" || len(first.Labels()) == 0 {
		t.Fatalf("the first: %s, %v", first, first.Props)
	}
	d.clock.advance(time.Second)
	anna.Command("/termin morgen")
	if now := anna.Last(); now.ID != first.ID || !strings.Contains(now.Text, "Dienstag") || now.Props["terminbote_talk"] != "2026-11-23" {
		t.Errorf("the second: %s", now)
	}
	anna.Tap("Tag danach")
	if now := anna.Last(); now.ID != first.ID || !strings.Contains(now.Text, "Mittwoch") || len(now.Labels()) == 0 {
		t.Errorf("a press: %s", now)
	}
	d.server.Delete(anna.Last())
	d.clock.advance(time.Second)
	anna.Command("/termin heute")
	if now := anna.Last(); now.ID == first.ID || now.OnlyVisible {
		t.Errorf("after it was deleted: %s", now)
	}
	before := len(d.server.Calls(posting))
	d.anna.Command("/termin heute")
	if now := d.anna.Last(); !now.OnlyVisible || len(d.server.Calls(posting)) != before {
		t.Errorf("in the staff's channel: %s", now)
	}
	d.anna.Tap("Tag danach")
	if now := d.anna.Last(); !now.OnlyVisible || !strings.Contains(now.Text, "Dienstag") {
		t.Errorf("a press there: %s", now)
	}
	d.server.Forgive()
}

// Without a role nobody sees anything of the office, by whatever they write.
func TestWithoutARoleNobodySeesAnything(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for _, typed := range []string{"heute", "neu", "finde Erika", "statistik", "alarm", "rolle @anna lead", "schließen morgen"} {
		if seen := d.ben.Command("/termin " + typed).Text; strings.Contains(seen, "November") || !strings.Contains(seen, "Rolle") {
			t.Errorf("%s: %s", typed, seen)
		}
	}
	if d.memory.Role(dialogs.Chat{Channel: mattermost.Channel, Address: d.anna.ID}) != booking.Clerk {
		t.Error("a role was changed")
	}
}

// A lead gives a role to the person who has the name today.
func TestARoleIsGivenToWhoHasTheName(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.appoint(d.anna, booking.Lead)
	role := func(u *mattermosttest.User) booking.Role {
		return d.memory.Role(dialogs.Chat{Channel: mattermost.Channel, Address: u.ID})
	}
	for i, typed := range []string{"rolle @" + d.ben.Username + " clerk", "rolle " + d.ben.Username + " viewer", "rolle @" + strings.ToUpper(d.ben.Username) + " clerk"} {
		d.anna.Command("/termin " + typed)
		if slices.Contains(d.anna.Last().Labels(), "Ja") {
			d.anna.Tap("Ja")
		}
		if want := []booking.Role{booking.Clerk, booking.Viewer, booking.Clerk}[i]; role(d.ben) != want {
			t.Errorf("%s: the role is %q\n%s", typed, role(d.ben), d.anna.Last())
		}
	}
	if seen := d.anna.Command("/termin rolle @niemand clerk").Text; !strings.Contains(seen, "niemand") {
		t.Errorf("nobody of that name: %s", seen)
	}
}

// The program keeps days, talks and calls for help side by side until it ends, and
// ends when it is told to.
func TestTheCounterKeepsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.alarms = []dialogs.RaisedAlarm{{ID: 5, By: "Karla", At: d.clock.now()}}
	d.begins(7, "Hallo?")
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); d.m.Run(ctx) }()
	want := []string{"alarm told 5", "begun 7", "keep day post", "told 700"}
	var got []string
	for deadline := clocktest.Now().Add(time.Minute); len(got) < len(want) && clocktest.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		got = append(got, d.heard()...)
	}
	stop()
	<-ended
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("kept were %q, want %q", got, want)
	}
}
