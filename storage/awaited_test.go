package storage_test

import (
	"slices"
	"testing"

	"terminbote/storage"
)

// Only the towns at which somebody waits are gone through.
func TestTimesAreOfferedWhereSomebodyWaits(t *testing.T) {
	t.Parallel()
	n := newNeighbours(t)
	awaited := func(towns ...*storage.Store) []*storage.Store {
		some, err := n.Awaited(t.Context(), towns)
		if err != nil {
			t.Fatal(err)
		}
		return some
	}
	if n.count(`SELECT count(*) FROM wait`) == 0 {
		t.Fatal("nobody waits")
	}
	if got := awaited(n.other, n.Store); !slices.Equal(got, []*storage.Store{n.Store}) {
		t.Errorf("%d towns are gone through, want the one at which somebody waits", len(got))
	}
	if got := awaited(n.other); !slices.Equal(got, []*storage.Store{n.other}) {
		t.Error("nobody tidies what is no served town's")
	}
	n.exec(`DELETE FROM offer`)
	n.exec(`DELETE FROM wait`)
	n.exec(`DELETE FROM freed`)
	if got := awaited(n.other, n.Store); len(got) > 0 {
		t.Errorf("%d towns are gone through although nobody waits anywhere", len(got))
	}
}
