package bot

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

// Programs share a pace by network and account; of the token nobody can read
// anything there, and without a limit nothing is shared.
func TestAPaceIsSharedByAccount(t *testing.T) {
	t.Parallel()
	sender := func(rate float64, network, token string) (as string) {
		NewLimiter(rate, time.Second).ShareAs(network, token, func(sender string) Turns {
			as = sender
			return &given{}
		})
		return as
	}
	one := sender(30, "telegram", "12:geheim")
	if !strings.HasPrefix(one, "telegram ") || len(one) != len("telegram ")+32 || strings.Contains(one, "geheim") {
		t.Errorf("an account is called %q", one)
	}
	if again := sender(30, "telegram", "12:geheim"); again != one {
		t.Errorf("and %q by another program", again)
	}
	if other := sender(30, "telegram", "13:geheim"); other == one {
		t.Error("two accounts share one pace")
	}
	if mail := sender(30, "mail", "12:geheim"); mail == one {
		t.Error("two networks share one pace")
	}
	if none := sender(0, "telegram", "12:geheim"); none != "" {
		t.Errorf("without a limit it is shared as %q", none)
	}
	if l := NewLimiter(30, time.Second).ShareAs("telegram", "12:geheim", nil); l.shared != nil {
		t.Error("turns are taken from nowhere")
	}
}

// Who gives up waits no longer, be it for the chat, the pace or the turns of others.
func TestWhoGivesUpDoesNotWaitForTheirTurn(t *testing.T) {
	t.Parallel()
	for name, limiter := range map[string]func() *Limiter{
		"a chat": func() *Limiter {
			l := NewLimiter(30, 2*time.Second)
			_ = l.Wait(context.Background(), "1", false)
			return l
		},
		"the pace": func() *Limiter {
			l := NewLimiter(0.4, time.Millisecond)
			_ = l.Wait(context.Background(), "2", false)
			return l
		},
		"others": func() *Limiter {
			l := NewLimiter(0.4, time.Millisecond)
			l.Share(&given{until: clocktest.Now().Add(2500 * time.Millisecond)})
			return l
		},
		"the database": func() *Limiter {
			l := NewLimiter(30, time.Second)
			l.Share(hung{})
			return l
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			l := limiter()
			ctx, stop := context.WithTimeout(t.Context(), time.Second)
			defer stop()
			began := clocktest.Now()
			err := l.Wait(ctx, "1", false)
			if took := clocktest.Since(began); !errors.Is(err, context.DeadlineExceeded) || took != time.Second {
				t.Errorf("%s: %v after %v", name, err, took)
			}
			if l.urgent != 0 {
				t.Errorf("%s: %d count as waiting", name, l.urgent)
			}
		})
	}
}

// hung never gives out a turn.
type hung struct{}

func (hung) Take(ctx context.Context, _ int, _ time.Duration) (time.Duration, error) {
	<-ctx.Done()
	return 0, ctx.Err()
}

// Who is told to come later is not told to come at once: the chat's own pause is
// kept in any case.
func TestLaterIsNeverAtOnce(t *testing.T) {
	t.Parallel()
	const perChat = 5 * time.Second
	for name, l := range map[string]func() *Limiter{
		"its chat": func() *Limiter {
			l := NewLimiter(30, perChat)
			l.chats["1"] = clocktest.Now().Add(3100*time.Millisecond - clocktest.Ahead())
			return l
		},
		"no database": func() *Limiter {
			l := NewLimiter(30, perChat)
			l.Share(&given{fails: true})
			return l
		},
		"all turns taken": func() *Limiter {
			l := NewLimiter(0.01, perChat)
			l.Share(&given{until: clocktest.Now().Add(time.Hour)})
			return l
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			var later dialogs.Later
			if err := l().Wait(t.Context(), "1", false); !errors.As(err, &later) || later.After < perChat {
				t.Errorf("%s: %v, in %v", name, err, later.After)
			}
		})
	}
}

// A chat that waits up to three seconds is waited for; beyond that its notice goes
// back.
func TestAChatIsWaitedForUpToThreeSeconds(t *testing.T) {
	t.Parallel()
	for rest, waited := range map[time.Duration]bool{2900 * time.Millisecond: true, 3 * time.Second: true, 3001 * time.Millisecond: false} {
		synctest.Test(t, func(t *testing.T) {
			l, began := NewLimiter(30, time.Second), clocktest.Now()
			l.chats["1"] = began.Add(rest - clocktest.Ahead()) // it goes by the machine's clock
			err := l.Wait(t.Context(), "1", false)
			if took := clocktest.Since(began); (err == nil) != waited || waited && took != rest || !waited && took != 0 {
				t.Errorf("%v: %v after %v", rest, err, took)
			}
		})
	}
}

// Chats that need not wait are forgotten once there are many, and no others: a
// chat that was just written to still waits.
func TestOnlyChatsThatNeedNotWaitAreForgotten(t *testing.T) {
	t.Parallel()
	l, now := NewLimiter(1e9, time.Second), clocktest.Now()
	for i := range mostChats - 1 {
		l.chats["old "+strconv.Itoa(i)] = now
	}
	l.take(now, "new", false)
	if n := len(l.chats); n != mostChats {
		t.Errorf("%d chats are remembered before there are too many, want all %d", n, mostChats)
	}
	l.take(now.Add(time.Millisecond), "another", false)
	if n := len(l.chats); n != 2 || l.take(now.Add(2*time.Millisecond), "new", false) == 0 {
		t.Errorf("%d chats are remembered, want the two that wait: %v", n, l.chats)
	}
}

// Turns that came late are made up for only within the jitter: after a pause nobody
// sends in a rush.
func TestAPauseIsNotMadeUpFor(t *testing.T) {
	t.Parallel()
	for pause, sent := range map[time.Duration]int{jitter: 3, jitter + time.Millisecond: 1, time.Hour: 1} {
		l, now := NewLimiter(20, 0), clocktest.Now() // a turn each 50 ms
		l.next = now.Add(-pause)
		n := 0
		for l.take(now, strconv.Itoa(n), false) == 0 {
			n++
		}
		if n != sent {
			t.Errorf("after a pause of %v %d went out at once, want %d", pause, n, sent)
		}
	}
}

// Patient notices let others pass with shared turns as well, and none of them is
// sent beyond the pace.
func TestConfirmationsPassRemindersInAllReplicas(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := NewLimiter(10, 0)
		l.Share(&given{})
		var mu sync.Mutex
		var order []bool
		var all sync.WaitGroup
		send := func(chat string, patient bool) {
			all.Go(func() {
				if err := l.Wait(t.Context(), chat, patient); err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				order = append(order, patient)
			})
		}
		for i := range 20 {
			send("p"+strconv.Itoa(i), true)
		}
		time.Sleep(450 * time.Millisecond)
		before := func() int { mu.Lock(); defer mu.Unlock(); return len(order) }()
		for i := range 5 {
			send("u"+strconv.Itoa(i), false)
		}
		all.Wait()
		late := 0
		for _, patient := range order[before+6:] {
			if !patient {
				late++
			}
		}
		if before < 3 || before > 6 || late > 0 {
			t.Errorf("%d had gone before; %d of 5 confirmations came after six others: %v", before, late, order)
		}
	})
}

// Of turns that others share no more are taken than are wanted: six at most, and
// none for who has gone.
func TestNoMoreTurnsAreTakenThanAreWanted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		counted := &countedTurns{}
		l := NewLimiter(10, 0)
		l.Share(counted)
		for range 3 {
			if err := l.Wait(t.Context(), "1", false); err != nil {
				t.Fatal(err)
			}
		}
		var all sync.WaitGroup
		for i := range 9 {
			all.Go(func() { _ = l.Wait(t.Context(), strconv.Itoa(i), false) })
		}
		all.Wait()
		if l.shared.waiting != 0 || counted.taken[0] != 1 || counted.taken[2] != 1 || slices.Max(counted.taken) > mostTurns {
			t.Errorf("taken were %v, and %d count as waiting", counted.taken, l.shared.waiting)
		}
	})
}

// countedTurns notes how many turns are taken at once.
type countedTurns struct {
	given

	taken []int
}

func (c *countedTurns) Take(ctx context.Context, many int, between time.Duration) (time.Duration, error) {
	c.taken = append(c.taken, many)
	return c.given.Take(ctx, many, between)
}

// A turn counts for as long as the jitter after it came, and no longer.
func TestATurnHoldsForTheJitter(t *testing.T) {
	t.Parallel()
	now := clocktest.Now()
	for late, want := range map[time.Duration]bool{0: true, jitter: true, jitter + 1: false} {
		turns := &turnsTaken{ahead: []time.Time{now.Add(-late)}}
		if wait, ok := turns.next(now, false); ok != want || wait != 0 {
			t.Errorf("%v late: %v, %v", late, wait, ok)
		}
	}
	turns := &turnsTaken{ahead: []time.Time{now}}
	if wait, ok := turns.next(now, true); !ok || wait <= 0 || len(turns.ahead) != 1 {
		t.Errorf("who yields waits %v, %v", wait, ok)
	}
}
