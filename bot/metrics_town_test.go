package bot_test

import (
	"context"
	"strings"
	"testing"

	"terminbote/booking/clocktest"
	"terminbote/bot"
)

func TestMetricsTellTownsApart(t *testing.T) {
	t.Parallel()
	m := bot.NewMetrics()
	a, b := m.OfTown("werne"), m.OfTown("selm")
	m.Notice("booked", "sent")
	a.Notice("booked", "sent")
	a.Notice("booked", "sent")
	b.Seen("telegram", clocktest.Now(), context.DeadlineExceeded)
	seen := scrape(t, m)
	for _, line := range []string{
		`terminbote_notices_total{kind="booked",outcome="sent"} 1`,
		`terminbote_notices_total{kind="booked",outcome="sent",town="werne"} 2`,
		`terminbote_notices_total{kind="booked",outcome="sent",town="selm"} 0`,
		`terminbote_network_degraded{network="telegram",town="selm"} 1`,
	} {
		if !strings.Contains(seen, line+"\n") {
			t.Errorf("%s is missing", line)
		}
	}
	if _, said := ready(t, bot.NewMux(m), "/readyz"); !strings.Contains(said, "selm: telegram") || strings.Contains(said, "werne") {
		t.Errorf("ready says %q, want the town that is degraded", said)
	}
}
