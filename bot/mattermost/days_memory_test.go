package mattermost_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
)

// posts are the bot's messages in the staff's channel.
func (d *desk) posts() (all []mattermosttest.Message) {
	for _, m := range d.anna.Screen() {
		if m.From == d.server.Bot.Username {
			all = append(all, m)
		}
	}
	return all
}

// seen has the day be looked at, and tells whether that failed.
func (d *desk) seen() error {
	d.Helper()
	_, err := d.days(d.Context())
	return err
}

// one is a day on which one person comes.
func (d *desk) one() []dialogs.Entry {
	start := d.clock.now().Add(time.Hour)
	return []dialogs.Entry{{Appointment: booking.Appointment{
		ID: 7, Number: "K7M4QX", Office: d.office.ID, State: booking.Confirmed, Span: booking.Span{Start: start, End: start.Add(20 * time.Minute)},
		Contact: booking.Contact{Name: "Erika Beispiel"}, Items: []booking.Item{{Concern: d.office.Concerns[0].ID, Name: d.office.Concerns[0].Name, Quantity: 1}},
	}}}
}

// A day has one post, that shows it as it is and names nobody; it is changed where the
// day is, and not otherwise.
func TestADayHasOnePost(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.clock.advance(-time.Hour - time.Minute) // one minute to seven
	if err := d.seen(); err != nil || len(d.posts()) > 0 {
		t.Fatalf("before its time: %v, %d posts", err, len(d.posts()))
	}
	d.clock.advance(time.Minute)
	for range 3 {
		if err := d.seen(); err != nil {
			t.Fatal(err)
		}
	}
	post := d.posts()
	if len(post) != 1 || len(post[0].Labels()) != 1 || post[0].Props["terminbote_day"] != string(d.office.ID)+"/2026-11-23" || !slices.Equal(d.heard(), []string{"keep day post"}) {
		t.Fatalf("%d posts: %v", len(post), post)
	}
	d.mu.Lock()
	d.facts.Staff.Entries = d.one()
	d.mu.Unlock()
	before := post[0].Text
	if err := d.seen(); err != nil || len(d.posts()) != 1 || d.posts()[0].Text == before || strings.Contains(d.posts()[0].Text, "Erika") {
		t.Errorf("when the day has changed: %v, %d posts, %q", err, len(d.posts()), d.posts()[0].Text)
	}
	if n := len(d.server.Calls(patching)); n != 1 {
		t.Errorf("it was changed %d times", n)
	}
	d.replica() // one that remembers what is stored
	if err := d.seen(); err != nil || len(d.posts()) != 1 || len(d.server.Calls(patching)) != 1 {
		t.Errorf("another program changes it: %v, %d posts", err, len(d.posts()))
	}
	if d.post.Office != d.office.ID || d.post.Channel != d.server.Staff.ID || d.post.ID != post[0].ID || d.post.Day.String() != "2026-11-23" {
		t.Errorf("remembered is %+v", d.post)
	}
	d.server.GoAway()
	d.clock.advance(24 * time.Hour)
	if err := d.seen(); err == nil || strings.Contains(d.log.String(), d.server.URL) || !strings.Contains(d.log.String(), "day post not kept") {
		t.Errorf("while Mattermost is away: %v; the log says %s", err, d.log)
	}
	d.server.Heal()
	if err := d.seen(); err != nil || len(d.posts()) != 2 {
		t.Errorf("the next day: %v, %d posts", err, len(d.posts()))
	}
}

// A post that was made and not remembered is found again, of two the first one; one
// that was deleted is made again; a fault makes none.
func TestAPostThatIsThereIsFound(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.broken("keep day post", errLedger)
	if err := d.seen(); err == nil || len(d.posts()) != 1 {
		t.Fatalf("%v, %d posts", err, len(d.posts()))
	}
	d.server.Advance(time.Minute) // under its name nothing is known any more
	d.broken("keep day post", nil)
	d.replica()
	if err := d.seen(); err != nil || len(d.posts()) != 1 || d.post == nil || d.post.ID != d.posts()[0].ID || d.post.Digest == "" {
		t.Errorf("another program: %v, %d posts", err, len(d.posts()))
	}
	old := d.posts()[0]
	d.server.Delete(old)
	d.mu.Lock()
	d.facts.Staff.Entries = d.one()
	d.mu.Unlock()
	d.server.Advance(time.Minute)
	for range 2 {
		_ = d.seen()
	}
	d.server.Forgive()
	if now := d.posts(); len(now) != 1 || now[0].ID == old.ID || d.post.ID != now[0].ID {
		t.Errorf("after it was deleted there are %d posts", len(now))
	}
	for _, route := range []string{"GET /users/me", "GET /channels/{channel}/posts", posting} {
		d := newDesk(t)
		d.server.Fail(faultOn(route))
		if err := d.seen(); err == nil || len(d.posts()) > 0 || d.post != nil {
			t.Errorf("while %s fails: %v, %d posts", route, err, len(d.posts()))
		}
		if err := d.seen(); err != nil || len(d.posts()) != 1 {
			t.Errorf("after %s failed: %v, %d posts", route, err, len(d.posts()))
		}
	}
	for _, what := range []string{"plan", "day post"} {
		d := newDesk(t)
		d.broken(what, errLedger)
		if err := d.seen(); err == nil || len(d.posts()) > 0 {
			t.Errorf("while %s fails: %v, %d posts", what, err, len(d.posts()))
		}
	}
}

// What staff are to be told stands in the channel once; where it could not be
// remembered it comes again, and where it could not be posted it is not forgotten.
func TestWhatStaffAreToBeToldStandsThereOnce(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		raise func(d *desk)
		told  string
		words string
	}{
		"a brake": {func(d *desk) { at := d.clock.now(); d.brake = &at }, "brake told", "wollen viel mehr"},
		"its end": {func(d *desk) { d.brake = &time.Time{} }, "brake told", "Es kommen wieder"},
		"a call for help": {func(d *desk) {
			d.alarms = []dialogs.RaisedAlarm{{ID: 5, Desk: d.office.Desks[0].ID, By: "Karla @all", At: d.clock.now()}}
		}, "alarm told 5", "NOTRUF"},
	} {
		d := newDesk(t)
		d.clock.advance(-2 * time.Hour) // no post of the day yet
		said := func() (n int) {
			for _, m := range d.posts() {
				if strings.Contains(m.Text, tt.words) && !strings.Contains(m.Text, "@all") {
					n++
				}
			}
			return n
		}
		d.mu.Lock()
		tt.raise(d)
		d.mu.Unlock()
		d.server.Fail(faultOn(posting))
		if err := d.seen(); err == nil || said() != 0 || len(d.heard()) > 0 {
			t.Errorf("%s, while it cannot be posted: %v, said %d times", name, err, said())
		}
		first, _, _ := strings.Cut(tt.told, " 5")
		d.broken(first, errLedger)
		if err := d.seen(); err == nil || said() != 1 {
			t.Errorf("%s, while it cannot be remembered: %v, said %d times", name, err, said())
		}
		d.broken(first, nil)
		for range 3 {
			if err := d.seen(); err != nil {
				t.Error(err)
			}
		}
		if got := d.heard(); said() != 2 || !slices.Equal(got, []string{tt.told}) {
			t.Errorf("%s: said %d times, and remembered %q", name, said(), got)
		}
	}
	for _, what := range []string{"brake", "alarms"} {
		d := newDesk(t)
		d.broken(what, errLedger)
		if err := d.seen(); err == nil {
			t.Errorf("%s fails, and nobody hears of it", what)
		}
	}
}

// A call for help calls everybody who is there, and a clerk's name nobody.
func TestACallForHelpCallsEverybody(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.clock.advance(-2 * time.Hour)
	d.alarms = []dialogs.RaisedAlarm{{ID: 1, By: "eins", At: d.clock.now()}, {ID: 2, By: "zwei @all", At: d.clock.now()}}
	if err := d.seen(); err != nil {
		t.Fatal(err)
	}
	posts := d.posts()
	if len(posts) != 2 || !strings.Contains(posts[0].Text+posts[1].Text, "eins") || !strings.Contains(posts[0].Text+posts[1].Text, "zwei") {
		t.Fatalf("%v", posts)
	}
	for _, p := range posts {
		if !strings.HasPrefix(p.Text, "@here **") || !strings.HasSuffix(p.Text, "**") || strings.Contains(p.Text, "@all") {
			t.Errorf("%q", p.Text)
		}
	}
}
