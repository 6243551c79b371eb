package booking

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const slotCount = len(slots{}) * slotsPerWord

// drawSlots makes slots together with the same as a plain list.
func drawSlots(t *rapid.T, label string) (slots, []bool) {
	var bits slots
	list := make([]bool, slotCount)
	for range rapid.IntRange(0, 6).Draw(t, label) {
		from := rapid.IntRange(-70, slotCount+70).Draw(t, "from")
		to := rapid.IntRange(-70, slotCount+70).Draw(t, "to")
		bits.set(from, to)
		for i := from; i < to; i++ {
			if i >= 0 && i < slotCount {
				list[i] = true
			}
		}
	}
	return bits, list
}

func indexes(list []bool) []int {
	var all []int
	for i, set := range list {
		if set {
			all = append(all, i)
		}
	}
	return all
}

func TestSlotsAreAListOfYesAndNo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, listA := drawSlots(t, "a")
		b, listB := drawSlots(t, "b")
		and, or, without := make([]bool, slotCount), make([]bool, slotCount), make([]bool, slotCount)
		for i := range slotCount {
			and[i], or[i], without[i] = listA[i] && listB[i], listA[i] || listB[i], listA[i] && !listB[i]
		}
		for name, pair := range map[string]struct {
			want []bool
			got  slots
		}{"set": {listA, a}, "and": {and, a.and(b)}, "or": {or, a.or(b)}, "without": {without, a.without(b)}} {
			if diff := cmp.Diff(indexes(pair.want), slices.Collect(pair.got.all())); diff != "" {
				t.Fatalf("%s: %s", name, diff)
			}
		}
	})
}

func TestAGapReachesToWhatIsNotSet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bits, list := drawSlots(t, "slots")
		slot := rapid.IntRange(0, slotCount-1).Draw(t, "slot")
		want := 1
		for i := slot - 1; i >= 0 && list[i]; i-- {
			want++
		}
		for i := slot + 1; i < slotCount && list[i]; i++ {
			want++
		}
		if got := bits.gap(slot); got != want {
			t.Fatalf("around %d: %d, want %d", slot, got, want)
		}
	})
}

func TestRunsBeginWhereEnoughSlotsFollow(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bits, list := drawSlots(t, "slots")
		n := rapid.IntRange(1, slotCount+1).Draw(t, "n")
		var want []int
		for i := 0; i+n <= slotCount; i++ {
			if !slices.Contains(list[i:i+n], false) {
				want = append(want, i)
			}
		}
		if diff := cmp.Diff(want, slices.Collect(bits.runs(n).all())); diff != "" {
			t.Fatalf("%d: %s", n, diff)
		}
	})
}
