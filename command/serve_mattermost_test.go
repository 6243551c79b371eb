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

// Staff work in Mattermost, and citizens notice nothing of whether it is there.
func TestATownHasACounterInMattermost(t *testing.T) {
	t.Parallel()
	api, address := newAPI(t, telegramtest.Config{}), loopbacktest.Address(t)
	staff := mattermosttest.New(t, mattermosttest.Config{Patience: patience})
	anna := staff.NewMember("Anna Muster")
	token, secret := staff.NewCommand("termin", "http://"+address+"/mattermost/command"), strings.Repeat("s3cret", 6)
	staff.GoAway()
	s := serveAt(t, address, "DATABASE_URL="+storagetest.URL(t), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL,
		"PUBLIC_URL=http://"+address, "MATTERMOST_URL="+staff.URL, "MATTERMOST_TOKEN="+staff.Token,
		"MATTERMOST_COMMAND_TOKEN="+token, "MATTERMOST_SECRET="+secret, "MATTERMOST_CHANNELS="+staff.Staff.ID,
		"MATTERMOST_LEAD=@"+anna.Username)
	s.awaits("/readyz", http.StatusOK, "ready")
	v := visits[0]
	citizen := api.NewUser("Mina", v.lang)
	v.walk(citizen)
	citizen.WaitFor(v.booked)
	mustContain(t, anna.Command("/termin").Text, "Ich kann gerade nicht nachsehen")
	staff.Heal()
	for end := clocktest.Now().Add(patience); !strings.Contains(anna.Command("/termin finde Zwetschge").Text, name); time.Sleep(100 * time.Millisecond) {
		if clocktest.Now().After(end) {
			t.Fatalf("Anna never becomes the lead:\n%s\n%s", anna.Transcript(), s.said.String())
		}
	}
	s.awaits("/metrics", http.StatusOK, `terminbote_refused_calls_total{channel="mattermost",why="mattermost away"} 1`)
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	for _, private := range []string{"Wilhelmine", "Zwetschge", staff.Token, token, secret} {
		if strings.Contains(s.said.String(), private) {
			t.Errorf("the log holds %q", private)
		}
	}
}

func TestTheCountersChannelsAreThoseOfTheOffices(t *testing.T) {
	t.Parallel()
	s := start(t, []string{
		"DATABASE_URL=postgres://u@localhost/t", "TELEGRAM_TOKEN=1:a", "PUBLIC_URL=https://a.b", "MATTERMOST_URL=https://c.d",
		"MATTERMOST_TOKEN=t", "MATTERMOST_COMMAND_TOKEN=c", "MATTERMOST_SECRET=" + strings.Repeat("x", 32),
		"MATTERMOST_CHANNELS=nirgends=" + aChannel, "MATTERMOST_LEAD=anna",
	}, "serve")
	if code := s.wait(); code != 2 {
		t.Errorf("exit code %d", code)
	}
	mustContain(t, s.said.String(), `MATTERMOST_CHANNELS: there is no office "nirgends"; expected werne=ID`)
}
