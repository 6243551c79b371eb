package mattermost_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/dialogs"
)

var errLedger = errors.New("the database is away")

// A thread begins with what it is about and nobody's name, has what the citizen
// writes in order, and loses its button when the talk is over.
func TestAThreadHasWhatTheCitizenWrites(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	root := d.talk(7, "Hallo?")
	for _, want := range []string{"Telegram", "Personalausweis beantragen", "8:00"} {
		if !strings.Contains(root.Text, want) {
			t.Errorf("the thread begins without %s: %s", want, root.Text)
		}
	}
	if !slices.Equal(root.Labels(), []string{"Gespräch beenden"}) || root.Props["terminbote_handover"] != "7" || root.Props["from_bot"] != "true" {
		t.Errorf("the thread begins with %q, %v", root.Labels(), root.Props)
	}
	d.says(7, 701, dialogs.CitizenLine, "eins *zwei*")
	d.says(7, 702, dialogs.CitizenLine, "drei")
	d.looks(2)
	if got := d.thread(7); !slices.Equal(got, []string{"Hallo?", `eins \*zwei\*`, "drei"}) {
		t.Errorf("the thread says %q", got)
	}
	if got := d.heard(); !slices.Equal(got, []string{"begun 7", "told 700", "told 701", "told 702"}) {
		t.Errorf("the ledger was told %q", got)
	}
	d.says(7, 703, dialogs.EndedLine, "")
	d.looks(1)
	over := d.root(7)
	if len(over.Labels()) != 0 || over.Text == root.Text || over.Props["terminbote_handover"] != "7" {
		t.Errorf("when it is over it begins with %q and %q", over.Text, over.Labels())
	}
	d.talk(8, "Und ich?")
	d.says(8, 801, dialogs.LeftLine, "")
	d.looks(1)
	ended, left := d.thread(7), d.thread(8)
	if ended[3] == left[1] || !strings.HasPrefix(ended[3], "_") || !strings.HasPrefix(left[1], "_") || len(d.root(8).Labels()) != 0 {
		t.Errorf("at the end it says %q, and of who left %q", ended[3], left[1])
	}
}

// What a call that got no answer has left, or another program, is found again: no
// thread and no line comes twice.
func TestAnotherProgramRepeatsNothing(t *testing.T) {
	t.Parallel()
	for name, what := range map[string]string{"the thread is not remembered": "begun", "the line is not remembered": "told"} {
		d := newDesk(t)
		d.broken(what, errLedger)
		d.begins(7, "Hallo?")
		d.looks(2)
		d.broken(what, nil)
		d.server.Advance(time.Minute) // under its name nothing is known any more
		d.replica()
		d.looks(2)
		if got := d.thread(7); !slices.Equal(got, []string{"Hallo?"}) || len(d.anna.Screen()) != 2 {
			t.Errorf("%s: the thread says %q, and there are %d messages", name, got, len(d.anna.Screen()))
		}
		d.says(7, 701, dialogs.CitizenLine, "noch etwas")
		d.broken("told", errLedger)
		d.looks(1)
		d.broken("told", nil)
		d.server.Advance(time.Minute)
		d.looks(1)
		if got := d.thread(7); !slices.Equal(got, []string{"Hallo?", "noch etwas"}) {
			t.Errorf("%s: later the thread says %q", name, got)
		}
	}
}

// Of what stands in the channel only a clerk's own words in a thread are passed on,
// once; what is not passed on is said there, once.
func TestOnlyAClerksWordsAreTakenFromAThread(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	root := d.talk(7, "Hallo?")
	other := d.talk(8, "Und ich?")
	d.heard()
	d.anna.Reply(root, "  Ja, mit Vollmacht. ")
	d.anna.Reply(other, "Gleich.")
	d.ben.Reply(root, "Ich bin neu hier")
	cleo := d.server.NewMember("Cleo")
	d.appoint(cleo, booking.Viewer)
	cleo.Reply(root, "Ich sehe nur zu")
	d.anna.ReplyWithFile(root)
	d.anna.Announces(root, "@cleo was added")
	d.anna.Announces(d.root(7), "")
	d.looks(4)
	got := d.heard()
	slices.Sort(got)
	if !slices.Equal(got, []string{"reply 7: Ja, mit Vollmacht.", "reply 8: Gleich."}) {
		t.Errorf("passed on: %q", got)
	}
	hints := d.thread(7)[1:]
	if len(hints) != 3 || strings.Count(strings.Join(hints, ""), "braucht man eine Rolle") != 2 || !strings.Contains(strings.Join(hints, ""), "nur Text") || len(d.thread(8)) != 1 {
		t.Errorf("said in the threads: %q, %q", hints, d.thread(8))
	}
	d.replica()
	d.server.Advance(time.Minute)
	d.looks(2)
	if again := d.thread(7)[1:]; len(again) != 3 {
		t.Errorf("another program says it again: %q", again)
	}
}

// What is changed afterwards, or comes too late, is said not to be passed on.
func TestWhatIsNotPassedOnIsSaid(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	root := d.talk(7, "Was kostet das?")
	answer := d.anna.Reply(root, "37 Euro")
	d.looks(1)
	d.server.Advance(time.Second)
	d.anna.Edit(answer, "46 Euro")
	d.looks(3)
	if got := d.thread(7); len(got) != 2 || !strings.Contains(got[1], "als neue Nachricht") {
		t.Errorf("after a change the thread says %q", got)
	}
	if got := d.heard(); !slices.Equal(got, []string{"begun 7", "told 700", "reply 7: 37 Euro"}) {
		t.Errorf("passed on: %q", got)
	}
	d.mu.Lock()
	d.over = true
	d.mu.Unlock()
	d.anna.Reply(root, "zu spät")
	d.looks(2)
	if got := d.thread(7); len(got) != 3 || got[2] == got[1] {
		t.Errorf("what came too late: %q", got)
	}
}

// A clerk's word ends a talk; somebody without a role ends none, by no word.
func TestAClerksWordEndsATalk(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	root := d.talk(7, "Hallo?")
	d.heard()
	d.ben.Reply(root, "Fertig")
	d.looks(1)
	if got := d.heard(); len(got) > 0 {
		t.Errorf("somebody without a role: %q", got)
	}
	d.anna.Reply(root, "Fertig.")
	d.looks(2)
	if got := d.heard(); !slices.Equal(got, []string{"finish 7"}) {
		t.Errorf("a clerk: %q", got)
	}
	d.anna.Reply(root, "danach")
	d.looks(2)
	if got := d.heard(); len(got) > 0 {
		t.Errorf("after the end: %q", got)
	}
}

// Staff count as reachable while the bot is in its channel and that goes on, looked at
// four times a minute; whatever fails there, nobody is told anything untrue.
func TestStaffAreAttendedWhileTheChannelCanBeWrittenTo(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.looks(100) // ten seconds
	if d.attended != 1 {
		t.Errorf("within ten seconds it was said %d times", d.attended)
	}
	d.looks(60)
	if d.attended != 2 {
		t.Errorf("after fifteen seconds it was said %d times", d.attended)
	}
	d.clock.advance(-time.Hour) // the clock was put right
	d.looks(1)
	if d.attended != 3 {
		t.Errorf("after the clock was put back it was said %d times", d.attended)
	}
	d.server.Bot.Leave(d.server.Staff)
	d.clock.advance(15 * time.Second)
	d.looks(1)
	if d.attended != 3 {
		t.Error("the bot was put out, and staff count as reachable")
	}
	for _, route := range []string{"GET /users/me", "GET /channels/{channel}", "GET /channels/{channel}/members/{user}"} {
		d := newDesk(t)
		d.server.Fail(faultOn(route))
		d.looks(1)
		if d.attended != 0 {
			t.Errorf("while %s fails staff count as reachable", route)
		}
		d.looks(1)
		if d.attended != 1 {
			t.Errorf("after %s failed it was said %d times", route, d.attended)
		}
	}
	d = newDesk(t)
	for _, what := range []string{"attend", "handovers", "untold", "places"} {
		d.broken(what, errLedger)
		if usual := d.round(t.Context()); what != "attend" && what != "handovers" && len(d.talks) == 0 && usual > time.Second {
			t.Errorf("%s: without talks nothing fails", what)
		}
		d.broken(what, nil)
	}
}
