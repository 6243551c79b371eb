package command

import (
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
)

// Two hundred people write without end, and Telegram refuses what they are answered.
// Who writes once is answered all the same.
func TestAttackByChatter(t *testing.T) {
	t.Parallel()
	b := besiege(t)
	stop, writing := make(chan struct{}), sync.WaitGroup{}
	for range times(200, 30) {
		eve := b.api.NewUser("Eve", "de")
		b.api.Fail(telegramtest.Fault{Kind: telegramtest.TooMany, Chat: eve.ID, Times: -1, RetryAfter: 5 * time.Second})
		writing.Go(func() { chatter(eve, stop) })
	}
	eventually(t, "that Telegram refuses them all", func() bool { return b.refusedCalls() >= times(200, 30) })
	var waits []time.Duration
	for range times(200, 10) {
		time.Sleep(50 * time.Millisecond)
		quiet := b.api.NewUser("Usual", "de")
		began := clocktest.Now()
		quiet.Start("")
		quiet.WaitFor("Worum geht es?")
		waits = append(waits, clocktest.Since(began))
	}
	close(stop)
	writing.Wait()
	slices.Sort(waits)
	t.Logf("%d quiet people were answered: half of them within %v, all but one in a hundred within %v; calls refused: %d",
		len(waits), waits[len(waits)/2], waits[len(waits)*99/100], b.refusedCalls())
}

// refusedCalls is how many calls Telegram has refused since it was asked too much.
func (b *besieged) refusedCalls() (many int) {
	for _, c := range b.api.Calls() {
		if c.Code == http.StatusTooManyRequests {
			many++
		}
	}
	return many
}

// chatter writes 1.4 messages a second until it shall stop.
func chatter(eve *telegramtest.User, stop <-chan struct{}) {
	tick := time.NewTicker(700 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
			if _, err := eve.TrySay("hallo"); err != nil {
				return
			}
		}
	}
}
