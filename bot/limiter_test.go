package bot

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/dialogs"
)

func TestNoticesKeepThePace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := NewLimiter(29.5, time.Second), clocktest.Now()
		var all sync.WaitGroup
		for chat := range int64(177) {
			all.Go(func() {
				if err := p.Wait(t.Context(), strconv.FormatInt(chat, 10), true); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if took := clocktest.Since(began); took < 5900*time.Millisecond || took > 6100*time.Millisecond {
			t.Errorf("177 notices at 29.5 a second took %v", took)
		}
	})
}

func TestAChatGetsOneNoticeASecond(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := NewLimiter(29.5, time.Second), clocktest.Now()
		for range 3 {
			if err := p.Wait(t.Context(), "1", false); err != nil {
				t.Fatal(err)
			}
		}
		if took := clocktest.Since(began); took != 2*time.Second {
			t.Errorf("three notices took %v", took)
		}
	})
}

func TestConfirmationsPassReminders(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := NewLimiter(29.5, time.Second)
		var all sync.WaitGroup
		for chat := range int64(300) {
			all.Go(func() { _ = p.Wait(t.Context(), strconv.FormatInt(chat, 10), true) })
		}
		time.Sleep(time.Second)
		began := clocktest.Now()
		for chat := range int64(10) {
			if err := p.Wait(t.Context(), strconv.FormatInt(1000+chat, 10), false); err != nil {
				t.Error(err)
			}
		}
		if took := clocktest.Since(began); took > 700*time.Millisecond {
			t.Errorf("ten confirmations waited %v among the reminders", took)
		}
		all.Wait()
	})
}

// A hundred wait side by side, each of them until it is sent or put off; a try
// that took twenty seconds would be cut off.
func TestNobodyWaitsUntilItsTimeIsOver(t *testing.T) {
	t.Parallel()
	for _, rate := range []float64{29.5, 3} {
		synctest.Test(t, func(t *testing.T) {
			p := NewLimiter(rate, time.Second)
			var sent atomic.Int64
			var all sync.WaitGroup
			for place := range int64(100) {
				all.Go(func() {
					for chat := place; chat < 2000; chat += 100 {
						began := clocktest.Now()
						err := p.Wait(t.Context(), strconv.FormatInt(chat, 10), true)
						if took := clocktest.Since(began); took > 10*time.Second {
							t.Errorf("at %v a second, a notice waited %v", rate, took)
						}
						if err == nil {
							sent.Add(1)
						} else if !errors.As(err, new(dialogs.Later)) {
							t.Error(err)
						}
					}
				})
			}
			all.Wait()
			if got := sent.Load(); got == 0 || got == 2000 {
				t.Errorf("at %v a second, %d of 2000 were sent and none or all were put off", rate, got)
			}
		})
	}
}

func TestWithoutALimitNobodyWaits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p, began := NewLimiter(0, time.Second), clocktest.Now()
		for range 1000 {
			if err := p.Wait(t.Context(), "1", true); err != nil {
				t.Fatal(err)
			}
		}
		if clocktest.Since(began) != 0 {
			t.Error("somebody waited")
		}
	})
}

func TestWhoseChatIsBusyForLongComesLater(t *testing.T) {
	t.Parallel()
	p := NewLimiter(29.5, time.Second)
	p.chats["1"] = clocktest.Now().Add(time.Minute)
	var later dialogs.Later
	if err := p.Wait(t.Context(), "1", false); !errors.As(err, &later) || later.After < 50*time.Second {
		t.Errorf("%v", err)
	}
}

// given gives out turns as the database does.
type given struct {
	mu    sync.Mutex
	until time.Time
	fails bool
}

func (g *given) Take(_ context.Context, many int, between time.Duration) (time.Duration, error) {
	time.Sleep(2 * time.Millisecond) // the way there and back
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.fails {
		return 0, errors.New("away")
	}
	now := clocktest.Now()
	if g.until.Before(now) {
		g.until = now
	}
	in := g.until.Sub(now)
	g.until = g.until.Add(time.Duration(many) * between)
	return in, nil
}

func TestReplicasKeepOnePaceTogether(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var sent []time.Time
		var all sync.WaitGroup
		from, began := &given{}, clocktest.Now()
		for replica := range 4 {
			p := NewLimiter(29.5, time.Second)
			p.Share(from)
			for chat := range 45 {
				all.Go(func() {
					if err := p.Wait(t.Context(), strconv.Itoa(100*replica+chat), true); err != nil {
						t.Error(err)
					}
					mu.Lock()
					defer mu.Unlock()
					sent = append(sent, clocktest.Now())
				})
			}
		}
		all.Wait()
		if took := clocktest.Since(began); took < 6*time.Second || took > 7*time.Second {
			t.Errorf("180 notices at 29.5 a second by four took %v", took)
		}
		for i := 30; i < len(sent); i++ {
			if within := sent[i].Sub(sent[i-30]); within < 950*time.Millisecond {
				t.Fatalf("31 notices went out within %v", within)
			}
		}
	})
}

// A program that cannot ask for turns sends nothing rather than too much.
func TestWithoutTurnsNoticesComeLater(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := NewLimiter(29.5, time.Second)
		p.Share(&given{fails: true})
		var later dialogs.Later
		if err := p.Wait(t.Context(), "1", false); !errors.As(err, &later) {
			t.Errorf("got %v, want later", err)
		}
	})
}

// Turns that nobody was there to use are over: used late they would come on top of
// those of the others.
func TestATurnIsLostThatNobodyUses(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := NewLimiter(10, 0)
		p.Share(&given{})
		p.shared.want(mostTurns)
		if err := p.Wait(t.Context(), "1", true); err != nil { // takes turns for the others, too
			t.Fatal(err)
		}
		p.shared.want(-mostTurns)
		time.Sleep(time.Minute)
		began := clocktest.Now()
		for range 10 {
			if err := p.Wait(t.Context(), "1", true); err != nil {
				t.Fatal(err)
			}
		}
		if took := clocktest.Since(began); took < 900*time.Millisecond {
			t.Errorf("ten notices at 10 a second took %v", took)
		}
	})
}
