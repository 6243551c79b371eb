package bot_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// A turn that the database does not take waits for it, and comes to the same.
func TestATurnWaitsUntilTheDatabaseIsBack(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.faults = []error{errAway, errAway}
		p.write("erika", "hallo")
		if seen := p.seen("erika"); len(seen) != 0 {
			t.Errorf("%d pages without a database", len(seen))
		}
		time.Sleep(3 * time.Second)
		if seen := p.seen("erika"); len(seen) != 1 || len(p.box.parked) > 0 {
			t.Errorf("%d pages, parked %q, want the turn done", len(seen), p.box.parked)
		}
	})
}

// Any other fault sets its update aside, says so, and the next one is answered.
func TestAFaultIsSaidAndKeepsNobodyFromGoingOn(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.faults = []error{errors.New("a fault")}
		p.write("erika", "hallo")
		seen := p.seen("erika")
		if len(seen) != 1 || !strings.Contains(bot.InWords(seen[0].page), "schiefgegangen") || len(p.box.parked) != 1 {
			t.Fatalf("parked %q, and %d pages", p.box.parked, len(seen))
		}
		p.write("erika", "Reisepass")
		if seen := p.seen("erika"); len(seen) != 2 || strings.Contains(bot.InWords(seen[1].page), "schiefgegangen") {
			t.Errorf("afterwards there are %d pages", len(seen))
		}
	})
}

// Who blocks the bot is noted, and who lets it speak again; nothing is said to
// either.
func TestWhoLeavesAndComesBackIsNoted(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "left")
		p.write("otto", "back")
		if len(p.seen("erika"))+len(p.seen("otto")) > 0 || !slices.Equal(p.box.left, []string{"erika"}) || !slices.Equal(p.box.back, []string{"otto"}) {
			t.Errorf("left are %q, back %q, and %d pages", p.box.left, p.box.back, len(p.pages))
		}
	})
}

// Who cannot be reached when a page is shown is noted, and the page is given up.
func TestWhoBlocksTheBotIsSentNothingMore(t *testing.T) {
	t.Parallel()
	refuse := func(string, int) error { return fmt.Errorf("blocked: %w", dialogs.ErrUnreachable) }
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		p.seen("erika")
		if p.tries["erika"] != 1 || !slices.Equal(p.box.left, []string{"erika"}) {
			t.Errorf("%d tries, left are %q", p.tries["erika"], p.box.left)
		}
	})
}

// What is said without a turn is said in the person's language, and counts as
// none.
func TestWhatNeedsNoTurnIsSaid(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("group", "group")
		seen := p.seen("group")
		if len(seen) != 1 || seen[0].page.Lang != "en" || seen[0].page.Ask == "" || len(p.box.drawn) > 0 {
			t.Errorf("%+v", seen)
		}
	})
}

// Another part of a long list is shown where the list stands, without a turn that
// counts.
func TestAnotherPartIsShownInItsPlace(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo")
		first := p.seen("erika")[0]
		p.write("erika", "part 2")
		seen := p.seen("erika")
		if len(seen) != 2 || seen[1].page.Part != 1 || seen[1].at.Message != "m1" || seen[1].page.Revision != first.page.Revision {
			t.Errorf("%+v", seen)
		}
	})
}

// A press on the message that shows the page changes it; on an older one, and
// after typing, a fresh message comes.
func TestAPressChangesTheMessageThatShowsThePage(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		var places []string
		for _, text := range []string{"hallo", "press help m1", "press help m1", "press help m0", "Reisepass"} {
			p.write("erika", text)
			seen := p.seen("erika")
			places = append(places, seen[len(seen)-1].at.Message)
		}
		if want := []string{"", "m1", "", "", ""}; !slices.Equal(places, want) {
			t.Errorf("drawn at %q, want %q", places, want)
		}
	})
}

// An acknowledgement that fails for a while is tried four times, and one that is
// refused or that nobody can get, once; none comes later than the wheel turns.
func TestAPressIsAcknowledgedInSpiteOfFaults(t *testing.T) {
	t.Parallel()
	gateway := errors.New("bad gateway")
	for name, tt := range map[string]struct {
		faults []error
		want   int
	}{
		"a fault":          {[]error{gateway}, 2},
		"faults":           {[]error{gateway, gateway, gateway, gateway, gateway}, 4},
		"refused":          {[]error{fmt.Errorf("%w: too late", bot.ErrRefused)}, 1},
		"nobody there":     {[]error{fmt.Errorf("%w: blocked", dialogs.ErrUnreachable)}, 1},
		"soon":             {[]error{dialogs.Later{After: 9 * time.Second}}, 2},
		"when all is over": {[]error{dialogs.Later{After: 10 * time.Second}}, 1},
	} {
		onPaper(t, nil, func(p *paper) {
			p.unacknowledged = tt.faults
			p.write("erika", "tap yes")
			time.Sleep(time.Minute)
			synctest.Wait()
			p.mu.Lock()
			defer p.mu.Unlock()
			if len(p.presses) != tt.want {
				t.Errorf("%s: acknowledged %d times, want %d", name, len(p.presses), tt.want)
			}
		})
	}
}

// A panic in a turn is a fault like any other, and what it says is kept nowhere.
func TestAPanicInATurnIsAFaultLikeAnyOther(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.broken = 1
		p.write("erika", "hallo", "Reisepass")
		seen := p.seen("erika")
		if len(seen) == 0 || len(p.box.parked) != 1 || strings.Contains(p.box.parked[0], "Erika") {
			t.Fatalf("parked %q, and %d pages", p.box.parked, len(seen))
		}
		if len(p.box.waiting) > 0 {
			t.Error("what was written after it is not answered")
		}
	})
}
