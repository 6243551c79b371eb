package command

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mattermost/mattermost/server/public/model"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// Two towns whose staff are in one team of one Mattermost, each with a channel, a
// bot and a trigger word. Otto belongs to both.
func TestTwoTownsShareAMattermost(t *testing.T) {
	t.Parallel()
	address, admin, folder := loopbacktest.Address(t), loopbacktest.Address(t), t.TempDir()
	selm := newAPI(t, telegramtest.Config{})
	staff := mattermosttest.New(t, mattermosttest.Config{Patience: patience})
	theirs, token := staff.NewPrivateChannel("unna"), model.NewId()
	staff.NewBot("terminbot-unna", token).Join(theirs)
	anna, otto, berta := staff.NewMember("Anna Muster"), staff.NewMember("Otto Zwei"), staff.NewUser("Berta Beispiel").In(theirs)
	berta.Join(theirs)
	otto.Join(theirs)
	unna := counterOf(staff, berta, "localhost", address) // and later words count
	unna = append(unna, "MATTERMOST_TOKEN="+token, "MATTERMOST_CHANNELS="+theirs.ID, "MATTERMOST_COMMAND=termin-unna",
		"MATTERMOST_COMMAND_TOKEN="+staff.NewCommand("termin-unna", "http://localhost"+address[strings.LastIndex(address, ":"):]+"/mattermost/command"))
	townFolder(t, folder, "unna", unna...)
	townFolder(t, folder, "selm", append(counterOf(staff, anna, "127.0.0.1", address), "TELEGRAM_TOKEN="+selm.Token, "TELEGRAM_API_URL="+selm.URL)...)
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TOWNS="+folder, "METRICS_LISTEN="+admin)
	s.url = "http://" + admin
	s.awaits("/readyz", http.StatusOK, "ready")

	awaitAnswer(t, anna, "/termin rolle @otto.zwei clerk", "hat jetzt: Sachbearbeitung")
	awaitAnswer(t, berta, "/termin-unna protokoll", "Was zuletzt getan wurde")
	v := visits[0]
	citizen := selm.NewUser("Mina", v.lang)
	v.walk(citizen)
	citizen.WaitFor(v.booked)
	there := otto.In(theirs)
	for _, test := range []struct {
		who        *mattermosttest.User
		line, want string
	}{
		{otto, "/termin finde Zwetschge", name},
		{there, "/termin finde Zwetschge", name}, // a command works for its town, wherever it is written
		{there, "/termin-unna finde Zwetschge", "Bitten Sie berta.beispiel"},
		{otto, "/termin-unna finde Zwetschge", "Bitten Sie berta.beispiel"},
		{berta, "/termin-unna finde Zwetschge", "0 Termine"},
		{berta, "/termin finde Zwetschge", "für die Mitglieder des Mitarbeiterkanals"},
		{anna, "/termin-unna finde Zwetschge", "für die Mitglieder des Mitarbeiterkanals"},
	} {
		mustContain(t, test.who.Command(test.line).Text, test.want)
	}
	otto.Command("/termin heute")
	otto.Tap("Tag danach")
	pressed := staff.Callbacks()[len(staff.Callbacks())-1]
	pressed.URL = strings.Replace(pressed.URL, "127.0.0.1", "localhost", 1)
	answer, err := staff.Send(pressed)
	if err != nil {
		t.Fatal(err)
	}
	mustContain(t, string(answer.Answer), "Mit `/termin-unna` bekommen Sie neue Knöpfe")
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}

// awaitAnswer has somebody write a command until it is answered as wanted: who is a
// lead by the settings is looked up in Mattermost first.
func awaitAnswer(t *testing.T, who *mattermosttest.User, line, want string) {
	t.Helper()
	end := clocktest.Now().Add(patience)
	for text := ""; !strings.Contains(text, want); time.Sleep(100 * time.Millisecond) {
		if text = who.Command(line).Text; clocktest.Now().After(end) {
			t.Fatalf("%s is answered so for ever:\n%s", line, text)
		}
	}
}
