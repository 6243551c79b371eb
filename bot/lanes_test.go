package bot_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
	"terminbote/dialogs"
)

func TestQuietChatsGoFirstAndBusyOnesAreNotForgotten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var order []string
		lanes := bot.NewLanes(func(_ context.Context, chat dialogs.Chat) bool {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, chat.Channel)
			return false
		})
		for i := range 100 {
			lanes.Wake(dialogs.Chat{Channel: "busy", Address: fmt.Sprint(i)}, true)
		}
		for i := range 40 {
			lanes.Wake(dialogs.Chat{Channel: "quiet", Address: fmt.Sprint(i)}, false)
		}
		ctx, stop := context.WithCancel(t.Context())
		go func() { synctest.Wait(); stop() }()
		lanes.Run(ctx, 1)
		quiet := 0
		for i, kind := range order[:45] {
			if kind == "quiet" {
				quiet++
			} else if i < 8 {
				t.Errorf("a busy chat came as number %d", i)
			}
		}
		if len(order) != 140 || quiet != 40 {
			t.Errorf("%d of the first 45 were quiet, want all 40; %d in all, want 140", quiet, len(order))
		}
	})
}

// Otherwise those who flood could hold every worker while their calls hang.
func TestBusyChatsHoldHalfOfTheWorkersAtMost(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		hang := make(chan struct{})
		var mu sync.Mutex
		inHand, most, quiet := 0, 0, 0
		lanes := bot.NewLanes(func(_ context.Context, chat dialogs.Chat) bool {
			mu.Lock()
			if chat.Channel == "quiet" {
				quiet++
				mu.Unlock()
				return false
			}
			inHand++
			most = max(most, inHand)
			mu.Unlock()
			<-hang
			mu.Lock()
			inHand--
			mu.Unlock()
			return false
		})
		for i := range 100 {
			lanes.Wake(dialogs.Chat{Channel: "busy", Address: fmt.Sprint(i)}, true)
		}
		ctx, stop := context.WithCancel(t.Context())
		go func() {
			synctest.Wait()
			for i := range 30 {
				lanes.Wake(dialogs.Chat{Channel: "quiet", Address: fmt.Sprint(i)}, false)
			}
			synctest.Wait()
			mu.Lock()
			if quiet != 30 || most != 4 {
				t.Errorf("%d of 30 quiet chats were worked on beside %d busy ones, want all beside 4", quiet, most)
			}
			mu.Unlock()
			close(hang)
			synctest.Wait()
			stop()
		}()
		lanes.Run(ctx, 8)
	})
}

func TestAChatIsWorkedOnByOneAndOnceMoreWhereItIsWoken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		chat := dialogs.Chat{Channel: "test", Address: "1"}
		var mu sync.Mutex
		inHand, times := 0, 0
		var lanes *bot.Lanes
		lanes = bot.NewLanes(func(_ context.Context, _ dialogs.Chat) bool {
			mu.Lock()
			inHand++
			times++
			n := times
			if inHand > 1 {
				t.Error("two work on one chat")
			}
			mu.Unlock()
			if n == 1 {
				lanes.Wake(chat, false)
				lanes.Wake(chat, false)
			}
			mu.Lock()
			inHand--
			mu.Unlock()
			return n == 2 // one more waits
		})
		lanes.Wake(chat, false)
		lanes.Wake(chat, false)
		ctx, stop := context.WithCancel(t.Context())
		go func() { synctest.Wait(); stop() }()
		lanes.Run(ctx, 3)
		if times != 3 {
			t.Errorf("worked on %d times, want 3", times)
		}
	})
}

// What is in hand when the program ends is finished: its work is told of no end, and knows
// what it knew before. What nobody has begun is left.
func TestWhatIsInHandIsNotCutOff(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		type key struct{}
		ctx, stop := context.WithCancel(context.WithValue(t.Context(), key{}, "known"))
		begun, ended := 0, 0
		lanes := bot.NewLanes(func(ctx context.Context, _ dialogs.Chat) bool {
			begun++
			stop()
			select {
			case <-ctx.Done():
				t.Error("the work is cut off")
			case <-time.After(time.Minute):
				ended++
			}
			if ctx.Value(key{}) != "known" || ctx.Err() != nil {
				t.Errorf("the work knows %v, %v", ctx.Value(key{}), ctx.Err())
			}
			return true
		})
		for _, name := range []string{"first", "second"} {
			lanes.Wake(dialogs.Chat{Address: name}, false)
		}
		lanes.Run(ctx, 1)
		if begun != 1 || ended != 1 {
			t.Errorf("begun %d, ended %d, want one", begun, ended)
		}
	})
}
