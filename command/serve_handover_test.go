package command

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// A citizen on Telegram and a clerk in Mattermost write to each other through the
// program.
func TestACitizenOnTelegramTalksToStaff(t *testing.T) {
	t.Parallel()
	api, address := newAPI(t, telegramtest.Config{}), loopbacktest.Address(t)
	staff := mattermosttest.New(t, mattermosttest.Config{Patience: patience})
	anna := staff.NewMember("Anna Muster")
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"PUBLIC_URL=http://"+address, "MATTERMOST_URL="+staff.URL, "MATTERMOST_TOKEN="+staff.Token,
		"MATTERMOST_COMMAND_TOKEN="+staff.NewCommand("termin", "http://"+address+"/mattermost/command"),
		"MATTERMOST_SECRET="+strings.Repeat("s3cret", 6), "MATTERMOST_CHANNELS="+staff.Staff.ID, "MATTERMOST_LEAD=@"+anna.Username)
	s.awaits("/readyz", http.StatusOK, "ready")
	citizen := api.NewUser("Mina", "de")
	for end := clocktest.Now().Add(patience); ; time.Sleep(200 * time.Millisecond) {
		citizen.Say("mit einem Menschen sprechen")
		if seen := citizen.WaitFor("02389 71-333"); strings.Contains(seen.Text, "Soll jemand vom Amt") {
			break
		}
		if clocktest.Now().After(end) {
			t.Fatalf("nobody is offered:\n%s\n%s", citizen.Transcript(), s.said.String())
		}
	}
	citizen.Tap("Ja, mit dem Amt schreiben")
	citizen.WaitFor("Was möchten Sie dem Amt schreiben?")
	citizen.Say("Geht das auch ohne Foto?")
	anna.WaitFor("Geht das auch ohne Foto?")
	root := anna.Screen()[0]
	for _, m := range anna.Screen() {
		if strings.Contains(m.Text, "Jemand möchte mit dem Amt sprechen") {
			root = m
		}
	}
	anna.Reply(root, "Nein, aber wir haben einen Automaten.")
	citizen.WaitFor("Nein, aber wir haben einen Automaten.")
	anna.Reply(root, "fertig")
	citizen.WaitFor("Das Amt hat das Gespräch beendet.")
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	for _, private := range []string{"Foto", "Automaten"} {
		if strings.Contains(s.said.String(), private) {
			t.Errorf("the log holds %q", private)
		}
	}
}
