package bot_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/dialogs"
)

// A chat that rests lets the others go first: however many of them hang, they hold
// half of the workers at most.
func TestChatsThatRestHoldHalfOfTheWorkersAtMost(t *testing.T) {
	t.Parallel()
	refuse := func(chat string, _ int) error {
		if strings.HasPrefix(chat, "chatty") {
			return dialogs.Later{After: time.Hour}
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		for i := range 40 {
			p.write(fmt.Sprint("chatty ", i), "hallo")
		}
		synctest.Wait()
		hang := make(chan struct{})
		p.box.hang = func(chat dialogs.Chat) {
			if strings.HasPrefix(chat.Address, "chatty") {
				<-hang
			}
		}
		for i := range 40 {
			p.write(fmt.Sprint("chatty ", i), "Reisepass")
		}
		synctest.Wait()
		p.write("quiet", "hallo")
		if seen := p.seen("quiet"); len(seen) != 1 {
			t.Errorf("the quiet one was shown %d pages while the others hang", len(seen))
		}
		close(hang)
	})
}

// How long an answer took is counted from when the update came, on its network, with
// what the turn did.
func TestATurnIsCountedFromWhenItsUpdateCame(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.box.faults = []error{errAway, errAway}
		p.write("erika", "Reisepass")
		p.write("otto", "xyzzy")
		time.Sleep(time.Minute)
		p.write("erika", "tap help")
		synctest.Wait()
		page := scrape(t, p.metrics)
		for _, want := range []string{
			`terminbote_update_wait_seconds_sum{channel="paper"} 2`, `terminbote_update_wait_seconds_count{channel="paper"} 3`,
			`terminbote_typed_messages_total{understood="yes"} 1`, `terminbote_typed_messages_total{understood="no"} 1`,
			`terminbote_parked_updates_total{channel="paper"} 0`,
		} {
			if !strings.Contains(page+`terminbote_parked_updates_total{channel="paper"} 0`+"\n", want+"\n") {
				t.Errorf("missing %s:\n%s", want, linesOf(page, "update_wait_seconds_sum", "update_wait_seconds_count", "typed_messages"))
			}
		}
	})
}

// linesOf is the lines of the metrics that hold one of some words.
func linesOf(page string, words ...string) (all string) {
	for line := range strings.Lines(page) {
		for _, word := range words {
			if strings.Contains(line, word) && !strings.HasPrefix(line, "#") {
				all += line
			}
		}
	}
	return all
}

// A program that ends finishes what it has in hand, its acknowledgements too, and
// takes in what still comes.
func TestAnEndFinishesWhatIsInHand(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPaper(t, nil)
		p.acknowledging = make(chan struct{})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { defer close(ended); p.engine.Run(ctx) }()
		p.write("erika", "tap yes")
		synctest.Wait()
		stop()
		synctest.Wait()
		select {
		case <-ended:
			t.Error("it ended while an acknowledgement was under way")
		default:
		}
		close(p.acknowledging)
		<-ended
		p.write("erika", "tap yes")
		if len(p.box.waiting) != 1 {
			t.Errorf("%d updates wait that came at the end, want one", len(p.box.waiting))
		}
		p.engine.Answer(t.Context(), dialogs.Chat{Channel: "paper", Address: "erika"})
		synctest.Wait()
		if len(p.presses) != 1 || len(p.box.waiting) != 0 {
			t.Errorf("after the end %d presses were acknowledged, and %d updates wait", len(p.presses), len(p.box.waiting))
		}
	})
}

// Where somebody else has answered an update meanwhile and did not come to draw it,
// the page is drawn; an update is answered by one in any case.
func TestWhatSomebodyElseAnsweredIsDrawn(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo")
		p.seen("erika")
		p.box.mu.Lock()
		p.box.taken = true // by another replica, which dies before it draws
		p.box.mu.Unlock()
		p.write("erika", "Reisepass")
		seen := p.seen("erika")
		if len(seen) != 2 {
			t.Fatalf("%d pages", len(seen))
		}
		if drawn := p.box.drawn[dialogs.Chat{Channel: "paper", Address: "erika"}]; drawn.Turn != 2 {
			t.Errorf("the chat counts as showing turn %d, want 2", drawn.Turn)
		}
		p.box.mu.Lock()
		p.box.taken, p.box.shows = true, true // by another one, which draws
		p.box.mu.Unlock()
		p.write("erika", "weiter")
		if seen := p.seen("erika"); len(seen) != 2 {
			t.Errorf("what another replica has drawn is drawn again: %d pages", len(seen))
		}
	})
}

// Who blocked the bot finds nothing of what could not be shown when they are back.
func TestWhoComesBackSeesOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	refuse := func(_ string, try int) error {
		if try == 2 {
			return dialogs.ErrUnreachable
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		p.seen("erika")
		p.write("erika", "meine daten")
		p.seen("erika")
		p.write("erika", "back", "Reisepass")
		seen := p.seen("erika")
		if len(seen) != 2 || len(p.files) != 0 || len(seen[1].page.Remarks) > 1 {
			t.Errorf("%d pages, files %q: %q", len(seen), p.files, seen[len(seen)-1].page.Remarks)
		}
	})
}

// Between two pages that nobody saw an excuse is not lost, and it comes below what
// was typed meanwhile.
func TestAnExcuseBetweenTwoPagesIsNotLost(t *testing.T) {
	t.Parallel()
	refuse := func(_ string, try int) error {
		if try == 2 {
			return dialogs.Later{After: 10 * time.Second}
		}
		return nil
	}
	for name, texts := range map[string][]string{"before": {"illegible", "press help m1"}, "after": {"press help m1", "illegible"}, "twice": {"illegible", "illegible", "press help m1"}} {
		onPaper(t, refuse, func(p *paper) {
			p.write("erika", "hallo")
			p.seen("erika")
			for _, text := range texts {
				p.write("erika", text)
				p.seen("erika")
			}
			time.Sleep(11 * time.Second)
			seen := p.seen("erika")
			if len(seen) != 2 {
				t.Fatalf("%s: %d pages", name, len(seen))
			}
			last := seen[1]
			if n := strings.Count(strings.Join(last.page.Remarks, "\n"), "schiefgegangen"); n != 1 || last.at.Message != "" {
				t.Errorf("%s: the excuse is said %d times, in %q: %q", name, n, last.at.Message, last.page.Remarks)
			}
		})
	}
}

// Of pages that nobody saw the last remarks are said, and no more than six.
func TestNotAllRemarksOfARushAreSaid(t *testing.T) {
	t.Parallel()
	refuse := func(_ string, try int) error {
		if try == 2 {
			return dialogs.Later{After: time.Minute}
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		p.seen("erika")
		for i := range 12 {
			p.write("erika", []string{"xyzzy", "Reisepass", "zurück", "Perso", "neu anfangen", "was kostet das?", "plugh", "Führungszeugnis", "wo ist das?", "abc", "Meldebescheinigung", "wie lange dauert das?"}[i])
			p.seen("erika")
		}
		time.Sleep(2 * time.Minute)
		seen := p.seen("erika")
		if len(seen) != 2 || len(seen[1].page.Remarks) != 6 {
			t.Errorf("%d pages, %d remarks: %q", len(seen), len(seen[1].page.Remarks), seen[1].page.Remarks)
		}
	})
}

// A panic of the runtime is said in its words, any other only by its kind.
func TestAPanicIsSaidWithoutWords(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "index", "panic")
		p.seen("erika")
		if got := strings.Join(p.box.parked, "; "); !strings.HasPrefix(got, "panic: runtime error: index out of range") || !strings.HasSuffix(got, "; panic: a string") {
			t.Errorf("parked for %s", got)
		}
	})
}
