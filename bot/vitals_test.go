package bot_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

var noon = time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC)

// ready is what /readyz answers.
func ready(t *testing.T, mux http.Handler, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	mux.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
	return w.Code, w.Body.String()
}

func TestANetworkThatIsAwayIsSaidAndKeepsNothingBack(t *testing.T) {
	t.Parallel()
	m := bot.NewMetrics()
	database := error(nil)
	mux := bot.NewMux(m, bot.Check{Name: "database", Of: func(context.Context) error { return database }})
	m.Expect("mail")
	m.Expect("mattermost")
	m.Seen("mattermost", noon, nil)
	m.Seen("mail", noon, nil)
	m.Seen("mail", noon.Add(time.Minute), errors.New("mail server not reached"))
	m.Expect("telegram")
	want := "ready, degraded: mail (mail server not reached)\ndatabase is there\noffice files: ok\n" +
		"mail: faulty, last success 2026-11-24T12:00:00Z, last fault 2026-11-24T12:01:00Z (mail server not reached)\n" +
		"mattermost: ok, last success 2026-11-24T12:00:00Z\ntelegram: not asked yet\n"
	if code, text := ready(t, mux, "/readyz?verbose"); code != 200 || text != want {
		t.Errorf("%d\n%s\nwant\n%s", code, text, want)
	}
	if code, text := ready(t, mux, "/readyz"); code != 200 || text != "ready, degraded: mail (mail server not reached)\n" {
		t.Errorf("%d %q", code, text)
	}
	for _, line := range []string{`terminbote_network_degraded{network="mail"} 1`, `terminbote_network_degraded{network="telegram"} 0`, `terminbote_network_faults_total{network="mail"} 1`} {
		if !strings.Contains(scrape(t, m), line+"\n") {
			t.Errorf("missing %s", line)
		}
	}
	m.Seen("mail", noon.Add(2*time.Minute), nil)
	if code, text := ready(t, mux, "/readyz"); code != 200 || text != "ready\n" {
		t.Errorf("%d %q", code, text)
	}
	database = errors.New("away")
	code, text := ready(t, mux, "/readyz?verbose")
	if code != 503 || !strings.HasPrefix(text, "not ready: database (away)\noffice files: ok\nmail: ok, ") || strings.Contains(text, "is there") {
		t.Errorf("%d %s", code, text)
	}
	page := scrape(t, m)
	for _, line := range []string{
		`terminbote_network_last_success_timestamp_seconds{network="mail"} 1.79552172e+09`,
		`terminbote_network_last_fault_timestamp_seconds{network="mail"} 1.79552166e+09`,
		`terminbote_network_last_success_timestamp_seconds{network="telegram"} 0`,
	} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("missing %s", line)
		}
	}
}

func TestCallsShowHowANetworkFares(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]string{200: "ok", 400: "ok", 403: "ok", 429: "ok", 401: "(status 401)", 500: "(status 500)", 502: "(status 502)", 0: "(not reached)"} {
		m := bot.NewMetrics()
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
		if status == 0 {
			server.Close()
		} else {
			t.Cleanup(server.Close)
		}
		client := &http.Client{Transport: m.Watch("test", func() time.Time { return noon }, &http.Transport{})}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		if response, err := client.Do(request); err == nil {
			response.Body.Close()
		}
		if _, text := ready(t, bot.NewMux(m), "/readyz?verbose"); !strings.Contains(text, want) {
			t.Errorf("status %d: %s, want %s", status, text, want)
		}
	}
}

// Who gives up before an answer comes says nothing of the network; without metrics
// calls go through as they are.
func TestACallThatNobodyWaitsForSaysNothing(t *testing.T) {
	t.Parallel()
	m := bot.NewMetrics()
	calls := transport(func(r *http.Request) (*http.Response, error) { return nil, r.Context().Err() })
	ctx, stop := context.WithCancel(t.Context())
	stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://test.invalid/", nil)
	if err != nil {
		t.Fatal(err)
	}
	if response, err := m.Watch("test", func() time.Time { return noon }, calls).RoundTrip(request); err == nil {
		response.Body.Close()
		t.Error("the call came through")
	}
	if _, text := ready(t, bot.NewMux(m), "/readyz?verbose"); strings.Contains(text, "test") {
		t.Errorf("%s", text)
	}
	var none *bot.Metrics
	if _, same := none.Watch("test", nil, calls).(transport); !same {
		t.Error("calls are watched for nobody")
	}
}

// transport makes calls by a function.
type transport func(*http.Request) (*http.Response, error)

// RoundTrip makes a call.
func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestWhatWaitsIsShownForEveryNetwork(t *testing.T) {
	t.Parallel()
	m := bot.NewMetrics()
	var fault error
	m.Loads([]string{"telegram", "mail"}, func() time.Time { return noon }, func(context.Context, time.Time) (dialogs.Load, error) {
		return dialogs.Load{
			Notices:     []dialogs.Backlog{{Channel: "mail", Many: 3, Oldest: noon.Add(-90 * time.Second)}},
			Jobs:        map[string]int{"available": 2},
			Connections: dialogs.Connections{Used: 1, Idle: 4, Most: 16, Waits: 7, Waited: 1500 * time.Millisecond},
			Counters: []dialogs.CounterLoad{
				{Office: "werne", Tickets: map[booking.State]int{booking.CheckedIn: 2}, Handovers: 3, Unanswered: 1, Oldest: noon.Add(-time.Minute), Ratings: 7},
				{Office: "stockum"},
			},
		}, fault
	})
	m.Build("1.2.3", "abc", "go1")
	page := scrape(t, m)
	for _, line := range []string{
		`terminbote_database_up 1`,
		`terminbote_notices_due{channel="mail"} 3`, `terminbote_notices_due_oldest_seconds{channel="mail"} 90`,
		`terminbote_notices_due{channel="telegram"} 0`, `terminbote_notices_due_oldest_seconds{channel="telegram"} 0`,
		`terminbote_updates_waiting{channel="mail"} 0`, `terminbote_jobs{state="available"} 2`,
		`terminbote_database_connections{state="used"} 1`, `terminbote_database_connections{state="idle"} 4`, `terminbote_database_connections_max 16`,
		`terminbote_database_connection_waits_total 7`, `terminbote_database_connection_wait_seconds_total 1.5`,
		`terminbote_tickets{office="werne",state="checked in"} 2`, `terminbote_tickets{office="stockum",state="checked in"} 0`,
		`terminbote_handovers{office="werne"} 3`, `terminbote_handovers_unanswered{office="werne"} 1`,
		`terminbote_handovers_unanswered_oldest_seconds{office="werne"} 60`, `terminbote_handovers_unanswered_oldest_seconds{office="stockum"} 0`,
		`terminbote_ratings{office="werne"} 7`,
		`terminbote_build_info{goversion="go1",revision="abc",version="1.2.3"} 1`,
	} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("missing %s", line)
		}
	}
	fault = errors.New("away")
	if page := scrape(t, m); !strings.Contains(page, "terminbote_database_up 0\n") || strings.Contains(page, "terminbote_notices_due{") {
		t.Error("a database that is away shows what waited")
	}
}
