package mattermost_test

import (
	"strings"
	"testing"
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
