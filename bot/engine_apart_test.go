package bot_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// A fault of the program while it draws one chat keeps no other from its answers,
// nor this one from those that follow.
func TestAPanicInDrawingStaysInItsChat(t *testing.T) {
	t.Parallel()
	refuse := func(chat string, try int) error {
		if strings.HasPrefix(chat, "ill") && try == 1 {
			panic("somebody's words")
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		p.panics = true
		for i := range 30 { // more than there are workers
			p.write(fmt.Sprint("ill ", i), "hallo")
		}
		p.write("otto", "hallo")
		if seen := p.seen("otto"); len(seen) != 1 {
			t.Errorf("otto was shown %d pages", len(seen))
		}
		p.write("ill 3", "Reisepass")
		if seen := p.seen("ill 3"); len(seen) != 1 {
			t.Errorf("what was written after the fault is answered by %d pages", len(seen))
		}
		if len(p.box.parked) > 0 {
			t.Errorf("parked for %q: the turn itself went well", p.box.parked)
		}
	})
}

// An excuse is said in the language of who gets it.
func TestAnExcuseIsSaidInThePersonsLanguage(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.faults = []error{errors.New("a fault")}
		p.write("ann", "in English")
		seen := p.seen("ann")
		if len(seen) != 1 || seen[0].page.Lang != "en" || !strings.Contains(seen[0].page.Ask, "went wrong") {
			t.Errorf("%+v", seen)
		}
	})
}

// An update that can neither be handled nor set aside, since the database is away,
// is tried again and set aside once.
func TestAnUpdateThatCannotBeSetAsideWaits(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.unparked = 2
		p.write("erika", "illegible", "Reisepass")
		if seen := p.seen("erika"); len(seen) != 0 {
			t.Errorf("%d pages before the update is set aside", len(seen))
		}
		time.Sleep(900 * time.Millisecond)
		synctest.Wait()
		if p.box.unparked != 1 {
			t.Errorf("the database was asked again within a second, %d faults are left", p.box.unparked)
		}
		time.Sleep(2 * time.Second)
		if seen := p.seen("erika"); len(seen) != 1 || len(p.box.parked) != 1 {
			t.Errorf("%d pages, parked %q", len(seen), p.box.parked)
		}
	})
}

// Where the database cannot say what waits, the chat is looked at again a second
// later; until then nothing is lost, and other chats go on.
func TestAChatThatCannotBeLookedUpIsLookedAtAgain(t *testing.T) {
	t.Parallel()
	left := func(l *letterbox) { l.leave(t.Context(), 99, "erika", monday.Add(-time.Minute)) }
	onPaperAfter(t, left, nil, func(p *paper) {
		p.box.mu.Lock()
		p.box.unread = 2 // of the look at the start, perhaps, and of the next
		p.box.mu.Unlock()
		p.write("otto", "hallo")
		if seen := p.seen("otto"); len(seen) != 1 {
			t.Errorf("otto was shown %d pages", len(seen))
		}
		time.Sleep(4 * time.Second)
		if seen := p.seen("erika"); len(seen) != 1 {
			t.Errorf("erika was shown %d pages", len(seen))
		}
	})
}

// However many press at once, so many acknowledgements are under way and no more;
// the presses themselves are all answered.
func TestPressesAreAnsweredThoughNobodyAcknowledgesThem(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		hang := make(chan struct{})
		p.acknowledging = hang
		for i := range 100 {
			p.write(fmt.Sprint("chat ", i), "tap yes")
		}
		answered := 0
		for i := range 100 {
			answered += len(p.seen(fmt.Sprint("chat ", i)))
		}
		p.mu.Lock()
		if answered != 100 || len(p.presses) != 64 {
			t.Errorf("%d of 100 presses were answered, %d are being acknowledged, want 64", answered, len(p.presses))
		}
		p.mu.Unlock()
		close(hang)
		synctest.Wait()
		p.write("chat 1", "tap yes")
		p.seen("chat 1")
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(p.presses) != 65 {
			t.Errorf("afterwards %d were acknowledged, want one more", len(p.presses))
		}
	})
}

// A network that asks to wait is asked again when it says, however often it says
// so; that counts as no fault.
func TestAChatRestsAsOftenAsTheNetworkAsks(t *testing.T) {
	t.Parallel()
	refuse := func(_ string, try int) error {
		if try <= 7 {
			return dialogs.Later{After: 30 * time.Second}
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		time.Sleep(209 * time.Second)
		if seen := p.seen("erika"); len(seen) != 0 || p.tries["erika"] != 7 {
			t.Errorf("shown after %d tries", p.tries["erika"])
		}
		time.Sleep(2 * time.Second)
		if seen := p.seen("erika"); len(seen) != 1 || seen[0].after != 210*time.Second || seen[0].at.Sent != 7 {
			t.Errorf("shown %+v", seen)
		}
	})
}

// A page that the network refuses leaves the message that stands there the live one, and
// one that cannot be looked up is not shown empty.
func TestWhatIsRefusedLeavesTheMessageAsItIs(t *testing.T) {
	t.Parallel()
	refuse := func(_ string, try int) error {
		if try == 2 {
			return fmt.Errorf("%w: too long", bot.ErrRefused)
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		p.seen("erika")
		p.write("erika", "press help m1")
		p.seen("erika")
		if drawn := p.box.drawn[dialogs.Chat{Channel: "paper", Address: "erika"}]; drawn.Screen != "m1" || drawn.Turn != 2 {
			t.Errorf("after a refusal the chat counts as showing turn %d in %q, want 2 in m1", drawn.Turn, drawn.Screen)
		}
		p.box.Fail = func(string) error { return errAway } // an update without a turn asks for nothing
		p.write("erika", "part 2")
		if seen := p.seen("erika"); len(seen) != 1 {
			t.Errorf("a page that cannot be looked up is shown as %q", seen[len(seen)-1].page.Title)
		}
	})
}
