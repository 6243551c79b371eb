package bot_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"terminbote/dialogs"
)

// leave has an update wait that reached another program, which has died.
func (l *letterbox) leave(ctx context.Context, id int64, who string, received time.Time) {
	_ = l.Receive(ctx, received, dialogs.Update{Channel: "paper", ID: id, Address: who, Raw: []byte("hallo")})
}

// What a program had in hand when it was killed is answered as soon as the next
// one starts; what came just now may be in the hands of another replica.
func TestWhatAKilledProgramLeftIsAnsweredAtTheStart(t *testing.T) {
	t.Parallel()
	left := func(l *letterbox) {
		l.leave(t.Context(), 1, "erika", monday.Add(-2*time.Second))
		l.leave(t.Context(), 2, "otto", monday)
	}
	onPaperAfter(t, left, nil, func(p *paper) {
		if seen := p.seen("erika"); len(seen) != 1 || seen[0].after != 0 {
			t.Errorf("erika, whose turn was under way, was shown %d pages, want one at the start", len(seen))
		}
		if seen := p.seen("otto"); len(seen) != 0 {
			t.Errorf("otto, who is another replica's, was shown %d pages", len(seen))
		}
		time.Sleep(20 * time.Second)
		if seen := p.seen("otto"); len(seen) != 1 || seen[0].after <= 10*time.Second {
			t.Errorf("otto was shown %v, want one page after more than ten seconds", seen)
		}
	})
}

// While it runs, what another replica left is found, but not before that one had
// the time to do it itself; a look that fails is made again.
func TestWhatAnotherReplicaLeftIsAnsweredAndDrawn(t *testing.T) {
	t.Parallel()
	onPaper(t, nil, func(p *paper) {
		p.write("otto", "hallo")
		otto := dialogs.Chat{Channel: "paper", Address: "otto"}
		p.seen("otto")
		p.box.mu.Lock()
		p.box.away = errors.New("the database is away")
		p.box.turns[otto]++ // whose page the other one did not come to draw
		p.box.talked[otto] = p.now()
		p.box.mu.Unlock()
		p.box.leave(t.Context(), 7, "erika", p.now())
		time.Sleep(9 * time.Second)
		if erika, otto := len(p.seen("erika")), len(p.seen("otto")); erika != 0 || otto != 1 {
			t.Errorf("after nine seconds erika was shown %d pages, want 0, and otto %d, want 1", erika, otto)
		}
		p.box.mu.Lock()
		p.box.away = nil
		p.box.mu.Unlock()
		time.Sleep(7 * time.Second)
		if erika, otto := len(p.seen("erika")), len(p.seen("otto")); erika != 1 || otto != 2 {
			t.Errorf("after sixteen seconds erika was shown %d pages, want 1, and otto %d, want 2", erika, otto)
		}
	})
}
