package command

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"terminbote/booking"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// townFolder writes a town: the sample's office under an id of its own, and the
// town's variables.
func townFolder(t *testing.T, in, name string, settings ...string) {
	t.Helper()
	sample, err := os.ReadFile("../office/werne.yaml")
	if err != nil {
		t.Fatal(err)
	}
	of := strings.Replace(string(sample), "id: werne\n", "id: "+name+"\n", 1)
	of = strings.ReplaceAll(of, "Bürgerbüro der Stadt Werne", "Bürgerbüro der Stadt "+name)
	writeTown(t, in, name, of, settings...)
}

func writeTown(t *testing.T, in, name, office string, settings ...string) {
	t.Helper()
	folder := filepath.Join(in, name)
	if err := os.MkdirAll(folder, 0o750); err != nil {
		t.Fatal(err)
	}
	for file, content := range map[string]string{"office.yaml": office, settingsFile: strings.Join(settings, "\n")} {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// counterOf is a town's variables for its staff's Mattermost, which it reaches
// under a host of its own.
func counterOf(staff *mattermosttest.Server, lead *mattermosttest.User, host, address string) []string {
	url := "http://" + host + address[strings.LastIndex(address, ":"):]
	return []string{
		"PUBLIC_URL=" + url, "MATTERMOST_URL=" + staff.URL, "MATTERMOST_TOKEN=" + staff.Token,
		"MATTERMOST_COMMAND_TOKEN=" + staff.NewCommand("termin", url+"/mattermost/command"),
		"MATTERMOST_SECRET=" + strings.Repeat(host, 6), "MATTERMOST_CHANNELS=" + staff.Staff.ID, "MATTERMOST_LEAD=@" + lead.Username,
	}
}

// Before each town was tried once nobody is sent here; one that is wrong was tried too.
func TestAServerIsReadyWhenEachTownWasTried(t *testing.T) {
	t.Parallel()
	var towns townsServed
	towns.await([]booking.TownID{"selm", "unna"})
	towns.tried("selm")
	if err := towns.ready(t.Context()); err == nil || err.Error() != "1 not reached yet" {
		t.Errorf("one of two was tried: %v", err)
	}
	towns.tried("unna")
	towns.tried("later") // which came while the program ran
	if err := towns.ready(t.Context()); err != nil {
		t.Errorf("both were tried: %v", err)
	}
}

// Two towns side by side, each with a bot, a Mattermost and a host, and two that
// are not as they should be.
func TestTownsShareAProgramAndNothingElse(t *testing.T) {
	t.Parallel()
	address, admin, folder := loopbacktest.Address(t), loopbacktest.Address(t), t.TempDir()
	selm, unna := newAPI(t, telegramtest.Config{}), newAPI(t, telegramtest.Config{Token: "4712:another-bot-of-another-town-of-the-tests"})
	selmStaff, unnaStaff := mattermosttest.New(t, mattermosttest.Config{Patience: patience}), mattermosttest.New(t, mattermosttest.Config{Patience: patience})
	anna, berta := selmStaff.NewMember("Anna Muster"), unnaStaff.NewMember("Berta Beispiel")
	townFolder(t, folder, "selm", append(counterOf(selmStaff, anna, "127.0.0.1", address), "TELEGRAM_TOKEN="+selm.Token, "TELEGRAM_API_URL="+selm.URL)...)
	townFolder(t, folder, "unna", append(counterOf(unnaStaff, berta, "localhost", address), "TELEGRAM_TOKEN="+unna.Token, "TELEGRAM_API_URL="+unna.URL)...)
	townFolder(t, folder, "zweit", "TELEGRAM_TOKEN="+selm.Token, "TELEGRAM_API_URL="+selm.URL)
	writeTown(t, folder, "wirr", "id: [", "TELEGRAM_TOKEN=7:nobody", "TELEGRAM_API_URL="+unna.URL)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TOWNS="+folder, "METRICS_LISTEN="+admin)
	s.url = "http://" + admin
	s.awaits("/metrics", http.StatusOK, `terminbote_office_files_refused{town="wirr"} 1`)
	s.awaits("/metrics", http.StatusOK, `terminbote_office_files_refused{town="selm"} 0`)
	s.awaitsLog(`"town":"zweit","error":"TELEGRAM_TOKEN is that of the town \"selm\" already`)

	v := visits[0]
	citizen := selm.NewUser("Mina", v.lang)
	v.walk(citizen)
	citizen.WaitFor(v.booked)
	awaitAnswer(t, anna, "/termin finde Zwetschge", name)
	awaitAnswer(t, berta, "/termin finde Zwetschge", "0 Termine")
	s.awaits("/metrics", http.StatusOK, `terminbote_commands_total{command="book",town="selm"} 1`)
	s.awaits("/metrics", http.StatusOK, `terminbote_commands_total{command="book",town="unna"} 0`)

	townFolder(t, folder, "wirr", "TELEGRAM_TOKEN=7:nobody", "TELEGRAM_API_URL="+unna.URL)
	s.awaits("/metrics", http.StatusOK, `terminbote_office_files_refused{town="wirr"} 0`)
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}
