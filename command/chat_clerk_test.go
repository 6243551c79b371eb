package command

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"terminbote/booking/clocktest"
	"terminbote/storage/storagetest"
)

func TestAClerkBooksAndClosesAtTheTerminal(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	k := chat(t, url, "--as-clerk", "Karla")
	contains(t, k.say("heute"), "Es ist nichts gebucht.")
	contains(t, k.say("neu", "personalausweis", "24.11. 10 Uhr", "Erika Mustermann", "02389 71-1", "nein", "ja"), "Gebucht. Die Terminnummer:")
	contains(t, k.say("24.11."), "Erika Mustermann")
	contains(t, k.say("sperre 24.11. Rohrbruch"), "1 Person hätte keinen Platz mehr")
	contains(t, k.say("ja"), "noch keine")
	contains(t, k.say("rückgängig"), "Die Schließung ist aufgehoben.")
	contains(t, k.say("absagen"), "Um welchen Termin geht es?")
	contains(t, k.say("1", "absagen", "ja"), "Abgesagt:")
	contains(t, k.say("rückgängig"), "gilt wieder")
	contains(t, k.say("protokoll"), "Rolle vergeben, Karla (terminal staff/Karla): Leitung")
	urgent := []string{"neu", "vorläufiger reisepass", "24.11. 11 Uhr", "Erika Mustermann", "nein", "Ohne E-Mail", "ja"}
	contains(t, k.say(urgent...), "Gebucht. Die Terminnummer:")
	if code := k.leave(); code != 0 {
		t.Errorf("want exit code 0, got %d: %s", code, k.errs)
	}
	viewer := chat(t, url, "--as-clerk", "Karla", "--role", "viewer")
	contains(t, viewer.say("absage", "neu"), "Dafür brauchen Sie die Rolle „Sachbearbeitung“.")
	contains(t, viewer.say("finde Mustermann"), "2 Termine")
	if code := viewer.leave(); code != 0 {
		t.Errorf("want exit code 0, got %d", code)
	}
}

// What is done at the terminal is told by the service, unless it is a rehearsal.
func TestPeopleHearOfWhatIsDoneOnTheServicesDatabaseOnly(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		settings chatSettings
		want     []string
	}{
		"the service's":        {chatSettings{database: "postgres://one/terminbote"}, []string{"telegram", "mail"}},
		"rehearsed on it":      {chatSettings{database: "postgres://one/terminbote", now: "2026-11-23T08:00"}, nil},
		"a database by itself": {chatSettings{}, nil},
	} {
		if diff := cmp.Diff(test.want, test.settings.told()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestCitizensAndClerksOfOneNameAreTwo(t *testing.T) {
	t.Parallel()
	url := storagetest.URL(t)
	clerk := chat(t, url, "--as-clerk", "erika")
	contains(t, clerk.say("quatsch"), "Das kenne ich nicht.")
	clerk.leave()
	citizen := chat(t, url)
	contains(t, citizen.say("personalausweis"), "Verstanden: Personalausweis beantragen.")
	citizen.leave()
}

func TestARoleIsOneOfThoseThereAre(t *testing.T) {
	t.Parallel()
	for want, args := range map[string][]string{
		"only with --as-clerk":           {"chat", "--role", "lead"},
		"none of viewer, clerk and lead": {"chat", "--as-clerk", "Karla", "--role", "king"},
	} {
		var errs bytes.Buffer
		if code := (console{strings.NewReader(""), &errs, &errs, clocktest.Now}).main(t.Context(), args); code == 0 || !strings.Contains(errs.String(), want) {
			t.Errorf("%v: exit code %d, %s", args, code, &errs)
		}
	}
}
