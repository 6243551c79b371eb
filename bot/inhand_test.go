package bot

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/dialogs"
)

// A chat that rests is remembered until its rest is over, and nothing is done for it
// meanwhile; then it goes behind those that are quiet. The others are as they were.
func TestAChatThatRestedGoesBehindQuietOnes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		e := &Engine{chats: map[dialogs.Chat]*inHand{}}
		worked := make(chan dialogs.Chat, 3)
		e.lanes = NewLanes(func(_ context.Context, chat dialogs.Chat) bool { worked <- chat; return false })
		rested, quiet, other := dialogs.Chat{Address: "rested"}, dialogs.Chat{Address: "quiet"}, dialogs.Chat{Address: "other"}
		e.knowNext(other, &dialogs.Update{ID: 7})
		e.rest(rested, time.Second)
		time.Sleep(time.Second - time.Nanosecond)
		synctest.Wait()
		if h := e.chats[rested]; h == nil || !h.resting || len(e.lanes.busy)+len(e.lanes.quiet) != 0 {
			t.Errorf("before its rest is over: %+v, busy %v, quiet %v", h, e.lanes.busy, e.lanes.quiet)
		}
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		e.lanes.Wake(quiet, false)
		if e.chats[rested] != nil || len(e.chats) != 1 {
			t.Errorf("afterwards %d chats are known, of the rested one %+v", len(e.chats), e.chats[rested])
		}
		ctx, stop := context.WithCancel(t.Context())
		go func() { synctest.Wait(); stop() }()
		e.lanes.Run(ctx, 1)
		if first, second := <-worked, <-worked; first != quiet || second != rested || len(worked) != 0 {
			t.Errorf("first came %s, then %s, and %d more", first.Address, second.Address, len(worked))
		}
	})
}
