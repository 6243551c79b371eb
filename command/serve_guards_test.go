package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"terminbote/booking"
	"terminbote/booking/clocktest"
	"terminbote/bot"
	"terminbote/storage"
)

// monday is a moment like any other.
var monday = time.Date(2026, time.November, 23, 7, 0, 0, 0, time.UTC)

// Delivering goes on up to an hour apart and no further, and ends in its middle when
// the clocks part; it begins again when they agree, and not after it has ended by itself.
func TestWhatGoesByTheClockEndsWhereItIsWrong(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := mismatch()
		runs, running := 0, false
		ctx, stop := context.WithCancel(t.Context())
		go m.while(ctx, astrayMost, func(ctx context.Context) {
			runs, running = runs+1, true
			<-ctx.Done()
			running = false
		})
		for _, tt := range []struct {
			ahead time.Duration
			err   error
			want  bool
		}{
			{0, nil, true},
			{time.Hour, nil, true},
			{-time.Hour, nil, true},
			{time.Hour + time.Second, nil, false},
			{-time.Hour - time.Second, nil, false},
			{3 * time.Minute, nil, true},
			{0, errors.New("away"), true},
			{24 * time.Hour, nil, false},
			{0, errors.New("away"), false},
			{0, nil, true},
		} {
			m.ahead, m.err = tt.ahead, tt.err
			_ = m.compare(t.Context())
			time.Sleep(compareAgain + time.Second)
			synctest.Wait()
			if running != tt.want {
				t.Errorf("%v apart, %v: running %v", tt.ahead, tt.err, running)
			}
		}
		if runs != 3 {
			t.Errorf("begun %d times", runs)
		}
		stop()
		synctest.Wait()
		if running || len(m.ends) != 0 {
			t.Errorf("after the end it is running %v, and %d are to be ended", running, len(m.ends))
		}
		m.ahead, m.err = 0, nil
		itself := 0
		m.while(t.Context(), astrayMost, func(context.Context) { itself++ })
		if itself != 1 {
			t.Errorf("what ends by itself is begun %d times", itself)
		}
	})
}

// That the clocks part and agree again is said once each, with how far, and shown to
// the admin in both directions.
func TestClocksThatPartAreSaidOnce(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	metrics := bot.NewMetrics()
	ahead := time.Duration(0)
	c := newClocks(clocktest.At(monday), slog.New(slog.NewTextHandler(&log, nil)), metrics)
	c.theirs = func(context.Context) (time.Time, error) { return monday.Add(-ahead), nil }
	for _, tt := range []struct {
		ahead time.Duration
		ready string
	}{
		{0, ""}, {time.Minute, ""}, {121 * time.Second, "2m1s ahead of the database's"}, {time.Hour, "1h0m0s ahead of the database's"}, {-121 * time.Second, "2m1s behind the database's"}, {0, ""}, {0, ""},
	} {
		ahead = tt.ahead
		if err := c.compare(t.Context()); (err != nil) != (tt.ready != "") {
			t.Errorf("%v: %v", tt.ahead, err)
		}
		said := ""
		if err := c.ready(t.Context()); err != nil {
			said = err.Error()
		}
		if said != tt.ready {
			t.Errorf("%v: ready says %q", tt.ahead, said)
		}
		w := httptest.NewRecorder()
		metrics.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
		if want := fmt.Sprintf("terminbote_clock_ahead_seconds %v\n", tt.ahead.Seconds()); !strings.Contains(w.Body.String(), want) {
			t.Errorf("missing %s", want)
		}
	}
	if parted, agreed := strings.Count(log.String(), "nothing is erased"), strings.Count(log.String(), "agree again"); parted != 1 || agreed != 1 || !strings.Contains(log.String(), "ahead=2m1s") {
		t.Errorf("said %d and %d times: %s", parted, agreed, log.String())
	}
}

// Chores have names of their own and come around within the hour; what goes wrong in
// one town keeps the others from nothing, and is said.
func TestAChoreIsDoneInEveryTown(t *testing.T) {
	t.Parallel()
	var names []string
	for _, c := range chores(new(storage.Store), func() []*storage.Store { return nil }, clocktest.Now, always) {
		if c.Every < 10*time.Second || c.Every > time.Hour || c.Name == "" || slices.Contains(names, c.Name) {
			t.Errorf("%q every %v", c.Name, c.Every)
		}
		names = append(names, c.Name)
	}
	towns := []*storage.Store{{}, {}, {}}
	first, third := errors.New("first"), errors.New("third")
	var done []int
	do := forEach(func() []*storage.Store { return towns }, func(s *storage.Store) chore {
		return func(_ context.Context, now time.Time) error {
			i := slices.Index(towns, s)
			done = append(done, i)
			if !now.Equal(monday) {
				t.Errorf("it is %v", now)
			}
			return []error{first, nil, third}[i]
		}
	})
	if err := do(t.Context(), monday); !errors.Is(err, first) || !errors.Is(err, third) || !slices.Equal(done, []int{0, 1, 2}) {
		t.Errorf("%v, done in %v", err, done)
	}
	looking := errors.New("looking")
	do = forThose(func(context.Context) ([]*storage.Store, error) { return towns[1:2], looking }, func(*storage.Store) chore { return func(context.Context, time.Time) error { return nil } })
	if err := do(t.Context(), monday); !errors.Is(err, looking) {
		t.Errorf("%v", err)
	}
	if err := uncounted(func(context.Context, time.Time) (int, error) { return 7, first })(t.Context(), monday); !errors.Is(err, first) {
		t.Errorf("%v", err)
	}
}

// A call under a town's host reaches that town alone, however the host is
// written; all others reach the program's own.
func TestAHostLeadsToItsTown(t *testing.T) {
	t.Parallel()
	var towns townsServed
	say := func(text string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) })
	}
	towns.at("selm.example", say("selm"))
	waiting := &pending{}
	towns.at("werne.example", waiting)
	handler := towns.byHost(say("own"))
	ask := func(host string) (int, string, string) {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code, w.Body.String(), w.Header().Get("Retry-After")
	}
	for host, want := range map[string]string{
		"selm.example": "selm", "SELM.example:8443": "selm", "selm.example.": "selm", "selm.example.evil": "own", "x.selm.example": "own", "": "own", "[::1]:80": "own", "selm.example:": "selm",
	} {
		if _, got, _ := ask(host); got != want {
			t.Errorf("%q leads to %q", host, got)
		}
	}
	if code, _, retry := ask("werne.example"); code != http.StatusServiceUnavailable || retry != "5" {
		t.Errorf("a town that is not there yet: %d, again after %q", code, retry)
	}
	waiting.open(say("werne"))
	if code, got, _ := ask("werne.example"); code != http.StatusOK || got != "werne" {
		t.Errorf("a town that is there: %d, %q", code, got)
	}
	towns.await([]booking.TownID{"a", "b"})
	for i, want := range []string{"2 not reached yet", "1 not reached yet", ""} {
		said := ""
		if err := towns.ready(t.Context()); err != nil {
			said = err.Error()
		}
		if said != want {
			t.Errorf("ready says %q, want %q", said, want)
		}
		towns.tried([]booking.TownID{"a", "b", "c"}[i])
	}
}

// Who sends slowly is cut off: the server has limits for the header and for all of a
// request, at both addresses.
func TestTheServerHasLimitsOfTime(t *testing.T) {
	t.Parallel()
	s := &server{metrics: bot.NewMetrics(), log: slog.New(slog.DiscardHandler), clocks: newClocks(clocktest.Now, slog.New(slog.DiscardHandler), nil)}
	h := s.httpServer()
	if h.ReadHeaderTimeout != 15*time.Second || h.ReadTimeout != 15*time.Second {
		t.Errorf("the header has %v, the whole %v", h.ReadHeaderTimeout, h.ReadTimeout)
	}
	ask := func(path string) int {
		w := httptest.NewRecorder()
		s.httpServer().Handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return w.Code
	}
	if ask("/healthz") != http.StatusOK || ask("/readyz") != http.StatusServiceUnavailable || ask("/metrics") != http.StatusOK {
		t.Errorf("alive %d, ready %d, metrics %d", ask("/healthz"), ask("/readyz"), ask("/metrics"))
	}
	s.settings.MetricsListen = "127.0.0.1:1"
	if ask("/metrics") != http.StatusNotFound || ask("/healthz") != http.StatusOK {
		t.Errorf("with an address of their own the metrics are at the public one: %d", ask("/metrics"))
	}
	var names []string
	for _, settings := range []settings{{}, {Towns: "x"}} {
		s.settings = settings
		names = nil
		for _, c := range s.checks() {
			names = append(names, c.Name)
		}
	}
	if !slices.Equal(names, []string{"database", "clock", "towns"}) {
		t.Errorf("ready looks at %v", names)
	}
}

// The program stops within nine seconds whatever it waits for, and earlier where all
// is done.
func TestTheProgramStopsInTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		late, end := lateness(ctx)
		time.Sleep(time.Hour)
		if late.Err() != nil {
			t.Error("it is late before it is told to stop")
		}
		began := clocktest.Now()
		stop()
		<-late.Done()
		if took := clocktest.Since(began); took != 9*time.Second {
			t.Errorf("it is late after %v", took)
		}
		end()
		ctx, stop = context.WithCancel(t.Context())
		late, end = lateness(ctx)
		stop()
		end()
		<-late.Done()
		if clocktest.Since(began) != 9*time.Second {
			t.Error("where all is done it still waits")
		}
	})
}
