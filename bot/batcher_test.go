package bot_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/bot"
)

// batches notes what a batcher does; each batch takes a second.
type batches struct {
	mu    sync.Mutex
	all   [][]int
	atOne int // how many are under way
	most  int
}

func (b *batches) do(_ context.Context, items []int) error {
	b.mu.Lock()
	b.all = append(b.all, slices.Sorted(slices.Values(items)))
	b.atOne++
	b.most = max(b.most, b.atOne)
	b.mu.Unlock()
	time.Sleep(time.Second)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.atOne--
	if slices.Contains(items, 13) {
		return errors.New("thirteen")
	}
	return nil
}

// What comes while a batch is under way goes into the next one, one batch is
// handled at a time, and what came of it is told to those who are in it.
func TestWhatComesMeanwhileIsTheNextBatch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		noted := &batches{}
		b := bot.Batcher[int]{Do: noted.do}
		told := make([]error, 20)
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				time.Sleep(time.Duration(i) * 100 * time.Millisecond)
				told[i] = b.Join(t.Context(), i)
			})
		}
		all.Wait()
		if noted.most != 1 || fmt.Sprint(noted.all[0]) != "[0]" || len(noted.all) > 4 {
			t.Errorf("up to %d at a time: %v", noted.most, noted.all)
		}
		if got := slices.Sorted(slices.Values(slices.Concat(noted.all...))); len(got) != 20 || got[19] != 19 {
			t.Errorf("handled were %v", got)
		}
		for i, err := range told {
			with13 := slices.ContainsFunc(noted.all, func(batch []int) bool { return slices.Contains(batch, i) && slices.Contains(batch, 13) })
			if (err != nil) != with13 {
				t.Errorf("%d is told %v", i, err)
			}
		}
		if err := b.Join(t.Context(), 99); err != nil || len(noted.all) < 3 {
			t.Errorf("afterwards: %v, %v", err, noted.all)
		}
	})
}

// Who gives up waits no longer; what they joined is handled all the same.
func TestWhoGivesUpDoesNotWaitForTheBatch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		noted := &batches{}
		b := bot.Batcher[int]{Do: noted.do}
		ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer stop()
		if err := b.Join(ctx, 1); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
		if err := b.Join(t.Context(), 2); err != nil || fmt.Sprint(noted.all) != "[[1] [2]]" {
			t.Errorf("%v: %v", err, noted.all)
		}
	})
}

// A batch is in the order in which its items came, and has ten seconds.
func TestABatchKeepsTheOrderAndItsTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var got [][]string
		b := bot.Batcher[string]{Do: func(ctx context.Context, items []string) error {
			got = append(got, items)
			if len(got) == 1 {
				<-ctx.Done()
				return ctx.Err()
			}
			return nil
		}}
		began := time.Now() //nolint:forbidigo // within synctest
		var all sync.WaitGroup
		for _, items := range [][]string{{"a"}, {"b", "c"}, {"d"}, {"e", "f"}} {
			all.Go(func() {
				if err := b.Join(t.Context(), items...); (err != nil) != (items[0] == "a") {
					t.Errorf("%s: %v", items, err)
				}
			})
			synctest.Wait()
		}
		all.Wait()
		if took := time.Since(began); fmt.Sprint(got) != "[[a] [b c d e f]]" || took != 10*time.Second { //nolint:forbidigo // within synctest
			t.Errorf("%v after %v", got, took)
		}
	})
}
