package command

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"terminbote/bot/mail"
	"terminbote/bot/mail/mailtest"
	"terminbote/office"
	"terminbote/storage"
	"terminbote/storage/storagetest"
)

// upgraded is the database that an earlier version left, brought up to date.
func upgraded(t *testing.T, dump string) (url string) {
	t.Helper()
	sql, err := os.ReadFile("../storage/testdata/" + dump)
	if err != nil {
		t.Fatal(err)
	}
	url = storagetest.Empty(t).Config().ConnString()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.PgConn().Exec(t.Context(), string(sql)).ReadAll(); err != nil {
		t.Fatalf("read %s: %v", dump, err)
	}
	if err := storage.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	return url
}

// Everybody is in the middle of something when the program is replaced.
func TestADatabaseOfTheVersionBeforeGoesOn(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("upgrading a database takes seconds")
	}
	url := upgraded(t, "60c1e06.sql")
	if diff := cmp.Diff(storagetest.Schema(t, storagetest.URL(t)), storagetest.Schema(t, url)); diff != "" {
		t.Errorf("tables (-new +upgraded):\n%s", diff)
	}
	service, err := storage.Open(t.Context(), url, office.Sample(), mondayAtEight, storage.Options{Channels: []string{mail.Channel}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(service.Close)
	post := mailtest.New(t, true)
	deliver(t, service, post, "https://termine.example.org")
	told := awaitMail(t, post, 1) + awaitMail(t, post, 2)
	mustContain(t, told, "Es ist etwas frei geworden!", "24. November 2026, 9:15 Uhr")
	mustContain(t, told, "Frieda Frisch", "25. November 2026, 11:00 Uhr")

	for _, test := range []struct {
		who  []string
		says []string // each followed by what the answer contains
	}{
		{[]string{"--as", "anna"}, []string{
			"weitermachen", "Auf welchen Namen?", "Anna Anders", "Wohin dürfen wir Bestätigung und Erinnerung mailen?", "anna@example.org", "Dienstag, 24. November, 10:30 Uhr",
			"ja", "Gebucht!", "meine termine", "Di 24.11., 10:30 Uhr",
		}},
		{[]string{"--as", "ben"}, []string{
			"weitermachen", "Den Termin verschieben auf Mittwoch, 25. November, 9:00 Uhr?", "ja", "", "meine termine", "Mi 25.11., 9:00 Uhr",
		}},
		{[]string{"--as", "carla"}, []string{"weitermachen", "Welche Zeit passt Ihnen?", "2", "Auf welchen Namen?"}},
		{[]string{"--as", "erika"}, []string{
			"meine termine", "", "Warteliste", "", "1", "Für Sie reserviert bis",
			"Ja, nehmen", "Diese Zeit ist jetzt Ihre: Dienstag, 24. November, 9:15 Uhr",
		}},
		{[]string{"--as-clerk", "Karla"}, []string{
			"26.11.", "Hans Hase", "rückgängig", "Die Schließung ist aufgehoben.", "finde Dora", "Di 24.11.", "protokoll", "Rohrbruch",
		}},
		{[]string{"--as-clerk", "Lutz", "--role", "viewer"}, []string{"24.11.", "Dora", "absage", "", "neu", "Dafür brauchen Sie die Rolle"}},
	} {
		k := chat(t, url, test.who...)
		for i := 0; i < len(test.says); i += 2 {
			contains(t, k.say(test.says[i]), test.says[i+1])
		}
		if code := k.leave(); code != 0 {
			t.Errorf("%v: exit code %d: %s", test.who, code, k.errs)
		}
	}
}
