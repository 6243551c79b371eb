package command

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/loopbacktest"
	"terminbote/bot/mail/mailtest"
	"terminbote/bot/mattermost/mattermosttest"
	"terminbote/storage/storagetest"
)

// An office that only takes calls has no bot: staff work in Mattermost, and
// callers get mails.
func TestAPhoneDeskNeedsNoTelegram(t *testing.T) {
	t.Parallel()
	database, post, address := storagetest.URL(t), mailtest.New(t, true), loopbacktest.Address(t)
	staff := mattermosttest.New(t, mattermosttest.Config{Patience: patience})
	anna := staff.NewMember("Anna Muster")
	s := serveAt(t, address, "DATABASE_URL="+database, "PUBLIC_URL=http://"+address,
		"SMTP_URL=smtp://"+mailtest.User+":"+url.PathEscape(mailtest.Password)+"@"+post.Address, "MAIL_FROM=termine@example.org",
		"MATTERMOST_URL="+staff.URL, "MATTERMOST_TOKEN="+staff.Token, "MATTERMOST_CHANNELS="+staff.Staff.ID,
		"MATTERMOST_COMMAND_TOKEN="+staff.NewCommand("termin", "http://"+address+"/mattermost/command"),
		"MATTERMOST_SECRET="+strings.Repeat("s3cret", 6), "MATTERMOST_LEAD=@"+anna.Username)
	s.awaits("/readyz", http.StatusOK, "ready")
	karla := chatNow(t, database, "--as-clerk", "Karla")
	contains(t, karla.say("neu", "personalausweis", "1", name, "02389 71-1", "erika@example.org", "ja"), "Gebucht.")
	if karla.leave() != 0 {
		t.Error("the chat failed")
	}
	mustContain(t, awaitMail(t, post, 1), "Ihr Termin ist gebucht.")
	for end := clocktest.Now().Add(patience); !strings.Contains(anna.Command("/termin finde Zwetschge").Text, name); time.Sleep(100 * time.Millisecond) {
		if clocktest.Now().After(end) {
			t.Fatalf("Anna never finds the appointment:\n%s", anna.Transcript())
		}
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}
