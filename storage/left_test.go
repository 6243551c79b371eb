package storage_test

import (
	"slices"
	"testing"
	"time"

	"terminbote/dialogs"
	"terminbote/storage"
)

// leftIn is the addresses of the chats left in a town.
func (n *neighbours) leftIn(store *storage.Store) []string {
	n.Helper()
	chats, err := store.Left(n.Context(), "test", n.now.Add(-time.Hour), n.now.Add(time.Minute))
	if err != nil {
		n.Fatal(err)
	}
	var all []string
	for _, chat := range chats {
		all = append(all, chat.Address)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// letters has people of a town write. Nobody answers them.
func (n *neighbours) letters(store *storage.Store, first int64, names ...string) {
	n.Helper()
	for i, name := range names {
		if err := store.Receive(n.Context(), n.now, letterFrom(name, first+int64(i))); err != nil {
			n.Fatal(err)
		}
	}
}

// One look serves all towns, and each is told of its own chats alone.
func TestWhatIsLeftInAllTownsIsLookedForAtOnce(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	before, others := n.leftIn(n.Store), n.leftIn(n.other)
	n.letters(n.Store, 101, "ada", "bob")
	n.letters(n.other, 201, "ada", "cem")
	if got := n.leftIn(n.Store); !slices.Equal(got, with(before, "ada", "bob")) {
		t.Errorf("left in one town: %q, beside %q", got, before)
	}
	n.letters(n.other, 301, "dora") // after the look that serves both
	if got := n.leftIn(n.other); !slices.Equal(got, with(others, "ada", "cem")) {
		t.Errorf("left in the other, by the same look: %q, beside %q", got, others)
	}
	if got := n.leftIn(n.other); !slices.Equal(got, with(others, "ada", "cem", "dora")) {
		t.Errorf("left in the other, by the next look: %q, beside %q", got, others)
	}
}

// What was not shown is left as well as what was not answered.
func TestWhatWasNotShownIsLeft(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	before := n.leftIn(n.Store)
	n.receive(letterFrom("ada", 101))
	n.answer("ada")
	if got := n.leftIn(n.Store); !slices.Equal(got, with(before, "ada")) {
		t.Errorf("left: %q, beside %q", got, before)
	}
	n.drawn("ada", 1, "7")
	if got := n.leftIn(n.Store); !slices.Equal(got, before) {
		t.Errorf("left although it was shown: %q, beside %q", got, before)
	}
}

func with(names []string, more ...string) []string {
	all := slices.Concat(names, more)
	slices.Sort(all)
	return slices.Compact(all)
}

// Of more chats than are looked at in one go, those come first that have waited longest,
// whether they were not answered or not drawn.
func TestWhoHasWaitedLongestIsLookedAtFirst(t *testing.T) {
	t.Parallel()
	town := sample(1)
	w := newWorld(t, town)
	w.Store = w.unsorted(town, storage.Options{})
	const most, ofAll = 500, 5000
	since, before := w.now.Add(-24*time.Hour), w.now.Add(time.Hour)
	w.exec(`INSERT INTO person (id, created_at) VALUES (60, $1)`, w.now)
	// 5003 and 503 are prime: each of the numbers comes once
	w.exec(`INSERT INTO chat (channel, address, person, created_at, updated_at, turns) SELECT 'drawn', 'd' || n, 60, $1, $1::timestamptz - n * 37 % 503 * interval '1 second', 1 FROM generate_series(1, 502) AS n`, w.now)
	w.exec(`INSERT INTO inbox (channel, id, address, raw, received_at) SELECT 'heard', n, 'h' || n, '', $1::timestamptz - n * 37 % 5003 * interval '1 second' FROM generate_series(1, 5002) AS n`, w.now)
	var drawn, heard []string
	w.none(w.pool.QueryRow(t.Context(), `
		SELECT (SELECT array_agg(address ORDER BY updated_at) FROM chat WHERE channel = 'drawn'),
			(SELECT array_agg(address ORDER BY received_at) FROM inbox WHERE channel = 'heard')`).Scan(&drawn, &heard))
	for what, look := range map[string]struct {
		chats func() ([]dialogs.Chat, error)
		want  []string
	}{
		"not drawn":                {func() ([]dialogs.Chat, error) { return w.Undrawn(t.Context(), "drawn", since, before) }, drawn[:most]},
		"not drawn, in all towns":  {func() ([]dialogs.Chat, error) { return w.Left(t.Context(), "drawn", since, before) }, drawn},
		"not heard, in all towns":  {func() ([]dialogs.Chat, error) { return w.Left(t.Context(), "heard", since, before) }, heard[:ofAll]},
		"not heard, of no network": {func() ([]dialogs.Chat, error) { return w.Left(t.Context(), "none", since, before) }, nil},
	} {
		chats, err := look.chats()
		w.none(err)
		var got []string
		for _, c := range chats {
			got = append(got, c.Address)
		}
		if !slices.Equal(got, look.want) {
			t.Errorf("%s: %d chats, want %d, or in another order: %.9q, want %.9q", what, len(got), len(look.want), got[:min(3, len(got))], look.want[:min(3, len(look.want))])
		}
	}
	if waiting, err := w.Waiting(t.Context(), "heard", before); err != nil || len(waiting) != most {
		t.Errorf("%d are looked at in one go, %v", len(waiting), err)
	}
}
