package mattermost_test

import (
	"strings"
	"testing"
	"time"

	"terminbote/bot/mattermost/mattermosttest"
)

// However long Mattermost was away and in which way: what a citizen wrote meanwhile is
// tried again at the latest five seconds after it is back, once, and the log tells of
// the outage once. The waits are those that are planned; nobody waits for them.
func TestAfterAnOutageAMessageArrivesWithinFiveSeconds(t *testing.T) {
	t.Parallel()
	for name, kind := range map[string]mattermosttest.FaultKind{
		"gone": mattermosttest.CutBefore, "broken": mattermosttest.ServerError, "proxy": mattermosttest.BadGateway, "busy": mattermosttest.TooMany,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := &line{town: newTown(t)}
			counter := l.door.to.Load()
			counter.HoldTalks(l.store)
			round := counter.Rounds(l.office.ID)
			usual := round(t.Context())
			l.say(erika, "Perso", "mit einem Menschen sprechen", "ja", "vorher")
			round(t.Context())
			l.server.Fail(mattermosttest.Fault{Kind: kind, Times: -1})
			l.say(erika, "während der Störung")
			waited := l.outage(func() time.Duration { return round(t.Context()) }, 30)
			if waited[0] > time.Second || waited[len(waited)-1] < 2*time.Second {
				t.Errorf("after %v at first and %v in the end: soon at first, and ever more slowly", waited[0], waited[len(waited)-1])
			}
			l.server.Heal()
			if next := round(t.Context()); next != usual {
				t.Errorf("once it is back, the next look is after %v, not %v", next, usual)
			}
			if n := strings.Count(l.anna.Transcript(), "während der Störung"); n != 1 {
				t.Errorf("it stands there %d times:\n%s", n, l.anna.Transcript())
			}
			if n := strings.Count(l.log.String(), "talks with citizens not kept"); n != 1 {
				t.Errorf("the log tells of the outage %d times", n)
			}
		})
	}
}

// outage looks so many times while Mattermost is away, each time when it is planned,
// and gives the waits between.
func (l *line) outage(round func() time.Duration, times int) (waits []time.Duration) {
	l.Helper()
	for range times {
		wait := round()
		if wait <= 0 || wait > 5*time.Second {
			l.Fatalf("the next look is after %v", wait)
		}
		waits = append(waits, wait)
		l.clock.advance(wait)
	}
	return waits
}
