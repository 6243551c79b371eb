package telegram_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"terminbote/bot/telegram/botapi"
)

// An answer of Telegram is read up to 32 MB, as many as a hundred long messages could have
// many times over. What is longer was done all the same, and its result is left empty.
func TestAnAnswerIsReadUpToItsSize(t *testing.T) {
	t.Parallel()
	const before, after = `{"ok":true,"result":"`, `"}`
	for name, tt := range map[string]struct {
		size int
		read bool
	}{
		"short": {100, true}, "a hundred long messages": {100 * 4 * 4096, true}, "as long as can be": {32 << 20, true}, "longer": {32<<20 + 1, false},
	} {
		want := strings.Repeat("x", tt.size-len(before)-len(after))
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, before+want+after) }))
		got, err := botapi.Call[string](t.Context(), botapi.New(server.URL, "token", nil), "getUpdates", nil)
		server.Close()
		if !tt.read {
			want = ""
		}
		if err != nil || got != want {
			t.Errorf("%s: %d bytes are read, %v, want %d", name, len(got), err, len(want))
		}
	}
}
