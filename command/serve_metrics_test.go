package command

import (
	"net/http"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// Where the admin has an address of their own, the public one tells strangers
// nothing but whether the program lives and is ready.
func TestMetricsHaveAnAddressOfTheirOwn(t *testing.T) {
	t.Parallel()
	api, apart := newAPI(t, telegramtest.Config{}), loopbacktest.Address(t)
	s := serve(t, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL, "METRICS_LISTEN="+apart)
	s.awaits("/readyz", http.StatusOK, "ready")
	s.awaits("/metrics", http.StatusNotFound, "")
	admin := &served{process: s.process, url: "http://" + apart}
	admin.awaits("/metrics", http.StatusOK, "terminbote_")
	admin.awaits("/readyz?verbose", http.StatusOK, "telegram: ok")
	if _, said := s.get("/readyz?verbose"); said != "ready\n" {
		t.Errorf("strangers are told %q", said)
	}
}
