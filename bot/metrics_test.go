package bot_test

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot"
	"terminbote/dialogs"
)

// Dashboards and alerts are built upon these words.
func TestEveryCommandAndRefusalIsCountedByItsName(t *testing.T) {
	t.Parallel()
	metrics := bot.NewMetrics()
	for _, command := range dialogs.Commands() {
		metrics.Result(dialogs.Result{Command: command})
	}
	for _, refusal := range booking.Refusals() {
		metrics.Result(dialogs.Result{Command: dialogs.Hold{}, Refused: fmt.Errorf("hold: %w", refusal.Err)})
	}
	metrics.Result(dialogs.Result{Command: dialogs.Hold{}, Refused: errors.New("not in the table")})
	page := scrape(t, metrics)
	for _, word := range []string{
		"hold", "release", "book", "move", "cancel", "affirm", "arrive", "delay", "ask code", "attach", "export", "erase",
		"wait", "end wait", "accept", "decline",
		"close", "reopen", "open", "withdraw", "restore", "call", "uncall", "unmark", "finish", "miss", "give code", "appoint",
	} {
		want := fmt.Sprintf("terminbote_commands_total{command=%q} 1\n", word)
		if !strings.Contains(page, want) {
			t.Errorf("missing %s", want)
		}
	}
	for kind, times := range map[string]int{
		"taken": 1, "closed": 1, "too soon": 1, "too far": 1, "too long": 1, "too many": 1, "apart": 1, "phone only": 1,
		"unknown": 1, "limit": 2, "too often": 1, "expired": 1, "over": 1, "code": 1, "incomplete": 1,
		"not allowed": 1, "nobody": 1, "number given": 1, "entered": 1, "other": 1,
	} {
		want := fmt.Sprintf("terminbote_refusals_total{command=\"hold\",kind=%q} %d\n", kind, times)
		if !strings.Contains(page, want) {
			t.Errorf("missing %s", want)
		}
	}
}

// A rate is computed from two values, so the first command must not be the
// first that is heard of it.
func TestCommandsAreCountedFromNothing(t *testing.T) {
	t.Parallel()
	page := scrape(t, bot.NewMetrics())
	for _, command := range dialogs.Commands() {
		want := fmt.Sprintf("terminbote_commands_total{command=%q} 0\n", dialogs.CommandName(command))
		if !strings.Contains(page, want) {
			t.Errorf("missing %s", want)
		}
	}
}

func scrape(t *testing.T, metrics *bot.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	metrics.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	return w.Body.String()
}
