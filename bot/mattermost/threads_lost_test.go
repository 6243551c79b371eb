package mattermost_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/dialogs"
)

// A thread that somebody deleted ends its talk, while one reads there and while one
// writes; a fault does not.
func TestADeletedThreadEndsItsTalk(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(d *desk){
		"while reading": func(*desk) {},
		"while writing": func(d *desk) { d.says(7, 701, dialogs.CitizenLine, "noch da?") },
		"at first":      func(d *desk) { d.replica() },
	} {
		d := newDesk(t)
		root := d.talk(7, "Hallo?")
		d.heard()
		d.server.Delete(root)
		prepare(d)
		d.looks(2)
		if got := d.heard(); !slices.Contains(got, "lost 7") || slices.Contains(got, "told 701") {
			t.Errorf("%s: %q", name, got)
		}
		d.server.Forgive()
	}
	for name, kind := range map[string]mattermosttest.FaultKind{"broken": mattermosttest.ServerError, "proxy": mattermosttest.BadGateway, "cut": mattermosttest.CutBefore, "busy": mattermosttest.TooMany} {
		d := newDesk(t)
		d.talk(7, "Hallo?")
		d.heard()
		d.says(7, 701, dialogs.CitizenLine, "noch da?")
		d.server.Fail(mattermosttest.Fault{Kind: kind, Times: -1})
		d.looks(3)
		if got := d.heard(); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
		d.server.Heal()
		d.looks(1)
		if got := d.heard(); !slices.Equal(got, []string{"told 701"}) {
			t.Errorf("%s, afterwards: %q", name, got)
		}
		d.server.Forgive()
	}
}

// What is to be erased is taken away, or was already; where that fails it is tried
// again, and other talks go on meanwhile.
func TestAnErasedThreadIsTakenAway(t *testing.T) {
	t.Parallel()
	erase := func(d *desk) {
		defer d.lock()()
		d.of(7).Erased, d.of(7).Ended = true, monday
	}
	d := newDesk(t)
	root := d.talk(7, "geheim")
	d.heard()
	erase(d)
	d.server.Fail(mattermosttest.Fault{Kind: mattermosttest.ServerError, Route: deleting})
	d.begins(8, "Und ich?")
	d.looks(1)
	if got := d.heard(); !slices.Equal(got, []string{"begun 8", "told 800"}) || len(d.anna.Thread(root)) == 0 {
		t.Errorf("while it fails: %q", got)
	}
	d.looks(1)
	if got := d.heard(); !slices.Equal(got, []string{"forget 7"}) || len(d.anna.Thread(root)) != 0 {
		t.Errorf("then: %q", got)
	}
	d = newDesk(t)
	root = d.talk(7, "geheim")
	d.heard()
	d.server.Delete(root)
	erase(d)
	d.looks(1)
	if got := d.heard(); !slices.Contains(got, "forget 7") {
		t.Errorf("where it is gone already: %q", got)
	}
	d.server.Forgive()
}

// A channel that cannot be read begins no thread, and the talk is begun once it can; a
// ledger that cannot be asked loses nothing. The log names no address, and tells of
// an outage once.
func TestATalkIsBegunOnceTheChannelCanBeRead(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.looks(1)
	d.server.Fail(mattermosttest.Fault{Kind: mattermosttest.ServerError, Route: "GET /channels/{channel}/posts", Times: 3})
	d.begins(7, "Hallo?")
	d.looks(3)
	if got := d.heard(); len(got) > 0 {
		t.Errorf("while the channel cannot be read: %q", got)
	}
	if log := d.log.String(); strings.Count(log, "talks with citizens not kept") != 1 {
		t.Errorf("the log says %s", log)
	}
	d.looks(1)
	if got := d.heard(); !slices.Equal(got, []string{"begun 7", "told 700"}) {
		t.Errorf("then: %q", got)
	}
	d.server.GoAway()
	d.says(7, 702, dialogs.CitizenLine, "Sind Sie noch da?")
	d.looks(3)
	d.server.Heal()
	if log := d.log.String(); strings.Contains(log, d.server.URL) || strings.Count(log, "talks with citizens not kept") != 2 {
		t.Errorf("the log says %s", log)
	}
	d.looks(2)
	root := d.root(7)
	answer := d.anna.Reply(root, "Ja?")
	for _, what := range []string{"reply", "handovers", "untold"} {
		d.broken(what, errLedger)
		d.says(7, 701, dialogs.CitizenLine, "noch da?")
		d.looks(2)
		d.broken(what, nil)
		d.looks(1)
		if got := d.heard(); !slices.Contains(got, "told 701") {
			t.Errorf("after %s failed: %q", what, got)
		}
		d.looks(1)
	}
	d.server.Advance(time.Second)
	d.anna.Edit(answer, "Ja!")
	d.looks(2)
	if got := d.thread(7); !strings.Contains(got[len(got)-1], "als neue Nachricht") {
		t.Errorf("the thread says %q", got)
	}
}

// Who writes and cannot be looked up is looked up again: neither is their answer lost nor
// are they told that they have no role.
func TestWhoCannotBeLookedUpIsLookedUpAgain(t *testing.T) {
	t.Parallel()
	for _, route := range []string{"GET /users/{user}", "GET /channels/{channel}/members/{user}"} {
		d := newDesk(t)
		root := d.talk(7, "Hallo?")
		d.heard()
		d.server.Fail(mattermosttest.Fault{Kind: mattermosttest.ServerError, Route: route, Times: 2})
		d.anna.Reply(root, "Ja?")
		d.looks(2)
		if got := d.heard(); len(got) > 0 || len(d.thread(7)) != 1 {
			t.Errorf("while %s fails: %q, and the thread says %q", route, got, d.thread(7))
		}
		d.looks(2)
		if got := d.heard(); !slices.Equal(got, []string{"reply 7: Ja?"}) {
			t.Errorf("after %s failed: %q", route, got)
		}
	}
}
