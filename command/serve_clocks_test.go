package command

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// A program whose clock is wrong erases no name of an appointment to come, and
// reminds nobody of what is not tomorrow.
func TestAWrongClockErasesNothingAndMarksNobodyMissed(t *testing.T) {
	t.Parallel()
	for way, wrong := range map[string]string{"sixty days ahead": "1440h", "three minutes ahead": "3m", "three minutes behind": "-3m"} {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			api, pool := newAPI(t, telegramtest.Config{}), storagetest.New(t)
			environ := []string{"DATABASE_URL=" + pool.Config().ConnString(), "TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL}
			right := serve(t, environ...)
			right.awaits("/readyz", http.StatusOK, "ready")
			citizensBook(t, api)
			right.stop()
			s := serve(t, append(environ, astray+"="+wrong)...)
			s.awaits("/readyz", http.StatusServiceUnavailable, "clock (")
			s.awaits("/metrics", http.StatusOK, "terminbote_clock_ahead_seconds ")
			s.awaitsLog("nothing is erased or marked missed")
			var kept, outcomes int
			err := pool.QueryRow(t.Context(), `
				SELECT (SELECT count(*) FROM appointment WHERE name = $1 AND state = 'confirmed'), (SELECT count(*) FROM notice WHERE kind = 'reminder' AND outcome IS NOT NULL)`,
				name).Scan(&kept, &outcomes)
			if err != nil || kept != len(visits) || outcomes != 0 {
				t.Errorf("%d appointments were kept, %d reminders sent or given up (%v)", kept, outcomes, err)
			}
			if code := s.stop(); code != 0 {
				t.Errorf("exit code %d", code)
			}
		})
	}
}

// mismatched is a pair of clocks, ours ahead by as much as a test says.
type mismatched struct {
	*clocks

	ahead time.Duration
	err   error
}

func mismatch() *mismatched {
	m := &mismatched{}
	m.clocks = newClocks(clocktest.Now, slog.New(slog.DiscardHandler), bot.NewMetrics())
	m.theirs = func(context.Context) (time.Time, error) { return clocktest.Now().Add(-m.ahead), m.err }
	return m
}

func TestOnlyClocksThatAgreeLetAChoreRun(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := mismatch()
		away := errors.New("away")
		for _, test := range []struct {
			ahead time.Duration
			err   error
			done  bool
		}{
			{0, nil, true},
			{2 * time.Minute, nil, true},
			{-2 * time.Minute, nil, true},
			{2*time.Minute + time.Second, nil, false},
			{-2*time.Minute - time.Second, nil, false},
			{60 * 24 * time.Hour, nil, false},
			{0, away, false},
			{time.Minute, nil, true},
		} {
			m.ahead, m.err = test.ahead, test.err
			done := false
			err := m.only(func(context.Context) error { done = true; return nil })(t.Context())
			if done != test.done || !errors.Is(err, test.err) {
				t.Errorf("%v ahead (%v): done %v, %v", test.ahead, test.err, done, err)
			}
			if ready := m.ready(t.Context()) == nil; test.err == nil && ready != test.done {
				t.Errorf("%v ahead: ready %v", test.ahead, ready)
			}
		}
	})
}

// No chore goes by a clock that nobody has compared.
func TestEveryChoreRunsOnlyUnderItsCondition(t *testing.T) {
	t.Parallel()
	conditions := 0
	all := chores(new(storage.Store), func() []*storage.Store { return nil }, clocktest.Now, func(func(context.Context) error) func(context.Context) error {
		conditions++
		return func(context.Context) error { return errClocks }
	})
	for _, c := range all {
		if err := c.Do(t.Context()); !errors.Is(err, errClocks) {
			t.Errorf("%s runs without its condition", c.Name)
		}
	}
	if conditions != len(all) || len(all) < 9 {
		t.Errorf("%d of %d chores have a condition", conditions, len(all))
	}
}

// lonely is an elector that always elects.
type lonely struct{ led int }

func (l *lonely) Lead(ctx context.Context, do func(context.Context)) {
	l.led++
	do(ctx)
}

// A leader whose clock goes wrong gives the lead up, and takes it again later.
func TestWhoseClockGoesWrongLeadsNoMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m, elector := mismatch(), &lonely{}
		ctx, stop := context.WithCancel(t.Context())
		leading := false
		go punctual{elector, m.clocks}.Lead(ctx, func(ctx context.Context) {
			leading = true
			<-ctx.Done()
			leading = false
		})
		go m.keep(ctx)
		for _, test := range []struct {
			ahead time.Duration
			leads bool
		}{{0, true}, {time.Hour, false}, {0, true}, {-time.Hour, false}, {0, true}} {
			m.ahead = test.ahead
			time.Sleep(compareEvery + time.Minute)
			synctest.Wait()
			if leading != test.leads {
				t.Errorf("%v ahead: leads %v", test.ahead, leading)
			}
		}
		if elector.led != 3 {
			t.Errorf("led %d times", elector.led)
		}
		stop()
		synctest.Wait()
	})
}
