package statistics

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"terminbote/booking"
)

// Key names what a visit was for, as counts are stored by it: the concerns in
// order of their names, each with the number of cases where that is not one:
// "id_card+passport*2".
type Key string

// KeyOf is the key of some wishes.
func KeyOf(wishes []booking.Wish) Key {
	sorted := slices.Clone(wishes)
	slices.SortFunc(sorted, func(a, b booking.Wish) int { return cmp.Compare(a.Concern, b.Concern) })
	parts := make([]string, len(sorted))
	for i, w := range sorted {
		parts[i] = string(w.Concern)
		if w.Quantity > 1 {
			parts[i] += "*" + strconv.Itoa(w.Quantity)
		}
	}
	return Key(strings.Join(parts, "+"))
}

// Wishes is what the key stands for.
func (k Key) Wishes() []booking.Wish {
	if k == "" {
		return nil
	}
	var all []booking.Wish
	for _, part := range strings.Split(string(k), "+") {
		id, count, several := strings.Cut(part, "*")
		quantity := 1
		if n, err := strconv.Atoi(count); several && err == nil {
			quantity = n
		}
		all = append(all, booking.Wish{Concern: booking.ConcernID(id), Quantity: quantity})
	}
	return all
}
