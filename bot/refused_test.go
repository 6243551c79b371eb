package bot_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"terminbote/bot"
)

func TestRefusedCallsAreCountedAndSeldomLogged(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	now := monday
	h := &bot.Host{
		Now: func() time.Time { return now }, Log: slog.New(slog.NewTextHandler(&log, nil)), Metrics: bot.NewMetrics(),
	}
	for range 1000 {
		h.Refused(t.Context(), "telegram", "webhook secret")
	}
	h.Refused(t.Context(), "telegram", "something else")
	now = now.Add(time.Minute)
	h.Refused(t.Context(), "telegram", "webhook secret", "user", "u1")
	now = now.Add(time.Minute)
	h.Refused(t.Context(), "telegram", "webhook secret")
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines, want one of each kind a minute:\n%s", len(lines), log.String())
	}
	if !strings.Contains(lines[2], "more=999") || !strings.Contains(lines[2], "user=u1") {
		t.Errorf("those left out are not counted: %s", lines[2])
	}
	if !strings.Contains(lines[3], "more=0") {
		t.Errorf("those left out are counted twice: %s", lines[3])
	}
	if want := `terminbote_refused_calls_total{channel="telegram",why="webhook secret"} 1002`; !strings.Contains(scrape(t, h.Metrics), want) {
		t.Errorf("the metrics lack %s", want)
	}
}
