package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/dialogs"
)

// alone is an elector that elects anybody who asks.
type alone struct{}

func (alone) Lead(ctx context.Context, do func(context.Context)) { do(ctx) }

// fullInbox is an inbox that takes nothing in so many times.
type fullInbox struct {
	dialogs.Inbox

	refuses int
	kept    []int64
}

func (i *fullInbox) Receive(_ context.Context, _ time.Time, updates ...dialogs.Update) error {
	if i.refuses > 0 {
		i.refuses--
		return errors.New("away")
	}
	for _, u := range updates {
		i.kept = append(i.kept, u.ID)
	}
	return nil
}

// asked is a poll: from which number on, and when.
type asked struct {
	from  int64
	after time.Duration
}

// polled polls for two minutes, with an inbox that refuses some times. fetch
// answers the nth poll.
func polled(t *testing.T, refuses int, fetch func(n int, from int64) ([]json.RawMessage, error), wait time.Duration) (polls []asked, kept []int64) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
		defer stop()
		inbox := &fullInbox{refuses: refuses}
		e := bot.NewEngine("paper", &paper{}, &bot.Host{Inbox: inbox, Now: clocktest.Now, Log: slog.New(slog.DiscardHandler)})
		began := clocktest.Now()
		e.Poll(ctx, alone{}, bot.Polling{
			Fetch: func(ctx context.Context, from int64) ([]json.RawMessage, error) {
				polls = append(polls, asked{from, clocktest.Since(began)})
				raws, err := fetch(len(polls), from)
				if len(raws) == 0 && err == nil {
					<-ctx.Done()
				}
				return raws, err
			},
			Open: func(raw []byte) (dialogs.Update, error) {
				id, err := strconv.ParseInt(string(raw), 10, 64)
				return dialogs.Update{ID: id}, err
			},
			Asked: func(error) time.Duration { return wait },
		})
		kept = inbox.kept
	})
	return polls, kept
}

// What was not kept is not acknowledged: it is fetched again, from the same
// number.
func TestWhatCouldNotBeKeptIsFetchedAgain(t *testing.T) {
	t.Parallel()
	polls, kept := polled(t, 2, func(_ int, from int64) (all []json.RawMessage, _ error) {
		for id := from; id < 12; id++ {
			if id >= 10 {
				all = append(all, json.RawMessage(strconv.FormatInt(id, 10)))
			}
		}
		return all, nil
	}, 0)
	var froms []int64
	for _, p := range polls {
		froms = append(froms, p.from)
	}
	if want := []int64{0, 0, 0, 12}; !slices.Equal(froms, want) {
		t.Errorf("polled from %v, want %v", froms, want)
	}
	if want := []int64{10, 11}; !slices.Equal(kept, want) {
		t.Errorf("kept %v, want %v", kept, want)
	}
}

// A network that asks for a while is polled after that, and else soon.
func TestAPollWaitsAsLongAsTheNetworkAsks(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ asks, want time.Duration }{{0, 2 * time.Second}, {time.Second, 2 * time.Second}, {47 * time.Second, 47 * time.Second}} {
		polls, _ := polled(t, 0, func(n int, _ int64) ([]json.RawMessage, error) {
			if n == 1 {
				return nil, errors.New("too many requests")
			}
			return nil, nil
		}, test.asks)
		if len(polls) != 2 || polls[1].after != test.want {
			t.Errorf("asked for %v: polled %v", test.asks, polls)
		}
	}
}

// An update that cannot be told from others is left out and holds up none; the
// number goes on from the highest, in whatever order they came.
func TestAPollTakesWhatItCanRead(t *testing.T) {
	t.Parallel()
	polls, kept := polled(t, 0, func(n int, _ int64) (all []json.RawMessage, _ error) {
		if n == 1 {
			return []json.RawMessage{[]byte("12"), []byte("?"), []byte("14"), []byte("13")}, nil
		}
		if n == 2 {
			return []json.RawMessage{[]byte("?")}, nil
		}
		return nil, nil
	}, 0)
	if len(polls) != 3 || polls[1].from != 15 || polls[2].from != 15 || !slices.Equal(kept, []int64{12, 14, 13}) {
		t.Errorf("polled %v, kept %v", polls, kept)
	}
}
