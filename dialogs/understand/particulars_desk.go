package understand

import (
	"slices"
	"strings"

	"terminbote/booking"
)

// desk takes a desk by its name, its name's number or its ID.
func (r *commandReader) desk() (booking.DeskID, bool) {
	for n := min(len(r.words), maxPhrase); n > 0; n-- {
		said := Fold(strings.Join(r.words[:n], " "))
		i := slices.IndexFunc(r.desks, func(d booking.Desk) bool { return isDesk(d, said) })
		if i >= 0 {
			r.words = r.words[n:]
			return r.desks[i].ID, true
		}
	}
	return "", false
}

func isDesk(d booking.Desk, said string) bool {
	if said == Fold(string(d.ID)) {
		return true
	}
	for _, name := range d.Name {
		name = Fold(name)
		words := strings.Fields(name)
		if said == name || len(words) > 0 && said == words[len(words)-1] && strings.Trim(said, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isCalled tells whether a desk's name begins with a word: "Desk 2" with desk.
func isCalled(d booking.Desk, word string) bool {
	for _, name := range d.Name {
		if words := strings.Fields(Fold(name)); len(words) > 1 && words[0] == Fold(word) {
			return true
		}
	}
	return false
}
