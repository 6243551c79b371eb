package terminal

import (
	"context"
	"fmt"
	"time"

	"terminbote/bot"
)

// newsEvery is how often is looked whether staff have written.
const newsEvery = 300 * time.Millisecond

// news ticks while staff hold the talk and somebody types by hand.
func (t *Terminal) news() (<-chan time.Time, func()) {
	if t.Answers == nil || t.Echo || !t.handed {
		return nil, func() {}
	}
	ticker := time.NewTicker(newsEvery)
	return ticker.C, ticker.Stop
}

// catchUp shows what staff have written since; false where that is nothing.
func (t *Terminal) catchUp(ctx context.Context) bool {
	if t.Answers == nil || t.Clerk {
		return false
	}
	lines, err := t.Answers.Unseen(ctx, Channel, t.As)
	if err != nil {
		t.handed = ctx.Err() != nil || t.handed
		t.Log(err)
		return false
	}
	for _, l := range lines {
		fmt.Fprint(t.Out, harmless(draw(bot.AnswerPage(l), t.columns())))
		if err := t.Answers.Seen(ctx, l.ID, t.Host.Now()); err != nil {
			t.Log(err)
		}
	}
	return len(lines) > 0
}
