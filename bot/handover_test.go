package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

// desk is answers of staff that wait, in memory.
type desk struct {
	dialogs.Answers

	mu        sync.Mutex
	away      error
	forgetful int // so many times it cannot note what was seen
	log       logbook
	waiting   []dialogs.HandoverLine
	seen      []int64
	unreached []dialogs.HandoverID
}

func (d *desk) Unseen(_ context.Context, channel, address string) (all []dialogs.HandoverLine, _ error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, l := range d.waiting {
		if l.Chat.Channel == channel && (address == "" || address == l.Chat.Address) {
			all = append(all, l)
		}
	}
	return all, d.away
}

func (d *desk) Seen(_ context.Context, line int64, _ time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.forgetful > 0 {
		d.forgetful--
		return errAway
	}
	d.seen = append(d.seen, line)
	d.waiting = slices.DeleteFunc(d.waiting, func(l dialogs.HandoverLine) bool { return l.ID == line })
	return nil
}

func (d *desk) Unreached(_ context.Context, handover dialogs.HandoverID, _ time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unreached = append(d.unreached, handover)
	d.waiting = slices.DeleteFunc(d.waiting, func(l dialogs.HandoverLine) bool { return l.Handover == handover })
	return nil
}

// post sends what it is told to, in words.
type post struct {
	mu      sync.Mutex
	answers map[string][]error // to an address, one after the other
	sent    []string
	tries   map[string]int
	files   [][]bot.File
	pages   []bot.Page
}

func (p *post) Send(_ context.Context, address string, page bot.Page, files ...bot.File) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tries == nil {
		p.tries = map[string]int{}
	}
	p.tries[address]++
	if left := p.answers[address]; len(left) > 0 {
		p.answers[address] = left[1:]
		if left[0] != nil {
			return left[0]
		}
	}
	p.sent = append(p.sent, address+": "+bot.InWords(page))
	p.files, p.pages = append(p.files, files), append(p.pages, page)
	return nil
}

// onSwitchboard runs a switchboard for some lines until a while has passed.
func onSwitchboard(t *testing.T, d *desk, p *post, do func(began time.Time)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()                                                                                                                           //nolint:forbidigo // within synctest
		s := &bot.Switchboard{Answers: d, Senders: map[string]bot.Sender{"paper": p}, Now: time.Now, Log: slog.New(slog.NewTextHandler(&d.log, nil))} //nolint:forbidigo // within synctest
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); s.Run(ctx) }()
		do(began)
		stop()
		<-done
	})
}

func line(id int64, who, text string) dialogs.HandoverLine {
	return dialogs.HandoverLine{ID: id, Handover: dialogs.HandoverID(100 * id), Chat: dialogs.Chat{Channel: "paper", Address: who}, Kind: dialogs.ClerkLine, Lang: "de", Text: text}
}

// What staff write is brought once, in order, to its own chat; a chat that rests
// keeps nobody else waiting.
func TestWhatStaffWriteIsBroughtToItsChat(t *testing.T) {
	t.Parallel()
	d := &desk{waiting: []dialogs.HandoverLine{line(1, "erika", "Guten Tag"), line(2, "otto", "Ja"), line(3, "erika", "Bis dann")}}
	d.waiting = append(d.waiting, dialogs.HandoverLine{ID: 9, Chat: dialogs.Chat{Channel: "web", Address: "anna"}})
	p := &post{answers: map[string][]error{"erika": {dialogs.Later{After: 10 * time.Second}}}}
	onSwitchboard(t, d, p, func(time.Time) {
		time.Sleep(9 * time.Second)
		synctest.Wait()
		if len(p.sent) != 1 || !strings.HasPrefix(p.sent[0], "otto: ") || p.tries["erika"] != 1 {
			t.Errorf("while erika's chat rests %q were sent, in %v tries", p.sent, p.tries)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if len(p.sent) != 3 || !strings.Contains(p.sent[1], "Guten Tag") || !strings.Contains(p.sent[2], "Bis dann") {
			t.Errorf("sent %q", p.sent)
		}
		if !slices.Equal(d.seen, []int64{2, 1, 3}) || len(d.unreached) > 0 || len(d.waiting) != 1 {
			t.Errorf("seen are %v, unreached %v", d.seen, d.unreached)
		}
	})
}

// Who cannot be reached leaves the talk; what is refused for good is not tried
// again, and what fails for a while is.
func TestWhatCannotBeBroughtIsNotTriedForEver(t *testing.T) {
	t.Parallel()
	d := &desk{waiting: []dialogs.HandoverLine{line(1, "gone", "?"), line(2, "long", "?"), line(3, "shaky", "?")}}
	p := &post{answers: map[string][]error{
		"gone":  {fmt.Errorf("blocked: %w", dialogs.ErrUnreachable)},
		"long":  {fmt.Errorf("too long: %w", bot.ErrRefused)},
		"shaky": {errors.New("bad gateway"), errors.New("bad gateway")},
	}}
	onSwitchboard(t, d, p, func(time.Time) {
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(p.sent) != 1 || p.tries["gone"] != 1 || p.tries["long"] != 1 || p.tries["shaky"] != 3 {
			t.Errorf("sent %q in %v tries", p.sent, p.tries)
		}
		if !slices.Equal(d.unreached, []dialogs.HandoverID{100}) || !slices.Equal(d.seen, []int64{2, 3}) {
			t.Errorf("seen are %v, unreached %v", d.seen, d.unreached)
		}
	})
}

func TestAnswersWaitUntilTheDatabaseIsBack(t *testing.T) {
	t.Parallel()
	d, p := &desk{waiting: []dialogs.HandoverLine{line(1, "erika", "Guten Tag")}, away: errors.New("away")}, &post{}
	onSwitchboard(t, d, p, func(time.Time) {
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if len(p.sent) > 0 || d.log.count("answers of staff wait") != 1 {
			t.Errorf("sent %q, and the log says of it %s", p.sent, &d.log)
		}
		d.mu.Lock()
		d.away = nil
		d.mu.Unlock()
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if len(p.sent) != 1 || len(d.seen) != 1 {
			t.Errorf("sent %q, seen %v", p.sent, d.seen)
		}
	})
}

// What was sent and could not be noted is sent again, but not in a rush: the database
// is left in peace for a while.
func TestWhatCouldNotBeNotedIsSentAgainLater(t *testing.T) {
	t.Parallel()
	d, p := &desk{waiting: []dialogs.HandoverLine{line(1, "erika", "Guten Tag"), line(2, "otto", "Ja")}, forgetful: 2}, &post{}
	onSwitchboard(t, d, p, func(time.Time) {
		for seconds, want := range []int{1, 1, 2, 2, 4} {
			synctest.Wait()
			if len(p.sent) != want {
				t.Errorf("after %d seconds %d were sent, want %d", seconds, len(p.sent), want)
			}
			time.Sleep(time.Second)
		}
		if !slices.Equal(d.seen, []int64{1, 2}) || len(p.sent) != 4 || d.log.count("answers of staff wait") != 1 {
			t.Errorf("seen are %v, sent %q", d.seen, p.sent)
		}
	})
}
