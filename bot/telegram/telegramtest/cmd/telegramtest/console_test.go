package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"terminbote/bot/telegram/telegramtest"
)

func newTestConsole(t *testing.T) *console {
	t.Helper()
	s, err := telegramtest.Listen(telegramtest.Config{Patience: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return newConsole(s, telegramtest.NewMeter(), "de")
}

func TestAChatByCommands(t *testing.T) {
	t.Parallel()
	c := newTestConsole(t)
	var out strings.Builder
	c.read(strings.NewReader("Anna: Guten Tag\nAnna [Weiter]\nblock Anna\nAnna: Hallo?\nunknown\n"), &out)
	want := `Anna: Guten Tag
! telegramtest: Anna finds no button [Weiter]
Anna: Guten Tag

Anna blocks the bot
! telegramtest: who has blocked the bot cannot write to it
Anna: Guten Tag
Anna blocks the bot

! no such command, try "help"
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("console (-want +got):\n%s", diff)
	}
}

func TestCommandsOverHTTP(t *testing.T) {
	t.Parallel()
	c := newTestConsole(t)
	for line, want := range map[string]int{"show Anna": 200, "fail before sendMessage 2": 200, "fail sometimes": 422} {
		w := httptest.NewRecorder()
		c.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(line)))
		if w.Code != want {
			t.Errorf("%q: status %d, want %d: %s", line, w.Code, want, w.Body)
		}
	}
}
