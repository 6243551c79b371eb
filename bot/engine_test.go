package bot_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
	"terminbote/dialogs/dialogstest"
	"terminbote/locales"
	"terminbote/office"
)

// shown is a page that a chat was shown.
type shown struct {
	chat  string
	page  bot.Page
	at    bot.Place
	after time.Duration // since the test began
}

// paper is a network on which all is said in plain words: the least that a
// network has to be.
type paper struct {
	*testing.T
	box    *letterbox
	engine *bot.Engine
	began  time.Time
	refuse func(chat string, try int) error // what Show answers, where it is set

	unacknowledged []error       // what the next acknowledgements come to
	unhanded       []error       // what the next files come to
	acknowledging  chan struct{} // closed: acknowledgements get through; nil: at once
	metrics        *bot.Metrics
	log            *logbook
	panics         bool // that is planted

	mu      sync.Mutex
	last    int64
	inTurn  bool // an update was read while a turn was under way
	tries   map[string]int
	pages   []shown
	files   []string
	presses []string
}

func (p *paper) Read(raw []byte) (bot.Incoming, error) {
	p.box.mu.Lock()
	defer p.box.mu.Unlock()
	p.inTurn = p.inTurn || p.box.open > 0
	switch text := string(raw); {
	case text == "illegible":
		return bot.Incoming{}, errors.New("nobody can read that")
	case text == "index":
		return bot.Incoming{Press: string(raw[len(raw)+p.tries["nobody"]:][0])}, nil
	case text == "panic":
		panic(text + " of somebody's words")
	case strings.HasPrefix(text, "tap "):
		return bot.Incoming{Lang: "de", Event: dialogs.Tapped{Choice: text[4:], Revision: -1}, Press: text}, nil
	case strings.HasPrefix(text, "press "):
		choice, message, _ := strings.Cut(text[6:], " ")
		return bot.Incoming{Lang: "de", Event: dialogs.Tapped{Choice: choice, Revision: -1}, Press: text, Message: message}, nil
	case text == "left":
		return bot.Incoming{Left: true}, nil
	case text == "back":
		return bot.Incoming{Back: true}, nil
	case text == "in English":
		return bot.Incoming{Lang: "en-GB", Event: dialogs.Said{Text: text}}, nil
	case text == "group":
		return bot.Incoming{Lang: "en", Say: locales.Say("telegram.start")}, nil
	case text == "part 2":
		return bot.Incoming{Lang: "de", Part: 2, Message: "m1"}, nil
	default:
		return bot.Incoming{Lang: "de", Event: dialogs.Said{Text: text}}, nil
	}
}

func (p *paper) Show(_ context.Context, address string, page bot.Page, at bot.Place) (bot.Place, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tries[address]++
	if p.refuse != nil {
		if err := p.refuse(address, p.tries[address]); err != nil {
			at.Sent++
			return at, err
		}
	}
	p.pages = append(p.pages, shown{address, page, at, time.Since(p.began)}) //nolint:forbidigo // within synctest
	return bot.Place{Message: fmt.Sprint("m", len(p.pages))}, nil
}

func (p *paper) Hand(_ context.Context, _ string, file bot.File) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.unhanded) > 0 {
		fault := p.unhanded[0]
		p.unhanded = p.unhanded[1:]
		if fault != nil {
			return fault
		}
	}
	p.files = append(p.files, file.Name)
	return nil
}

func (p *paper) Acknowledge(_ context.Context, press string) error {
	p.mu.Lock()
	p.presses = append(p.presses, press)
	through := p.acknowledging
	p.mu.Unlock()
	if through != nil {
		<-through
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.unacknowledged) > 0 {
		fault := p.unacknowledged[0]
		p.unacknowledged = p.unacknowledged[1:]
		return fault
	}
	return nil
}

// errAway is what is said while the database is away.
var errAway = errors.New("the database is away")

// onPaper runs a test with an engine that runs, on a clock of its own.
func onPaper(t *testing.T, refuse func(chat string, try int) error, test func(p *paper)) {
	t.Helper()
	onPaperAfter(t, func(*letterbox) {}, refuse, test)
}

// onPaperAfter does so with what an earlier program has left.
func onPaperAfter(t *testing.T, left func(*letterbox), refuse func(chat string, try int) error, test func(p *paper)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		p := newPaper(t, refuse)
		left(p.box)
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); p.engine.Run(ctx) }()
		test(p)
		stop()
		<-done
		if p.log.count("msg=panic") > 0 && !p.panics {
			t.Error("the engine panicked")
		}
	})
}

// newPaper is a network with an engine that does not run yet, within synctest.
func newPaper(t *testing.T, refuse func(chat string, try int) error) *paper {
	t.Helper()
	p := &paper{
		T: t, refuse: refuse, tries: map[string]int{}, began: time.Now(), //nolint:forbidigo // within synctest
		metrics: bot.NewMetrics(), log: &logbook{},
		box: &letterbox{
			Memory: dialogstest.New(office.Sample()),
			turns:  map[dialogs.Chat]int64{}, drawn: map[dialogs.Chat]dialogs.Drawing{}, talked: map[dialogs.Chat]time.Time{},
		},
	}
	p.engine = bot.NewEngine("paper", p, &bot.Host{
		Conversations: p.box, Inbox: p.box, Screens: p.box, Now: p.now, Metrics: p.metrics,
		Away: func(err error) bool { return errors.Is(err, errAway) },
		Log:  slog.New(slog.NewTextHandler(io.MultiWriter(t.Output(), p.log), nil)),
	})
	return p
}

func (p *paper) now() time.Time { return monday.Add(time.Since(p.began)) } //nolint:forbidigo // within synctest

// write has somebody write texts, all at once.
func (p *paper) write(chat string, texts ...string) {
	p.Helper()
	var updates []dialogs.Update
	for _, text := range texts {
		p.last++
		updates = append(updates, dialogs.Update{Channel: "paper", ID: p.last, Address: chat, Raw: []byte(text)})
	}
	if err := p.engine.Receive(p.Context(), updates...); err != nil {
		p.Fatal(err)
	}
}

// seen is what a chat was shown by now.
func (p *paper) seen(chat string) (all []shown) {
	synctest.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.pages {
		if s.chat == chat {
			all = append(all, s)
		}
	}
	return all
}

func TestOfSeveralTurnsOnlyTheLastIsDrawn(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo")
		before := p.seen("erika")
		p.write("erika", "xyzzy", "Reisepass", "Tag aussuchen", "zurück")
		seen := p.seen("erika")[len(before):]
		if len(seen) != 1 {
			t.Fatalf("%d pages were drawn, want the last of four", len(seen))
		}
		said := strings.Join(seen[0].page.Remarks, "\n")
		if !strings.Contains(said, "Dazu finde ich kein Anliegen") {
			t.Errorf("what the second turn said is lost: %q", said)
		}
		if got, want := seen[0].page.Revision, before[0].page.Revision+4; got != want {
			t.Errorf("the page is of revision %d, want the fifth turn's, %d", got, want)
		}
		if drawn := p.box.drawn[dialogs.Chat{Channel: "paper", Address: "erika"}]; drawn.Turn != 5 {
			t.Errorf("the chat counts as showing turn %d, want 5", drawn.Turn)
		}
	})
}

// A worker that waits for one chat is not there for the others.
func TestAChatThatIsRefusedRestsAndNobodyWaitsForIt(t *testing.T) {
	t.Parallel()
	refuse := func(chat string, try int) error {
		if strings.HasPrefix(chat, "chatty") && try == 1 {
			return dialogs.Later{After: 10 * time.Second}
		}
		return nil
	}
	onPaper(t, refuse, func(p *paper) {
		for i := range 40 {
			p.write(fmt.Sprint("chatty ", i), "hallo", "Reisepass")
		}
		p.write("quiet", "hallo")
		if seen := p.seen("quiet"); len(seen) != 1 || seen[0].after != 0 {
			t.Fatalf("the quiet one was shown %d pages, want one at once", len(seen))
		}
		p.write("chatty 7", "weiter") // a turn goes on meanwhile
		if seen := p.seen("chatty 7"); len(seen) != 0 {
			t.Errorf("a chat that rests was shown %d pages", len(seen))
		}
		time.Sleep(11 * time.Second)
		for i := range 40 {
			seen := p.seen(fmt.Sprint("chatty ", i))
			if len(seen) != 1 || seen[0].after != 10*time.Second {
				t.Fatalf("chat %d was shown %d pages, want one when its rest was over", i, len(seen))
			}
		}
		if seen := p.seen("chatty 7"); seen[0].page.Revision == p.seen("chatty 8")[0].page.Revision {
			t.Error("what was written during the rest is not shown")
		}
		if got := p.seen("chatty 8")[0].at.Sent; got != 1 {
			t.Errorf("the page goes on after %d messages, want 1", got)
		}
	})
}

func TestWhatFailsForAWhileIsDrawnInTheEnd(t *testing.T) {
	t.Parallel()
	for _, fails := range []int{1, 3, 6} { // more often than it is tried in a row
		refuse := func(_ string, try int) error {
			if try <= fails {
				return errors.New("bad gateway")
			}
			return nil
		}
		onPaper(t, refuse, func(p *paper) {
			p.write("erika", "hallo")
			time.Sleep(time.Minute)
			if seen := p.seen("erika"); len(seen) != 1 {
				t.Errorf("after %d faults: %d pages", fails, len(seen))
			}
		})
	}
}

func TestWhatIsRefusedForGoodIsNotTriedForEver(t *testing.T) {
	t.Parallel()
	refuse := func(string, int) error { return fmt.Errorf("%w: too long", bot.ErrRefused) }
	onPaper(t, refuse, func(p *paper) {
		p.write("erika", "hallo")
		time.Sleep(time.Minute)
		synctest.Wait()
		if p.tries["erika"] != 1 {
			t.Errorf("it was tried %d times", p.tries["erika"])
		}
	})
}

func TestWhatCannotBeReadIsParkedWithoutItsWords(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "illegible", "panic", "Reisepass")
		seen := p.seen("erika")
		if len(seen) != 1 || !strings.Contains(strings.Join(seen[0].page.Remarks, "\n"), "schiefgegangen") {
			t.Errorf("no excuse: %+v", seen)
		}
		if len(p.box.parked) != 2 || strings.Contains(strings.Join(p.box.parked, "\n"), "somebody's words") {
			t.Errorf("parked for %q", p.box.parked)
		}
	})
}

func TestAPressIsAcknowledgedOnce(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo", "tap yes", "part 2", "left")
		p.seen("erika")
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(p.presses) != 1 || p.presses[0] != "tap yes" {
			t.Errorf("acknowledged %q", p.presses)
		}
	})
}

func TestFilesOfPagesThatWereSkippedAreHandedOver(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo", "meine daten", "Reisepass")
		p.seen("erika")
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(p.files) != 1 {
			t.Errorf("files %q, want the person's data", p.files)
		}
	})
}

// Whatever a network has to do for that, nobody's row is locked meanwhile.
func TestAnUpdateIsReadBeforeItsTransaction(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("erika", "hallo", "Reisepass", "illegible", "weiter")
		p.seen("erika")
		if p.inTurn {
			t.Error("an update was read while a turn was under way")
		}
	})
}
