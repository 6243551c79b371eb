package command

import (
	"net/http"
	"os/exec"
	"path/filepath"
	"testing"

	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/privatepg"
	"terminbote/storage/storagetest"
)

// runPostgres runs one of PostgreSQL's programs, those beside the tests' server.
func runPostgres(t *testing.T, name string, args ...string) {
	t.Helper()
	found, err := privatepg.Find()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), filepath.Join(found.Folder, name), args...).CombinedOutput() //nolint:gosec // our own server's
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// The chapter "Backups" of docs/running.md, step by step: what is restored into
// another database goes on where it was, and nobody is told anything twice.
func TestATownGoesOnFromItsBackup(t *testing.T) {
	t.Parallel()
	api := newAPI(t, telegramtest.Config{})
	before := storagetest.URL(t)
	environ := []string{"TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL}
	s := serve(t, append(environ, "DATABASE_URL="+before)...)
	s.awaits("/readyz", http.StatusOK, "ready")
	v := visits[0]
	booked, talking := api.NewUser("Mina", v.lang), api.NewUser("Otto", v.lang)
	v.walk(booked)
	booked.WaitFor(v.booked)
	booked.WaitForDocument(1)
	s.awaits("/metrics", http.StatusOK, `terminbote_notices_due{channel="telegram"} 0`)
	talking.Start("")
	talking.Tap(v.area)
	talking.Tap(v.concern)
	talking.Rest()

	dump := filepath.Join(t.TempDir(), "terminbote.dump")
	runPostgres(t, "pg_dump", "--format=custom", "--file="+dump, before)
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
	after := storagetest.Empty(t).Config().ConnString()
	runPostgres(t, "pg_restore", "--no-owner", "--exit-on-error", "--dbname="+after, dump)

	s = serve(t, append(environ, "DATABASE_URL="+after)...)
	s.awaits("/readyz", http.StatusOK, "ready")
	known := booked.Transcript()
	for _, button := range []string{v.next, v.day} { // in mid-talk
		talking.Tap(button)
	}
	tapFirst(talking)
	tapFirst(talking)
	talking.Rest()
	talking.Say(name)
	talking.Tap(v.noMail)
	talking.Tap(v.book)
	talking.WaitFor(v.booked)
	talking.WaitForDocument(1)
	s.awaits("/metrics", http.StatusOK, `terminbote_notices_total{kind="booked",outcome="sent"} 1`)
	s.awaits("/metrics", http.StatusOK, `terminbote_notices_due{channel="telegram"} 0`)
	if got := booked.Transcript(); got != known {
		t.Errorf("after the restore Mina is told:\n%s", got[len(known):])
	}
	booked.Say("meine Termine")
	booked.Rest()
	mustContain(t, booked.Transcript()[len(known):], "Ihre Termine", " Uhr (")
}
