package command

import (
	"context"
	"time"

	"terminbote/bot"
	"terminbote/bot/mattermost"
	"terminbote/bot/telegram"
)

// probeEvery is how often each network is asked whether it still knows us: who
// has nothing to say there would not notice otherwise.
var probeEvery = time.Minute

// probeWithin is how long a network may take to answer that.
const probeWithin = 20 * time.Second

// probe asks the networks that are on until ctx ends.
func (s *town) probe(ctx context.Context, t *telegram.Telegram, m *mattermost.Mattermost) {
	var checks []func(context.Context)
	if t != nil {
		checks = append(checks, t.Check)
	}
	if m != nil {
		checks = append(checks, m.Check)
	}
	if s.mail != nil {
		checks = append(checks, s.mail.Check)
	}
	for bot.Pause(ctx, probeEvery); ctx.Err() == nil; bot.Pause(ctx, probeEvery) {
		for _, check := range checks {
			limited, cancel := context.WithTimeout(ctx, probeWithin)
			check(limited)
			cancel()
		}
	}
}
