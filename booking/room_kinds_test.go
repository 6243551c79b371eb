package booking

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// What is left is worth the same whether layers are compared with those before or
// everything is counted, step by step.
func TestIdleTimeIsWorthWhatItCountsTo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		k := &kinds{desks: []int{0, 1, 2, 4}, others: make([]*layers, 5)}
		for range rapid.IntRange(1, 5).Draw(t, "concerns") {
			k.add(rapid.SampledFrom([]int{1, 2, 3, 4, 6, 9, 24, 70}).Draw(t, "steps"))
		}
		var early slots
		early.set(0, rapid.IntRange(0, slotCount).Draw(t, "middle"))
		idle, lists := make([]slots, 5), make([][]bool, 5)
		for i := range idle {
			idle[i], lists[i] = drawSlots(t, "idle")
		}
		k.measure(idle, &early)
		for range 3 {
			desk := rapid.IntRange(0, 4).Draw(t, "desk")
			changed, list := drawSlots(t, "changed")
			before := lists[desk]
			lists[desk] = list
			got, want := k.worth(k.freeWith(idle, desk, changed), &early), counted(k, lists, &early)
			if math.Abs(got-want) > equally {
				t.Fatalf("worth %v, counted %v", got, want)
			}
			lists[desk] = before
		}
	})
}

// counted is what idle time is worth, by counting.
func counted(k *kinds, lists [][]bool, early *slots) float64 {
	sum := 0.0
	for depth := range deskDeep {
		open := make([]bool, slotCount)
		for slot := range open {
			free := 0
			for _, desk := range k.desks {
				if lists[desk][slot] {
					free++
				}
			}
			open[slot] = free > depth
		}
		for _, kind := range k.lengths {
			sum += kind.often / float64(int(1)<<depth) * countedBegins(open, kind.steps, early)
		}
	}
	return sum
}

// countedBegins is what the times are worth at which a visit could begin.
func countedBegins(open []bool, steps int, early *slots) float64 {
	var begins [2]float64
	for from := 0; from+steps <= len(open); from++ {
		fits := true
		for _, free := range open[from : from+steps] {
			fits = fits && free
		}
		switch {
		case fits && early.has(from):
			begins[0]++
		case fits:
			begins[1]++
		}
	}
	return math.Sqrt(begins[0]) + math.Sqrt(begins[1])
}
