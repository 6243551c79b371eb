package mattermost_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot/mattermost/mattermosttest"
)

// Figures come to who asked for them, where nobody else reads, with words beside them;
// a file that cannot be sent is said in the log, without an address.
func TestFiguresComeToWhoAsked(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	start := d.clock.now().AddDate(0, 0, -5)
	d.memory.Put(booking.Appointment{
		Number: "K7M4QX", Office: d.office.ID, State: booking.Finished, Span: booking.Span{Start: start, End: start.Add(20 * time.Minute)},
		Arrived: start, CalledAt: start.Add(time.Minute), Updated: start.Add(15 * time.Minute),
		Items: []booking.Item{{Concern: d.office.Concerns[0].ID, Name: d.office.Concerns[0].Name, Quantity: 1}},
	})
	until := func(what string, holds func() bool) {
		t.Helper()
		for range 6000 {
			if holds() {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatalf("%s never comes:\n%s", what, d.log)
	}
	d.anna.Command("/termin statistik")
	until("a picture and a table", func() bool { return len(d.anna.Files()) == 2 })
	files := d.anna.Files()
	if !strings.HasSuffix(files[0].Name, ".png") || !strings.HasSuffix(files[1].Name, ".csv") || len(files[0].Content) < 100 || len(files[1].Content) < 100 {
		t.Errorf("%s of %d bytes and %s of %d", files[0].Name, len(files[0].Content), files[1].Name, len(files[1].Content))
	}
	direct := d.anna.In(d.server.Direct(d.anna)).Last()
	if direct.OnlyVisible || !strings.Contains(direct.Text, "Statistik") || strings.Contains(direct.Text, "statistik VON BIS") || len(direct.Labels()) > 0 {
		t.Errorf("beside them stands %s", direct)
	}
	if len(d.ben.Files()) > 0 {
		t.Error("somebody else gets them, too")
	}
	for i, route := range []string{"GET /users/me", "POST /channels/direct", "POST /files", posting} {
		d.server.Fail(faultOn(route))
		d.anna.Command("/termin statistik")
		until("word of "+route, func() bool { return strings.Count(d.log.String(), "files not posted") == i+1 })
	}
	if len(d.anna.Files()) != 2 || strings.Contains(d.log.String(), d.server.URL) {
		t.Errorf("%d files; the log says %s", len(d.anna.Files()), d.log)
	}
	d.server.Forgive()
}

// A turn that takes longer than Mattermost waits is answered twice: at once that it takes
// a moment, and when it is done, once, by what can follow.
func TestATurnThatTakesLongIsShownLater(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	slow := func() {
		slept := false
		d.memory.Fail = func(string) error {
			if !slept {
				slept = true
				time.Sleep(2200 * time.Millisecond)
			}
			return nil
		}
	}
	slow()
	if first := d.anna.Command("/termin heute").Text; !strings.Contains(first, "Moment") {
		t.Errorf("at first: %s", first)
	}
	d.anna.WaitFor("Montag, 23. November")
	slow()
	d.anna.Tap("Tag danach")
	d.anna.WaitFor("Dienstag, 24. November")
	if n := len(d.server.Calls("POST /hooks/commands/{hook}")); n != 2 {
		t.Errorf("%d answers followed, want one for each", n)
	}
	slow()
	d.server.Fail(mattermosttest.Fault{Kind: mattermosttest.ServerError, Route: "POST /hooks/commands/{hook}"})
	d.anna.Tap("Tag danach")
	for range 6000 {
		if strings.Contains(d.log.String(), "page not shown") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if log := d.log.String(); !strings.Contains(log, "page not shown") || strings.Contains(log, d.server.URL) {
		t.Errorf("the log says %s", log)
	}
	d.server.Forgive()
}
