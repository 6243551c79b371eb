package command

import (
	"net/http"
	"os"
	"syscall"
	"testing"
	"time"

	"terminbote/booking/clocktest"
	"terminbote/bot/telegram/telegramtest"
	"terminbote/storage/storagetest"
)

// dead is what can have become of a database when the program is told to stop.
var dead = map[string]func(*storagetest.Server, *storagetest.Wire){
	"hangs":    func(s *storagetest.Server, _ *storagetest.Wire) { s.Freeze() },
	"killed":   func(s *storagetest.Server, _ *storagetest.Wire) { s.Kill() },
	"vanished": func(_ *storagetest.Server, w *storagetest.Wire) { w.Vanish() },
}

// A container runtime waits for ten seconds, whatever the database does.
func TestServeStopsInTimeThoughItsDatabaseIsDead(t *testing.T) {
	t.Parallel()
	for name, fail := range dead {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "vanished" {
				storagetest.MayVanish(t)
			}
			database, api := storagetest.NewServer(t), newAPI(t, telegramtest.Config{})
			wire := storagetest.NewWire(t, database)
			s := serve(t, "DATABASE_URL="+wire.URL(), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL)
			s.awaits("/readyz", http.StatusOK, "ready")
			citizen := api.NewUser("Mina", "de")
			citizen.Start("")
			citizen.Rest()
			fail(database, wire)
			citizen.Say("Reisepass") // a turn that waits for the database
			s.awaits("/readyz", http.StatusServiceUnavailable, "database (away)")
			if code := s.stop(); code != 0 {
				t.Errorf("exit code %d after SIGTERM", code)
			}
		})
	}
}

// It stops as well before the database was ever reached.
func TestServeStopsInTimeThoughItsDatabaseNeverAnswered(t *testing.T) {
	t.Parallel()
	database, api := storagetest.NewServer(t), newAPI(t, telegramtest.Config{})
	database.Freeze()
	s := serve(t, "DATABASE_URL="+database.URL(), "TELEGRAM_TOKEN="+api.Token, "TELEGRAM_API_URL="+api.URL)
	s.awaits("/readyz", http.StatusServiceUnavailable, "database (not reached yet)")
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after SIGTERM", code)
	}
}

// Two replicas answer everybody while the primary is killed, hangs or vanishes
// and its standby is promoted; who was told of an appointment has it. SOAK=1
// loses the server in each way, again and again.
func TestReplicasGoOnWithTheStandby(t *testing.T) {
	t.Parallel()
	rounds, ways := 1, []string{"hangs"}
	if os.Getenv("SOAK") != "" {
		rounds, ways = 5, []string{"hangs", "killed", "vanished"}
	}
	for range rounds {
		for _, way := range ways {
			loseThePrimary(t, way)
		}
	}
}

func loseThePrimary(t *testing.T, way string) {
	t.Helper()
	pair, api := storagetest.NewPair(t), newAPI(t, telegramtest.Config{})
	environ := []string{"DATABASE_URL=" + pair.URL(), "TELEGRAM_TOKEN=" + api.Token, "TELEGRAM_API_URL=" + api.URL}
	replicas := []*served{serve(t, environ...), serve(t, environ...)}
	for _, r := range replicas {
		r.awaits("/readyz", http.StatusOK, "ready")
	}
	citizensBook(t, api)
	told := pair.Primary.Ask(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`)
	dead[way](pair.Primary, pair.First)
	pair.Promote()
	promoted := clocktest.Now()
	late := api.NewUser("Erika", "de")
	late.Start("")
	late.WaitFor("Worum geht")
	took := clocktest.Since(promoted)
	t.Logf("%s: the first was answered %v after the promotion", way, took)
	if os.Getenv("SOAK") != "" && took > 10*time.Second {
		t.Errorf("%s: the first was answered %v after the promotion", way, took)
	}
	if kept := pair.Standby.Ask(`SELECT count(*) FROM appointment WHERE state = 'confirmed'`); kept != told || told != len(visits) {
		t.Errorf("%s: %d of %d appointments were kept", way, kept, told)
	}
	visits[0].walk(late)
	late.WaitFor(visits[0].booked)
	for _, r := range replicas {
		r.awaits("/readyz", http.StatusOK, "ready")
		if r.cmd.ProcessState != nil || r.cmd.Process.Signal(syscall.Signal(0)) != nil {
			t.Errorf("%s: a replica has ended", way)
		}
	}
}
