package mattermost_test

import (
	"strings"
	"testing"

	"terminbote/bot/mattermost/mattermosttest"
)

// Staff hear once that new people are slowed down, and once that they are no
// more.
func TestStaffAreToldOfTheBrake(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	w := newTown(t)
	w.keep()
	w.shows("nichts gebucht")
	told := func(text string) (all []mattermosttest.Message) {
		for _, m := range w.dayPosts() {
			if strings.HasPrefix(m.Text, text) {
				all = append(all, m)
			}
		}
		return all
	}
	const on, off = "Seit 8:00 Uhr wollen viel mehr", "Es kommen wieder so viele"
	set := func(query string) {
		t.Helper()
		if _, err := w.pool.Exec(t.Context(), query, string(w.office.ID), w.host.Now()); err != nil {
			t.Fatal(err)
		}
	}
	set(`INSERT INTO brake (office, usual, since) VALUES ($1, 4, $2)`)
	w.eventually(func() bool { return len(told(on)) == 1 })
	w.again(3)
	set(`UPDATE brake SET since = NULL, told = NULL WHERE office = $1 AND $2::timestamptz IS NOT NULL`)
	w.eventually(func() bool { return len(told(off)) == 1 })
	w.again(3)
	if len(told(on)) != 1 || len(told(off)) != 1 {
		t.Errorf("told %d times of it and %d times of its end, want once each", len(told(on)), len(told(off)))
	}
}
