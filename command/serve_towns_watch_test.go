package command

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/bot/loopbacktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// greeted has somebody new be greeted by a town's bot.
func greeted(api *telegramtest.Server) {
	citizen := api.NewUser("Mina", "de")
	citizen.Start("")
	citizen.WaitFor("Worum geht es?")
}

// A town that comes, changes, goes wrong and goes away while others are served.
func TestTownsComeAndChangeWhileOthersAreServed(t *testing.T) {
	t.Parallel()
	address, admin, folder := loopbacktest.Address(t), loopbacktest.Address(t), t.TempDir()
	selm, unna := newAPI(t, telegramtest.Config{}), newAPI(t, telegramtest.Config{Token: "4712:another-bot-of-another-town-of-the-tests"})
	later := newAPI(t, telegramtest.Config{Token: "4713:the-bot-that-selm-has-later"})
	bot := func(api *telegramtest.Server) []string {
		return []string{"TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL}
	}
	townFolder(t, folder, "selm", bot(selm)...)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TOWNS="+folder, "METRICS_LISTEN="+admin)
	s.url = "http://" + admin
	greeted(selm)

	townFolder(t, folder, "unna", bot(unna)...)
	greeted(unna) // without a restart

	variables := filepath.Join(folder, "selm", settingsFile)
	write := func(lines ...string) {
		t.Helper()
		if err := os.WriteFile(variables, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("TELEGRAM_TOKEN=" + unna.Token) // which is another town's
	s.awaits("/readyz?verbose", http.StatusOK, "selm: variables: refused, the ones before stay in force")
	s.awaitsLog(`"town":"selm","error":"TELEGRAM_TOKEN is that of the town \"unna\" already`)
	greeted(selm)
	greeted(unna)

	early := later.NewUser("Early", "de")
	for range 5 { // the doubles number updates alike, and what has the number of one before counts as that
		early.Start("")
	}
	write(bot(later)...)
	greeted(later)
	s.awaits("/readyz?verbose", http.StatusOK, "selm: office files: ok")
	townFolder(t, folder, "werne", bot(selm)...) // the token that selm has given up
	greeted(selm)
	s.awaits("/readyz?verbose", http.StatusOK, "werne: office files: ok")

	if err := os.Rename(filepath.Join(folder, "selm"), filepath.Join(t.TempDir(), "away")); err != nil {
		t.Fatal(err)
	}
	s.awaits("/readyz?verbose", http.StatusOK, "selm: office files: refused, the ones before stay in force")
	greeted(later)
	greeted(unna)
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}
