package mattermost_test

import (
	"strings"
	"testing"
)

// A clerk gives a ticket, calls it, calls again, lets it rest, goes on and sends it
// on, in the channel alone.
func TestAClerkServesSomebodyWithoutAnAppointment(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	if err := w.store.Attend(t.Context(), w.office.ID, w.clock.now()); err != nil { // as who looks after talks does
		t.Fatal(err)
	}
	for _, turn := range []struct{ typed, want string }{
		{"/termin ticket perso", "Wartemarke W1, Personalausweis beantragen: Platz 1"},
		{"/termin aufruf 1", "Aufgerufen: W1"},
		{"/termin nochmal aufrufen", "Das war Aufruf 2"},
		{"/termin zurückstellen", "Zurückgestellt: W1"},
		{"/termin Weiter mit W1, ohne Termin", "Aufgerufen: W1"},
		{"/termin weiterleiten 2 Foto fehlt", "W1 ist weitergeleitet"},
		{"/termin aufruf 2", "Notiz: Foto fehlt"},
		{"/termin fertig", "Erledigt: W1"},
		{"/termin alarm", "Der Notruf ist ausgelöst"},
	} {
		if seen := w.anna.Command(turn.typed).Text; !strings.Contains(seen, turn.want) {
			t.Errorf("%s: want %q, got:\n%s", turn.typed, turn.want, seen)
		}
	}
}
