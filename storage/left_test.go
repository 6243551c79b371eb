package storage_test

import (
	"slices"
	"testing"
	"time"

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
