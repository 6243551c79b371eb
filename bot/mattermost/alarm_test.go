package mattermost_test

import (
	"strings"
	"testing"

	"terminbote/booking"
)

// A call for help stands in the office's channel at once, once, and mentions
// everybody who is there; a clerk's name calls nobody.
func TestACallForHelpStandsInTheChannel(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.keep()
	w.shows("nichts gebucht")
	posts := func() (all []string) {
		for _, m := range w.dayPosts() {
			if strings.Contains(m.Text, "NOTRUF") {
				all = append(all, m.Text)
			}
		}
		return all
	}
	if _, err := w.pool.Exec(t.Context(), `INSERT INTO alarm (office, desk, by, raised_at) VALUES ($1, $2, 'Karla @all', $3)`,
		string(w.office.ID), string(w.office.Desks[0].ID), w.host.Now()); err != nil {
		t.Fatal(err)
	}
	w.eventually(func() bool { return len(posts()) == 1 })
	w.again(3)
	all := posts()
	if len(all) != 1 || !strings.HasPrefix(all[0], "@here **NOTRUF an ") || strings.Contains(all[0], "@all") {
		t.Errorf("posted: %q", all)
	}
}

// Everybody may look at a public channel, also who was put out of it. A call for
// help from elsewhere says that nobody there hears it.
func TestACallForHelpIsUnheardWhereTheBotWasPutOut(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	settings := w.settings()
	settings.Channels = map[booking.OfficeID]string{w.office.ID: w.server.Square.ID}
	m := w.counterAs(settings, w.host)
	m.HoldTalks(w.store)
	w.door.lead(m)
	w.anna.Join(w.server.Square)
	w.server.Bot.Leave(w.server.Square)
	w.keep()
	w.eventually(func() bool { return strings.Contains(w.log.String(), "talks with citizens not kept") })
	anna := w.directly(w.anna)
	anna.Command("/termin alarm")
	anna.WaitFor("gerade niemanden")
	w.server.Bot.Join(w.server.Square)
	w.eventually(func() bool { return strings.Contains(w.log.String(), "talks with citizens kept again") })
	anna.Command("/termin alarm")
	anna.WaitFor("ist ausgelöst")
}
