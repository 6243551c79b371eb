package command

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// Somebody asks for page after page. Behind a proxy that is trusted this slows down
// their address and no other; what others claim of an address is not believed.
func TestAttackFromOneAddress(t *testing.T) {
	t.Parallel()
	for _, trusted := range []bool{true, false} {
		api, address := newAPI(t, telegramtest.Config{}), loopbacktest.Address(t)
		environ := []string{
			"DATABASE_URL=" + storagetest.URL(t), "TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL, "PUBLIC_URL=http://" + address,
			"SMTP_URL=smtp://127.0.0.1:1", "MAIL_FROM=termine@example.org",
		}
		if trusted {
			environ = append(environ, "TRUSTED_PROXIES=127.0.0.1")
		}
		s := serveAt(t, address, environ...)
		s.awaits("/readyz", http.StatusOK, "ready")
		many := times(1000, 120)
		slowed, others := s.refuses(t, many, "203.0.113.7"), s.refuses(t, 40, "203.0.113.8")
		t.Logf("trusted: %v; of %d pages for one address refused: %d; of 40 for another: %d", trusted, many, slowed, others)
		if slowed == 0 {
			t.Error("nobody is slowed down")
		}
		if refused := others > 0; refused == trusted {
			t.Errorf("trusted: %v, and %d of another address's pages are refused", trusted, others)
		}
	}
}

// refuses is how many of so many pages at once are refused.
func (s *served) refuses(t *testing.T, many int, client string) int {
	t.Helper()
	var refused atomic.Int64
	all(many, func(int) {
		if s.from(t, client) == http.StatusTooManyRequests {
			refused.Add(1)
		}
	})
	return int(refused.Load())
}

// from asks for the page of a mail that nobody got, as a proxy passes it on.
func (s *served) from(t *testing.T, client string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/termin/"+strings.Repeat("A", 32), nil)
	if err != nil {
		t.Error(err)
		return 0
	}
	r.Header.Set("X-Forwarded-For", client)
	response, err := asking.Do(r)
	if err != nil {
		t.Error(err)
		return 0
	}
	response.Body.Close()
	return response.StatusCode
}
